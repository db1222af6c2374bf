/**
 * Chooses places for marks, strips, cards and toasts: beside what they are about, inside the window, and covering
 * nothing of the page that has to be read or pressed. Owns the choice, and moves nothing.
 */

import { viewport } from "../dom.ts";
import {
  clamp,
  distance,
  isWithin,
  longestRun,
  overlap,
  type Rectangle,
  rectangle,
  type Size,
  sizeOf,
  slideToFree,
} from "./geometry.ts";
import { type IsOurs, isOccupied, type Obstacle, occupiedPoints, pointsAlong } from "./surroundings.ts";

/** Pixels between a drawing and what it is about. */
export const GAP = 8;

/** What the choice of a place depends on. */
export interface Scene {
  /** The box of what the drawing is about, as it is seen. */
  about: Rectangle;
  /** The drawing has to stay inside: otherwise it would cover a pane's head, or what is under a pane. */
  open: Rectangle;
  isRightToLeft: boolean;
  /** Our other drawings, and what a card is about. */
  taken: readonly Rectangle[];
  isOurs: IsOurs;
}

/** The side of a mark's click target; the icon in it is smaller. */
export const MARK_SIDE = 24;
const MARK: Size = { width: MARK_SIDE, height: MARK_SIDE };
/** If the anchor is higher than this, its mark is placed beside its first line. */
const LINE_HEIGHT = 40;

interface MarkPlace {
  place: Rectangle;
  /** What `pointsUnderMark` counts there. */
  points: number;
}

/** How many points under a mark have something of the page. */
export function pointsUnderMark(place: Rectangle, isOurs: IsOurs): number {
  return occupiedPoints(place, 10, isOurs);
}

/**
 * At the inline end if there is room, else at the start, else above or below the ends. The first place that covers
 * nothing is chosen.
 */
export function placeForMark({ about, open, isRightToLeft, taken, isOurs }: Scene): MarkPlace {
  const middle = about.top + Math.min(about.bottom - about.top, LINE_HEIGHT) / 2 - MARK_SIDE / 2;
  const [over, under] = [about.top - MARK_SIDE - 1, about.bottom + 1];
  // Without a gap: many panes have just this much room beside a field, and the icon is smaller than its target.
  const after = [about.right, about.left - MARK_SIDE];
  const within = [about.right - MARK_SIDE, about.left];
  const [[end = 0, start = 0], [endWithin = 0, startWithin = 0]] = isRightToLeft
    ? [after.reverse(), within.reverse()]
    : [after, within];
  const places = [
    [end, middle],
    [start, middle],
    [endWithin, over],
    [endWithin, under],
    [startWithin, over],
    [startWithin, under],
  ].map(([left = 0, top = 0]) => rectangle(Math.round(left), Math.round(top), MARK));
  const window = viewport();
  // Horizontally only the window counts, because many fields fill their panes.
  const allowed = { ...window, top: open.top, bottom: open.bottom };
  let best: MarkPlace | undefined;
  for (const place of places) {
    if (!isWithin(place, allowed) || taken.some((other) => overlap(place, other) > 0)) continue;
    const points = pointsUnderMark(place, isOurs);
    if (!best || points < best.points) best = { place, points };
    if (points === 0) break;
  }
  if (best && best.points <= 1) return best;
  // Centered on the corner, where a field has neither text nor a button.
  const corner = rectangle((isRightToLeft ? about.left : about.right) - MARK_SIDE / 2, about.top - MARK_SIDE / 2, MARK);
  const place = pushedInside(corner, window);
  return { place, points: pointsUnderMark(place, isOurs) };
}

const STRIP_WIDTH = { least: 300, most: 960 } as const;
/** How far from its list a strip may be, in pixels. */
const STRIP_REACH = 64;
const STRIP_STEP = 8;
const PROBE_STEP = 16;

