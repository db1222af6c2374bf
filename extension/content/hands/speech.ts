/**
 * What screen readers hear of hints. It owns the field's description and the live region; a verdict
 * is said once, after typing has stopped.
 */

import type { Card } from "../../shared/texts/card.ts";

/** Since the last key; a region that speaks at each key is worse than none. */
const SILENCE_MS = 1000;
/**
 * After the region has come into the page: many a screen reader passes over the words that a region is born
 * with, and the browser's own tree has to learn of it first.
 */
const REGION_KNOWN_MS = 150;

/** What is to be heard of one card. */
interface Verdict {
  /** Where it was found, so that it is not said twice. */
  key: string;
  text: string;
  /** BCP 47 tag. */
  language: string;
  /** Said once only: a list that is gone is mostly on its way back. */
  isOfList: boolean;
}

export class Speech {
  readonly region = document.createElement("div");
  /** What was last said at a key. */
  readonly #announced = new Map<string, Verdict>();
  readonly #described = new Map<Element, string | null>();
  readonly #listeners = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  // Hints appear while somebody types; the key before this was not heard.
  #lastKey = performance.now();
  #inPageSince = performance.now();

  constructor() {
    this.region.className = "hidden-text";
    this.region.setAttribute("role", "status");
    window.addEventListener("input", () => (this.#lastKey = performance.now()), {
      capture: true,
      passive: true,
      signal: this.#listeners.signal,
    });
  }

  /** The region has come (back) into the page. */
  appeared(): void {
    this.#inPageSince = performance.now();
  }

  /** Describes the fields, and says all that is new once typing has stopped. `subject`: whose page it is. */
  speakOf(hints: Iterable<{ card: Card; anchor: Element }>, subject: string): void {
    const verdicts: Verdict[] = [];
    const fields = new Set<Element>();
    for (const { card, anchor } of hints) {
      const verdict = verdictOf(card, subject);
      verdicts.push(verdict);
      if (verdict.isOfList) continue;
      fields.add(anchor);
      this.#describe(anchor, verdict.text);
    }
    this.#describeOnly(fields);
    this.#announceNews(verdicts);
  }

  #announceNews(verdicts: readonly Verdict[]): void {
    clearTimeout(this.#timer);
    const keys = new Set(verdicts.map(({ key }) => key));
    for (const [key, { isOfList }] of this.#announced) {
      if (!isOfList && !keys.has(key)) this.#announced.delete(key);
    }
    const news = verdicts.filter(({ key, text }) => this.#announced.get(key)?.text !== text);
    if (news.length === 0) return;
    const wait = Math.max(
      0,
      Math.max(this.#lastKey + SILENCE_MS, this.#inPageSince + REGION_KNOWN_MS) - performance.now(),
    );
    this.#timer = setTimeout(() => {
      for (const verdict of news) this.#announced.set(verdict.key, verdict);
      this.announce(news.map(({ text }) => text).join(" "), news[0]?.language ?? "");
    }, wait);
  }

  /** Somebody asked for it: it is said at once, with its fix, and not again once typing has stopped. */
  read(card: Card, subject: string): void {
    const verdict = verdictOf(card, subject);
    this.#announced.set(verdict.key, verdict);
    this.announce([verdict.text, ...(card.fix ? [card.fix.spoken] : [])].join(" "), card.language);
  }

  announce(text: string, language: string): void {
    this.region.lang = language;
    this.region.textContent = text;
  }

  /** `aria-describedby` cannot point into a shadow root; `aria-description` needs no target. */
  #describe(field: Element, text: string): void {
    if (!this.#described.has(field)) this.#described.set(field, field.getAttribute("aria-description"));
    if (field.getAttribute("aria-description") !== text) field.setAttribute("aria-description", text);
  }

  /** Gives back the descriptions of all fields but these. */
  #describeOnly(fields: ReadonlySet<Element>): void {
    for (const [field, original] of this.#described) {
      if (fields.has(field)) continue;
      if (original === null) field.removeAttribute("aria-description");
      else field.setAttribute("aria-description", original);
      this.#described.delete(field);
    }
  }

  /** Nothing is shown now. */
  rest(): void {
    this.speakOf([], "");
    this.region.textContent = "";
  }

  stop(): void {
    this.rest();
    this.#listeners.abort();
  }
}

function verdictOf({ anchor, node, hints, words, language, fix }: Card, subject: string): Verdict {
  const text = [...hints.map(({ spoken }) => spoken), ...(fix ? [words.fixKeySpoken] : [])].join(" ");
  const isOfList = anchor === "list";
  // Lists are built anew by their page all the time, so they are known by whose they are and their words.
  return { key: isOfList ? `${subject} ${text}` : `${anchor} ${node}`, text, language, isOfList };
}
