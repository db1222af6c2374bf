import assert from "node:assert/strict";
import { test } from "node:test";
import { Dismissals } from "../content/hands/dismissals.ts";
import { difference } from "../content/hands/difference.ts";
import { luminance } from "../content/hands/theme.ts";
import type { Card, Hint } from "../shared/texts/card.ts";
import { SequenceGuard } from "../shared/messaging/sequence-guard.ts";

const marked = (before: string, after: string) => {
  const pieces = difference(before, after);
  const show = (side: "before" | "after") =>
    pieces[side].map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");
  return [show("before"), show("after")];
};

test("removed and added characters are marked, shared ones are not", () => {
  assert.deepEqual(marked("090-1234-5678", "+81 9012345678"), ["[0]90[-]1234[-]5678", "[+81 ]9012345678"]);
});

test("equal texts have no mark", () => {
  assert.deepEqual(marked("+81 90", "+81 90"), ["+81 90", "+81 90"]);
});

test("full-width characters are marked one by one, whole", () => {
  assert.deepEqual(marked("０９0", "+81 90"), ["[０９]0", "[+81 9]0"]);
});

test("texts too long to compare are shown without marks", () => {
  const long = "1".repeat(10_000);
  assert.deepEqual(difference(long, "2").before, [{ text: long, changed: false }]);
});

test("the answer to an older question is not the latest", () => {
  const questions = new SequenceGuard();
  const first = questions.next();
  const second = questions.next();
  assert.ok(!questions.isLatest(first));
  assert.ok(questions.isLatest(second));
});

const hint = (rule: string) => ({ rule, fingerprint: rule, isFixable: rule !== "wrong-length" }) as Hint;
const card = (anchor: Card["anchor"], node: number, ...rules: [string, ...string[]]) =>
  ({ anchor, node, hints: rules.map(hint) }) as unknown as Card;

test("a dismissed hint stays away while the field holds what it held", () => {
  const dismissals = new Dismissals();
  dismissals.add(card("field", 1, "punctuation"), "090-1");
  assert.equal(
    dismissals.remaining(card("field", 1, "punctuation"), () => "090-1"),
    undefined,
  );
});

test("a dismissed hint comes back when the value changes, and stays when it changes back", () => {
  const dismissals = new Dismissals();
  dismissals.add(card("field", 1, "punctuation"), "090-1");
  assert.ok(dismissals.remaining(card("field", 1, "punctuation"), () => "090-12"));
  assert.ok(dismissals.remaining(card("field", 1, "punctuation"), () => "090-1"));
});

test("a dismissed hint is recognized in another language, at a field and in a rebuilt list", () => {
  const inWords = (shown: Card, words: string) =>
    ({ ...shown, hints: shown.hints.map((hint) => ({ ...hint, title: words, body: words })) }) as Card;
  const dismissals = new Dismissals();
  dismissals.add(inWords(card("field", 1, "punctuation"), "Only digits"), "090-1");
  dismissals.add(inWords(card("list", 2, "phone-only"), "In 72 days"), "");
  assert.equal(
    dismissals.remaining(inWords(card("field", 1, "punctuation"), "数字だけ"), () => "090-1"),
    undefined,
  );
  assert.equal(
    dismissals.remaining(inWords(card("list", 9, "phone-only"), "In 71 days"), () => ""),
    undefined,
  );
});

test("another finding at the same element is still shown", () => {
  const dismissals = new Dismissals();
  dismissals.add(card("field", 1, "punctuation"), "090-1");
  const left = dismissals.remaining(card("field", 1, "trunk-zero", "punctuation"), () => "090-1");
  assert.deepEqual(
    left?.hints.map(({ rule }) => rule),
    ["trunk-zero"],
  );
});

