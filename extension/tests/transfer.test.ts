import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, exported, imported, LONGEST_FILE } from "../settings/transfer.ts";

const KNOWN = { regions: ["DE", "JP"], languages: ["en", "ja"], rules: ["single-method", "trunk-zero"] };
const ALL = { defaultRegion: "JP", language: "ja", silencedRules: ["trunk-zero"] };

const file = (values: object) => JSON.stringify({ kind: "sparekey-settings", version: 1, ...values });

const NOTHING_CHOSEN = { silencedRules: [] };

function refusal(text: string): string {
  const answer = imported(text, KNOWN, NOTHING_CHOSEN);
  return answer.kind === "refused"
    ? [answer.refusal, answer.name].filter((part) => part !== undefined).join(" ")
    : "accepted";
}

test("an exported file is imported unchanged", () => {
  for (const choices of [ALL, { silencedRules: [] }]) {
    assert.deepEqual(imported(exported(choices), KNOWN, NOTHING_CHOSEN), { kind: "accepted", choices, ignored: [] });
    assert.deepEqual(changes(choices, choices), []);
  }
});

test("a file that was touched by an editor is still read", () => {
  assert.equal(imported(`\uFEFF${exported(ALL)}\r\n`, KNOWN, NOTHING_CHOSEN).kind, "accepted");
});

test("each kind of bad file has its own answer", () => {
  for (const text of ["", "{", "undefined", exported(ALL).slice(0, -4)]) assert.equal(refusal(text), "no-json", text);
  for (const text of [
    "null",
    "1",
    '"sparekey-settings"',
    "[]",
    "{}",
    '{"kind":["sparekey-settings"]}',
    '{"__proto__":{"kind":"sparekey-settings"}}',
  ]) {
    assert.equal(refusal(text), "foreign", text);
  }
  assert.equal(refusal(file({ version: 2 })), "newer");
  for (const version of ["1", null, 0, -3.5, 1.5])
    assert.equal(refusal(file({ version })), "bad-value version", String(version));
  assert.equal(
    refusal('{"kind":"sparekey-settings","version":1e999}'),
    "bad-value version",
    "no file counts as far as that",
  );
  assert.equal(refusal(file({ defaultRegion: null })), "bad-value defaultRegion");
  assert.equal(refusal(file({ defaultRegion: "" })), "bad-value defaultRegion");
  assert.equal(refusal(file({ language: { toString: 1 } })), "bad-value language");
  assert.equal(refusal(file({ silencedRules: ["trunk-zero", 1] })), "bad-value silencedRules");
  assert.equal(refusal(file({ note: "x".repeat(LONGEST_FILE) })), "too-large");
  assert.equal(refusal("[".repeat(60_000)), "no-json");
});

test("unknown values are ignored and listed, and the present choices stay", () => {
  const odd = file({
    defaultRegion: "XX",
    language: "tlh",
    silencedRules: ["old", "trunk-zero", "trunk-zero"],
    later: 1,
  });
  const ignored = ["later", "XX", "tlh", "old"];
  const choices = { silencedRules: ["trunk-zero"] };
  assert.deepEqual(imported(odd, KNOWN, NOTHING_CHOSEN), { kind: "accepted", choices, ignored });
  assert.deepEqual(imported(odd, KNOWN, ALL), {
    kind: "accepted",
    choices: { ...choices, defaultRegion: "JP", language: "ja" },
    ignored,
  });
  for (const defaultRegion of ["jp", "ZZ", "toString"]) {
    const answer = imported(file({ defaultRegion }), KNOWN, ALL);
    assert.deepEqual(answer, {
      kind: "accepted",
      choices: { defaultRegion: "JP", silencedRules: [] },
      ignored: [defaultRegion],
    });
  }
});

test("the changes are the differences, and what the file lacks is removed", () => {
  assert.deepEqual(changes(ALL, { silencedRules: ["single-method"] }), [
    { what: "defaultRegion", before: "JP", after: undefined },
    { what: "language", before: "ja", after: undefined },
    { what: "rule", rule: "trunk-zero", isOn: true },
    { what: "rule", rule: "single-method", isOn: false },
  ]);
});
