/**
 * The texts of the extension's own pages, with plurals and values. Owns no text and does not choose the language; the
 * texts of hints are made in `wording.ts`.
 */

import { fill, find, underscored, type Vocabulary } from "./wording.ts";

type Values = Readonly<Record<string, string>>;

/** The text of a key, or the key itself if there is none, so that a test or a reader notices. */
export function phrase(vocabulary: Vocabulary, key: string, values: Values = {}): string {
  return fill(find(key, vocabulary) ?? key, values);
}

/** The plural form for `count`, which is also filled in at `$count$`. */
export function counted(vocabulary: Vocabulary, key: string, count: number, values: Values = {}): string {
  const form = new Intl.PluralRules(vocabulary.language).select(count);
  const message = vocabulary.texts.get(`${key}_${form}`) ?? vocabulary.texts.get(key);
  // The fallback chooses its own form: English has other forms than the language that lacks this text.
  if (message === undefined && vocabulary.fallback) return counted(vocabulary.fallback, key, count, values);
  return fill(message ?? key, { ...values, count: new Intl.NumberFormat(vocabulary.language).format(count) });
}

/** The name of a rule outside of its hints; mostly the title of its hint. */
export function ruleName(vocabulary: Vocabulary, rule: string): string {
  const id = underscored(rule);
  return find(`${id}_called`, vocabulary) ?? find(`${id}_title`, vocabulary) ?? rule;
}

export function timeOfDay(vocabulary: Vocabulary, moment: number): string {
  return new Intl.DateTimeFormat(vocabulary.language, { timeStyle: "short" }).format(moment);
}

/**
 * The name of a language in that language, for lists. If there are two of one language they differ by script, which
 * says more to a reader than a country: 繁體中文 is for Hong Kong as well.
 */
export function ownName(tag: string, all: readonly string[]): string {
  const locale = new Intl.Locale(tag);
  const { language, script } = locale.maximize();
  const hasSibling = all.some((other) => other !== tag && new Intl.Locale(other).language === locale.language);
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(hasSibling ? `${language}-${script}` : tag) ?? tag;
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(tag));
}
