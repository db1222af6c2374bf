/**
 * Draws the cards that the background sends. Owns which hints are in the page and the events that open, close and
 * remove them; never decides what they say. Keys are handled in `keys`, presses in `actions`.
 */

import type { Severity } from "../../../pkg/sparekey.js";
import type { Card } from "../../shared/texts/card.ts";
import { worstOf } from "../../shared/texts/severities.ts";
import { bodyOfPage, contains, focusedElement } from "../dom.ts";
import { type ActedOn, Actions } from "./actions.ts";
import { Dismissals } from "./dismissals.ts";
import { isField } from "./fix.ts";
import { Host, isEnclosing } from "./host.ts";
import { Keys } from "./keys.ts";
import { LastAct } from "./last-act.ts";
import { Layout } from "./layout.ts";
import { Speech } from "./speech.ts";
import { HintController, valueAt } from "./hint-controller.ts";
import { partWithBox } from "./surroundings.ts";

export interface Page extends ActedOn {
  /** `dismissed`: how many more hints there would be if the user had dismissed none. */
  drawn(hints: number, worst: Severity | undefined, dismissed: number): void;
}

/** A finding this soon after a key or press is about what that did. */
const JUST_MADE_MS = 3000;
/** If the focus moves this soon after a key or press, that has moved it. */
const BY_USER_MS = 100;

export class Hands {
  readonly #page: Page;
  readonly #dismissals = new Dismissals();
  readonly #controllers = new Map<string, HintController>();
  readonly #lastAct = new LastAct();
  readonly #actions: Actions;
  readonly #keys: Keys;
  #wanted: readonly Card[] = [];
  #subject = "";
  /** The id of the place that `#wanted` is about. */
  #pageId: string | undefined;
  #host: Host | undefined;
  #speech: Speech | undefined;
  #layout: Layout | undefined;
  #listeners: AbortController | undefined;
  #lastShown = "";
  /** The anchor whose hint gets the focus once it is back. */
  #awaited: Element | undefined;

