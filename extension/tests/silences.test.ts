import assert from "node:assert/strict";
import { test } from "node:test";
import { PLACE_SILENCE_MS } from "../shared/storage/choices.ts";
import { silence, unsilence, withoutSilenced, withSilenced } from "../shared/storage/silences.ts";
import { provideWebLocks } from "./web-locks.ts";

provideWebLocks();

const NONE = { silencedRules: [], silencedPlaces: {} };

test("a rule is silenced once, however often it is asked for, and undone at once", () => {
  const thing = { kind: "rule", rule: "trunk-zero" } as const;
  const twice = withSilenced(withSilenced(NONE, thing, 0), thing, 0);
  assert.deepEqual(twice, { silencedRules: ["trunk-zero"], silencedPlaces: {} });
  assert.deepEqual(withoutSilenced(twice, thing), NONE);
});

test("a place is silenced for two hours from the latest press", () => {
  const thing = { kind: "place", place: "security-info" } as const;
  const again = withSilenced(withSilenced(NONE, thing, 5), thing, 10);
  assert.deepEqual(again.silencedPlaces, { "security-info": 10 + PLACE_SILENCE_MS });
  assert.equal(PLACE_SILENCE_MS, 7_200_000);
  assert.deepEqual(withoutSilenced(again, thing), NONE);
});

test("what is no name of a rule or a place is not kept", () => {
  for (const name of ["", "Trunk-zero", "a b", "../x", "-x", "x".repeat(65), "__proto__"]) {
    assert.deepEqual(withSilenced(NONE, { kind: "rule", rule: name }, 0), NONE, name);
    assert.deepEqual(withSilenced(NONE, { kind: "place", place: name }, 0), NONE, name);
  }
});

test("silences without end push out the oldest and grow no longer", () => {
  let silences: Parameters<typeof withSilenced>[0] = NONE;
  for (let number = 0; number < 1000; number += 1) {
    silences = withSilenced(silences, { kind: "rule", rule: `rule-${number}` }, 0);
    silences = withSilenced(silences, { kind: "place", place: `place-${number}` }, 0);
  }
  assert.equal(silences.silencedRules.length, 200);
  assert.equal(silences.silencedRules.at(-1), "rule-999");
  assert.equal(Object.keys(silences.silencedPlaces).length, 200);
});

test("silences that come at once are all kept, and what is over is tidied away", async () => {
  const stored: Record<string, unknown> = { silencedPlaces: { personal: 1 } };
  const local = {
    get: async () => structuredClone(stored),
    set: async (items: object) => void Object.assign(stored, items),
    remove: async (key: string) => void delete stored[key],
  };
  Object.assign(globalThis, { chrome: { storage: { local } } });
  await Promise.all([
    silence({ kind: "rule", rule: "trunk-zero" }),
    silence({ kind: "rule", rule: "single-method" }),
    silence({ kind: "place", place: "register" }),
    unsilence({ kind: "rule", rule: "trunk-zero" }),
  ]);
  assert.deepEqual(stored["silencedRules"], ["single-method"]);
  assert.deepEqual(Object.keys(stored["silencedPlaces"] as object), ["register"]);
});
