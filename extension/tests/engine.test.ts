import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { review } from "../shared/engine.ts";
import { playedCore } from "./played-glue.ts";

Object.assign(globalThis, { chrome: { runtime: { getURL: (path: string) => path } }, fetch: () => Promise.resolve() });

const CONTEXT = { today: "2026-11-21", settings: { silencedRules: [], silencedPlaces: [] }, policy: {} };

/** The number of the instance that has answered. */
async function ask(): Promise<number> {
  const answer: object = await review({ frames: [] }, CONTEXT as never);
  return (answer as { answeredBy: number }).answeredBy;
}

let present = 0;
beforeEach(async () => {
  present = await ask();
});

test("one instance answers question after question", async () => {
  assert.deepEqual([await ask(), await ask(), playedCore.made], [present, present, present]);
});

test("a question on which the core panics is repeated with a new instance, which is kept", async () => {
  playedCore.throwing = 1;
  assert.deepEqual([await ask(), await ask()], [present + 1, present + 1]);
});

test("a question on which it panics twice fails, and neither instance is used again", async () => {
  playedCore.throwing = 2;
  await assert.rejects(ask(), /unreachable/);
  assert.equal(playedCore.throwing, 0, "asked no third time");
  assert.equal(await ask(), present + 2);
});

test("a core that could not be loaded is loaded anew, for the same question and for the next", async () => {
  playedCore.throwing = 1;
  playedCore.unloadable = 1;
  await assert.rejects(ask(), /not loaded/);
  assert.equal(await ask(), present + 2);
});

test("a malformed question is refused at once, and the instance that has refused it is kept", async () => {
  const { judge } = playedCore;
  let asked = 0;
  playedCore.judge = () => {
    asked += 1;
    throw new Error("tab.frames[0].snapshot: missing field");
  };
  await assert.rejects(ask(), /missing field/);
  playedCore.judge = judge;
  assert.deepEqual([asked, await ask(), playedCore.made], [1, present, present]);
});

test("whatever else is thrown counts as a panic", async () => {
  const { judge } = playedCore;
  for (const thrown of [new RangeError("Maximum call stack size exceeded"), new TypeError("x"), "text", undefined]) {
    const before = await ask();
    let isFirst = true;
    playedCore.judge = (tab) => {
      if (!isFirst) return judge(tab);
      isFirst = false;
      throw thrown;
    };
    assert.equal(await ask(), before + 1, String(thrown));
  }
  playedCore.judge = judge;
});
