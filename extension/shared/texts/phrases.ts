/**
 * The texts of the extension's own pages: plurals chosen, values filled in. It owns no text and no
 * language; those of hints are made in `wording.ts`.
 */

import { fill, find, underscored, type Vocabulary } from "./wording.ts";

type Values = Readonly<Record<string, string>>;

/** The key itself where there is no text, so that a test or a reader sees it. */
export function phrase(vocabulary: Vocabulary, key: string, values: Values = {}): string {
  return fill(find(key, vocabulary) ?? key, values);
}

/** The plural form for `count`, which also stands at `$count$`. */
export function counted(vocabulary: Vocabulary, key: string, count: number, values: Values = {}): string {
  const form = new Intl.PluralRules(vocabulary.language).select(count);
  const message = vocabulary.texts.get(`${key}_${form}`) ?? vocabulary.texts.get(key);
  // English has other forms than the language that lacks this text.
  if (message === undefined && vocabulary.fallback) return counted(vocabulary.fallback, key, count, values);
  return fill(message ?? key, { ...values, count: new Intl.NumberFormat(vocabulary.language).format(count) });
}

/** How a rule is called where it does not speak; most are called what they say. */
export function ruleName(vocabulary: Vocabulary, rule: string): string {
  const id = underscored(rule);
  return find(`${id}_called`, vocabulary) ?? find(`${id}_title`, vocabulary) ?? rule;
}

export function timeOfDay(vocabulary: Vocabulary, moment: number): string {
  return new Intl.DateTimeFormat(vocabulary.language, { timeStyle: "short" }).format(moment);
}

/**
 * Of a language, in itself, as lists write it. Where there are two of one language they differ by script,
 * which says more to a reader than a country: 繁體中文 is for Hong Kong as well.
 */
export function ownName(tag: string, all: readonly string[]): string {
  const locale = new Intl.Locale(tag);
  const { language, script } = locale.maximize();
  const hasSibling = all.some((other) => other !== tag && new Intl.Locale(other).language === locale.language);
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(hasSibling ? `${language}-${script}` : tag) ?? tag;
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(tag));
}
