import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, Fix, SpotFix } from "../../pkg/sparekey.js";
import { cardsFrom, dayName, fill, grouped, hintFrom, textKeys, type Vocabulary } from "../shared/texts/wording.ts";
import { bestLanguage } from "../shared/texts/languages.ts";

const english: Vocabulary = {
  language: "en",
  texts: new Map([
    ["wrong_length_title", "Wrong length"],
    ["wrong_length_too_short_body_one", "$count$ digit is missing in $country$."],
    ["wrong_length_too_short_body_other", "$count$ digits are missing in $country$."],
    ["wrong_length_too_short_admin_title", "Too short for them"],
    ["wrong_length_why", "It would never ring."],
    ["ui_fix", "Change to $number$"],
    ["ui_reviewed", "checked on $date$"],
    ["severity_stop", "Stop"],
  ]),
};
const japanese: Vocabulary = {
  language: "ja",
  texts: new Map([["wrong_length_too_short_body_other", "$country$では $count$ 桁足りません。"]]),
  fallback: english,
};

const finding: Finding = {
  rule: "wrong-length",
  variant: "too-short",
  fingerprint: "wrong-length too-short 1 JP",
  severity: "stop",
  interrupts: true,
  audience: "user",
  node: 7,
  anchor: "field",
  params: [
    { name: "count", value: { kind: "count", count: 1 } },
    { name: "country", value: { kind: "region", region: "JP" } },
  ],
  source: { title: "A source", address: "https://example.org/", language: "en", reviewed: "2026-11-21" },
};
const missing = (count: number): Finding => ({
  ...finding,
  params: finding.params.map((param) =>
    param.name === "count" ? { ...param, value: { kind: "count", count } } : param,
  ),
});

test("a hint is known by what the core says was found, in any language", () => {
  assert.equal(hintFrom(finding, english).fingerprint, finding.fingerprint);
  assert.equal(hintFrom(finding, japanese).fingerprint, finding.fingerprint);
});

test("days left take their plural form and are written as other counts", () => {
  const daysLeft = (count: number) =>
    hintFrom({ ...finding, params: [{ name: "count", value: { kind: "days", count } }] }, english).body;
  assert.equal(daysLeft(1), "1 digit is missing in $country$.");
  assert.equal(daysLeft(1200), "1,200 digits are missing in $country$.");
});

test("a text takes the plural form of its count", () => {
  assert.equal(hintFrom(finding, english).body, "1 digit is missing in Japan.");
  assert.equal(hintFrom(missing(2), english).body, "2 digits are missing in Japan.");
});

test("a language without a singular uses its only form, not English", () => {
  assert.equal(hintFrom(finding, japanese).body, "日本では 1 桁足りません。");
});

test("a text that a language lacks is in English", () => {
  assert.equal(hintFrom(finding, japanese).title, "Wrong length");
});

test("the text for the audience is preferred to the general one, and that of the variant to that of the rule", () => {
  assert.equal(hintFrom({ ...finding, audience: "admin" }, english).title, "Too short for them");
  assert.deepEqual(textKeys(finding, "title"), [
    "wrong_length_too_short_user_title",
    "wrong_length_too_short_title",
    "wrong_length_user_title",
    "wrong_length_title",
  ]);
});

/** The card of a spot that has this fix. */
function cardWith(fix: Fix) {
  const fixed: Finding = { ...finding, fix };
  const elsewhere: SpotFix = { node: 9, anchor: "field", fix: { before: "1", after: "2" } };
  const spot: SpotFix = { node: finding.node, anchor: finding.anchor, fix };
  const [card] = cardsFrom({ id: 0, findings: [fixed], fixes: [elsewhere, spot] }, english);
  return card;
}

test("a number in the fix keeps its order among right-to-left words", () => {
  assert.equal(cardWith({ before: "090", after: "+81 90" })?.fix?.label, "Change to \u2066+81\u00a090\u2069");
});

test("a fix is announced with its number in groups", () => {
  const fix = cardWith({ before: "090", after: "+81 9012345678" })?.fix;
  assert.equal(fix?.spoken, "Change to +81 901 234 5678");
});

test("a card has the fix that the core names for its spot, and each hint says whether that sets it right", () => {
  const fix = { before: "090", after: "+81 90" };
  const second: Finding = { ...finding, rule: "punctuation" };
  const fixes: SpotFix[] = [{ node: 7, anchor: "field", fix }];
  const findings = [second, { ...finding, fix }, { ...second, anchor: "choice" as const }];
  const [field, choice] = cardsFrom({ id: 0, findings, fixes }, english);
  assert.deepEqual([field?.fix?.before, field?.fix?.after], [fix.before, fix.after]);
  assert.deepEqual(
    field?.hints.map(({ isFixable }) => isFixable),
    [false, true],
  );
  assert.equal(choice?.fix, undefined);
});

test("the day of the source is written out", () => {
  assert.equal(hintFrom(finding, english).source.reviewed, "checked on November\u00a021,\u00a02026");
});

test("the first day of a month is written as its language writes it", () => {
  for (const [language, first, second] of [
    ["fr", "1er février 2027", "2 février 2027"],
    ["pt-BR", "1º de fevereiro de 2027", "2 de fevereiro de 2027"],
    ["de", "1. Februar 2027", "2. Februar 2027"],
    ["en", "February 1, 2027", "February 2, 2027"],
    ["ja", "2027年2月1日", "2027年2月2日"],
  ] as const) {
    assert.equal(breakable(dayName("2027-02-01", language)), first);
    assert.equal(breakable(dayName("2027-02-02", language)), second);
  }
  assert.equal(breakable(dayName("2027-02-11", "fr")), "11 février 2027");
});

