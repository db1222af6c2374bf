// Markup as text, for the pages that are made on the server: what is put into it is escaped.

/** Markup that needs no more escaping. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}

type Part = string | number | Html | readonly Html[];

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(({ text }) => text).join("");
  return escapeHtml(String(part));
}

/** Markup with its parts put in; strings among them are escaped, markup is not. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(markup.map((piece, index) => piece + written(parts[index] ?? "")).join(""));
}

export const NOTHING = new Html("");

/** A document that is made on the server. */
export interface ServerPage {
  readonly title: string;
  readonly style: Html;
  /** More for its head; an inline script in it needs the nonce. */
  readonly head?: (nonce: string) => Html;
  readonly body: Html;
}
