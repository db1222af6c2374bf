// Parts of the extension by themselves, in a real document: when the eyes look again, and what stays of a list that is
// filled anew. Opens no page of the extension; time is the browser's fake clock.

import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { build } from "esbuild";
import type { BrowserContext, Page } from "playwright-core";
import { startPortal, type Portal } from "../portal/server.ts";
import type { Parts } from "./parts-page.ts";
import { startChromium, type Running } from "./support.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** The parts under test. */
declare const parts: Parts;

interface Watching {
  looks: number;
  changes: InstanceType<Parts["Changes"]>;
}

/** Where a test keeps its state in the page. */
declare const watching: Watching;

let portal: Portal;
let browser: Running<BrowserContext>;
let script: string;
before(async () => {
  portal = await startPortal();
  browser = await startChromium(portal);
  const { outputFiles } = await build({
    entryPoints: [path.resolve(PORTAL_FOLDER, "../browser/parts-page.ts")],
    bundle: true,
    write: false,
    format: "iife",
    define: { WATCH_LIST: '{"watched":[],"bladeHosts":[]}' },
  });
  script = outputFiles[0]?.text ?? "";
});
after(async () => {
  await browser.close();
  await portal.close();
});

async function pageOf(body: string): Promise<Page> {
  const page = await browser.browser.newPage();
  await page.setContent(`<!doctype html><body>${body}</body>`);
  return page;
}

describe("the eyes tell", () => {
  const toldOf = async (body: string): Promise<string[]> => {
    const page = await pageOf(body);
    await page.evaluate(script);
    const seenNodes = await page.evaluate(() => parts.seenNodes());
    await page.close();
    return seenNodes;
  };

  test("the content of an element without a box of its own, with its name", async () => {
    const body = `<div style="display: contents"><p>in sight</p>its own
      <button><span style="display: contents">Save</span></button></div>`;
    assert.deepEqual(await toldOf(body), ["text in sight", "text its own", "button Save"]);
  });

  test("nothing of a hidden element, or inside of one", async () => {
    const inner = '<div style="display: contents">hidden<p>hidden too</p></div>';
    assert.deepEqual(await toldOf(`<div hidden>${inner}</div><div style="visibility: hidden">${inner}</div>`), []);
    const label = '<label for="field" style="display: none"><span style="display: contents">hidden</span></label>';
    assert.deepEqual(await toldOf(`${label}<input id="field">`), ["textbox"]);
  });

  test("the nodes assigned to a slot, wherever in the shadow root it is, or its fallback content", async () => {
    const shadow =
      '<template shadowrootmode="open"><div><slot name="filled"></slot></div><slot name="empty"><p>otherwise</p></slot></template>';
    const page = await pageOf('<div id="outer"></div>');
    await page.evaluate(
      (html) => document.getElementById("outer")?.setHTMLUnsafe(html),
      `<div>${shadow}<p slot="filled">put in</p></div>`,
    );
    await page.evaluate(script);
    assert.deepEqual(await page.evaluate(() => parts.seenNodes()), ["text put in", "text otherwise"]);
    await page.evaluate(
      (html) => document.getElementById("outer")?.setHTMLUnsafe(html),
      '<div><template shadowrootmode="open"><slot>Unnamed</slot></template>Phone</div>',
    );
    assert.deepEqual(await page.evaluate(() => parts.seenNodes()), ["text Phone"]);
    await page.close();
  });
});

describe("the pointer", () => {
  const MARK = { left: 600, top: 100, width: 24, height: 24 };
  const CARD = { left: 100, top: 100, width: 200, height: 150 };
  const [ON_MARK, ON_CARD, BETWEEN, ELSEWHERE] = [
    [612, 112],
    [200, 150],
    [450, 120],
    [450, 500],
  ] as const;
  let page: Page;
  beforeEach(async () => {
    const box = ({ left, top, width, height }: typeof MARK): string =>
      `<div class="part" style="position: fixed; left: ${String(left)}px; top: ${String(top)}px; width: ${String(width)}px; height: ${String(height)}px"></div>`;
    page = await pageOf(box(MARK) + box(CARD));
    await page.mouse.move(...ELSEWHERE);
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.evaluate(script);
    await page.evaluate(
      ({ left, top, right, bottom }) => {
        // The card is there as long as the pointer is.
        const pointing = new parts.Pointing(
          () => (pointing.isHere ? { left, top, right, bottom } : undefined),
          () => undefined,
        );
        for (const part of document.querySelectorAll<HTMLElement>(".part")) pointing.watch(part);
        Object.assign(window, { pointing });
      },
      { left: CARD.left, top: MARK.top, right: MARK.left + MARK.width, bottom: CARD.top + CARD.height },
    );
    await page.mouse.move(...ON_MARK);
    await page.clock.runFor(100);
    assert.equal(await isHere(), true);
  });
  afterEach(() => page.close());

  const isHere = (): Promise<boolean> =>
    page.evaluate(() => (window as unknown as { pointing: { isHere: boolean } }).pointing.isHere);

  test("is at a hint on the whole way from its mark to its card, however long that takes", async () => {
    for (let x = 590; x >= 310; x -= 40) {
      await page.mouse.move(x, 120);
      await page.clock.runFor(300);
      assert.equal(await isHere(), true, String(x));
    }
    await page.mouse.move(...ON_CARD);
    await page.clock.runFor(5000);
    assert.equal(await isHere(), true);
  });

  test("has left when it rests on the way", async () => {
    await page.mouse.move(...BETWEEN);
    await page.clock.runFor(349);
    assert.equal(await isHere(), true);
    await page.clock.runFor(1);
    assert.equal(await isHere(), false);
  });

  test("has left when it goes elsewhere, though it moves on", async () => {
    for (let y = 260; y <= 500; y += 80) {
      await page.mouse.move(450, y);
      await page.clock.runFor(100);
    }
    assert.equal(await isHere(), false);
  });
});

