/**
 * Loads the texts of a language. It owns which language is taken for a page and the cache; `chrome.i18n`
 * is not used, since it knows the browser's language only, and the page's or the reader's choice decides.
 */

import { bestLanguage, FALLBACK } from "./languages.ts";
import type { Texts, Vocabulary } from "./wording.ts";

const loaded = new Map<string, Promise<Texts>>();

/** The first of `wanted` that there are texts for, else English. */
export async function vocabularyFor(wanted: readonly (string | undefined)[]): Promise<Vocabulary> {
  const language = bestLanguage(wanted, LANGUAGES);
  if (language === FALLBACK) return { language, texts: await textsOf(language) };
  const [texts, fallbackTexts] = await Promise.all([textsOf(language), textsOf(FALLBACK)]);
  return { language, texts, fallback: { language: FALLBACK, texts: fallbackTexts } };
}

function textsOf(language: string): Promise<Texts> {
  const known = loaded.get(language);
  if (known) return known;
  const texts = load(language);
  loaded.set(language, texts);
  // A failed read is not remembered.
  texts.catch(() => loaded.delete(language));
  return texts;
}

async function load(language: string): Promise<Texts> {
  const address = chrome.runtime.getURL(`_locales/${language.replace("-", "_")}/messages.json`);
  const messages = (await (await fetch(address)).json()) as Record<string, { message: string }>;
  return new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
}
