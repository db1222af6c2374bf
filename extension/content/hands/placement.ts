/**
 * Where marks, strips and cards stand: beside what they are about, on nothing of the page that is to be
 * read or pressed, within the window. It owns the choice among places, and moves nothing.
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

/** Between a drawing and what it is about. */
export const GAP = 8;

/** What a place is chosen in view of. */
export interface Scene {
  /** What the drawing is about, as the eye takes it. */
  about: Rectangle;
  /** Within it the drawing has to stay, or it would lie on a pane's head, or on what is under a pane. */
  open: Rectangle;
  isRightToLeft: boolean;
  /** Other drawings of ours, and what a card is about. */
  taken: readonly Rectangle[];
  isOurs: IsOurs;
}

/** The side of a mark's target; the icon in it is smaller. */
export const MARK_SIDE = 24;
const MARK: Size = { width: MARK_SIDE, height: MARK_SIDE };
/** Marks stand beside the first line of something higher than this. */
const LINE_HEIGHT = 40;

interface MarkPlace {
  place: Rectangle;
  /** What `pointsUnderMark` counts there. */
  points: number;
}

/** How much of the page lies under a mark. */
export function pointsUnderMark(place: Rectangle, isOurs: IsOurs): number {
  return occupiedPoints(place, 10, isOurs);
}

/** At the inline end if there is room, else at the start, else over or under the ends; the first place on nothing is taken. */
export function placeForMark({ about, open, isRightToLeft, taken, isOurs }: Scene): MarkPlace {
  const middle = about.top + Math.min(about.bottom - about.top, LINE_HEIGHT) / 2 - MARK_SIDE / 2;
  const [over, under] = [about.top - MARK_SIDE - 1, about.bottom + 1];
  // Close to the field: many a pane leaves just this much beside it, and the icon is smaller than its target.
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
  // Sideways the window is all that binds: many a field fills its pane.
  const allowed = { ...window, top: open.top, bottom: open.bottom };
  let best: MarkPlace | undefined;
  for (const place of places) {
    if (!isWithin(place, allowed) || taken.some((other) => overlap(place, other) > 0)) continue;
    const points = pointsUnderMark(place, isOurs);
    if (!best || points < best.points) best = { place, points };
    if (points === 0) break;
  }
  if (best && best.points <= 1) return best;
  // Half on the corner, where a field has neither text nor button.
  const corner = rectangle((isRightToLeft ? about.left : about.right) - MARK_SIDE / 2, about.top - MARK_SIDE / 2, MARK);
  const place = pushedInside(corner, window);
  return { place, points: pointsUnderMark(place, isOurs) };
}

const STRIP_WIDTH = { least: 300, most: 960 } as const;
/** How far from its list a strip may be. */
const STRIP_REACH = 64;
const STRIP_STEP = 8;
const PROBE_STEP = 16;

/** Over or under the list, as near and as wide as the page leaves room; undefined where it leaves none. */
export function placeForStrip(
  { about, open, isRightToLeft, taken, isOurs }: Scene,
  height: number,
): Rectangle | undefined {
  const most = open.right - open.left - 2 * GAP;
  // A narrow list is no reason for a strip that says nothing.
  const room = clamp(about.right - about.left, Math.min(STRIP_WIDTH.least, most), most);
  const left = clamp(isRightToLeft ? about.right - room : about.left, open.left + GAP, open.right - GAP - room);
  const wanted = Math.min(room, STRIP_WIDTH.most);
  let best: Rectangle | undefined;
  for (let away = 4; away <= STRIP_REACH; away += STRIP_STEP) {
    for (const top of [about.top - height - away, about.bottom + away]) {
      const row = { left, right: left + room, top, bottom: top + height };
      if (row.top < open.top || row.bottom > open.bottom) continue;
      const columns = pointsAlong(row.left, row.right, PROBE_STEP);
      const run = longestRun(columns.map((x) => isColumnFree(x, row, taken, isOurs)));
      const [first, last] = [columns[run.from], columns[run.to - 1]];
      if (first === undefined || last === undefined) continue;
      // Not close up to the word that it begins or ends at.
      const [from, to] = [run.from > 0 ? first + GAP : first, run.to < columns.length ? last - GAP : last];
      const width = Math.min(to - from, wanted);
      if (width < Math.min(STRIP_WIDTH.least, wanted)) continue;
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

/** What a card or a note finds its place in. */
export interface Surroundings extends Scene {
  /** What of the page is to be kept free around it. */
  obstacles: readonly Obstacle[];
}

export interface FoundPlace {
  place: Rectangle;
  /**
   * 0 beside what it is about, on nothing; else how many pixels away it is, with the words that it covers
   * reckoned in; from `COVERS_CONTROL` on it covers what somebody may want to press.
   */
  cost: number;
}

export const COVERS_CONTROL = 10_000;
/** A pixel of a button that is covered is worth so many of another control. */
const BUTTON_WEIGHT = 100;
/** So many square pixels of words are covered rather than that it stands a pixel farther away. */
const WORDS_PER_PIXEL = 100;
/** Places along a side lie this far apart. */
const SLIDE_STEP = 24;
/** So many places a side are tried where none beside it is free. */
const MOST_STEPS = 24;

/** The first place that costs nothing, in the order of `placesAround`; else the cheapest in the window. */
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
    // As it will be drawn: half a pixel over a field is over the field.
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
 * Beside what it is about, each side first where it lines up with it, then along it, then past what is in
 * the way; each pushed into the window.
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

/** What the window leaves under what the card is about. */
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
