/**
 * Shows what the background sends, and does what is pressed. It owns which spots are on the page, their
 * keys and their end; it never decides what to say.
 */

import type { Severity } from "../../../pkg/sparekey.js";
import type { Card, Hint } from "../../shared/card.ts";
import type { SilenceScope } from "../../shared/messages.ts";
import { worstOf } from "../../shared/severities.ts";
import { attribute, boxOf, contains, focusedElement, focusOn, isConnected, viewport } from "../dom.ts";
import { Dismissals } from "./dismissals.ts";
import { applyFix, type Field, isField, takeBack } from "./fix.ts";
import type { Rectangle } from "./geometry.ts";
import { Host } from "./host.ts";
import type { Silenced } from "./menu.ts";
import { Movement } from "./movement.ts";
import { Note } from "./note.ts";
import { placeForCard, SIDES_OF_NOTE } from "./placement.ts";
import { pressFromAfar } from "./press.ts";
import { Speech, type Verdict } from "./speech.ts";
import { Spot, valueAt } from "./spot.ts";
import { obstaclesNear, partWithBox } from "./surroundings.ts";
import { themeBeside } from "./theme.ts";
import { Walk } from "./walk.ts";

export interface Page {
  elementOf(node: number): Element | undefined;
  /** Whether an input method is at work in a field. */
  isComposing(): boolean;
  lookAgain(): void;
  drawn(hints: number, worst: Severity | undefined): void;
  silence(kind: "silence" | "unsilence", scope: SilenceScope): void;
}

/** A finding this soon after a key or a press is about what was done by it. */
const JUST_MADE_MS = 3000;
/** The focus that moves this soon after a key or a press was moved by it. */
const BY_USER_MS = 100;
/** After the last movement; places are chosen anew then. */
const STILL_MS = 150;

/** The note on the page, and what it hangs on. */
interface Noted {
  note: Note;
  anchor: Element;
  /** Gone as soon as the field holds something else. */
  value: string | undefined;
}

export class Hands {
  readonly #page: Page;
  readonly #dismissals = new Dismissals();
  readonly #spots = new Map<string, Spot>();
  #wanted: readonly Card[] = [];
  #host: Host | undefined;
  #speech: Speech | undefined;
  #movement: Movement | undefined;
  readonly #acts = new AbortController();
  #listeners: AbortController | undefined;
  #noted: Noted | undefined;
  #walk: Walk | undefined;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;
  /** Of the last key or press that the user made in the page. */
  #lastAct = -JUST_MADE_MS;
  #actedAt: EventTarget | undefined;
  /** Where something was written last. */
  #lastWritten: EventTarget | undefined;
  #subject = "";
  /** The page that `#wanted` is about. */
  #pageId: string | undefined;
  #lastShown = "";

