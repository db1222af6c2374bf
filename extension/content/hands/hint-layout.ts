/**
 * Where the parts of one hint are: its mark or strip, and its card. Owns their places beside the anchor, the form of
 * the card, and whether they are visible; when the card is open is decided by the `HintController`.
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
import { isSeenOnTop } from "./sight.ts";
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

/** The lowest card that scrolls, in pixels; a lower one would show nothing. */
const LEAST_HEIGHT = 160;

/** Height of the form `low`, in pixels: some lines of the message are visible. */
const LOW_HEIGHT = 200;

/**
 * The forms of a card, in the order in which they are tried. What a form leaves out comes back when the reasons are
 * opened. Every card is at most 480 px high and scrolls beyond that, unless the table says otherwise. "Asked": the user
 * has opened the card.
 *
 * | name       | what is left out                       | scrolls beyond          | when chosen                             |
 * | ---------- | -------------------------------------- | ----------------------- | --------------------------------------- |
 * | `whole`    | nothing                                | 480 px                  | lowest cost (see `PRICES`)              |
 * | `terse`    | bodies of the other hints              | 480 px                  | lowest cost; not at lists nor if asked  |
 * | `short`    | as `terse`                             | room below, from 160 px | lowest cost; opened reasons scroll      |
 * | `narrow`   | as `terse`, and is 256 px wide at most | 480 px                  | lowest cost                             |
 * | `low`      | as `terse`                             | 200 px                  | lowest cost; if asked, to free controls |
 * | `compact`  | body, change, message and other hints  | 480 px                  | lowest cost; not if asked               |
 * | `headline` | all but buttons and title, on one line | 480 px                  | the best so far covers field or button  |
 * | `line`     | all but buttons                        | 480 px                  | `headline` covers them as well          |
 */
type Form = "whole" | "terse" | "short" | "narrow" | "low" | "compact" | "headline" | "line";

/**
 * What choosing a form costs, in pixels: added to the cost of its place, and the form with the lowest sum is chosen.
 */
const PRICES: readonly (readonly [Form, number])[] = [
  ["whole", 0],
  ["terse", 10],
  ["short", 20],
  ["narrow", 40],
  ["low", 60],
  ["compact", 600],
];

interface Parts {
  /** The element that contains the others. */
  readonly whole: HTMLElement;
  readonly mark: HTMLElement;
  /** Only lists have one. If there is no room for it, the mark is shown instead. */
  readonly strip: HTMLElement | undefined;
  readonly card: HTMLElement;
}

export class HintLayout {
  readonly #parts: Parts;
  readonly #anchor: Element;
  #clipping: Clipping = { all: [], scrolling: [] };
  /** The place of each part, relative to the anchor's top left corner. */
  readonly #offsets = new Map<HTMLElement, { x: number; y: number }>();
  #placedFor = "";
  #pointsUnder = -1;
  #cardPlacedFor = "";
  #obstaclesUnderCard = "";

  constructor(parts: Parts, anchor: Element) {
    this.#parts = parts;
    this.#anchor = anchor;
  }

  /** Whether the hint can be seen. */
  get isSeen(): boolean {
    return this.#parts.whole.dataset["seen"] === "yes";
  }

  /** The parts that are drawn now. */
  get drawn(): HTMLElement[] {
    return [this.#handle, this.#parts.card].filter((part) => !part.hidden && !part.hasAttribute("data-out"));
  }

  /** Whether the card can be seen now, at its own place. */
  isCardOnTop(host: Element): boolean {
    return !this.#parts.card.hidden && isSeenOnTop(this.#parts.card, host);
  }

  /** The box around mark or strip and card. */
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

  /** Places the mark or strip. Returns what it covers. */
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

  /**
   * Places the card, which is open. Returns what it covers. `isAsked`: the user has asked for it, and wants to read all
   * of it.
   */
  placeCard(taken: readonly Rectangle[], isOurs: IsOurs, isAsked: boolean): Rectangle[] {
    const { card } = this.#parts;
    if (!this.isSeen) return [];
    const origin = boxOf(this.#anchor);
    const isStrip = this.#handle === this.#parts.strip;
    const handle = boxOf(this.#handle);
    // An anchor that is no control may be as wide as the page: there the card is placed beside the mark.
    const about = this.#isOfList || !isControl(this.#anchor) ? handle : around(frameAround(this.#anchor), handle);
    const known = () =>
      JSON.stringify([isAsked, rounded(about), rounded(viewport()), drawnSize(card), taken.map(rounded)]);
    if (known() === this.#cardPlacedFor) {
      const box = boxOf(card);
      // The card stays where somebody may have begun to read it, even if a better place has become free.
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

  /** The place with the lowest cost, the price of the card's form included. */
  #placeInBestForm(scene: Surroundings, isAsked: boolean, isStrip: boolean): FoundPlace {
    let best: { found: FoundPlace; form: Form; cost: number } | undefined;
    for (const [form, price] of PRICES) {
      if (best && best.cost <= price) break;
      // A user who has asked wants to read, even if other texts are covered meanwhile.
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

  /**
   * For small panes (at 400 % one may be six lines high): so little of the card that the field and the buttons after it
   * stay free.
   */
  #placeSmall(scene: Surroundings): FoundPlace {
    this.#shape("headline", scene);
    const found = placeFor(scene, drawnSize(this.#parts.card));
    if (!isInTheWay(found.place, scene)) return found;
    this.#shape("line", scene);
    return placeFor(scene, drawnSize(this.#parts.card));
  }

  /** Gives the card a form; false if it cannot have that form here. */
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
    // Not before it has a place: it would be seen in the window's corner.
    this.#setSeen(isSeen && this.#offsets.size > 0);
    const open = openPart(this.#clipping.scrolling);
    for (const [part, { x, y }] of this.#offsets) {
      if (part.hidden) continue;
      const top = origin.top + y;
      this.#write(part, { left: origin.left + x, top });
      // A mark or strip that is scrolled out of its pane must not cover what is above the pane.
      const isOut = part !== this.#parts.card && (top + MARK_SIDE / 2 < open.top || top + MARK_SIDE / 2 > open.bottom);
      part.toggleAttribute("data-out", isOut);
    }
  }

  /** Written only if it changes: the browser lays out anew even for the same value. */
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

  /** Looked up for this box alone: a crowded window has more obstacles than `obstaclesNear` returns. */
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

/** Whether the place covers the anchor or a button. */
function isInTheWay(place: Rectangle, { about, obstacles }: Surroundings): boolean {
  const buttons = obstacles.filter(({ kind }) => kind === "button");
  return [about, ...buttons].some((kept) => overlap(place, kept) > 0);
}

function rounded({ left, top, right, bottom }: Rectangle): number[] {
  return [left, top, right, bottom].map(Math.round);
}
