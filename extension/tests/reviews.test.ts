/** The background as its frames meet it: what each of them sends, and all that it is sent. Browser and core are fakes. */

import assert from "node:assert/strict";
import { afterEach, before, test } from "node:test";
import type { Finding, Snapshot, Tab } from "../../pkg/sparekey.js";
import { PlayedFrame, provideBrowser, settled } from "./played-browser.ts";
import { playedCore } from "./played-glue.ts";

const PORTAL = "https://portal.example/";
const BLADE = "https://blade.example/";

const source = { title: "A source", address: "https://example.org/", language: "en", reviewed: "2026-11-21" };
const finding = { rule: "trunk-zero", severity: "stop", node: 1, anchor: "field", params: [], source };

/** As the core does: without the tab's top frame no place is known, and nothing is said anywhere. */
function judge({ frames }: Tab) {
  for (const { snapshot } of frames) if (!Array.isArray(snapshot.nodes)) throw new Error("snapshot: wrong form");
  const isPlaceKnown = frames.some(({ id }) => id === 0);
  return frames.map(({ id }) => ({
    id,
    findings: isPlaceKnown && id !== 0 ? [finding as unknown as Finding] : [],
    fixes: [],
  }));
}

const open: PlayedFrame[] = [];
function frame(tab: number, id: number, url: string, sender?: Partial<chrome.runtime.MessageSender>): PlayedFrame {
  const made = new PlayedFrame(tab, id, url, sender);
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

/** What no content script of ours sends, but the process of a page that was taken over might. */
const MALFORMED: readonly Partial<Record<keyof Snapshot, unknown>>[] = [
  { nodes: undefined },
  { nodes: 5 },
  { nodes: null, language: 5 },
  { nodes: "x", language: { startsWith: 1 } },
];

test("a malformed snapshot costs its own frame its hints, and no other", async () => {
  const { made } = playedCore;
  for (const [at, malformed] of MALFORMED.entries()) {
    const [top, good, bad] = [frame(30 + at, 0, PORTAL), frame(30 + at, 3, BLADE), frame(30 + at, 4, BLADE)];
    top.sees(1, PORTAL);
    good.sees(1, BLADE);
    bad.sees(1, BLADE, malformed as Partial<Snapshot>);
    await settled();
    assert.deepEqual([good.cards.at(-1), bad.cards.at(-1)], [1, 0], JSON.stringify(malformed));
    bad.sees(2, BLADE);
    await settled();
    assert.deepEqual([good.cards.at(-1), bad.cards.at(-1)], [1, 1]);
  }
  assert.equal(playedCore.made, made, "a refusal is no panic");
});

test("without the snapshot of the top frame, all hints of the tab are withdrawn", async () => {
  const [top, blade] = [frame(40, 0, PORTAL), frame(40, 3, BLADE)];
  top.sees(1, PORTAL);
  blade.sees(1, BLADE);
  await settled();
  top.sees(2, PORTAL, { nodes: 5 } as unknown as Partial<Snapshot>);
  await settled();
  assert.equal(blade.cards.at(-1), 0);
});

test("a snapshot is believed where its address is the one that the browser tells", async () => {
  const portal = "https://portal.example/tenant";
  const addresses: readonly [address: unknown, isBelieved: boolean][] = [
    [portal, true],
    // The page has changed its route since the port was opened.
    ["https://portal.example/other#view/UserAuthMethods/userId/1", true],
    ["https://portal.example:8443/tenant", false],
    ["http://portal.example/tenant", false],
    ["https://portal.example.evil.example/tenant", false],
    ["https://portal.example@evil.example/tenant", false],
    ["https://other.example/tenant", false],
    ["chrome-extension://sparekey/practice.html", false],
    ["data:text/html,x", false],
    ["null", false],
    ["", false],
    [undefined, false],
    [null, false],
    [5, false],
    [{ toString: () => portal }, false],
  ];
  for (const [at, [address, isBelieved]] of addresses.entries()) {
    const top = frame(50 + at, 0, portal);
    top.sees(1, address as string);
    await settled();
    assert.equal(top.received.length, isBelieved ? 1 : 0, String(JSON.stringify(address)));
  }
});

test("nor is one of a sender whose address the browser does not tell", async () => {
  for (const url of [undefined, "", "about:blank"]) {
    const top = frame(80, 0, PORTAL, { url } as Partial<chrome.runtime.MessageSender>);
    top.sees(1, PORTAL);
    await settled();
    assert.equal(top.received.length, 0);
  }
});

test("a sandboxed blade, which has no origin, is known by its address", async () => {
  const [top, blade] = [frame(81, 0, PORTAL), frame(81, 3, BLADE, { origin: "null" })];
  top.sees(1, PORTAL);
  blade.sees(1, BLADE);
  await settled();
  assert.equal(blade.cards.at(-1), 1);
});
