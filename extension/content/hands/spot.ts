/**
 * One spot of the page with all there is to say about it: the mark or strip that stays, and the card that
 * comes and goes. It owns when the card is open and where its parts are; what is pressed is its owner's.
 */

import type { Card, Hint } from "../../shared/card.ts";
import { boxOf, contains, focusOn, viewport } from "../dom.ts";
import { type CardView, cardView } from "./card-view.ts";
import { focusedInside, made } from "./elements.ts";
import { isField } from "./fix.ts";
import { intersection, overlap, type Rectangle } from "./geometry.ts";
import { markElement, stripElement } from "./mark.ts";
import type { Silenced } from "./menu.ts";
import { type CardPlace, heightUnder, MARK_SIDE, placeForCard, placeForMark, placeForStrip, pointsUnderMark, type Scene } from "./placement.ts";
import { type Clipping, clippingOf, frameAround, type IsOurs, isCovered, isEmpty, obstaclesNear, occupiedPoints, openPart } from "./surroundings.ts";
import { themeBeside } from "./theme.ts";

/** A pointer on its way over the page to a field is not on its way to us. */
const HOVER_MS = 100;
/** With less, a card that scrolls shows nothing. */
const LEAST_HEIGHT = 160;
/** For the way from the mark to the card. */
const GRACE_MS = 350;

interface SpotEvents {
  fix(spot: Spot, hint: Hint): void;
  dismiss(spot: Spot): void;
  silence(spot: Spot, level: Silenced): void;
  say(text: string, language: string): void;
  /** It may have to open, close or be placed anew. */
  changed(): void;
}

export class Spot {
  readonly element = made("div", "spot");
  card: Card;
  anchor: Element;
  isOpen = false;
  #picture = "";
  readonly #events: SpotEvents;
  #mark!: HTMLElement;
  #strip: HTMLElement | undefined;
  #view!: CardView;
  #clipping: Clipping = { all: [], scrolling: [] };
  /** Where each part is, seen from the anchor's corner. */
  readonly #offsets = new Map<HTMLElement, { x: number; y: number }>();
  #placedFor = "";
  #stoodOn = -1;
  #cardPlacedFor = "";
  #cardStoodOn = "";