/** Above or below the list, as near and as wide as there is room; undefined if there is none. */
export function placeForStrip(
  { about, open, isRightToLeft, taken, isOurs }: Scene,
  height: number,
): Rectangle | undefined {
  const most = open.right - open.left - 2 * GAP;
  // Wider than a narrow list if necessary, so that the strip's text can be read.
  const room = clamp(about.right - about.left, Math.min(STRIP_WIDTH.least, most), most);
  const left = clamp(isRightToLeft ? about.right - room : about.left, open.left + GAP, open.right - GAP - room);
  const wanted = Math.min(room, STRIP_WIDTH.most);
  const least = Math.min(STRIP_WIDTH.least, wanted);
  let best: Rectangle | undefined;
  for (let away = 4; away <= STRIP_REACH; away += STRIP_STEP) {
    for (const top of [about.top - height - away, about.bottom + away]) {
      const row = { left, right: left + room, top, bottom: top + height };
      if (row.top < open.top || row.bottom > open.bottom) continue;
      const columns = pointsAlong(row.left, row.right, PROBE_STEP);
      const step = (row.right - row.left) / (columns.length - 1);
      const run = longestRun(columns.length, Math.min(columns.length, Math.ceil(least / step) + 1), (at) => {
        const x = columns[at];
        return x !== undefined && isColumnFree(x, row, taken, isOurs);
      });
      if (!run) continue;
      const [first, last] = [columns[run.from], columns[run.to - 1]];
      if (first === undefined || last === undefined) continue;
      // With a gap to the text at either end.
      const [from, to] = [run.from > 0 ? first + GAP : first, run.to < columns.length ? last - GAP : last];
      const width = Math.min(to - from, wanted);
      if (width < least) continue;
      const place = rectangle(isRightToLeft ? to - width : from, top, { width, height });
      if (width >= wanted - PROBE_STEP) return place;
      if (!best || width > sizeOf(best).width) best = place;
    }
  }
  return best;
}

function isColumnFree(x: number, { top, bottom }: Rectangle, taken: readonly Rectangle[], isOurs: IsOurs): boolean {
  const column = { left: x - PROBE_STEP / 2, right: x + PROBE_STEP / 2, top, bottom };
  if (taken.some((other) => overlap(column, other) > 0)) return false;
  return pointsAlong(top - 3, bottom + 3, 10).every((y) => !isOccupied(x, y, isOurs));
}

/** What the choice of a place for a card or toast depends on. */
export interface Surroundings extends Scene {
  /** What should be kept free in the page around it. */
  obstacles: readonly Obstacle[];
}

export interface FoundPlace {
  place: Rectangle;
  /**
   * 0 for a place beside the anchor that covers nothing. Otherwise its distance in pixels, plus the words that it
   * covers (see `WORDS_PER_PIXEL`). From `COVERS_CONTROL` on it covers something that can be pressed.
   */
  cost: number;
}

export const COVERS_CONTROL = 10_000;
/** Covering one square pixel of a button costs as much as this many of another control. */
const BUTTON_WEIGHT = 100;
/** Exchange rate of the cost function: 1 px of distance costs as much as this many px² of covered text. */
const WORDS_PER_PIXEL = 100;
/** Pixels between the candidate places along a side. */
const SLIDE_STEP = 24;
/** Number of candidates in each direction of the window, for when no place beside the anchor is free. */
const MOST_STEPS = 24;

/** The first place that costs nothing, in the order of `placesAround`; otherwise the cheapest one in the window. */
export function placeFor(scene: Surroundings, size: Size): FoundPlace {
  const beside = cheapest(placesAround(scene, size), scene);
  if (beside && beside.cost < COVERS_CONTROL) return beside;
  const anywhere = cheapest(placesInWindow(size), scene);
  const [found] = [beside, anywhere].filter((place) => place !== undefined).sort((one, other) => one.cost - other.cost);
  return found ?? { place: rectangle(GAP, GAP, size), cost: Infinity };
}

