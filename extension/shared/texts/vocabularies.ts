/**
 * Loads the texts of a language. Owns which language is loaded, and the cache. It does not use `chrome.i18n`, which
 * knows the browser's language only: here the page's language or the user's choice decides.
 */

import { bestLanguage, FALLBACK } from "./languages.ts";
import type { Texts, Vocabulary } from "./wording.ts";

const loaded = new Map<string, Promise<Texts>>();

/** The texts of the first language of `wanted` that has any, else of English. */
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
  // A failed read is not kept.
  texts.catch(() => loaded.delete(language));
  return texts;
}

async function load(language: string): Promise<Texts> {
  const address = chrome.runtime.getURL(`_locales/${language.replace("-", "_")}/messages.json`);
  const messages = (await (await fetch(address)).json()) as Record<string, { message: string }>;
  return new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
}
