/** What is known about tabs and their frames. Only ports and the browser's answers are fakes. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import type { Review, Snapshot } from "../../pkg/sparekey.js";
import {
  addFrame,
  allTabs,
  waitForSnapshot,
  framesWithSnapshot,
  knownTab,
  removeFrame,
  reviewOf,
  sendToTab,
  TOP_FRAME,
} from "../background/tabs.ts";

const port = () => ({}) as chrome.runtime.Port;
const snapshot = (address: string) => ({ address }) as Snapshot;
const TAB = 7;

/** What `tabs.sendMessage` answers, message by message. */
let answers: (tab: number, message: unknown) => Promise<unknown>;

beforeEach(() => {
  answers = () => Promise.resolve(undefined);
  Object.assign(globalThis, {
    chrome: { tabs: { sendMessage: (tab: number, message: unknown) => answers(tab, message) } },
  });
});
afterEach(() => {
  for (const tab of allTabs()) for (const frame of [...tab.frames.values()]) removeFrame(tab, frame);
  mock.timers.reset();
});

test("a tab is known from its first frame to its last", () => {
  assert.equal(knownTab(TAB), undefined);
  const top = addFrame(TAB, TOP_FRAME, port());
  const blade = addFrame(TAB, 3, port());
  assert.equal(top.tab, blade.tab, "both frames are the one tab's");
  assert.deepEqual(allTabs(), [top.tab]);
  assert.equal(removeFrame(top.tab, top.frame), true);
  assert.equal(knownTab(TAB), top.tab, "a frame is left");
  assert.equal(removeFrame(blade.tab, blade.frame), true);
  assert.equal(knownTab(TAB), undefined);
});

test("a new document in a frame stays, though the old one's port ends afterwards", () => {
  const { tab, frame: old } = addFrame(TAB, TOP_FRAME, port());
  const { frame: newer } = addFrame(TAB, TOP_FRAME, port());
  assert.equal(removeFrame(tab, old), false);
  assert.equal(knownTab(TAB)?.frames.get(TOP_FRAME), newer);
});

test("a frame is removed once", () => {
  const { tab, frame } = addFrame(TAB, TOP_FRAME, port());
  assert.equal(removeFrame(tab, frame), true);
  assert.equal(removeFrame(tab, frame), false);
});

test("the core is asked about the frames that have sent a snapshot, the top frame first", () => {
  const { tab } = addFrame(TAB, 12, port());
  const [late, top] = [addFrame(TAB, 5, port()), addFrame(TAB, TOP_FRAME, port())];
  late.frame.snapshot = snapshot("late");
  top.frame.snapshot = snapshot("top");
  assert.deepEqual(framesWithSnapshot(tab), [
    { id: TOP_FRAME, snapshot: snapshot("top") },
    { id: 5, snapshot: snapshot("late") },
  ]);
});

test("each frame gets its own part of the review, or none", () => {
  const [top, other] = [addFrame(TAB, TOP_FRAME, port()), addFrame(TAB, 4, port())];
  const review: Review = { methods: [], silencedRules: [], frames: [{ id: 4, findings: [], fixes: [] }] };
  assert.equal(reviewOf(other.frame, review), review.frames[0]);
  assert.equal(reviewOf(top.frame, review), undefined);
});

test("a tab in which nothing listens is no failure", async () => {
  assert.equal(await sendToTab(TAB, "send-snapshot"), true);
  answers = () => Promise.reject(new Error("Could not establish connection."));
  assert.equal(await sendToTab(TAB, "send-snapshot"), false);
});

/** Lets pending promises settle, then time pass. */
async function pass(milliseconds: number): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  mock.timers.tick(milliseconds);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** Starts waiting; the result tells whether that has ended. */
function begun(patience: number): { hasEnded: boolean } {
  const state = { hasEnded: false };
  void waitForSnapshot(TAB, patience).then(() => (state.hasEnded = true));
  return state;
}

test("a known tab is not asked, and one in which nothing listens is not waited for", async () => {
  const asked: unknown[] = [];
  answers = (_tab, message) => {
    asked.push(message);
    return Promise.reject(new Error("Nobody is there."));
  };
  await waitForSnapshot(TAB, 400);
  assert.deepEqual(asked, [{ kind: "send-snapshot" }]);
  addFrame(TAB, TOP_FRAME, port()).frame.snapshot = snapshot("top");
  await waitForSnapshot(TAB, 400);
  assert.equal(asked.length, 1);
});

test("an unknown tab is waited for until its top frame has sent a snapshot, and a little for the others", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const state = begun(1000);
  await pass(100);
  addFrame(TAB, 3, port()).frame.snapshot = snapshot("a blade");
  await pass(100);
  assert.equal(state.hasEnded, false);
  addFrame(TAB, TOP_FRAME, port()).frame.snapshot = snapshot("top");
  await pass(100);
  assert.equal(state.hasEnded, false, "its other frames come a little later");
  await pass(400);
  assert.equal(state.hasEnded, true);
});

test("and no longer than was requested", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const state = begun(300);
  await pass(100);
  await pass(100);
  assert.equal(state.hasEnded, false);
  await pass(100);
  assert.equal(state.hasEnded, true);
});

test("a blocked page, which neither receives nor rejects the message, is waited for no longer either", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  answers = () => new Promise(() => undefined);
  const state = begun(300);
  await pass(299);
  assert.equal(state.hasEnded, false);
  await pass(1);
  assert.equal(state.hasEnded, true);
});