describe("the eyes look again", () => {
  let page: Page;
  beforeEach(async () => {
    await page?.close();
    page = await pageOf('<input id="field"><p id="text">before</p><div id="ours"></div>');
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.evaluate(script);
    await page.evaluate(() => {
      const made = { looks: 0 } as Watching;
      const isOurs = (node: Node): boolean => node instanceof Element && node.id === "ours";
      const look = (): boolean => {
        made.looks += 1;
        return true;
      };
      made.changes = new parts.Changes(look, isOurs);
      Object.assign(window, { watching: made });
    });
  });
  after(() => page.close());

  const looks = (): Promise<number> => page.evaluate(() => watching.looks);
  const write = (id: string, text: string): Promise<void> =>
    page.evaluate(
      ([of, what]) => {
        const element = document.getElementById(of);
        if (element !== null) element.textContent = what;
      },
      [id, text] as const,
    );

  test("once, a pause after the last of several changes", async () => {
    await write("text", "one");
    await page.clock.runFor(100);
    await write("text", "two");
    await page.clock.runFor(100);
    assert.equal(await looks(), 0, "the page has not rested yet");
    await page.clock.runFor(20);
    assert.equal(await looks(), 1);
    await page.clock.runFor(5000);
    assert.equal(await looks(), 1, "and not again while nothing changes");
  });

  test("after six tenths of a second at the latest, on a page that changes all the time", async () => {
    for (let change = 0; change < 12; change += 1) {
      await write("text", String(change));
      await page.clock.runFor(50);
    }
    assert.equal(await looks(), 1);
  });

  test("a little before the pause after a key is over, though the page changes more in reaction to it", async () => {
    await page.locator("#field").focus();
    await page.clock.runFor(1000);
    const before = await looks();
    await page.keyboard.press("7");
    assert.equal(await page.evaluate(() => watching.changes.isAwaited), true);
    await page.clock.runFor(60);
    await write("text", "what the page makes of it");
    await page.clock.runFor(29);
    assert.equal(await looks(), before);
    await page.clock.runFor(1);
    assert.equal(await looks(), before + 1);
    assert.equal(await page.evaluate(() => watching.changes.isAwaited), false);
    assert.equal(await page.evaluate(() => watching.changes.pauseLeft), 30, "the typist may still go on");
    await page.clock.runFor(30);
    assert.equal(await page.evaluate(() => watching.changes.pauseLeft), 0);
  });

  test("at once, and twice later, after a press that may open something", async () => {
    await page.mouse.click(5, 300);
    await page.clock.runFor(0);
    assert.equal(await looks(), 0, "what is opened at once is drawn first");
    for (const [milliseconds, expected] of [
      [120, 1],
      [250, 2],
      [750, 3],
      [5000, 3],
    ] as const) {
      await page.clock.runFor(milliseconds);
      assert.equal(await looks(), expected);
    }
  });

  test("not after changes of what we draw ourselves", async () => {
    await write("ours", "a hint");
    await page.clock.runFor(5000);
    assert.equal(await looks(), 0);
  });

  test("no more once they have stopped, not even for pending events", async () => {
    await write("text", "one");
    await page.evaluate(() => watching.changes.stop());
    await write("text", "two");
    await page.mouse.click(5, 300);
    await page.clock.runFor(5000);
    assert.equal(await looks(), 0);
  });
});

describe("a list that is filled anew", () => {
  let page: Page;
  before(async () => {
    page = await pageOf('<div id="list"></div><button id="otherwise">otherwise</button>');
    await page.evaluate(script);
  });
  beforeEach(async () => {
    await fill([]);
    await fill(["one", "two", "three"]);
  });
  after(() => page.close());

  /** With one entry for each key, that can be opened. */
  function fill(keys: readonly string[]): Promise<void> {
    return page.evaluate((wanted) => {
      const { element, replaceKeeping } = parts;
      const items = wanted.map((key) =>
        element("details", { "data-key": key }, element("summary", {}, key), element("p", {}, "more")),
      );
      const [list, otherwise] = [document.getElementById("list"), document.getElementById("otherwise")];
      if (list !== null && otherwise !== null) replaceKeeping(list, items, otherwise);
    }, keys);
  }
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
  const open = (): Promise<string[]> =>
    page.evaluate(() => [...document.querySelectorAll("details[open] summary")].map(({ textContent }) => textContent));
  const focus = (key: string): Promise<void> => page.locator(`[data-key="${key}"] summary`).focus();

  test("keeps open what was open, even at another position", async () => {
    await page.locator('[data-key="two"] summary').click();
    await fill(["new", "three", "two"]);
    assert.deepEqual(await open(), ["two"]);
  });

  test("opens nothing that was not open", async () => {
    await fill(["one", "two"]);
    assert.deepEqual(await open(), []);
  });

  test("keeps the focus where it was", async () => {
    await focus("two");
    await fill(["new", "one", "two", "three"]);
    assert.equal(await focused(), "two");
  });

  test("moves the focus of a removed element to the one in its position, or else to the last", async () => {
    await focus("two");
    await fill(["one", "three"]);
    assert.equal(await focused(), "three");
    await fill(["one"]);
    assert.equal(await focused(), "one");
  });

  test("moves the focus to the fallback if nothing is left, and never to the top of the page", async () => {
    await focus("two");
    await fill([]);
    assert.equal(await focused(), "otherwise");
  });

  test("takes no focus that it did not have", async () => {
    await page.locator("#otherwise").focus();
    await fill(["two"]);
    assert.equal(await focused(), "otherwise");
  });
});
