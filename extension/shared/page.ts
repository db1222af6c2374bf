/**
 * What the extension's own pages have in common: the language that the user has chosen, its direction,
 * and the texts that stand in the markup. It owns no text and no look.
 */

import type { Vocabulary } from "../background/wording.ts";
import { readLanguage } from "./choices.ts";
import { directionOf } from "./languages.ts";
import { phrase } from "./phrases.ts";
import { vocabularyFor } from "./vocabularies.ts";

/**
 * The chosen language's texts, or the browser's. Reads the choice without the organisation's policy, which
 * Chromium may take seconds to know: the page must not wait for it.
 */
export async function pageVocabulary(): Promise<Vocabulary> {
  return vocabularyFor([await readLanguage(), chrome.i18n.getUILanguage()]);
}

/** Fills in every text of the markup, and lets the page be seen. */
export function dress(vocabulary: Vocabulary): void {
  const { documentElement } = document;
  documentElement.lang = vocabulary.language;
  documentElement.dir = directionOf(vocabulary.language);
  for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
    place.textContent = phrase(vocabulary, place.dataset["text"] ?? "");
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-label]")) {
    const label = phrase(vocabulary, place.dataset["label"] ?? "");
    place.setAttribute("aria-label", label);
    place.title = label;
  }
  documentElement.removeAttribute("data-undressed");
}
