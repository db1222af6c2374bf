/**
 * Where the parts of one spot stand: the mark or strip, and the card. It owns their places beside their
 * element of the page, and whether that can be seen; when a card is open is the spot's to say.
 */

import { boxOf, viewport } from "../dom.ts";
import { drawnSize } from "./elements.ts";
import { around, intersection, overlap, type Rectangle } from "./geometry.ts";
import {
  COVERS_CONTROL,
  type FoundPlace,
  heightUnder,
  MARK_SIDE,
  placeFor,
  placeForMark,
  placeForStrip,
  pointsUnderMark,
  type Surroundings,
} from "./placement.ts";
import {
  type Clipping,
  clippingOf,
  frameAround,
  isControl,
  type IsOurs,
  isCovered,
  isEmpty,
  obstaclesNear,
  occupiedPoints,
  openPart,
} from "./surroundings.ts";

/** With less, a card that scrolls shows nothing. */
const LEAST_HEIGHT = 160;

/** Of a card that scrolls, with some lines of its message in sight. */
const LOW_HEIGHT = 200;

/**
 * `terse` leaves out what there is to say besides, but for its titles, and so do all that follow; `short` scrolls
 * where it was begun to be read, though its reasons or its menu have made it too high for that; `low` scrolls
 * wherever there is room; `compact` leaves out the message; `headline` has the title in one line, and the fix;
 * `line` the fix alone.
 */
type Form = "whole" | "terse" | "short" | "narrow" | "low" | "compact" | "headline" | "line";

/** How many pixels nearer than the forms before it makes up for what a form takes away. */
const PRICES: readonly (readonly [Form, number])[] = [
  ["whole", 0],
  ["terse", 10],
  ["short", 20],
  ["narrow", 40],
  ["low", 60],
  ["compact", 600],
];

interface Parts {
  /** All of them are in it. */
  readonly whole: HTMLElement;
  readonly mark: HTMLElement;
  /** A list has one; where there is no room for it, its mark stands for it. */
  readonly strip: HTMLElement | undefined;
  readonly card: HTMLElement;
}

export class HintLayout {
  readonly #parts: Parts;
  readonly #anchor: Element;
  #clipping: Clipping = { all: [], scrolling: [] };
  /** Where each part is, seen from the anchor's corner. */
  readonly #offsets = new Map<HTMLElement, { x: number; y: number }>();
  #placedFor = "";
  #pointsUnder = -1;
  #cardPlacedFor = "";
  #obstaclesUnderCard = "";

  constructor(parts: Parts, anchor: Element) {
    this.#parts = parts;
    this.#anchor = anchor;
  }

  /** Whether any part of it can be seen. */
  get isSeen(): boolean {
    return this.#parts.whole.dataset["seen"] === "yes";
  }