  constructor(page: Page) {
    this.#page = page;
    const options = { capture: true, passive: true, signal: this.#acts.signal } as const;
    for (const kind of ["pointerdown", "keydown"] as const) {
      window.addEventListener(kind, (event) => event.isTrusted && this.#acted(event), options);
    }
  }

  #acted(event: Event): void {
    this.#lastAct = performance.now();
    this.#actedAt = event.composedPath()[0];
  }

  /** Whether it is about a choice that the user has made and not left. */
  #isJustMade({ anchor, hints: [first] }: Card, element: Element): boolean {
    if (anchor !== "choice" || performance.now() - this.#lastAct > JUST_MADE_MS) return false;
    const at = this.#actedAt;
    return first.severity === "stop" || !(at instanceof Element && isField(at)) || contains(element, at);
  }

  /** Whether a node of the page is ours, so that the eyes pass over it. */
  owns(node: Node): boolean {
    return node === this.#host?.element;
  }

  draw(cards: readonly Card[], subject: string | undefined, place: string | undefined): void {
    if (subject !== undefined) {
      if (subject !== this.#subject) this.#endNote();
      this.#subject = subject;
      this.#dismissals.turnTo(subject);
    }
    this.#wanted = cards;
    this.#pageId = place;
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
    if (this.#noted && !isStillTrue(this.#noted)) this.#endNote();
    if (present.length === 0 && !this.#noted) this.#clear();
    else if (this.#ready()) this.#update(present);
    this.#tellShown();
  }

  /**
   * The browser's command was pressed. The first press turns to the hint of the focused field, whether or
   * not it is open: nothing is ever written that was not seen. The next one applies the fix. For the seconds
   * in which there is something to take back, it is about that.
   */
  openHint(): void {
    const focused = focusedElement();
    // A frame inside this one has the focus, and the same message.
    if (!document.hasFocus() || focused instanceof HTMLIFrameElement) return;
    this.#settle();
    if (this.#noted) return this.#openNote(this.#noted.note);
    const spots = this.#inOrder().filter(({ isSeen }) => isSeen);
    const spot = spots.find(({ isAtFocus }) => isAtFocus) ?? spots.find(({ anchor }) => focused && contains(anchor, focused)) ?? spots.find(({ isOpen }) => isOpen) ?? spots[0];
    if (!spot) return;
    if (this.#walk && !this.#walk.isOver && this.#walk.through === spot && spot.fixable) return this.#fix(spot, spot.fixable);
    spot.hold(true);
    this.#changed();
    this.#endWalk();
    this.#walk = new Walk(spot, (name) => this.#say(name, spot.card.language));
    const fix = spot.fixable?.fix;
    if (fix) this.#walk.mark(".fix:not(.copy)");
    this.#speech?.told(...this.#verdictOf(spot.card));
    this.#speak();
    this.#say([spokenOf(spot.card), ...(fix ? [fix.spoken] : [])].join(" "), spot.card.language);
  }

  /** No Tab leads to the line beside a focus trap; and Ctrl+Z takes back what was written, not a silence. */
  #openNote(note: Note): void {
    if (this.#walk?.through === note && !this.#walk.isOver) {
      this.#walk.press();
      return;
    }
    const { text, undo, language } = note.said;
    this.#endWalk();
    this.#walk = new Walk(note, (name) => this.#say(name, language));
    this.#walk.mark(".undo");
    note.hold(true);
    this.#say(`${text} ${undo}`, language);
  }

  /** Leaves nothing behind. */
  remove(): void {
    this.#wanted = [];
    this.#acts.abort();
    this.#endNote();
    this.#clear();
    this.#speech?.stop();
    this.#speech = undefined;
  }

  #ready(): boolean {
    this.#host ??= new Host();
    const wasInPage = this.#host.element.isConnected;
    if (!this.#host.show()) {
      this.#endNote();
      this.#clear();
      return false;
    }
    if (!this.#speech) {
      this.#speech = new Speech();
      this.#host.root.append(this.#speech.region);
    }
    if (!wasInPage) this.#speech.appeared();
    this.#movement ??= new Movement(() => this.#moved());
    if (!this.#listeners) this.#listen();
    return true;
  }

  #listen(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const options = { capture: true, passive: true, signal } as const;
    // First in line, at the window: Fluent closes its panes from there as well.
    window.addEventListener("keydown", (event) => this.#keyPressed(event), { capture: true, signal });
    window.addEventListener("pointerdown", (event) => this.#pointerPressed(event), options);
    window.addEventListener("focusin", () => this.#focusMoved(), options);
    // Between the two, nothing has the focus: a card closed there would take it from the button that is about to get it.
    window.addEventListener("focusout", () => setTimeout(() => this.#focusMoved(), 0), options);
    window.addEventListener("input", (event) => this.#written(event), options);
    window.addEventListener("pointerout", (event) => event.relatedTarget === null && this.#pointerGone(), options);
  }

  #written(event: Event): void {
    this.#lastWritten = event.composedPath()[0];
    // Whoever writes on has no use for the card's controls, and Enter is the page's again.
    if (event.isTrusted) this.#endWalk();
  }

  #update(present: readonly { card: Card; anchor: Element }[]): void {
    const keys = new Set<string>();
    for (const { card, anchor } of present) {
      const key = keyOf(card);
      keys.add(key);
      const isNews = this.#spots.get(key)?.update(card, anchor) ?? this.#add(key, card, anchor);
      if (isNews && this.#isJustMade(card, anchor)) this.#spots.get(key)?.hold(false);
    }
    for (const key of this.#spots.keys()) if (!keys.has(key)) this.#erase(key);
    this.#settle();
    this.#place();
    this.#speak();
  }

  #add(key: string, card: Card, anchor: Element): true {
    const spot = new Spot(card, anchor, {
      fix: (at, hint) => this.#fix(at, hint),
      dismiss: (at) => this.#dismiss(at),
      silence: (at, level) => this.#silence(at, level),
      say: (text, language) => this.#say(text, language),
      changed: () => this.#changed(),
    });
    this.#spots.set(key, spot);
    this.#host?.root.append(spot.element);
    return true;
  }

  #erase(key: string): void {
    const spot = this.#spots.get(key);
    // With the card the focus inside would go, and a reader would be at the top of the page again.
    if (spot?.hasFocusInside) spot.returnFocus();
    if (this.#walk?.through === spot) this.#endWalk();
    spot?.stop();
    this.#spots.delete(key);
  }

  #clear(): void {
    for (const key of [...this.#spots.keys()]) this.#erase(key);
    this.#listeners?.abort();
    this.#listeners = undefined;
    this.#movement?.stop();
    this.#movement = undefined;
    clearTimeout(this.#stillTimer);
    this.#speech?.rest();
    this.#host?.remove();
  }

  /** What is being typed or picked comes before what is said of a whole list. */
  #inOrder(): Spot[] {
    const spots = [...this.#spots.values()];
    return [...spots.filter(({ card }) => card.anchor !== "list"), ...spots.filter(({ card }) => card.anchor === "list")];
  }

  #changed(): void {
    this.#settle();
    this.#place();
  }

  #settle(): boolean {
    const focused = focusedElement();
    const changed = [...this.#spots.values()].filter((spot) => spot.settle(focused)).length > 0;
    if (this.#walk?.isOver) this.#endWalk();
    return changed;
  }

  /** One after the other, since each makes way for those before it; and marks and strips before cards. */
  #place(): void {
    const spots = this.#inOrder();
    const isOurs = (element: Element) => this.owns(element);
    const taken: Rectangle[] = [];
    for (const spot of spots) this.#orHide(spot, () => taken.push(...spot.placeHandle(taken, isOurs)));
    for (const spot of spots) this.#orHide(spot, () => taken.push(...spot.placeCard(taken, isOurs)));
    if (this.#noted) this.#placeNote(this.#noted, taken);
    this.#movement?.watchOnly(new Set([...spots.map(({ anchor }) => anchor), ...(this.#noted ? [this.#noted.anchor] : [])]));
  }

  /** A page on which one place cannot be found, by whatever it has done to its elements, loses that one hint. */
  #orHide(spot: Spot, work: () => void): void {
    try {
      work();
    } catch {
      spot.element.dataset["seen"] = "no";
    }
  }

  #placeNote({ note: { element }, anchor }: Noted, taken: readonly Rectangle[]): void {
    try {
      const isOurs = (node: Element) => this.owns(node);
      const about = boxOf(anchor);
      const isRightToLeft = getComputedStyle(anchor).direction === "rtl";
      const scene = { about, open: viewport(), isRightToLeft, taken: [...taken, ...obstaclesNear(anchor, isOurs)], isOurs };
      const { place } = placeForCard(scene, { width: element.offsetWidth, height: element.offsetHeight }, SIDES_OF_NOTE);
      element.style.left = `${Math.round(place.left)}px`;
      element.style.top = `${Math.round(place.top)}px`;
    } catch {
      this.#endNote();
    }
  }

  #moved(): void {
    const isOurs = (element: Element) => this.owns(element);
    for (const spot of this.#spots.values()) this.#orHide(spot, () => spot.move(isOurs));
    clearTimeout(this.#stillTimer);
    this.#stillTimer = setTimeout(() => this.#place(), STILL_MS);
  }

  #fix(spot: Spot, hint: Hint): void {
    if (this.#page.isComposing()) return;
    const { card } = spot;
    const field = this.#page.elementOf(card.node);
    const { fix } = hint;
    if (fix && isField(field) && applyFix(field, fix)) {
      // It has been answered; standing there until the core says so, it would push the line with the way back aside.
      spot.shut();
      this.#settle();
      this.#say(card.words.fixed, card.language);
      this.#note(card, field, fix.done, fix.after, () => this.#takeBack(field, card.node, fix));
    }
    this.#page.lookAgain();
  }

  #takeBack(written: Field, node: number, fix: { before: string; after: string }): void {
    // The page may have built the field anew meanwhile.
    const field = written.isConnected ? written : this.#page.elementOf(node);
    if (this.#page.isComposing() || !isField(field)) return;
    takeBack(field, fix, field === written && this.#lastWritten === field);
    this.#page.lookAgain();
  }

  #dismiss(spot: Spot): void {
    if (spot.hasFocusInside) spot.returnFocus();
    this.#dismissals.add(spot.card, valueAt(spot.anchor));
    this.keep();
  }

  #silence(spot: Spot, level: Silenced): void {
    const { card, anchor } = spot;
    const { words } = card;
    spot.shut();
    if (level.kind === "here") {
      this.#note(card, anchor, words.silencedHere, undefined, () => {
        this.#dismissals.takeBack(card);
        this.keep();
      });
      this.#say(words.silencedHere, card.language);
      this.#dismiss(spot);
      return;
    }
    const scope = this.#scopeOf(level);
    // Nothing is said to be quiet that is not.
    if (!scope) return;
    const text = level.kind === "page" ? words.silencedPage : words.silencedRule;
    this.#page.silence("silence", scope);
    this.#note(card, anchor, text, undefined, () => this.#page.silence("unsilence", scope));
    this.#say(text, card.language);
    this.#changed();
  }

  #scopeOf(level: Exclude<Silenced, { kind: "here" }>): SilenceScope | undefined {
    if (level.kind === "rule") return level;
    return this.#pageId === undefined ? undefined : { kind: "place", place: this.#pageId };
  }

  #note(card: Card, anchor: Element, text: string, value: string | undefined, undo: () => void): void {
    this.#endNote();
    const { language, direction, words } = card;
    const note = new Note(
      { text, undo: words.undo, language, direction },
      {
        undo: () => {
          if (this.#noted?.note === note) this.#endNote();
          undo();
          this.keep();
        },
        ended: () => {
          this.#endNote();
          this.keep();
        },
      },
    );
    note.element.dataset["theme"] = themeBeside(anchor);
    this.#noted = { note, anchor, value };
    this.#host?.root.append(note.element);
    this.#place();
  }

  #endNote(): void {
    const noted = this.#noted;
    this.#noted = undefined;
    if (!noted) return;
    if (this.#walk?.through === noted.note) this.#endWalk();
    noted.note.stop();
    if (noted.note.element.contains(this.#host?.root.activeElement ?? null)) focusOn(noted.anchor);
    noted.note.element.remove();
  }

  #say(text: string, language: string): void {
    this.#speech?.say(text, language);
  }

  #pointerPressed(event: PointerEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (this.#host && path.includes(this.#host.element)) return;
    this.#endWalk();
    for (const spot of this.#spots.values()) if (!path.includes(spot.anchor)) spot.release();
    this.#changedIfNeeded();
  }

  /** Out of the document: from a frame straight into the page around it, a card may not be told. */
  #pointerGone(): void {
    for (const spot of this.#spots.values()) spot.losePointer();
  }

  #focusMoved(): void {
    if (!this.#listeners) return;
    const focused = focusedElement();
    // A dialog that takes the focus by itself is no sign that the user has turned away.
    if (focused && !this.owns(focused) && performance.now() - this.#lastAct < BY_USER_MS) {
      for (const spot of this.#spots.values()) if (!contains(spot.anchor, focused)) spot.release();
    }
    this.#changedIfNeeded();
  }

  #changedIfNeeded(): void {
    if (this.#settle()) this.#place();
  }

  #keyPressed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    // A key that an input method is using is not ours.
    if (event.isComposing) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const isDone = isPlain ? this.#plainKeyPressed(event.key) : this.#fixKeyPressed(event);
    if (!isDone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #fixKeyPressed({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (key !== "Enter" || !altKey || ctrlKey || metaKey || shiftKey) return false;
    const spot = this.#openAtFocus();
    if (!spot?.fixable) return false;
    this.#fix(spot, spot.fixable);
    return true;
  }

  #plainKeyPressed(key: string): boolean {
    const inside = this.#host?.root.activeElement;
    if (key === "Escape") return this.#escape();
    // A blocking dialog of Fluent swallows the click that the browser makes of the key.
    if (inside instanceof HTMLElement && (key === "Enter" || key === " ")) {
      pressFromAfar(inside);
      return true;
    }
    if (this.#walk?.isOver) this.#endWalk();
    const walk = this.#walk;
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        return this.#step(key === "ArrowDown" ? 1 : -1);
      case "Home":
      case "End": {
        const end = key === "Home" ? "first" : "last";
        // In a text they are where one goes to put it right.
        if (isField(focusedElement() ?? undefined)) return false;
        if (inside) focusOn(this.#controlsAround(inside).at(end === "first" ? 0 : -1));
        else walk?.toEnd(end);
        return inside !== null && inside !== undefined ? true : walk !== undefined;
      }
      case "Enter":
        return walk?.press() ?? false;
      default:
        return false;
    }
  }

  #step(by: 1 | -1): boolean {
    const inside = this.#host?.root.activeElement;
    if (inside instanceof HTMLElement) {
      const controls = this.#controlsAround(inside);
      const at = controls.indexOf(inside);
      if (at < 0) return false;
      focusOn(controls.at((at + by) % controls.length));
      return true;
    }
    this.#walk?.step(by);
    return this.#walk !== undefined;
  }

  #controlsAround(inside: Element): HTMLElement[] {
    return [...this.#spots.values()].find(({ element }) => element.contains(inside))?.controls() ?? [];
  }

  /** The walk along the line first, then an open menu, then the card that one is at, then any other that is open. */
  #escape(): boolean {
    const focused = focusedElement();
    // An open drop-down closes itself by Escape.
    if (focused && !this.owns(focused) && attribute(focused, "aria-expanded") === "true") return false;
    if (this.#noted && this.#walk?.through === this.#noted.note) {
      this.#endWalk();
      return true;
    }
    const open = this.#inOrder().filter(({ isOpen, isSeen }) => isOpen && isSeen);
    const spot = open.find(({ isAtFocus }) => isAtFocus) ?? open.at(-1);
    if (!spot) return false;
    if (spot.closeMenu()) {
      if (this.#walk?.through === spot) this.#walk.select(".silence");
    } else {
      spot.shut();
    }
    this.#changed();
    return true;
  }

  #openAtFocus(): Spot | undefined {
    return [...this.#spots.values()].find(({ isAtFocus, isOpen, isSeen }) => isAtFocus && isOpen && isSeen);
  }

  #endWalk(): void {
    this.#walk?.end();
    this.#walk = undefined;
    this.#noted?.note.hold(false);
  }

  #speak(): void {
    const verdicts = new Map<string, Verdict>();
    const fields = new Set<Element>();
    for (const { card, anchor } of this.#spots.values()) {
      const [key, verdict] = this.#verdictOf(card);
      verdicts.set(key, verdict);
      if (verdict.isOfList) continue;
      fields.add(anchor);
      this.#speech?.describe(anchor, verdict.text);
    }
    this.#speech?.describeOnly(fields);
    this.#speech?.announce(verdicts);
  }

  #verdictOf(card: Card): [spot: string, verdict: Verdict] {
    const text = spokenOf(card);
    const isOfList = card.anchor === "list";
    // Lists are built anew by their page all the time, so they are known by whose they are and their words.
    return [isOfList ? `${this.#subject} ${text}` : keyOf(card), { text, language: card.language, isOfList }];
  }

  #tellShown(): void {
    const hints = [...this.#spots.values()].flatMap(({ card }) => card.hints);
    const worst = worstOf(hints.map(({ severity }) => severity));
    const shown = `${hints.length} ${worst}`;
    if (shown === this.#lastShown || (this.#lastShown === "" && hints.length === 0)) return;
    this.#lastShown = shown;
    this.#page.drawn(hints.length, worst);
  }
}

function keyOf({ anchor, node }: Card): string {
  return `${anchor} ${node}`;
}

function spokenOf({ hints, words }: Card): string {
  return [...hints.map(({ spoken }) => spoken), ...(hints.some(({ fix }) => fix) ? [words.fixKeySpoken] : [])].join(" ");
}

function isStillTrue({ anchor, value }: Noted): boolean {
  return isConnected(anchor) && (value === undefined || valueAt(anchor) === value);
}
