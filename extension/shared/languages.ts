/**
 * Which of the languages that there are texts in serves a reader, and how it runs. It owns that choice
 * and loads no text.
 */

/** There is a text in it for everything. */
export const FALLBACK = "en";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/**
 * By the whole tag, then by language and script, wish by wish: `ja-JP` is served by `ja`, `pt-PT` by `pt-BR`,
 * and `zh-HK` by `zh-TW`, never by `zh-CN`, since to many readers the other script is another language.
 */
export function bestLanguage(wanted: readonly (string | undefined)[], available: readonly string[]): string {
  for (const wish of wanted) {
    if (!wish) continue;
    const tag = wish.toLowerCase();
    const readable = languageAndScript(wish);
    const found =
      available.find((candidate) => candidate.toLowerCase() === tag) ??
      available.find((candidate) => readable !== undefined && languageAndScript(candidate) === readable);
    if (found !== undefined) return found;
  }
  return FALLBACK;
}

/** `zh-Hant` for `zh-HK`; undefined for what is not a language tag, since pages may declare anything. */
function languageAndScript(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return script === undefined ? language : `${language}-${script}`;
  } catch {
    return undefined;
  }
}

export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-", 1)[0] ?? "") ? "rtl" : "ltr";
}
