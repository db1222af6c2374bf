/**
 * Shows what the background sends. It owns which spots are on the page, what opens and closes them, and
 * their end; it never decides what to say. What keys and presses do is in `keys` and `actions`.
 */

import type { Severity } from "../../../pkg/sparekey.js";
import type { Card } from "../../shared/card.ts";
import { worstOf } from "../../shared/severities.ts";
import { bodyOfPage, contains, focusedElement } from "../dom.ts";
import { type ActedOn, Actions } from "./actions.ts";
import { Dismissals } from "./dismissals.ts";
import { isField } from "./fix.ts";
import { Host } from "./host.ts";
import { Keys } from "./keys.ts";
import { LastAct } from "./last-act.ts";
import { Layout } from "./layout.ts";
import { Speech } from "./speech.ts";
import { Spot, valueAt } from "./spot.ts";
import { partWithBox } from "./surroundings.ts";

export interface Page extends ActedOn {
  /** `dismissed`: how many more there would be, had the user not waved them away. */
  drawn(hints: number, worst: Severity | undefined, dismissed: number): void;
}

/** A finding this soon after a key or a press is about what was done by it. */
const JUST_MADE_MS = 3000;
/** The focus that moves this soon after a key or a press was moved by it. */
const BY_USER_MS = 100;

export class Hands {
  readonly #page: Page;
  readonly #dismissals = new Dismissals();
  readonly #spots = new Map<string, Spot>();
  readonly #lastAct = new LastAct();
  readonly #actions: Actions;
  readonly #keys: Keys;
  #wanted: readonly Card[] = [];
  #subject = "";
  /** The page that `#wanted` is about. */
  #pageId: string | undefined;
  #host: Host | undefined;
  #speech: Speech | undefined;
  #layout: Layout | undefined;
  #listeners: AbortController | undefined;
  #lastShown = "";
  /** Where the focus is to go to once there is a spot again. */
  #awaited: Element | undefined;

