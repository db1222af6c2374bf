/**
 * What screen readers announce about hints. Owns the fields' descriptions and the live region; a verdict is announced
 * once, after typing has stopped.
 */

import type { Card } from "../../shared/texts/card.ts";
import { createElement, setAttribute, wholeAttribute } from "../dom.ts";

/** Pause after the last key. A region that speaks at each key is worse than none. */
const SILENCE_MS = 1000;
/**
 * Pause after the region was added to the page: many screen readers ignore the text that a live region has at first,
 * and the browser's accessibility tree has to learn of it before.
 */
const REGION_KNOWN_MS = 150;

/** What is announced about one card. */
interface Verdict {
  /** Says where it was found, so that it is not announced twice. */
  key: string;
  text: string;
  /** BCP 47 tag. */
  language: string;
  /** Announced only once: a list that disappears mostly comes back. */
  isOfList: boolean;
}

export class Speech {
  readonly region = createElement("div");
  /** The last announcement for each key. */
  readonly #announced = new Map<string, Verdict>();
  readonly #described = new Map<Element, string | null>();
  readonly #listeners = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  // Hints appear while somebody types, and the key before this was not observed.
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

  /** The region has been added to the page, for the first time or again. */
  appeared(): void {
    this.#inPageSince = performance.now();
  }

  /** Describes the fields, and announces all that is new once typing has stopped. `subject`: whose page it is. */
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

  /** Announces a card at once, with its fix, because the user asked for it; not again once typing has stopped. */
  read(card: Card, subject: string): void {
    const verdict = verdictOf(card, subject);
    this.#announced.set(verdict.key, verdict);
    this.announce(
      [
        verdict.text,
        ...(card.fix ? [card.fix.spoken] : []),
        ...(card.choices?.slice(0, 1) ?? []).map((it) => it.spoken),
      ].join(" "),
      card.language,
    );
  }

  announce(text: string, language: string): void {
    this.region.lang = language;
    this.region.textContent = text;
  }

  /** `aria-describedby` cannot point into a shadow root; `aria-description` needs no target. */
  #describe(field: Element, text: string): void {
    if (!this.#described.has(field)) this.#described.set(field, wholeAttribute(field, "aria-description"));
    if (wholeAttribute(field, "aria-description") !== text) setAttribute(field, "aria-description", text);
  }

  /** Restores the descriptions of all fields but these. */
  #describeOnly(fields: ReadonlySet<Element>): void {
    for (const [field, original] of this.#described) {
      if (fields.has(field)) continue;
      setAttribute(field, "aria-description", original);
      this.#described.delete(field);
    }
  }

  /** No hint is shown now. */
  clear(): void {
    this.speakOf([], "");
    this.region.textContent = "";
  }

  stop(): void {
    this.clear();
    this.#listeners.abort();
  }
}

function verdictOf({ anchor, node, hints, words, language, fix, choices }: Card, subject: string): Verdict {
  const key = fix ? [words.fixKeySpoken] : choices ? [words.choiceKeySpoken] : [];
  const text = [...hints.map(({ spoken }) => spoken), ...key].join(" ");
  const isOfList = anchor === "list";
  // Pages rebuild their lists all the time, so a list is recognized by its subject and text.
  return { key: isOfList ? `${subject} ${text}` : `${anchor} ${node}`, text, language, isOfList };
}
