/**
 * One hint in the page: the mark or strip that stays, and the card that opens and closes. Owns when the card is open;
 * `hint-layout` places the parts, and what a press does is decided by the owner.
 */

import type { Card, CardChoice } from "../../shared/texts/card.ts";
import { contains, focusOn, textContentOf } from "../dom.ts";
import { type CardView, cardView } from "./card-view.ts";
import { focusedInside, made } from "./elements.ts";
import { isField } from "./fix.ts";
import { markElement, stripElement } from "./mark.ts";
import type { Silenced } from "./menu.ts";
import { Pointing } from "./pointing.ts";
import { HintLayout } from "./hint-layout.ts";
import { themeBeside } from "./theme.ts";

interface HintControllerEvents {
  fix(controller: HintController): void;
  choose(controller: HintController, choice: CardChoice): void;
  openSettings(): void;
  silence(controller: HintController, level: Silenced): void;
  announce(text: string, language: string): void;
  /** The hint may have to be opened, closed or placed anew. */
  changed(): void;
}

export class HintController {
  readonly element = made("div", "hint-root");
  card: Card;
  anchor: Element;
  isOpen = false;
  #picture = "";
  readonly #events: HintControllerEvents;
  #mark!: HTMLElement;
  #strip: HTMLElement | undefined;
  #view!: CardView;
  layout!: HintLayout;

  /** Pinned open; unpinned when the focus or a press goes to another element. */
  #isHeld = false;
  /** The user has asked for the card, and wants to read all of it. */
  isAsked = false;
  readonly #pointing: Pointing;
  #isAtFocus = false;
  /** The anchor's value when the user closed the card. */
  #shutAt: string | undefined;

  constructor(card: Card, anchor: Element, events: HintControllerEvents) {
    this.card = card;
    this.anchor = anchor;
    this.#events = events;
    this.#pointing = new Pointing(
      () => (this.isOpen ? this.layout.extent : undefined),
      () => events.changed(),
    );
    this.update(card, anchor);
  }

  /** Takes a card that may be new. True if it says something new, not just the same of other digits. */
  update(card: Card, anchor: Element): boolean {
    const picture = JSON.stringify(card);
    const hasMoved = anchor !== this.anchor;
    this.anchor = anchor;
    this.element.dataset["theme"] = themeBeside(anchor);
    if (this.#shutAt !== undefined && this.#shutAt !== valueAt(anchor)) this.#shutAt = undefined;
    if (picture === this.#picture) {
      if (hasMoved) this.#createLayout();
      return false;
    }
    const isNews =
      this.#picture === "" || card.hints.some(({ title }) => !this.card.hints.some((known) => known.title === title));
    this.card = card;
    this.#build();
    this.#picture = picture;
    return isNews;
  }

  #build(): void {
    const { card, element } = this;
    const hadFocus = this.hasFocusInside;
    // Somebody who types on in a field no longer reads the reasons.
    const isBeingRead = this.#picture !== "" && !isField(this.anchor) && this.#view.isExplained();
    element.lang = card.language;
    element.dir = card.direction;
    element.dataset["severity"] = card.hints[0].severity;
    const press = () => this.#pressed();
    const silence = (level: Silenced) => this.#events.silence(this, level);
    this.#mark = markElement(card, press);
    this.#strip =
      card.anchor === "list" ? stripElement(card, { press, dismiss: () => silence({ kind: "here" }) }) : undefined;
    this.#view = cardView(card, {
      fix: () => this.#events.fix(this),
      choose: (choice) => this.#events.choose(this, choice),
      openSettings: () => this.#events.openSettings(),
      silence,
      announce: (text) => this.#events.announce(text, card.language),
      resized: () => this.#events.changed(),
    });
    if (isBeingRead) this.#view.explain();
    // Not the strip, which is so large that the pointer crosses it by chance: its details open by a press.
    for (const part of [this.#mark, this.#view.element]) this.#pointing.watch(part);
    // A part that is removed from under the pointer gets no `pointerleave`.
    this.losePointer();
    this.#createLayout();
    element.replaceChildren(...(this.#strip ? [this.#strip] : []), this.#mark, this.#view.element);
    this.#show();
    if (hadFocus) this.returnFocus();
  }

  #createLayout(): void {
    this.layout = new HintLayout(
      { whole: this.element, mark: this.#mark, strip: this.#strip, card: this.#view.element },
      this.anchor,
    );
  }

  losePointer(): void {
    this.#pointing.lose();
  }

  #pressed(): void {
    // A press pins a card that is open because of the pointer only, and closes one that is pinned or has the focus.
    if (this.isOpen && (this.#isHeld || this.#isAtFocus)) this.shut();
    else this.hold(true);
    this.#events.changed();
  }

  /** Pins the card open. `isAsked`: the user has asked for it, and wants to read all of it. */
  hold(isAsked: boolean): void {
    this.#isHeld = true;
    this.isAsked ||= isAsked;
    this.#shutAt = undefined;
  }

  /** Unpins the card: the user has moved on to something else. */
  release(): void {
    this.#isHeld = this.isAsked = false;
  }

  /** Closes the card for the user. It stays closed until focus and pointer leave or the anchor's value changes. */
  shut(): void {
    this.release();
    this.#pointing.end();
    this.#shutAt = valueAt(this.anchor);
    if (this.hasFocusInside) this.returnFocus();
  }

  /** Opens or closes the card; true if that changed something. */
  settle(focused: Element | null): boolean {
    const isAtAnchor = this.card.anchor !== "list" && focused !== null && contains(this.anchor, focused);
    this.#isAtFocus = isAtAnchor || this.hasFocusInside;
    if (!this.#isAtFocus && !this.#pointing.isHere) this.#shutAt = undefined;
    const isOpen =
      this.#isHeld ||
      (((this.#isAtFocus && !this.#isOnlyHandleFocused) || this.#pointing.isHere) && this.#shutAt === undefined);
    if (isOpen === this.isOpen) return false;
    this.isOpen = isOpen;
    if (!isOpen) this.#view.closeMenu();
    this.#show();
    return true;
  }

  /** Whether the focus is on the mark or strip, reached by Tab and not pressed yet. */
  get #isOnlyHandleFocused(): boolean {
    const focused = focusedInside(this.element);
    return focused !== null && !this.#view.element.contains(focused);
  }

  get hasFocusInside(): boolean {
    return focusedInside(this.element) !== null;
  }

  get isAtFocus(): boolean {
    return this.#isAtFocus;
  }

  closeMenu(): boolean {
    return this.#view.closeMenu();
  }

  controls(): HTMLElement[] {
    return this.#view.controls();
  }

  /** Moves the focus to the anchor, or to the mark if the anchor cannot take it. */
  returnFocus(): void {
    focusOn(this.anchor);
    if (this.hasFocusInside) this.takeFocus();
  }

  takeFocus(): void {
    focusOn(this.#strip?.querySelector(".details") ?? this.#mark);
  }

  #show(): void {
    this.#view.element.hidden = !this.isOpen;
    for (const handle of [this.#mark, this.#strip?.querySelector(".details")])
      handle?.setAttribute("aria-expanded", String(this.isOpen));
  }

  /** Removes the hint. The focus is moved out of it first: otherwise it would go to the top of the page. */
  stop(): void {
    this.#pointing.end();
    if (this.hasFocusInside) this.returnFocus();
    this.isOpen = false;
    this.element.remove();
  }
}

export function valueAt(anchor: Element): string {
  return isField(anchor) ? anchor.value : textContentOf(anchor);
}