  constructor(page: Page) {
    this.#page = page;
    const announce = (text: string, language: string) => this.#speech?.announce(text, language);
    const changed = () => this.#changed();
    this.#actions = new Actions(page, this.#dismissals, {
      announce,
      toastCreated: (toast) => {
        // What was silenced may have gone already, and the host with it.
        if (this.#ready()) this.#host?.root.append(toast.element);
        changed();
      },
      focusComesTo: (anchor) => (this.#awaited = anchor),
      changed: () => this.keep(),
    });
    this.#keys = new Keys({
      controllers: () => this.#inOrder().filter(({ layout }) => layout.isSeen),
      toast: () => this.#actions.toast,
      endToast: () => this.#actions.endToast(),
      focused: () => this.#focusedOfOurs(),
      fix: (controller) => this.#write(controller, () => this.#actions.fix(controller)),
      changed,
      read: (card) => {
        this.#speech?.read(card, this.#subject);
        this.#speak();
      },
      announce,
    });
  }

  /** Whether a node of the page is ours; the eyes ignore it. */
  readonly owns = (node: Node): boolean => node === this.#host?.element;

  draw(cards: readonly Card[], subject: string, place: string | undefined): void {
    if (subject !== this.#subject) this.#actions.endToast();
    this.#subject = subject;
    this.#dismissals.turnTo(subject);
    this.#wanted = cards;
    this.#pageId = place;
    this.keep();
  }

  /** Brings the drawing up to date: after new cards, and after each change of the page. */
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
    if (this.#actions.toast?.isStillTrue === false) this.#actions.endToast();
    if (present.length === 0 && !this.#actions.toast) this.#clear();
    else if (this.#ready()) this.#update(present);
    this.#tellShown(dismissed);
  }

  /** Shows all dismissed hints again. */
  showDismissed(): void {
    this.#dismissals.takeBackAll();
    // The toast may say that hints are silenced here.
    this.#actions.endToast();
    this.keep();
  }

  openHint(): void {
    this.#changedIfNeeded();
    this.#keys.commandPressed();
  }

  /** Removes everything from the page. */
  remove(): void {
    this.#wanted = [];
    this.#lastAct.stop();
    this.#actions.endToast();
    this.#clear();
    this.#speech?.stop();
    this.#speech = undefined;
  }

  #ready(): boolean {
    this.#host ??= new Host();
    const wasInPage = this.#host.element.isConnected;
    if (!this.#host.show()) {
      this.#actions.endToast();
      this.#clear();
      return false;
    }
    if (!this.#speech) {
      this.#speech = new Speech();
      this.#host.root.append(this.#speech.region);
    }
    if (!wasInPage) this.#speech.appeared();
    this.#layout ??= new Layout(this.#host);
    if (!this.#listeners) this.#listen();
    return true;
  }

  #listen(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const options = { capture: true, passive: true, signal } as const;
    // At the window and captured, to come before Fluent, which closes its panes from there as well.
    window.addEventListener("keydown", (event) => this.#keys.pressed(event), { capture: true, signal });
    window.addEventListener("pointerdown", (event) => this.#pointerPressed(event), options);
    window.addEventListener("focusin", () => this.#focusMoved(), options);
    // Between `focusout` and `focusin` nothing has the focus. A card that closed then would take a button away that is
    // about to get it.
    window.addEventListener("focusout", () => setTimeout(() => this.#focusMoved(), 0), options);
    window.addEventListener("input", (event) => this.#written(event), options);
    window.addEventListener("toggle", (event) => this.#toggled(event), options);
    window.addEventListener("fullscreenchange", () => this.#place(), options);
    window.addEventListener("pointerout", (event) => event.relatedTarget === null && this.#pointerGone(), options);
  }

  /** Something has entered the top layer, or left it. */
  #toggled({ target, newState }: ToggleEvent): void {
    if (!(target instanceof Element) || this.owns(target)) return;
    // One that lets the pointer through would not be noticed by asking what is on top.
    if (newState === "open" && isEnclosing(target)) this.#host?.rise();
    this.#place();
  }

  #written(event: Event): void {
    this.#actions.written(event);
    // Somebody who types on does not use the card's controls, and Enter belongs to the page again.
    if (event.isTrusted) this.#keys.endVirtualFocus();
  }

  #update(present: readonly { card: Card; anchor: Element }[]): void {
    const keys = new Set<string>();
    for (const { card, anchor } of present) {
      const key = `${card.anchor} ${card.node}`;
      keys.add(key);
      const isNews = this.#controllers.get(key)?.update(card, anchor) ?? this.#add(key, card, anchor);
      if (isNews && this.#isJustMade(card, anchor)) this.#controllers.get(key)?.hold(false);
    }
    for (const key of this.#controllers.keys()) if (!keys.has(key)) this.#erase(key);
    this.#settle();
    if (this.#isWrittenAt) this.#releaseUnasked();
    this.#place();
    this.#focusAwaited();
    this.#speak();
  }

  /** Nothing is written that is not seen: the anchor may be free, and the card hidden by whatever the page does. */
  #write(controller: HintController, write: () => void): void {
    if (this.#host && controller.layout.isCardOnTop(this.#host.element)) write();
    else this.keep();
  }

  #focusAwaited(): void {
    if (!this.#awaited) return;
    const controller = [...this.#controllers.values()].find(({ anchor }) => anchor === this.#awaited);
    const isNowhere = focusedElement() === bodyOfPage();
    if (isNowhere) controller?.takeFocus();
    if (controller || !isNowhere) this.#awaited = undefined;
  }

  /** Whether the focus is in a field whose own card is open. */
  get #isWrittenAt(): boolean {
    return [...this.#controllers.values()].some(
      ({ isAtFocus, isOpen, anchor }) => isAtFocus && isOpen && isField(anchor),
    );
  }

  /** Closes the cards that opened by themselves, except for findings that may interrupt. */
  #releaseUnasked(): void {
    for (const controller of this.#controllers.values())
      if (!controller.isAsked && !controller.card.hints[0].interrupts) controller.release();
    this.#settle();
  }

  /** Whether the card is about a choice that the user has just made and not left. */
  #isJustMade({ anchor, hints: [first] }: Card, element: Element): boolean {
    if (anchor !== "choice" || !this.#lastAct.isWithin(JUST_MADE_MS)) return false;
    const { at } = this.#lastAct;
    return first.interrupts || !(at instanceof Element && isField(at)) || contains(element, at);
  }

  #add(key: string, card: Card, anchor: Element): true {
    const controller = new HintController(card, anchor, {
      fix: (at) => this.#write(at, () => this.#actions.fix(at)),
      choose: (at, choice) => this.#write(at, () => this.#actions.choose(at, choice)),
      openSettings: () => this.#actions.openSettings(),
      silence: (at, level) => this.#actions.silence(at, level, this.#pageId),
      announce: (text, language) => this.#speech?.announce(text, language),
      changed: () => this.#changed(),
    });
    this.#controllers.set(key, controller);
    this.#host?.root.append(controller.element);
    return true;
  }

  #erase(key: string): void {
    this.#controllers.get(key)?.stop();
    this.#controllers.delete(key);
  }

  #clear(): void {
    for (const key of [...this.#controllers.keys()]) this.#erase(key);
    this.#listeners?.abort();
    this.#listeners = undefined;
    this.#layout?.stop();
    this.#layout = undefined;
    this.#speech?.clear();
    this.#host?.remove();
  }

  /** Hints at fields and choices come before those at whole lists. */
  #inOrder(): HintController[] {
    const controllers = [...this.#controllers.values()];
    return [
      ...controllers.filter(({ card }) => card.anchor !== "list"),
      ...controllers.filter(({ card }) => card.anchor === "list"),
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
    const changed = [...this.#controllers.values()].filter((controller) => controller.settle(focused)).length > 0;
    this.#keys.endVirtualFocusIfOver();
    return changed;
  }

  #place(): void {
    this.#layout?.place(this.#inOrder(), this.#actions.toast);
  }

  #pointerPressed(event: PointerEvent): void {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (this.#host && path.includes(this.#host.element)) return;
    this.#keys.endVirtualFocus();
    for (const controller of this.#controllers.values()) if (!path.includes(controller.anchor)) controller.release();
    this.#changedIfNeeded();
  }

  /**
   * The pointer has left the document. From a frame straight into the page around it, a card may get no `pointerleave`.
   */
  #pointerGone(): void {
    for (const controller of this.#controllers.values()) controller.losePointer();
    this.#actions.toast?.losePointer();
  }

  #focusMoved(): void {
    if (!this.#listeners) return;
    const focused = focusedElement();
    // If a dialog takes the focus by itself, the user has not moved on.
    if (focused && !this.#focusedOfOurs() && this.#lastAct.isWithin(BY_USER_MS)) {
      for (const controller of this.#controllers.values())
        if (!contains(controller.anchor, focused)) controller.release();
    }
    this.#changedIfNeeded();
  }

  #focusedOfOurs(): HTMLElement | undefined {
    const focused = this.#host?.root.activeElement;
    return focused instanceof HTMLElement ? focused : undefined;
  }

  #speak(): void {
    this.#speech?.speakOf(this.#controllers.values(), this.#subject);
  }

  #tellShown(dismissed: number): void {
    const hints = [...this.#controllers.values()].flatMap(({ card }) => card.hints);
    const worst = worstOf(hints.map(({ severity }) => severity));
    const shown = `${hints.length} ${worst} ${dismissed}`;
    if (shown === this.#lastShown || (this.#lastShown === "" && hints.length + dismissed === 0)) return;
    this.#lastShown = shown;
    this.#page.drawn(hints.length, worst, dismissed);
  }
}