  constructor(page: Page) {
    this.#page = page;
    const say = (text: string, language: string) => this.#speech?.say(text, language);
    const changed = () => this.#changed();
    this.#actions = new Actions(page, this.#dismissals, {
      say,
      noted: (note) => {
        this.#host?.root.append(note.element);
        changed();
      },
      focusComesTo: (anchor) => (this.#awaited = anchor),
      changed: () => this.keep(),
    });
    this.#keys = new Keys({
      spots: () => this.#inOrder().filter(({ standing }) => standing.isSeen),
      note: () => this.#actions.note,
      endNote: () => this.#actions.endNote(),
      focused: () => this.#focusedOfOurs(),
      fix: (spot, hint) => this.#actions.fix(spot, hint),
      changed,
      read: (card) => {
        this.#speech?.read(card, this.#subject);
        this.#speak();
      },
      say,
    });
  }

  /** Whether a node of the page is ours, so that the eyes pass over it. */
  readonly owns = (node: Node): boolean => node === this.#host?.element;

  draw(cards: readonly Card[], subject: string | undefined, place: string | undefined): void {
    if (subject !== undefined) {
      if (subject !== this.#subject) this.#actions.endNote();
      this.#subject = subject;
      this.#dismissals.turnTo(subject);
    }
    this.#wanted = cards;
    this.#pageId = place;
    this.keep();
  }

  /** Brings the page into line with what is wanted: after new cards, and after each change of the page. */
  keep(): void {
    let dismissed = 0;
    const present = this.#wanted.flatMap((card) => {
      const element = this.#page.elementOf(card.node);
      const anchor = element && partWithBox(element);
      if (!anchor) return [];
      const left = this.#dismissals.remaining(card, () => valueAt(anchor));
      dismissed += card.hints.length - (left?.hints.length ?? 0);
      return left ? [{ card: left, anchor }] : [];
    });
    if (this.#actions.note?.isStillTrue === false) this.#actions.endNote();
    if (present.length === 0 && !this.#actions.note) this.#clear();
    else if (this.#ready()) this.#update(present);
    this.#tellShown(dismissed);
  }

  /** Whatever was waved away. */
  showDismissed(): void {
    this.#dismissals.takeBackAll();
    // It may say that it is quiet here.
    this.#actions.endNote();
    this.keep();
  }

  openHint(): void {
    this.#changedIfNeeded();
    this.#keys.commandPressed();
  }

  /** Leaves nothing behind. */
  remove(): void {
    this.#wanted = [];
    this.#lastAct.stop();
    this.#actions.endNote();
    this.#clear();
    this.#speech?.stop();
    this.#speech = undefined;
  }

  #ready(): boolean {
    this.#host ??= new Host();
    const wasInPage = this.#host.element.isConnected;
    if (!this.#host.show()) {
      this.#actions.endNote();
      this.#clear();
      return false;
    }
    if (!this.#speech) {
      this.#speech = new Speech();
      this.#host.root.append(this.#speech.region);
    }
    if (!wasInPage) this.#speech.appeared();
    this.#layout ??= new Layout(this.owns);
    if (!this.#listeners) this.#listen();
    return true;
  }

  #listen(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const options = { capture: true, passive: true, signal } as const;
    // First in line, at the window: Fluent closes its panes from there as well.
    window.addEventListener("keydown", (event) => this.#keys.pressed(event), { capture: true, signal });
    window.addEventListener("pointerdown", (event) => this.#pointerPressed(event), options);
    window.addEventListener("focusin", () => this.#focusMoved(), options);
    // Between the two, nothing has the focus: a card closed there would take it from the button that is about to get it.
    window.addEventListener("focusout", () => setTimeout(() => this.#focusMoved(), 0), options);
    window.addEventListener("input", (event) => this.#written(event), options);
    window.addEventListener("pointerout", (event) => event.relatedTarget === null && this.#pointerGone(), options);
  }

  #written(event: Event): void {
    this.#actions.written(event);
    // Whoever writes on has no use for the card's controls, and Enter is the page's again.
    if (event.isTrusted) this.#keys.endWalk();
  }

  #update(present: readonly { card: Card; anchor: Element }[]): void {
    const keys = new Set<string>();
    for (const { card, anchor } of present) {
      const key = `${card.anchor} ${card.node}`;
      keys.add(key);
      const isNews = this.#spots.get(key)?.update(card, anchor) ?? this.#add(key, card, anchor);
      if (isNews && this.#isJustMade(card, anchor)) this.#spots.get(key)?.hold(false);
    }
    for (const key of this.#spots.keys()) if (!keys.has(key)) this.#erase(key);
    this.#settle();
    if (this.#isWrittenAt) this.#releaseUnasked();
    this.#place();
    this.#focusAwaited();
    this.#speak();
  }

  #focusAwaited(): void {
    if (!this.#awaited) return;
    const spot = [...this.#spots.values()].find(({ anchor }) => anchor === this.#awaited);
    const isNowhere = focusedElement() === bodyOfPage();
    if (isNowhere) spot?.takeFocus();
    if (spot || !isNowhere) this.#awaited = undefined;
  }

  /** The user is in a field that has a card of its own open. */
  get #isWrittenAt(): boolean {
    return [...this.#spots.values()].some(({ isAtFocus, isOpen, anchor }) => isAtFocus && isOpen && isField(anchor));
  }

  /** Cards that opened by themselves, and interrupt nobody, make way. */
  #releaseUnasked(): void {
    for (const spot of this.#spots.values()) if (!spot.isAsked && !spot.card.hints[0].interrupts) spot.release();
    this.#settle();
  }

  /** Whether it is about a choice that the user has made and not left. */
  #isJustMade({ anchor, hints: [first] }: Card, element: Element): boolean {
    if (anchor !== "choice" || !this.#lastAct.isWithin(JUST_MADE_MS)) return false;
    const { at } = this.#lastAct;
    return first.interrupts || !(at instanceof Element && isField(at)) || contains(element, at);
  }

  #add(key: string, card: Card, anchor: Element): true {
    const spot = new Spot(card, anchor, {
      fix: (at, hint) => this.#actions.fix(at, hint),
      silence: (at, level) => this.#actions.silence(at, level, this.#pageId),
      say: (text, language) => this.#speech?.say(text, language),
      changed: () => this.#changed(),
    });
    this.#spots.set(key, spot);
    this.#host?.root.append(spot.element);
    return true;
  }

  #erase(key: string): void {
    this.#spots.get(key)?.stop();
    this.#spots.delete(key);
  }

  #clear(): void {
    for (const key of [...this.#spots.keys()]) this.#erase(key);
    this.#listeners?.abort();
    this.#listeners = undefined;
    this.#layout?.stop();
    this.#layout = undefined;
    this.#speech?.rest();
    this.#host?.remove();
  }

  /** What is being typed or picked comes before what is said of a whole list. */
  #inOrder(): Spot[] {
    const spots = [...this.#spots.values()];
    return [
      ...spots.filter(({ card }) => card.anchor !== "list"),
      ...spots.filter(({ card }) => card.anchor === "list"),
    ];
  }

  #changed(): void {
    this.#settle();
    this.#place();
  }

  #changedIfNeeded(): void {
    if (this.#settle()) this.#place();
  }

  #settle(): boolean {
    const focused = focusedElement();
    const changed = [...this.#spots.values()].filter((spot) => spot.settle(focused)).length > 0;
    this.#keys.endWalkIfOver();
    return changed;
  }

  #place(): void {
    this.#layout?.place(this.#inOrder(), this.#actions.note);
  }

  #pointerPressed(event: PointerEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (this.#host && path.includes(this.#host.element)) return;
    this.#keys.endWalk();
    for (const spot of this.#spots.values()) if (!path.includes(spot.anchor)) spot.release();
    this.#changedIfNeeded();
  }

  /** Out of the document: from a frame straight into the page around it, a card may not be told. */
  #pointerGone(): void {
    for (const spot of this.#spots.values()) spot.losePointer();
    this.#actions.note?.losePointer();
  }

  #focusMoved(): void {
    if (!this.#listeners) return;
    const focused = focusedElement();
    // A dialog that takes the focus by itself is no sign that the user has turned away.
    if (focused && !this.#focusedOfOurs() && this.#lastAct.isWithin(BY_USER_MS)) {
      for (const spot of this.#spots.values()) if (!contains(spot.anchor, focused)) spot.release();
    }
    this.#changedIfNeeded();
  }

  #focusedOfOurs(): HTMLElement | undefined {
    const focused = this.#host?.root.activeElement;
    return focused instanceof HTMLElement ? focused : undefined;
  }

  #speak(): void {
    this.#speech?.speakOf(this.#spots.values(), this.#subject);
  }

  #tellShown(dismissed: number): void {
    const hints = [...this.#spots.values()].flatMap(({ card }) => card.hints);
    const worst = worstOf(hints.map(({ severity }) => severity));
    const shown = `${hints.length} ${worst} ${dismissed}`;
    if (shown === this.#lastShown || (this.#lastShown === "" && hints.length + dismissed === 0)) return;
    this.#lastShown = shown;
    this.#page.drawn(hints.length, worst, dismissed);
  }
}
