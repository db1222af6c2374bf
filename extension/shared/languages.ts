/**
 * Which of the languages that there are texts in serves a reader, and how it runs. It owns that choice
 * and loads no text.
 */

/** There is a text in it for everything. */
export const FALLBACK = "en";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** By the whole tag, then by the language alone (`ja-JP` is served by `ja`), wish by wish. */
export function bestLanguage(wanted: readonly (string | undefined)[], available: readonly string[]): string {
  for (const wish of wanted) {
    if (!wish) continue;
    const tag = wish.toLowerCase();
    const language = tag.split("-", 1)[0];
    const found =
      available.find((candidate) => candidate.toLowerCase() === tag) ??
      available.find((candidate) => candidate.toLowerCase() === language);
    if (found !== undefined) return found;
  }
  return FALLBACK;
}

export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-", 1)[0] ?? "") ? "rtl" : "ltr";
}
