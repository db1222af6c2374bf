/**
 * What the extension's own pages have in common: the language that the user has chosen, its direction,
 * and the texts that stand in the markup. It owns no text and no look.
 */

import { readLanguage } from "../storage/choices.ts";
import { bestLanguage, directionOf, FALLBACK } from "../texts/languages.ts";
import { SequenceGuard } from "../messaging/sequence-guard.ts";
import { phrase } from "../texts/phrases.ts";
import { vocabularyFor } from "../texts/vocabularies.ts";
import type { Vocabulary } from "../texts/wording.ts";

/** In `localStorage`: the choice as it was last read, since it alone is there without waiting. */
const LAST_LANGUAGE = "language";

/**
 * Fills in the markup's texts without waiting for anything, where they are the browser's own: the first
 * frame has them then. Where another language is chosen, the page is seen when its texts are loaded.
 */
export function dressAtOnce(): void {
  const wish = chrome.i18n.getUILanguage();
  const language = bestLanguage([wish], LANGUAGES);
  // The browser takes what is left of a tag when its end is cut off, and knows no nearer relation.
  const isTheBrowsers = language === FALLBACK || `${wish}-`.startsWith(`${language}-`);
  if (isTheBrowsers && localStorage.getItem(LAST_LANGUAGE) === null)
    fillIn(language, (key) => chrome.i18n.getMessage(key));
}

/**
 * Dresses the page in the chosen language, now and whenever another is chosen, and lets it be seen. `changed` gets
 * the texts of each later one.
 *
 * @returns the texts that the page was first dressed in
 * @throws where no texts can be read
 */
export function followLanguage(changed: (vocabulary: Vocabulary) => void): Promise<Vocabulary> {
  // Of two languages chosen in quick succession, the texts of the first may come last.
  const readings = new SequenceGuard();
  let isDressed = false;
  return new Promise((resolve, reject) => {
    const read = async () => {
      const reading = readings.next();
      const vocabulary = await chosenVocabulary();
      if (!readings.isLatest(reading)) return;
      fillIn(vocabulary.language, (key) => phrase(vocabulary, key));
      if (isDressed) changed(vocabulary);
      isDressed = true;
      resolve(vocabulary);
    };
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area === "local" && "language" in changes) read().catch(reject);
    });
    read().catch(reject);
  });
}

/**
 * The chosen language's texts, or the browser's. Reads the choice without the organisation's policy, which
 * Chromium may take seconds to know: the page must not wait for it.
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
  documentElement.removeAttribute("data-undressed");
}
