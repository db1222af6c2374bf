/** Chooses the language in which a reader gets texts, and knows its direction. Owns that choice, and loads no text. */

/** The language in which no text is missing. */
export const FALLBACK = "en";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/**
 * The best match for the first wanted language that has one: by the whole tag, then by language and script (`zh-HK` is
 * served by `zh-TW` and not by `zh-CN`), then by the language alone (`ja-JP` is served by `ja`).
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

/** Language and script of a tag; if it names no script, the one in which the language is most likely written. */
function likely(tag: string): { language: string; script: string | undefined } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    return { language: tag.split("-", 1)[0]?.toLowerCase() ?? "", script: undefined }; // not a valid tag
  }
}

export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-", 1)[0] ?? "") ? "rtl" : "ltr";
}
