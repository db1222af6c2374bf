/**
 * Draws the cards that the background sends, and does what is pressed on them. It owns which cards
 * are on the page, their keys and their end; it never decides what to say.
 */

import type { Severity } from "../../../pkg/sparekey.js";
import type { Card, Hint } from "../../shared/card.ts";
import { attribute, contains, focusedElement } from "../dom.ts";
import { cardElement } from "./card-view.ts";
import { Dismissals } from "./dismissals.ts";
import { applyFix, isField } from "./fix.ts";
import { Host } from "./host.ts";
import { follow, type Follower, partWithBox } from "./placement.ts";
import { Speech, type Verdict } from "./speech.ts";
import { themeBeside } from "./theme.ts";

export interface Page {
  elementOf(node: number): Element | undefined;
  /** Whether an input method is at work in a field. */
  isComposing(): boolean;
  lookAgain(): void;
  drawn(hints: number, worst: Severity | undefined): void;
}

interface Drawn {
  card: Card;
  picture: string;
  anchor: Element;
  element: HTMLElement;
  follower: Follower;
}

export class Hands {
  readonly #page: Page;
  readonly #dismissals = new Dismissals();
  readonly #drawn = new Map<string, Drawn>();
  #wanted: readonly Card[] = [];
  #host: Host | undefined;
  #speech: Speech | undefined;
  #keys: AbortController | undefined;
  #subject = "";
  #lastShown = "";

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whether a node of the page is ours, so that the eyes pass over it. */
  owns(node: Node): boolean {
    return node === this.#host?.element;
  }

  draw(cards: readonly Card[], subject: string | undefined): void {
    if (subject !== undefined) {
      this.#subject = subject;
      this.#dismissals.turnTo(subject);
    }
    this.#wanted = cards;
    this.keep();
  }