  /** Around the mark or strip and the card. */
  get extent(): Rectangle {
    return around(boxOf(this.#handle), boxOf(this.#parts.card));
  }

  /** Mark or strip. */
  get handleBox(): Rectangle {
    return boxOf(this.#handle);
  }

  get #isOfList(): boolean {
    return this.#parts.strip !== undefined;
  }

  /** Mark or strip; gives back what they stand on. */
  placeHandle(taken: readonly Rectangle[], isOurs: IsOurs): Rectangle[] {
    const origin = boxOf(this.#anchor);
    this.#clipping = clippingOf(this.#anchor);
    const inSight = intersection(origin, openPart(this.#clipping.all));
    const isSeen = !isEmpty(inSight) && !isCovered(this.#anchor, inSight, isOurs);
    this.#setSeen(isSeen);
    if (!isSeen) return [];
    const key = JSON.stringify([rounded(origin), rounded(inSight), rounded(viewport()), taken.map(rounded)]);
    if (key === this.#placedFor && this.#pointsUnderHandle(isOurs) === this.#pointsUnder) return [boxOf(this.#handle)];
    this.#placedFor = key;
    const scene = {
      about: this.#isOfList ? inSight : frameAround(this.#anchor),
      open: openPart(this.#clipping.scrolling),
      isRightToLeft: getComputedStyle(this.#anchor).direction === "rtl",
      taken,
      isOurs,
    };
    const { mark, strip } = this.#parts;
    if (strip) strip.hidden = false; // Hidden, it has no height.
    const stripPlace =
      strip &&
      placeForStrip({ ...scene, about: { ...inSight, top: origin.top, bottom: origin.bottom } }, strip.offsetHeight);
    if (strip) strip.hidden = stripPlace === undefined;
    mark.hidden = stripPlace !== undefined;
    if (strip && stripPlace) {
      strip.style.width = `${Math.round(stripPlace.right - stripPlace.left)}px`;
      this.#put(strip, stripPlace, origin);
      this.#pointsUnder = this.#pointsUnderHandle(isOurs);
    } else {
      const { place, points } = placeForMark(scene);
      this.#put(mark, place, origin);
      this.#pointsUnder = points;
    }
    return [boxOf(this.#handle)];
  }

  /** The card, which is open; gives back what it stands on. `isAsked`: by the user, who then wants to read all of it. */
  placeCard(taken: readonly Rectangle[], isOurs: IsOurs, isAsked: boolean): Rectangle[] {
    const { card } = this.#parts;
    if (!this.isSeen) return [];
    const origin = boxOf(this.#anchor);
    const isStrip = this.#handle === this.#parts.strip;
    const handle = boxOf(this.#handle);
    // What is no control may be as wide as the page: there the eye looks for the card beside the mark.
    const about = this.#isOfList || !isControl(this.#anchor) ? handle : around(frameAround(this.#anchor), handle);
    const known = () =>
      JSON.stringify([isAsked, rounded(about), rounded(viewport()), drawnSize(card), taken.map(rounded)]);
    if (known() === this.#cardPlacedFor) {
      const box = boxOf(card);
      // It stays where it was begun to be read, though a better place may have come free.
      if (this.#obstaclesUnder(box, isOurs) === this.#obstaclesUnderCard) return [box];
    }
    const scene = {
      about,
      open: viewport(),
      isRightToLeft: getComputedStyle(this.#anchor).direction === "rtl",
      taken: [...(this.#isOfList ? [] : [origin]), about, ...taken],
      obstacles: obstaclesNear(this.#anchor, isOurs),
      isOurs,
    };
    const { place } = this.#placeInBestForm(scene, isAsked, isStrip);
    this.#put(card, place, origin);
    this.#cardPlacedFor = known();
    this.#obstaclesUnderCard = this.#obstaclesUnder(boxOf(card), isOurs);
    return [place];
  }

  /** The whole card, unless another form of it is so much nearer as that form's price says, or keeps a control free. */
  #placeInBestForm(scene: Surroundings, isAsked: boolean, isStrip: boolean): FoundPlace {
    let best: { found: FoundPlace; form: Form; cost: number } | undefined;
    for (const [form, price] of PRICES) {
      if (best && best.cost <= price) break;
      // Whoever asked wants to read, and does not mind that other words are covered meanwhile.
      if (isAsked && form === "terse") continue;
      if (isAsked && (form === "compact" || (form === "low" && best && best.found.cost < COVERS_CONTROL))) break;
      if (!this.#shape(form, scene)) continue;
      const found = placeFor(scene, drawnSize(this.#parts.card));
      if (!best || found.cost + price < best.cost) best = { found, form, cost: found.cost + price };
    }
    if (best && !(isAsked || isStrip) && isInTheWay(best.found.place, scene)) return this.#placeSmall(scene);
    this.#shape(best?.form ?? "whole", scene);
    return best?.found ?? placeFor(scene, drawnSize(this.#parts.card));
  }

  /** At 400 % a pane may be six lines high: of the card is left what leaves the field and the buttons after it free. */
  #placeSmall(scene: Surroundings): FoundPlace {
    this.#shape("headline", scene);
    const found = placeFor(scene, drawnSize(this.#parts.card));
    if (!isInTheWay(found.place, scene)) return found;
    this.#shape("line", scene);
    return placeFor(scene, drawnSize(this.#parts.card));
  }

  /** False: there is no such form here. */
  #shape(form: Form, scene: Surroundings): boolean {
    const { card } = this.#parts;
    const height = form === "short" ? heightUnder(scene) : form === "low" ? LOW_HEIGHT : undefined;
    if (height !== undefined && height < LEAST_HEIGHT) return false;
    if (form === "terse" && this.#isOfList) return false;
    card.style.maxBlockSize = height === undefined ? "" : `${height}px`;
    card.toggleAttribute("data-terse", form !== "whole" && !this.#isOfList);
    for (const name of ["narrow", "compact", "headline", "line"]) card.toggleAttribute(`data-${name}`, name === form);
    return true;
  }

  /** Follows the anchor. */
  move(isOurs: IsOurs): void {
    const origin = boxOf(this.#anchor);
    const inSight = intersection(origin, openPart(this.#clipping.all));
    const isSeen = !isEmpty(inSight) && !isCovered(this.#anchor, inSight, isOurs);
    // Scrolled into sight before it had a place: it would be seen in the window's corner.
    this.#setSeen(isSeen && this.#offsets.size > 0);
    const open = openPart(this.#clipping.scrolling);
    for (const [part, { x, y }] of this.#offsets) {
      if (part.hidden) continue;
      const top = origin.top + y;
      this.#write(part, { left: origin.left + x, top });
      // What has been scrolled out of its pane must not lie on what is above the pane.
      const isOut = part !== this.#parts.card && (top + MARK_SIDE / 2 < open.top || top + MARK_SIDE / 2 > open.bottom);
      part.toggleAttribute("data-out", isOut);
    }
  }

  /** Whatever is written makes the browser lay out anew, be it the same. */
  #setSeen(isSeen: boolean): void {
    if (isSeen !== this.isSeen) this.#parts.whole.dataset["seen"] = isSeen ? "yes" : "no";
  }

  get #handle(): HTMLElement {
    const { mark, strip } = this.#parts;
    return strip && !strip.hidden ? strip : mark;
  }

  #pointsUnderHandle(isOurs: IsOurs): number {
    const box = boxOf(this.#handle);
    return this.#handle === this.#parts.mark ? pointsUnderMark(box, isOurs) : occupiedPoints(box, 32, isOurs);
  }

  /** Looked up anew: of all obstacles in the window, a crowded page has more than are told. */
  #obstaclesUnder(box: Rectangle, isOurs: IsOurs): string {
    return JSON.stringify(
      obstaclesNear(this.#anchor, isOurs, box)
        .filter((obstacle) => overlap(obstacle, box) > 0)
        .map(rounded),
    );
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

/** Over what is written in, or over a button. */
function isInTheWay(place: Rectangle, { about, obstacles }: Surroundings): boolean {
  const buttons = obstacles.filter(({ kind }) => kind === "button");
  return [about, ...buttons].some((kept) => overlap(place, kept) > 0);
}

function rounded({ left, top, right, bottom }: Rectangle): number[] {
  return [left, top, right, bottom].map(Math.round);
}
