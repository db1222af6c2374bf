/** The order of runs: one at a time for a key, and what is asked for meanwhile once more. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { CoalescingQueue } from "../background/coalescing-queue.ts";

/** A queue whose runs last until the test ends them. */
function held() {
  const events: string[] = [];
  const waiting = new Map<string, () => void>();
  const queue = new CoalescingQueue<string>(
    (key) => {
      events.push(`${key} begins`);
      return new Promise((resolve) => waiting.set(key, resolve));
    },
    (key) => events.push(`${key} ended`),
  );
  const letGo = async (key: string): Promise<void> => {
    waiting.get(key)?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { queue, events, letGo };
}

test("a key is run at once, and is running until its end is told", async () => {
  const { queue, events, letGo } = held();
  queue.request("a");
  assert.deepEqual(events, ["a begins"]);
  assert.equal(queue.isRunning("a"), true);
  await letGo("a");
  assert.deepEqual(events, ["a begins", "a ended"]);
  assert.equal(queue.isRunning("a"), false);
});

test("what is asked for during a run is done once more, however often it was asked for", async () => {
  const { queue, events, letGo } = held();
  queue.request("a");
  queue.request("a");
  queue.request("a");
  assert.deepEqual(events, ["a begins"]);
  await letGo("a");
  assert.deepEqual(events, ["a begins", "a begins"]);
  assert.equal(queue.isRunning("a"), true);
  await letGo("a");
  assert.deepEqual(events, ["a begins", "a begins", "a ended"]);
});

test("one key does not wait for another", async () => {
  const { queue, events, letGo } = held();
  queue.request("a");
  queue.request("b");
  await letGo("b");
  assert.deepEqual(events, ["a begins", "b begins", "b ended"]);
  assert.equal(queue.isRunning("a"), true);
});

test("after its end a key can be asked for again", async () => {
  const { queue, events, letGo } = held();
  queue.request("a");
  await letGo("a");
  queue.request("a");
  assert.deepEqual(events, ["a begins", "a ended", "a begins"]);
});