/** Without the invisible marks that keep a date on one line. */
function breakable(date: string): string {
  return date.replaceAll("\u00a0", " ").replaceAll("\u2060", "");
}

test("a date shown on a page has no place where a line could end", () => {
  for (const [language, day, month] of [
    ["de", "21.~November~2026", "November~2026"],
    ["en", "November~21,~2026", "November~2026"],
    ["es", "21~de~noviembre~de~2026", "noviembre~de~2026"],
    ["ja", "2026|年|11|月|21|日", "2026|年|11|月"],
    ["ko", "2026|년~11|월~21|일", "2026|년~11|월"],
    ["zh-CN", "2026|年|11|月|21|日", "2026|年|11|月"],
    ["zh-TW", "2026|年|11|月|21|日", "2026|年|11|月"],
  ] as const) {
    const marked = (text: string) => text.replaceAll("\u00a0", "~").replaceAll("\u2060", "|");
    const { body } = dated(language);
    assert.equal(marked(dayName("2026-11-21", language)), day);
    assert.equal(marked(body), `${day} / ${month}`);
  }
});

test("a date is announced and sent without invisible marks", () => {
  for (const [language, text] of [
    ["de", "21. November 2026 / November 2026"],
    ["ja", "2026年11月21日 / 2026年11月"],
  ] as const) {
    const { spoken, message } = dated(language);
    assert.equal(spoken, `Wrong length ${text}`);
    assert.equal(message, text);
  }
});

function dated(language: string) {
  const params: Finding["params"] = [
    { name: "day", value: { kind: "date", date: "2026-11-21" } },
    { name: "month", value: { kind: "month", month: "2026-11" } },
  ];
  const texts = new Map([
    ["wrong_length_body", "$day$ / $month$"],
    ["wrong_length_message", "$day$ / $month$"],
  ]);
  return hintFrom({ ...finding, params }, { language, texts, fallback: english });
}

test("a month is written with its year", () => {
  const ended: Finding = { ...finding, params: [{ name: "month", value: { kind: "month", month: "2027-03" } }] };
  const bodyIn = (language: string): string =>
    hintFrom(ended, { language, texts: new Map([["wrong_length_body", "$month$"]]) }).body;
  assert.equal(breakable(bodyIn("en")), "March 2027");
  assert.equal(breakable(bodyIn("fr")), "mars 2027");
  assert.equal(breakable(bodyIn("ja")), "2027年3月");
});

test("an invalid day or region is shown as it is", () => {
  const odd: Finding = {
    ...finding,
    params: [
      { name: "country", value: { kind: "region", region: "?" } },
      { name: "count", value: { kind: "count", count: 1 } },
    ],
  };
  assert.equal(hintFrom(odd, english).body, "1 digit is missing in ?.");
  assert.equal(
    hintFrom({ ...finding, source: { ...finding.source, reviewed: "soon" } }, english).source.reviewed,
    "checked on soon",
  );
});

test("a value cannot contain a placeholder of its own", () => {
  assert.equal(fill("$a$ $b$", { a: "$b$", b: "2" }), "$b$ 2");
});

test("a placeholder without a value stays visible", () => {
  assert.equal(fill("$unknown$", {}), "$unknown$");
});

test("numbers are announced in groups", () => {
  assert.equal(grouped("+81 9012345678"), "+81 901 234 5678");
  assert.equal(grouped("+1 911"), "+1 911");
  assert.equal(grouped("12345"), "12345");
});

test("findings at one element become one card, in their order", () => {
  const second: Finding = { ...finding, rule: "punctuation", severity: "warn" };
  const elsewhere: Finding = { ...finding, node: 9 };
  const cards = cardsFrom({ id: 0, findings: [finding, elsewhere, second], fixes: [] }, english);
  assert.deepEqual(
    cards.map(({ node, hints }) => [node, hints.map(({ rule }) => rule)]),
    [
      [7, ["wrong-length", "punctuation"]],
      [9, ["wrong-length"]],
    ],
  );
});

test("the page's language is served before the browser's, by tag and then by language", () => {
  assert.equal(bestLanguage(["ja-JP", "en"], ["en", "ja"]), "ja");
  assert.equal(bestLanguage([undefined, "", "de", "ja"], ["en", "ja"]), "ja");
  assert.equal(bestLanguage(["PT-br"], ["en", "pt-BR", "pt"]), "pt-BR");
  assert.equal(bestLanguage(["de"], ["en", "ja"]), "en");
});

test("a message to send contains no invisible marks", () => {
  const texts = new Map([["tell_the_user_added_message", "Your number is $number$."]]);
  const withMessage: Finding = {
    ...finding,
    rule: "tell-the-user",
    variant: "added",
    params: [{ name: "number", value: { kind: "phone-number", text: "+81 9012345678" } }],
  };
  assert.equal(hintFrom(withMessage, { language: "en", texts }).message, "Your number is +81 9012345678.");
  assert.equal(hintFrom(withMessage, english).message, undefined, "most findings have none");
});