test("a later dismissal does not bring back an earlier one, as long as the value stays", () => {
  const dismissals = new Dismissals();
  dismissals.add(card("field", 1, "punctuation", "trunk-zero"), "090-1");
  dismissals.add(card("field", 1, "wrong-length"), "090-1");
  assert.equal(
    dismissals.remaining(card("field", 1, "punctuation", "trunk-zero", "wrong-length"), () => "090-1"),
    undefined,
  );
  dismissals.add(card("field", 1, "wrong-length"), "090-12");
  assert.ok(
    dismissals.remaining(card("field", 1, "punctuation"), () => "090-12"),
    "another value is another matter",
  );
});

test("two cards at one element are dismissed and restored independently", () => {
  const dismissals = new Dismissals();
  const [field, choice] = [card("field", 1, "punctuation"), card("choice", 1, "email-is-not-mfa")];
  dismissals.add(field, "1");
  dismissals.add(choice, "1");
  assert.equal(
    dismissals.remaining(field, () => "1"),
    undefined,
  );
  dismissals.takeBack(choice);
  assert.ok(dismissals.remaining(choice, () => "1"));
  assert.equal(
    dismissals.remaining(field, () => "1"),
    undefined,
  );
});

test("the fix of a spot stays for as long as one of the hints that are left is set right by it", () => {
  const dismissals = new Dismissals();
  const fix = { before: "090-1", after: "+81 901", label: "", spoken: "", done: "" };
  const whole = { ...card("field", 1, "punctuation", "trunk-zero", "wrong-length"), fix };
  const left = () => dismissals.remaining(whole, () => "090-1");
  assert.equal(left()?.fix, fix);
  dismissals.add(card("field", 1, "punctuation"), "090-1");
  assert.equal(left()?.fix, fix);
  dismissals.add(card("field", 1, "trunk-zero"), "090-1");
  assert.deepEqual([left()?.hints.length, left()?.fix], [1, undefined]);
});

test("a rebuilt list does not bring a dismissed hint back", () => {
  const dismissals = new Dismissals();
  dismissals.add(card("list", 1, "single-method"), "");
  assert.equal(
    dismissals.remaining(card("list", 2, "single-method"), () => "other"),
    undefined,
  );
});

test("an undone dismissal leaves no trace", () => {
  const dismissals = new Dismissals();
  for (const anchor of ["field", "list"] as const) {
    dismissals.add(card(anchor, 1, "punctuation"), "090-1");
    assert.equal(
      dismissals.remaining(card(anchor, 1, "punctuation"), () => "090-1"),
      undefined,
    );
    dismissals.takeBack(card(anchor, 1, "punctuation"));
    assert.ok(dismissals.remaining(card(anchor, 1, "punctuation"), () => "090-1"));
  }
});

test("all dismissals, at fields and lists, can be undone at once", () => {
  const dismissals = new Dismissals();
  const [field, list] = [card("field", 1, "punctuation"), card("list", 2, "single-method", "phone-only")];
  dismissals.add(field, "090-1");
  dismissals.add(list, "");
  dismissals.takeBackAll();
  assert.deepEqual(
    dismissals.remaining(field, () => "090-1"),
    field,
  );
  assert.deepEqual(
    dismissals.remaining(list, () => ""),
    list,
  );
});

test("what was dismissed for one subject is shown again for the next", () => {
  const dismissals = new Dismissals();
  dismissals.turnTo("one");
  dismissals.add(card("list", 1, "single-method"), "");
  dismissals.turnTo("one");
  assert.equal(
    dismissals.remaining(card("list", 1, "single-method"), () => ""),
    undefined,
  );
  dismissals.turnTo("other");
  assert.ok(dismissals.remaining(card("list", 1, "single-method"), () => ""));
});

test("luminance is read from both notations of a color, and not from transparent ones", () => {
  assert.equal(luminance("rgb(255, 255, 255)"), 1);
  assert.equal(luminance("rgb(0 0 0 / 1)"), 0);
  assert.equal(luminance("rgba(0, 0, 0, 0)"), undefined);
});