  /** Open whatever has the focus, until the user turns to something else. */
  #isHeld = false;
  #isAsked = false;
  #isPointed = false;
  #isAtFocus = false;
  /** What the anchor held when the user closed the card. */
  #shutAt: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(card: Card, anchor: Element, events: SpotEvents) {
    this.card = card;
    this.anchor = anchor;
    this.#events = events;
    this.update(card, anchor);
  }

  /** Whether what it says has changed, not just of which digits. */
  update(card: Card, anchor: Element): boolean {
    const picture = JSON.stringify(card);
    if (anchor !== this.anchor) this.#placedFor = "";
    this.anchor = anchor;
    this.element.dataset["theme"] = themeBeside(anchor);
    if (this.#shutAt !== undefined && this.#shutAt !== valueAt(anchor)) this.#shutAt = undefined;
    if (picture === this.#picture) return false;
    const isNews = this.#picture === "" || card.hints.some(({ title }) => !this.card.hints.some((known) => known.title === title));
    this.#picture = picture;
    this.card = card;
    this.#build();
    return isNews;
  }

  #build(): void {
    const { card, element } = this;
    const hadFocus = this.hasFocusInside;
    element.lang = card.language;
    element.dir = card.direction;
    element.dataset["severity"] = card.hints[0].severity;
    this.#offsets.clear();
    this.#placedFor = this.#cardPlacedFor = "";
    const press = () => this.#pressed();
    const dismiss = () => this.#events.dismiss(this);
    this.#mark = markElement(card, press);
    this.#strip = card.anchor === "list" ? stripElement(card, { press, dismiss }) : undefined;
    this.#view = cardView(card, {
      dismiss,
      fix: (hint) => this.#events.fix(this, hint),
      silence: (level) => this.#events.silence(this, level),
      say: (text) => this.#events.say(text, card.language),
      resized: () => this.#events.changed(),
    });
    // A strip is no thing to pass over with the pointer by chance: its details open by a press.
    for (const part of [this.#mark, this.#view.element]) this.#watchPointer(part);
    // A part that is taken out from under the pointer never says that the pointer has left it.
    if (this.#isPointed) this.losePointer();
    element.replaceChildren(...(this.#strip ? [this.#strip] : []), this.#mark, this.#view.element);
    this.#show();
    if (hadFocus) this.returnFocus();
  }

  #watchPointer(part: HTMLElement): void {
    // A finger does not hover; its press is a press.
    part.addEventListener("pointerenter", ({ isTrusted, pointerType }) => isTrusted && pointerType !== "touch" && this.#point(true, this.isOpen ? 0 : HOVER_MS));
    part.addEventListener("pointerleave", () => this.#point(false, GRACE_MS));
  }

  #point(isPointed: boolean, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isPointed = isPointed;
      this.#events.changed();
    }, wait);
  }

  /** Wherever the pointer is now, it is no longer known to be here; it comes in again where it is. */
  losePointer(): void {
    this.#point(false, GRACE_MS);
  }

  #pressed(): void {
    // A card that only hovers is pinned by the press; one that is open for good reason is closed.
    if (this.isOpen && (this.#isHeld || this.#isAtFocus)) this.shut();
    else this.hold(true);
    this.#events.changed();
  }

  /** `isAsked`: by the user, who then wants to read all of it. */
  hold(isAsked: boolean): void {
    this.#isHeld = true;
    this.#isAsked ||= isAsked;
    this.#shutAt = undefined;
  }

  /** The user has turned to something else. */
  release(): void {
    this.#isHeld = this.#isAsked = false;
  }

  /** Closed by the user: not open again for the same focus, unless what the field holds changes. */
  shut(): void {
    clearTimeout(this.#timer);
    this.release();
    this.#isPointed = false;
    this.#shutAt = valueAt(this.anchor);
    if (this.hasFocusInside) this.returnFocus();
  }

  /** Opens or closes the card; true where that changed. */
  settle(focused: Element | null): boolean {
    const isAtAnchor = this.card.anchor !== "list" && focused !== null && contains(this.anchor, focused);
    this.#isAtFocus = isAtAnchor || this.hasFocusInside;
    if (!this.#isAtFocus && !this.#isPointed) this.#shutAt = undefined;
    const isOpen = this.#isHeld || (((this.#isAtFocus && !this.#isOnlyHandleFocused) || this.#isPointed) && this.#shutAt === undefined);
    if (isOpen === this.isOpen) return false;
    this.isOpen = isOpen;
    if (!isOpen) this.#view.closeMenu();
    this.#show();
    return true;
  }

  /** Its mark or strip alone: reached by Tab, and not yet pressed. */
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

  /** Whether any part of it can be seen. */
  get isSeen(): boolean {
    return this.element.dataset["seen"] === "yes";
  }

  get fixable(): Hint | undefined {
    return this.card.hints.find(({ fix }) => fix);
  }

  closeMenu(): boolean {
    return this.#view.closeMenu();
  }

  controls(): HTMLElement[] {
    return this.#view.controls();
  }

  /** To the page's field; to the mark where the page has nothing there that takes it. */
  returnFocus(): void {
    focusOn(this.anchor);
    if (this.hasFocusInside) focusOn(this.#strip?.querySelector(".details") ?? this.#mark);
  }

  #show(): void {
    this.#view.element.hidden = !this.isOpen;
    for (const handle of [this.#mark, this.#strip?.querySelector(".details")]) handle?.setAttribute("aria-expanded", String(this.isOpen));
  }

  /** Mark or strip; gives back what they stand on. */
  placeHandle(taken: readonly Rectangle[], isOurs: IsOurs): Rectangle[] {
    const origin = boxOf(this.anchor);
    this.#clipping = clippingOf(this.anchor);
    const inSight = intersection(origin, openPart(this.#clipping.all));
    const isSeen = !isEmpty(inSight) && !isCovered(this.anchor, inSight, isOurs);
    this.#setSeen(isSeen);
    if (!isSeen) return [];
    const key = JSON.stringify([rounded(origin), rounded(inSight), rounded(viewport()), taken.map(rounded)]);
    if (key === this.#placedFor && this.#pointsUnderHandle(isOurs) === this.#stoodOn) return [boxOf(this.#handle)];
    this.#placedFor = key;
    const isList = this.card.anchor === "list";
    const scene = {
      about: isList ? inSight : frameAround(this.anchor),
      open: openPart(this.#clipping.scrolling),
      isRightToLeft: getComputedStyle(this.anchor).direction === "rtl",
      taken,
      isOurs,
    };
    if (this.#strip) this.#strip.hidden = false; // Hidden, it has no height.
    const strip = this.#strip && placeForStrip({ ...scene, about: { ...inSight, top: origin.top, bottom: origin.bottom } }, this.#strip.offsetHeight);
    if (this.#strip) this.#strip.hidden = strip === undefined;
    this.#mark.hidden = strip !== undefined;
    if (this.#strip && strip) {
      this.#strip.style.width = `${Math.round(strip.right - strip.left)}px`;
      this.#put(this.#strip, strip, origin);
      this.#stoodOn = this.#pointsUnderHandle(isOurs);
    } else {
      const { place, points } = placeForMark(scene);
      this.#put(this.#mark, place, origin);
      this.#stoodOn = points;
    }
    return [boxOf(this.#handle)];
  }

  /** The card, where it is open; gives back what it stands on. */
  placeCard(taken: readonly Rectangle[], isOurs: IsOurs): Rectangle[] {
    const { element } = this.#view;
    if (!this.isOpen || !this.isSeen) return [];
    const origin = boxOf(this.anchor);
    const isStrip = this.#strip !== undefined && !this.#strip.hidden;
    const about = isStrip && this.#strip ? boxOf(this.#strip) : this.card.anchor === "list" ? boxOf(this.#mark) : frameAround(this.anchor);
    const known = () => JSON.stringify([rounded(about), rounded(viewport()), element.offsetWidth, element.offsetHeight, taken.map(rounded)]);
    const standsOn = (box: Rectangle, obstacles: readonly Rectangle[]) =>
      JSON.stringify(obstacles.filter((obstacle) => overlap(obstacle, box) > 0).map(rounded));
    if (known() === this.#cardPlacedFor) {
      const box = boxOf(element);
      // It stays where it was begun to be read, though a better place may have come free.
      if (standsOn(box, obstaclesNear(this.anchor, isOurs, box)) === this.#cardStoodOn) return [box];
    }
    const obstacles = obstaclesNear(this.anchor, isOurs);
    const scene = {
      about,
      open: viewport(),
      isRightToLeft: getComputedStyle(this.anchor).direction === "rtl",
      taken: [...(isStrip ? [] : [origin]), ...obstacles, about, ...taken],
      isOurs,
    };
    // With nowhere free it is made to scroll, then narrow, then small; then it covers as little as it can.
    let best = this.#placeIn(undefined, scene);
    if (best.cost > 0) best = this.#placeShort(scene) ?? this.#placeIn("data-narrow", scene);
    if (best.cost > 0 && !this.#isAsked) best = this.#placeIn("data-compact", scene);
    // At 400 % a pane may be six lines high. The field that is written in is never covered: the line with
    // the fix is left, beside the mark.
    if (!this.#isAsked && !isStrip && overlap(best.place, about) > 0) best = this.#placeIn("data-line", scene);
    this.#put(element, best.place, origin);
    this.#cardPlacedFor = known();
    this.#cardStoodOn = standsOn(boxOf(element), obstacles);
    return [best.place];
  }

  #placeIn(form: "data-narrow" | "data-compact" | "data-line" | undefined, scene: Scene): CardPlace {
    const { element } = this.#view;
    element.style.maxBlockSize = "";
    for (const name of ["data-narrow", "data-compact", "data-line"]) element.toggleAttribute(name, name === form);
    return placeForCard(scene, { width: element.offsetWidth, height: element.offsetHeight });
  }

  /** Where it was begun to be read, though its reasons or its menu have made it too high for that. */
  #placeShort(scene: Scene): CardPlace | undefined {
    const { element } = this.#view;
    const height = heightUnder(scene);
    if (height < LEAST_HEIGHT) return undefined;
    element.style.maxBlockSize = `${height}px`;
    const best = placeForCard(scene, { width: element.offsetWidth, height: element.offsetHeight }, ["under", "under-end"]);
    return best.cost === 0 ? best : undefined;
  }

  /** Follows the anchor. */
  move(isOurs: IsOurs): void {
    const origin = boxOf(this.anchor);
    const inSight = intersection(origin, openPart(this.#clipping.all));
    const isSeen = !isEmpty(inSight) && !isCovered(this.anchor, inSight, isOurs);
    // Scrolled into sight before it had a place: it would be seen in the window's corner.
    this.#setSeen(isSeen && this.#offsets.size > 0);
    const open = openPart(this.#clipping.scrolling);
    for (const [part, { x, y }] of this.#offsets) {
      if (part.hidden) continue;
      const top = origin.top + y;
      this.#write(part, { left: origin.left + x, top });
      // What has been scrolled out of its pane must not lie on what is above the pane.
      const isOut = part !== this.#view.element && (top + MARK_SIDE / 2 < open.top || top + MARK_SIDE / 2 > open.bottom);
      part.toggleAttribute("data-out", isOut);
    }
  }

  /** With its focus inside, a reader would be at the top of the page again. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.hasFocusInside) this.returnFocus();
    this.isOpen = false;
    this.element.remove();
  }

  /** Whatever is written makes the browser lay out anew, be it the same. */
  #setSeen(isSeen: boolean): void {
    if (isSeen !== this.isSeen) this.element.dataset["seen"] = isSeen ? "yes" : "no";
  }

  get #handle(): HTMLElement {
    return this.#strip && !this.#strip.hidden ? this.#strip : this.#mark;
  }

  #pointsUnderHandle(isOurs: IsOurs): number {
    const box = boxOf(this.#handle);
    return this.#handle === this.#mark ? pointsUnderMark(box, isOurs) : occupiedPoints(box, 32, isOurs);
  }

  #put(part: HTMLElement, place: Rectangle, origin: Rectangle): void {
    this.#offsets.set(part, { x: place.left - origin.left, y: place.top - origin.top });
    part.removeAttribute("data-out");
    this.#write(part, place);
  }

  #write(part: HTMLElement, { left, top }: Pick<Rectangle, "left" | "top">): void {
    part.style.left = `${Math.round(left)}px`;
    part.style.top = `${Math.round(top)}px`;
  }
}

export function valueAt(anchor: Element): string {
  return isField(anchor) ? anchor.value : (anchor.textContent ?? "");
}

function rounded({ left, top, right, bottom }: Rectangle): number[] {
  return [left, top, right, bottom].map(Math.round);
}
