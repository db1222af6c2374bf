/** How much the browser is asked about the page's texts while a place is chosen. The page is one long text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetLines, isOccupied } from "../content/hands/surroundings.ts";

const LINE = 20;
let readings = 0;
let scrolled = 0;

class Element {
  get localName() {
    return "p";
  }
  closest() {
    return null;
  }
  getBoundingClientRect() {
    return { left: 0, top: 0, right: 800, bottom: 100_000, width: 800, height: 100_000 };
  }
}
class Text {
  data = "Legal words that nobody reads. ".repeat(20_000);
}
class Range {
  selectNodeContents() {}
  getClientRects() {
    readings += 1;
    return Array.from({ length: 5000 }, (_, line) => {
      const top = line * 2 * LINE - scrolled;
      return { left: 0, right: 400, top, bottom: top + LINE };
    });
  }
}
const text = new Text();
class Document {
  get documentElement() {
    return {};
  }
  elementFromPoint() {
    return paragraph;
  }
}
const paragraph = new Element();
Object.defineProperty(Element.prototype, "clientWidth", { get: () => 800 });
Object.defineProperty(Element.prototype, "clientHeight", { get: () => 600 });
const NodeLike = class {};
Object.defineProperty(NodeLike.prototype, "childNodes", { get: () => [text] });
class NoShadowRoot {}
Object.assign(globalThis, {
  Document,
  Element,
  Node: NodeLike,
  Range,
  ShadowRoot: NoShadowRoot,
  Text,
  document: new Document(),
  innerWidth: 800,
  innerHeight: 600,
});

const isLetterAt = (x: number, y: number) => isOccupied(x, y, () => false);

test("a long text is read once for all points of one placement", () => {
  readings = 0;
  forgetLines();
  for (let y = 2; y < 600; y += 4) {
    for (let x = 10; x < 800; x += 50) assert.equal(isLetterAt(x, y), x <= 401 && y % 40 <= 21, `${x} ${y}`);
  }
  assert.equal(readings, 1);
});

test("and anew for the next one, as the page may have moved", () => {
  forgetLines();
  assert.equal(isLetterAt(10, 5), true);
  scrolled = 30;
  forgetLines();
  assert.equal(isLetterAt(10, 5), false);
  assert.equal(isLetterAt(10, 15), true);
});
