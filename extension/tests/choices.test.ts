import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { localDay } from "../background/today.ts";
import {
  changeChoices,
  choicesFrom,
  forgetPolicy,
  PLACE_SILENCE_MS,
  readChoicesSoon,
  readLanguage,
  readSilencedUntil,
} from "../shared/storage/choices.ts";
import { silence } from "../shared/storage/silences.ts";
import { provideWebLocks } from "./web-locks.ts";

provideWebLocks();

test("a policy is passed on as it is stored, since the core reads it", () => {
  const stored = { defaultRegion: 81, allowedRegions: ["JP", 1, "US"], unheardOf: {} };
  assert.equal(choicesFrom({}, stored, 0).policy, stored);
});

test("an empty storage gives no choice at all", () => {
  const { settings, language, silencedUntil } = choicesFrom({}, {}, 0);
  assert.deepEqual(settings, { silencedRules: [], silencedPlaces: [] });
  assert.equal(language, undefined);
  assert.equal(silencedUntil.size, 0);
});

test("a place is silenced until its time is over, and an invalid time silences nothing", () => {
  const stored = { silencedPlaces: { register: 1000, personal: 1001, "security-info": "later", "user-methods": null } };
  assert.deepEqual(choicesFrom(stored, {}, 1000).settings.silencedPlaces, ["personal"]);
  // No silence lasts that long: the clock was ahead when the user pressed, and has been corrected since.
  const ahead = { silencedPlaces: { register: 1000 + PLACE_SILENCE_MS, personal: 1001 + PLACE_SILENCE_MS } };
  assert.deepEqual(choicesFrom(ahead, {}, 1000).settings.silencedPlaces, ["register"]);
  for (const silencedPlaces of [null, 7, "register", ["register"]]) {
    assert.deepEqual(choicesFrom({ silencedPlaces }, {}, 0).settings.silencedPlaces, []);
  }
});

test("the day is that of the browser's time zone", () => {
  assert.equal(localDay(new Date(2026, 10, 5, 23, 59)), "2026-11-05");
});

test("a late policy is requested once for all readings, and again after a change", async () => {
  let readings = 0;
  let region = "JP";
  const managed = {
    get: async () => {
      readings += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { defaultRegion: region };
    },
  };
  Object.assign(globalThis, { chrome: { storage: { local: { get: async () => ({}) }, managed } } });

  const read = async (): Promise<string | undefined> => {
    let policyCame = (): void => undefined;
    const late = new Promise<void>((resolve) => (policyCame = resolve));
    const { defaultRegion } = (await readChoicesSoon(policyCame)).policy;
    if (typeof defaultRegion === "string") return defaultRegion;
    await late;
    return read();
  };
  assert.equal(await read(), "JP");
  assert.equal(readings, 1);
  region = "DE";
  forgetPolicy();
  assert.equal(await read(), "DE");
  assert.equal(readings, 2);
});

/** A storage that records what is written, and refuses to write on demand. */
function writable(stored: Record<string, unknown>): {
  stored: Record<string, unknown>;
  writes: object[];
  refuses: boolean;
} {
  const storage = { stored, writes: [] as object[], refuses: false };
  const local = {
    get: async () => structuredClone(stored),
    set: async (items: object) => {
      if (storage.refuses) throw new Error("QUOTA_BYTES quota exceeded");
      storage.writes.push(items);
      Object.assign(stored, items);
    },
  };
  Object.assign(globalThis, { chrome: { storage: { local } } });
  return storage;
}

test("choices that are changed together are written at once, and are read as written", async () => {
  const { stored, writes } = writable({ defaultRegion: "JP", silencedRules: ["trunk-zero"] });
  await changeChoices(() => ({ defaultRegion: undefined, language: "de", silencedRules: ["single-method"] }));
  assert.equal(writes.length, 1);
  const { settings, language } = choicesFrom(stored, {}, 0);
  assert.deepEqual([settings.defaultRegion, language, settings.silencedRules], [undefined, "de", ["single-method"]]);
});

test("changes are made in the order of the requests, silences among them", async () => {
  const { stored } = writable({});
  await Promise.all([
    silence({ kind: "rule", rule: "trunk-zero" }),
    changeChoices(() => ({ silencedRules: ["single-method"], language: "ja" })),
    silence({ kind: "rule", rule: "phone-only" }),
  ]);
  assert.deepEqual(choicesFrom(stored, {}, 0).settings.silencedRules, ["single-method", "phone-only"]);
});

/** The module that silences, several times with a state of its own, as popup, settings and background have it. */
async function silencesInContexts(count: number): Promise<{ silence: typeof silence }[]> {
  const { outputFiles } = await build({
    entryPoints: ["shared/storage/silences.ts"],
    bundle: true,
    format: "esm",
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  return Promise.all(Array.from({ length: count }, (_, at) => import(`data:text/javascript;base64,${code}#${at}`)));
}

test("changes of one list that several contexts make at the same time are all kept", async () => {
  const { stored } = writable({});
  const contexts = await silencesInContexts(3);
  assert.equal(new Set(contexts.map((context) => context.silence)).size, 3, "they share no state");
  await Promise.all(contexts.map((context, at) => context.silence({ kind: "rule", rule: `rule-${at}` })));
  assert.deepEqual(choicesFrom(stored, {}, 0).settings.silencedRules, ["rule-0", "rule-1", "rule-2"]);
  await Promise.all(contexts.map((context, at) => context.silence({ kind: "place", place: `place-${at}` })));
  assert.deepEqual(Object.keys(stored["silencedPlaces"] as object), ["place-0", "place-1", "place-2"]);
});

test("a change that the storage refuses rejects, changes nothing, and does not block the next", async () => {
  const storage = writable({ language: "de" });
  storage.refuses = true;
  await assert.rejects(
    changeChoices(() => ({ defaultRegion: "JP", language: "ja" })),
    /QUOTA/,
  );
  assert.deepEqual(storage.stored, { language: "de" });
  storage.refuses = false;
  await changeChoices(() => ({ language: "fr" }));
  assert.equal(choicesFrom(storage.stored, {}, 0).language, "fr");
});

test("if the storage cannot be read, pages still get their texts, and reviews fail", async () => {
  const get = () => Promise.reject(new Error("IO error: .../LOCK: Corruption"));
  Object.assign(globalThis, { chrome: { storage: { local: { get }, managed: { get: async () => ({}) } } } });
  assert.equal(await readLanguage(), undefined);
  assert.equal((await readSilencedUntil()).size, 0);
  await assert.rejects(
    readChoicesSoon(() => undefined),
    /Corruption/,
  );
});
