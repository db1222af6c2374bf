/**
 * Which of the languages that there are texts in serves a reader, and how it runs. It owns that choice
 * and loads no text.
 */

/** There is a text in it for everything. */
export const FALLBACK = "en";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/**
 * Wish by wish: by the whole tag, then by language and script (`zh-HK` is served by `zh-TW` and not by
 * `zh-CN`), then by the language alone (`ja-JP` is served by `ja`).
 */
export function bestLanguage(wanted: readonly (string | undefined)[], available: readonly string[]): string {
  for (const wish of wanted) {
    if (!wish) continue;
    const tag = wish.toLowerCase();
    const { language, script } = likely(wish);
    const found =
      available.find((candidate) => candidate.toLowerCase() === tag) ??
      available.find((candidate) => likely(candidate).language === language && likely(candidate).script === script) ??
      available.find((candidate) => likely(candidate).language === language);
    if (found !== undefined) return found;
  }
  return FALLBACK;
}

/** With the script that the language is most likely written in, where the tag names none. */
function likely(tag: string): { language: string; script: string | undefined } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    return { language: tag.split("-", 1)[0]?.toLowerCase() ?? "", script: undefined }; // not of a tag's form
  }
}

export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-", 1)[0] ?? "") ? "rtl" : "ltr";
}
