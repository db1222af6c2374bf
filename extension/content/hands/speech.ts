/**
 * What screen readers hear of hints. It owns the field's description and the live region; a verdict
 * is said once, after typing has stopped.
 */

/** Since the last key; a region that speaks at each key is worse than none. */
const SILENCE_MS = 1000;

export interface Verdict {
  text: string;
  /** BCP 47 tag. */
  language: string;
  /** Said once only: a list that is gone is mostly on its way back. */
  isOfList: boolean;
}

export class Speech {
  readonly region = document.createElement("div");
  /** What was last said at a spot, so that it is not said twice. */
  readonly #said = new Map<string, Verdict>();
  readonly #described = new Map<Element, string | null>();
  readonly #listeners = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  // Hints appear while somebody types; the key before this was not heard.
  #lastKey = performance.now();

  constructor() {
    this.region.className = "hidden-text";
    this.region.setAttribute("role", "status");
    window.addEventListener("input", () => (this.#lastKey = performance.now()), {
      capture: true,
      passive: true,
      signal: this.#listeners.signal,
    });
  }

  /** Says all that is new, once typing has stopped. */
  announce(verdicts: ReadonlyMap<string, Verdict>): void {
    clearTimeout(this.#timer);
    for (const [spot, { isOfList }] of this.#said) {
      if (!isOfList && !verdicts.has(spot)) this.#said.delete(spot);
    }
    const news = [...verdicts].filter(([spot, { text }]) => this.#said.get(spot)?.text !== text);
    if (news.length === 0) return;
    const wait = Math.max(0, this.#lastKey + SILENCE_MS - performance.now());
    this.#timer = setTimeout(() => {
      for (const [spot, verdict] of news) this.#said.set(spot, verdict);
      this.say(news.map(([, { text }]) => text).join(" "), news[0]?.[1].language ?? "");
    }, wait);
  }

  /** It has been told already, because somebody asked for it: not again once typing has stopped. */
  told(spot: string, verdict: Verdict): void {
    this.#said.set(spot, verdict);
  }

  say(text: string, language: string): void {
    this.region.lang = language;
    this.region.textContent = text;
  }

  /** `aria-describedby` cannot point into a shadow root; `aria-description` needs no target. */
  describe(field: Element, text: string): void {
    if (!this.#described.has(field)) this.#described.set(field, field.getAttribute("aria-description"));
    if (field.getAttribute("aria-description") !== text) field.setAttribute("aria-description", text);
  }

  /** Gives back the descriptions of all fields but these. */
  describeOnly(fields: ReadonlySet<Element>): void {
    for (const [field, original] of this.#described) {
      if (fields.has(field)) continue;
      if (original === null) field.removeAttribute("aria-description");
      else field.setAttribute("aria-description", original);
      this.#described.delete(field);
    }
  }

  /** Nothing is shown now. */
  rest(): void {
    this.announce(new Map());
    this.region.textContent = "";
    this.describeOnly(new Set());
  }

  stop(): void {
    this.rest();
    this.#listeners.abort();
  }
}
