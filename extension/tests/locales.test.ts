import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { placeholderNames, withPlaceholders } from "../placeholders.mjs";
import { ruleName } from "../shared/texts/phrases.ts";

type Messages = Record<string, { message: string }>;

const languages = readdirSync("_locales");
const messagesOf = (language: string): Messages =>
  JSON.parse(readFileSync(`_locales/${language}/messages.json`, "utf8")) as Messages;

/** Plural forms differ from language to language; what is left of a key without its form must not. */
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

for (const language of languages) {
  const messages = messagesOf(language);
  const english = messagesOf("en");

  test(`${language} has a text for everything that English has, and for nothing else`, () => {
    const keys = (all: Messages) => [...new Set(Object.keys(all).map(withoutPlural))].sort();
    assert.deepEqual(keys(messages), keys(english));
  });

  test(`${language} uses the placeholders that English uses`, () => {
    const names = (all: Messages) =>
      Object.fromEntries(
        Object.entries(all).map(([key, { message }]) => [withoutPlural(key), placeholderNames(message).sort()]),
      );
    assert.deepEqual(names(messages), names(english));
  });

  test(`${language} has each plural form that the language knows, wherever it has one`, () => {
    const { pluralCategories } = new Intl.PluralRules(language.replace("_", "-")).resolvedOptions();
    const stems = Object.keys(messages)
      .filter((key) => withoutPlural(key) !== key)
      .map(withoutPlural);
    for (const stem of new Set(stems)) {
      for (const category of pluralCategories) assert.ok(messages[`${stem}_${category}`], `${stem}_${category}`);
    }
  });

  test(`${language} has no text that browsers would refuse`, () => {
    for (const [key, { message }] of Object.entries(messages)) {
      assert.match(key, /^[a-z0-9_]+$/);
      assert.notEqual(message.trim(), "", key);
      // A lone $ is read as the beginning of a placeholder.
      assert.doesNotMatch(message.replace(/\$[a-z_]+\$/g, ""), /\$/, key);
    }
    // The limit of the Chrome Web Store and of Firefox's add-on site.
    assert.ok((messages["extension_description"]?.message.length ?? 0) <= 132);
  });
}

/**
 * A number whose unit begins the next line is read twice. Japanese and Chinese lines break on both sides of a
 * plain space, and without a space as well; Korean ones hold together with `word-break: keep-all`, if there is none.
 */
const TORN_FROM_ITS_UNIT: Readonly<Record<string, RegExp>> = {
  Jpan: /(?:\d|\$(?:count|digits?)\$) ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hans: /(?:\d|\$(?:count|digits?)\$) ?\p{Script=Han}/u,
  Hant: /(?:\d|\$(?:count|digits?)\$) ?\p{Script=Han}/u,
  Kore: /(?:(?<![a-z\d])\d+|\$(?:count|digits)\$) \p{Script=Hangul}/u,
};

test("no line ends between a number and what it counts, where lines break within words", () => {
  const torn = languages.flatMap((language) => {
    const pattern = TORN_FROM_ITS_UNIT[new Intl.Locale(language.replace("_", "-")).maximize().script ?? ""];
    const messages = Object.entries(messagesOf(language));
    return messages.flatMap(([key, { message }]) => (pattern?.test(message) ? [`${language} ${key}: ${message}`] : []));
  });
  assert.deepEqual(torn, []);
});

test("every placeholder of a text is defined once in what browsers get", () => {
  const built = withPlaceholders({ key: { message: "$number$ or $date$, then $number$" } });
  assert.deepEqual(built["key"]?.placeholders, { number: { content: "$1" }, date: { content: "$2" } });
});

test("every rule is called something that needs no value, in every language", () => {
  const rules = JSON.parse(readFileSync("generated/rules.json", "utf8")) as { id: string }[];
  assert.ok(rules.length > 0);
  for (const language of languages) {
    const messages = messagesOf(language);
    const vocabulary = {
      language,
      texts: new Map(Object.entries(messages).map(([key, { message }]) => [key, message])),
    };
    const names = rules.map(({ id }) => ruleName(vocabulary, id));
    for (const [index, name] of names.entries()) {
      assert.notEqual(name, rules[index]?.id, `${language} has no name for it`);
      assert.deepEqual(placeholderNames(name), [], `${language}: ${name}`);
    }
    assert.equal(new Set(names).size, names.length, `${language}: no two rules have one name`);
  }
});

test("the README says how many languages the hints speak", () => {
  const [, count] = /Sparekey speaks (\d+) languages/u.exec(readFileSync("../README.md", "utf8")) ?? [];
  assert.equal(Number(count), languages.length);
});
