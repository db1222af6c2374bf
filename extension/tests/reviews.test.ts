/** The background as its frames meet it: what each of them sends, and all that it is sent. Browser and core are fakes. */

import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import type { Finding, Tab } from "../../pkg/sparekey.js";
import { PlayedFrame, provideBrowser, settled } from "./played-browser.ts";
import { playedCore } from "./played-glue.ts";

const PORTAL = "https://portal.example/";
const BLADE = "https://blade.example/";

const source = { title: "A source", address: "https://example.org/", language: "en", reviewed: "2026-11-21" };
const finding = { rule: "trunk-zero", severity: "stop", node: 1, anchor: "field", params: [], source };

/** As the core does: without the tab's top frame no place is known, and nothing is said anywhere. */
function judge({ frames }: Tab) {
  const isPlaceKnown = frames.some(({ id }) => id === 0);
  return frames.map(({ id }) => ({
    id,
    findings: isPlaceKnown && id !== 0 ? [finding as unknown as Finding] : [],
    fixes: [],
  }));
}

const open: PlayedFrame[] = [];
function frame(tab: number, id: number, url: string): PlayedFrame {
  const made = new PlayedFrame(tab, id, url);
  open.push(made);
  return made;
}

before(async () => {
  provideBrowser();
  await import("../background/main.ts");
  playedCore.judge = judge;
});
afterEach(async () => {
  for (const each of open.splice(0)) each.leave();
  await settled();
});

test("after the worker slept, no blade is answered before the tab's top frame is known", async () => {
  // Whichever order they come in: the browser starts the worker for whoever speaks first.
  for (const [at, order] of [
    ["top", "blade", "blade"],
    ["blade", "top", "blade"],
    ["blade", "blade", "top"],
  ].entries()) {
    const top = frame(at, 0, PORTAL);
    const blade = frame(at, 3, BLADE);
    let sequence = 0;
    for (const who of order) {
      sequence += 1;
      if (who === "top") top.sees(sequence, PORTAL);
      else blade.sees(sequence, BLADE);
      await settled();
    }
    assert.notEqual(blade.cards.length, 0, order.join());
    assert.deepEqual(
      blade.cards.filter((cards) => cards !== 1),
      [],
      `${order.join()}: a card that is open was never cleared`,
    );
  }
});

test("the answer to a blade that had to wait is about its last snapshot", async () => {
  const blade = frame(20, 3, BLADE);
  for (const sequence of [1, 2, 3]) blade.sees(sequence, BLADE);
  await settled();
  assert.equal(blade.received.length, 0);
  frame(20, 0, PORTAL).sees(1, PORTAL);
  await settled();
  assert.deepEqual(
    blade.received.map((message) => message.kind === "cards" && message.sequence),
    [3],
  );
});

test("a blade that outlives its top frame keeps what it has until it is told to rest", async () => {
  const top = frame(21, 0, PORTAL);
  const blade = frame(21, 3, BLADE);
  top.sees(1, PORTAL);
  blade.sees(1, BLADE);
  await settled();
  top.leave();
  blade.sees(2, BLADE);
  await settled();
  assert.deepEqual(blade.cards.includes(0), false);
});
