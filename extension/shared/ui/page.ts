/**
 * What the extension's own pages have in common: the language that the user has chosen, its direction, and the texts
 * that are written into the markup. Owns no text and no style.
 */

import { readLanguage } from "../storage/choices.ts";
import { bestLanguage, directionOf, FALLBACK } from "../texts/languages.ts";
import { SequenceGuard } from "../messaging/sequence-guard.ts";
import { phrase } from "../texts/phrases.ts";
import { vocabularyFor } from "../texts/vocabularies.ts";
import type { Vocabulary } from "../texts/wording.ts";

/** Key in `localStorage` of the choice as it was last read, because only that can be read synchronously. */
const LAST_LANGUAGE = "language";

/**
 * Fills in the markup's texts synchronously if they are the browser's own, so that the first frame has them. If another
 * language is chosen, the page stays hidden until its texts are loaded.
 */
export function translateAtOnce(): void {
  const wish = chrome.i18n.getUILanguage();
  const language = bestLanguage([wish], LANGUAGES);
  // The browser itself falls back by cutting off the end of a tag, and in no other way.
  const isTheBrowsers = language === FALLBACK || `${wish}-`.startsWith(`${language}-`);
  if (isTheBrowsers && localStorage.getItem(LAST_LANGUAGE) === null)
    fillIn(language, (key) => chrome.i18n.getMessage(key));
}

/**
 * Fills in the texts of the chosen language, now and whenever another one is chosen, and shows the page. `changed` gets
 * the texts of each later language.
 *
 * @returns the texts of the first language
 * @throws if no texts can be read
 */
export function followLanguage(changed: (vocabulary: Vocabulary) => void): Promise<Vocabulary> {
  // Of two languages chosen in quick succession, the texts of the first may come last.
  const readings = new SequenceGuard();
  let isTranslated = false;
  return new Promise((resolve, reject) => {
    const read = async () => {
      const reading = readings.next();
      const vocabulary = await chosenVocabulary();
      if (!readings.isLatest(reading)) return;
      fillIn(vocabulary.language, (key) => phrase(vocabulary, key));
      if (isTranslated) changed(vocabulary);
      isTranslated = true;
      resolve(vocabulary);
    };
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area === "local" && "language" in changes) read().catch(reject);
    });
    read().catch(reject);
  });
}

/**
 * The texts of the chosen language, or of the browser's. Reads the choice without the policy, for which Chromium may
 * take seconds: the page must not wait for it.
 */
async function chosenVocabulary(): Promise<Vocabulary> {
  const chosen = await readLanguage();
  if (chosen === undefined) localStorage.removeItem(LAST_LANGUAGE);
  else localStorage.setItem(LAST_LANGUAGE, chosen);
  return vocabularyFor([chosen, chrome.i18n.getUILanguage()]);
}

function fillIn(language: string, textOf: (key: string) => string): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = directionOf(language);
  for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
    const text = textOf(place.dataset["text"] ?? "");
    if (place.textContent !== text) place.textContent = text;
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-label]")) {
    place.setAttribute("aria-label", textOf(place.dataset["label"] ?? ""));
  }
  documentElement.removeAttribute("data-untranslated");
}