  /** Brings the page into line with what is wanted: after new cards, and after each change of the page. */
  keep(): void {
    const present = this.#wanted.flatMap((card) => {
      const element = this.#page.elementOf(card.node);
      const anchor = element && partWithBox(element);
      const left = anchor && this.#dismissals.remaining(card, valueAt(anchor));
      return anchor && left ? [{ card: left, anchor }] : [];
    });
    if (present.length === 0) this.#clear();
    else if (this.#ready()) this.#update(present);
    this.#tellShown();
  }

  /** Leaves nothing behind. */
  remove(): void {
    this.#wanted = [];
    this.#clear();
    this.#speech?.stop();
    this.#speech = undefined;
  }

  #ready(): boolean {
    this.#host ??= new Host();
    if (!this.#host.show()) {
      this.#clear();
      return false;
    }
    if (!this.#speech) {
      this.#speech = new Speech();
      this.#host.root.append(this.#speech.region);
    }
    if (!this.#keys) {
      this.#keys = new AbortController();
      // First in line, at the window: Fluent closes its panes from there as well.
      window.addEventListener("keydown", (event) => this.#keyPressed(event), { capture: true, signal: this.#keys.signal });
    }
    return true;
  }

  #update(present: readonly { card: Card; anchor: Element }[]): void {
    const spots = new Set<string>();
    for (const { card, anchor } of present) {
      const spot = spotOf(card);
      spots.add(spot);
      const known = this.#drawn.get(spot);
      const picture = JSON.stringify(card);
      if (known && known.picture === picture && known.anchor === anchor) {
        known.element.dataset["theme"] = themeBeside(anchor);
      } else {
        this.#erase(spot);
        this.#drawCard(spot, picture, card, anchor);
      }
    }
    for (const spot of this.#drawn.keys()) if (!spots.has(spot)) this.#erase(spot);
    void this.#place();
    this.#speak();
  }

  #drawCard(spot: string, picture: string, card: Card, anchor: Element): void {
    const root = this.#host?.root;
    if (!root) return;
    const element = cardElement(card, {
      fix: (hint) => this.#fix(card, hint),
      dismiss: () => this.#dismiss(card),
      resized: () => void this.#place(),
    });
    element.dataset["theme"] = themeBeside(anchor);
    root.append(element);
    const follower = follow(
      anchor,
      element,
      (other) => this.owns(other),
      () => this.#cardsBefore(element),
    );
    this.#drawn.set(spot, { card, picture, anchor, element, follower });
  }

  /** One after the other, since each makes way for those before it. */
  async #place(): Promise<void> {
    for (const { follower } of this.#inOrder()) await follower.choose();
  }

  /** What is being typed or picked comes before what is said of a whole list. */
  #inOrder(): Drawn[] {
    const drawn = [...this.#drawn.values()];
    return [...drawn.filter(({ card }) => card.anchor !== "list"), ...drawn.filter(({ card }) => card.anchor === "list")];
  }

  #cardsBefore(element: HTMLElement): HTMLElement[] {
    const elements = this.#inOrder().map((drawn) => drawn.element);
    return elements.slice(0, Math.max(0, elements.indexOf(element)));
  }

  #erase(spot: string): void {
    const drawn = this.#drawn.get(spot);
    if (!drawn) return;
    drawn.follower.stop();
    drawn.element.remove();
    this.#drawn.delete(spot);
  }

  #clear(): void {
    for (const spot of [...this.#drawn.keys()]) this.#erase(spot);
    this.#keys?.abort();
    this.#keys = undefined;
    this.#speech?.rest();
    this.#host?.remove();
  }

  #fix(card: Card, hint: Hint): void {
    if (this.#page.isComposing()) return;
    const field = this.#page.elementOf(card.node);
    if (hint.fix && isField(field) && applyFix(field, hint.fix)) this.#speech?.say(card.words.fixed, card.language);
    this.#page.lookAgain();
  }

  #dismiss(card: Card): void {
    const anchor = this.#page.elementOf(card.node);
    if (anchor) this.#dismissals.add(card, valueAt(anchor));
    // With the card the focus inside would go, and a reader would be at the top of the page again.
    const focused = this.#host?.root.activeElement;
    if (focused && this.#drawn.get(spotOf(card))?.element.contains(focused) && anchor instanceof HTMLElement) anchor.focus();
    this.keep();
  }

  #keyPressed(event: KeyboardEvent): void {
    // A key that an input method is using is not ours.
    if (!event.isTrusted || event.isComposing) return;
    const drawn = this.#atFocus();
    if (!drawn || drawn.element.style.visibility === "hidden") return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.key === "Escape" && isPlain) {
      stopHere(event);
      this.#dismiss(drawn.card);
    } else if (event.key === "Enter" && event.altKey && !event.ctrlKey && !event.metaKey) {
      const hint = drawn.card.hints.find(({ fix }) => fix);
      if (!hint) return;
      stopHere(event);
      this.#fix(drawn.card, hint);
    }
  }

  /** The card whose field has the focus, or that has it itself. */
  #atFocus(): Drawn | undefined {
    const inCard = this.#host?.root.activeElement;
    const focused = focusedElement();
    return [...this.#drawn.values()].find(
      ({ anchor, element, card }) =>
        (inCard && element.contains(inCard)) ||
        // An open drop-down closes itself by Escape; and a list is no place that one is "at".
        (card.anchor !== "list" && focused && contains(anchor, focused) && attribute(focused, "aria-expanded") !== "true"),
    );
  }

  #speak(): void {
    const verdicts = new Map<string, Verdict>();
    const fields = new Set<Element>();
    for (const [spot, { card, anchor }] of this.#drawn) {
      const hasFix = card.hints.some(({ fix }) => fix);
      const text = [...card.hints.map(({ spoken }) => spoken), ...(hasFix ? [card.words.fixKeySpoken] : [])].join(" ");
      const isOfList = card.anchor === "list";
      // Lists are built anew by their page all the time, so they are known by whose they are and their words.
      verdicts.set(isOfList ? `${this.#subject} ${text}` : spot, { text, language: card.language, isOfList });
      if (isOfList) continue;
      fields.add(anchor);
      this.#speech?.describe(anchor, text);
    }
    this.#speech?.describeOnly(fields);
    this.#speech?.announce(verdicts);
  }

  #tellShown(): void {
    const hints = [...this.#drawn.values()].flatMap(({ card }) => card.hints);
    const worst = (["stop", "warn", "tip"] as const).find((severity) => hints.some((hint) => hint.severity === severity));
    const shown = `${hints.length} ${worst}`;
    if (shown === this.#lastShown || (this.#lastShown === "" && hints.length === 0)) return;
    this.#lastShown = shown;
    this.#page.drawn(hints.length, worst);
  }
}

function spotOf({ anchor, node }: Card): string {
  return `${anchor} ${node}`;
}

function valueAt(anchor: Element): string {
  return isField(anchor) ? anchor.value : (anchor.textContent ?? "");
}

function stopHere(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