function cheapest(places: Iterable<Rectangle>, scene: Surroundings): FoundPlace | undefined {
  let best: FoundPlace | undefined;
  for (const exact of places) {
    // Rounded as it will be drawn: half a pixel over a field covers the field.
    const place = rectangle(Math.round(exact.left), Math.round(exact.top), sizeOf(exact));
    const cost = costOf(place, scene);
    if (cost === 0) return { place, cost };
    if (!best || cost < best.cost) best = { place, cost };
  }
  return best;
}

function costOf(place: Rectangle, { about, taken, obstacles }: Surroundings): number {
  let covered = taken.reduce((sum, other) => sum + overlap(place, other), 0);
  let words = 0;
  for (const obstacle of obstacles) {
    const area = overlap(place, obstacle);
    if (obstacle.kind === "sign") words += area;
    else covered += obstacle.kind === "button" ? BUTTON_WEIGHT * area : area;
  }
  return (
    (covered > 0 ? COVERS_CONTROL + covered : 0) + words / WORDS_PER_PIXEL + Math.max(0, distance(place, about) - GAP)
  );
}

/**
 * Candidates beside the anchor: at each side first aligned with it, then along it, then past what is in the way. All
 * are pushed into the window.
 */
function* placesAround({ about, isRightToLeft, taken, obstacles }: Surroundings, size: Size): Generator<Rectangle> {
  const window = viewport();
  const { width, height } = size;
  const [under, over] = [about.bottom + GAP, about.top - height - GAP];
  const [after, before] = [about.right + GAP, about.left - width - GAP];
  const inWindow = (left: number) => clamp(left, GAP, Math.max(GAP, window.right - GAP - width));
  const starts = [about.left, about.right - width].map(inWindow);
  const [start = 0, end = 0] = isRightToLeft ? starts.reverse() : starts;
  const sideways = isRightToLeft ? [before, after] : [after, before];
  const level = clamp(about.top, GAP, Math.max(GAP, window.bottom - GAP - height));
  const along = pointsAlong(about.left - width, about.right, SLIDE_STEP).map(inWindow);
  const alongUp = pointsAlong(about.top - height, about.bottom, SLIDE_STEP);
  const places = [
    ...[under, over].map((top) => [start, top]),
    ...sideways.map((left) => [left, level]),
    ...[under, over].map((top) => [end, top]),
    ...[under, over].flatMap((top) => along.map((left) => [left, top])),
    ...sideways.flatMap((left) => alongUp.map((top) => [left, top])),
  ].map(([left = 0, top = 0]) => rectangle(left, top, size));
  for (const place of places) yield pushedInside(place, window);
  const inTheWay = [...taken, ...obstacles.filter(({ kind }) => kind !== "sign")];
  for (const left of [start, end]) {
    for (const [top, direction] of [
      [under, "down"],
      [over, "up"],
    ] as const) {
      const slide = slideToFree(rectangle(left, top, size), inTheWay, direction, GAP);
      yield pushedInside(rectangle(left, top + slide, size), window);
    }
  }
}

function* placesInWindow(size: Size): Generator<Rectangle> {
  const { right, bottom } = viewport();
  const along = (end: number, length: number) => {
    const last = Math.max(GAP, end - GAP - length);
    return pointsAlong(GAP, last, Math.max(GAP, (last - GAP) / MOST_STEPS));
  };
  for (const top of along(bottom, size.height))
    for (const left of along(right, size.width)) yield rectangle(left, top, size);
}

/** The height between the anchor and the window's lower edge. */
export function heightUnder({ about }: Surroundings): number {
  return Math.floor(viewport().bottom - about.bottom - 2 * GAP);
}

function pushedInside(place: Rectangle, { right, bottom }: Rectangle): Rectangle {
  const size = sizeOf(place);
  return rectangle(
    clamp(place.left, 0, Math.max(0, right - size.width)),
    clamp(place.top, 0, Math.max(0, bottom - size.height)),
    size,
  );
}
