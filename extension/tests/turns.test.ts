/** The order of runs: one at a time for a key, and what is asked for meanwhile once more. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "../background/turns.ts";

/** Turns whose runs last until they are let go. */
function held() {
  const told: string[] = [];
  const waiting = new Map<string, () => void>();
  const turns = new Turns<string>(
    (key) => {
      told.push(`${key} begins`);
      return new Promise((resolve) => waiting.set(key, resolve));
    },
    (key) => told.push(`${key} ended`),
  );
  const letGo = async (key: string): Promise<void> => {
    waiting.get(key)?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { turns, told, letGo };
}

test("a key is run at once, and is running until its end is told", async () => {
  const { turns, told, letGo } = held();
  turns.ask("a");
  assert.deepEqual(told, ["a begins"]);
  assert.equal(turns.isRunning("a"), true);
  await letGo("a");
  assert.deepEqual(told, ["a begins", "a ended"]);
  assert.equal(turns.isRunning("a"), false);
});

test("what is asked for during a run is done once more, however often it was asked for", async () => {
  const { turns, told, letGo } = held();
  turns.ask("a");
  turns.ask("a");
  turns.ask("a");
  assert.deepEqual(told, ["a begins"]);
  await letGo("a");
  assert.deepEqual(told, ["a begins", "a begins"]);
  assert.equal(turns.isRunning("a"), true);
  await letGo("a");
  assert.deepEqual(told, ["a begins", "a begins", "a ended"]);
});

test("one key does not wait for another", async () => {
  const { turns, told, letGo } = held();
  turns.ask("a");
  turns.ask("b");
  await letGo("b");
  assert.deepEqual(told, ["a begins", "b begins", "b ended"]);
  assert.equal(turns.isRunning("a"), true);
});

test("after its end a key can be asked for again", async () => {
  const { turns, told, letGo } = held();
  turns.ask("a");
  await letGo("a");
  turns.ask("a");
  assert.deepEqual(told, ["a begins", "a ended", "a begins"]);
});
