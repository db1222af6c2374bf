/**
 * Where marks, strips and cards stand: beside what they are about, on nothing of the page that is to be
 * read or pressed, within the window. It owns the choice among places, and moves nothing.
 */

import { viewport } from "../dom.ts";
import { clamp, isWithin, longestRun, overlap, type Rectangle, rectangle, type Size, sizeOf, slideToFree } from "./geometry.ts";
import { type IsOurs, isOccupied, occupiedPoints, pointsAlong } from "./surroundings.ts";

const GAP = 8;

/** What a place is chosen in view of. */
export interface Scene {
  /** What the drawing is about, as the eye takes it. */
  about: Rectangle;
  /** Within it the drawing has to stay, or it would lie on a pane's head, or on what is under a pane. */
  open: Rectangle;
  isRightToLeft: boolean;
  /** Other drawings of ours, and for cards the page's controls. */
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
  const [[end = 0, start = 0], [endWithin = 0, startWithin = 0]] = isRightToLeft ? [after.reverse(), within.reverse()] : [after, within];
  const places = [
    [end, middle], [start, middle], [endWithin, over], [endWithin, under], [startWithin, over], [startWithin, under],
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
export function placeForStrip({ about, open, isRightToLeft, taken, isOurs }: Scene, height: number): Rectangle | undefined {
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

/** Beside what the card is about; or under or over it, as far away as the controls between ask for; or in a corner of the window. */
type Side = "under" | "over" | "before" | "after" | "under-end" | "over-end" | "far-under" | "far-over" | "corner";

/** Tried in this order: the first that stands on nothing is taken. */
const SIDES: readonly Side[] = ["under", "over", "before", "after", "under-end", "over-end", "far-under", "far-over", "corner"];

/** For a line that is gone soon: where the card was, rather than beside the pane. */
const SIDES_OF_NOTE: readonly Side[] = ["under", "over", "far-under", "far-over", "corner"];
/** So many places a side are tried where no side is free. */
const MOST_STEPS = 24;
/** A pixel of a button that is covered is worth so many of a label or a heading. */
const BUTTON_WEIGHT = 100;

export interface CardPlace {
  place: Rectangle;
  /** 0 where it stands on nothing that has to be kept free. */
  cost: number;
}

export function placeForNote(scene: Scene, size: Size): CardPlace {
  return placeForCard(scene, size, SIDES_OF_NOTE);
}

/** Where it covers as little as can be, and buttons last of all; of two such places the one nearer to what it is about. */
export function placeOffButtons({ about, taken }: Scene, size: Size, buttons: readonly Rectangle[]): Rectangle {
  const { right, bottom } = viewport();
  const along = (end: number, length: number) => {
    const last = Math.max(GAP, end - GAP - length);
    return pointsAlong(GAP, last, Math.max(GAP, (last - GAP) / MOST_STEPS));
  };
  let best: { place: Rectangle; cost: number; away: number } | undefined;
  for (const top of along(bottom, size.height)) {
    for (const left of along(right, size.width)) {
      const place = rectangle(left, top, size);
      const cost = costOf(place, taken) + BUTTON_WEIGHT * costOf(place, [about, ...buttons]);
      const away = Math.abs(top - about.bottom) + Math.abs(left - about.left);
      if (!best || cost < best.cost || (cost === best.cost && away < best.away)) best = { place, cost, away };
    }
  }
  return best?.place ?? rectangle(GAP, GAP, size);
}

export function placeForCard({ about, isRightToLeft, taken }: Scene, size: Size, sides: readonly Side[] = SIDES): CardPlace {
  const window = viewport();
  let best: CardPlace | undefined;
  for (const side of sides) {
    const beside = pushedAlong(rectangle(...besideIt(side, about, size, isRightToLeft, window), size), side, window);
    const slide =
      side === "far-under" ? slideToFree(beside, taken, "down", GAP) : side === "far-over" ? slideToFree(beside, taken, "up", GAP) : 0;
    const place = { ...beside, top: beside.top + slide, bottom: beside.bottom + slide };
    // Far worse than a control that is covered for a while.
    const cost = costOf(place, taken) + 20 * outsideOf(window, place);
    if (cost === 0) return { place, cost };
    if (!best || cost < best.cost) best = { place, cost };
  }
  if (!best) return { place: rectangle(GAP, GAP, size), cost: 1 };
  // What stands on something all the same is at least not cut off, as long as what it is about can be read.
  const inside = pushedInside(best.place, window);
  const { width, height } = sizeOf(about);
  return overlap(inside, about) > overlap(best.place, about) + (width * height) / 4 ? best : { ...best, place: inside };
}

/** What the window leaves under what the card is about. */
export function heightUnder({ about }: Scene): number {
  return Math.floor(viewport().bottom - about.bottom - 2 * GAP);
}

function besideIt(side: Side, about: Rectangle, { width, height }: Size, isRightToLeft: boolean, window: Rectangle): [left: number, top: number] {
  const isAtRight = isRightToLeft !== (side === "under-end" || side === "over-end");
  const aligned = isAtRight ? about.right - width : about.left;
  switch (side) {
    case "under":
    case "under-end":
    case "far-under":
      return [aligned, about.bottom + GAP];
    case "over":
    case "over-end":
    case "far-over":
      return [aligned, about.top - height - GAP];
    case "before":
    case "after":
      return [(side === "before") === isRightToLeft ? about.right + GAP : about.left - width - GAP, about.top];
    case "corner":
      return [isRightToLeft ? GAP : window.right - width - GAP, window.bottom - height - GAP];
  }
}

/** Into the window, along the edge that it stands at. */
function pushedAlong(place: Rectangle, side: Side, window: Rectangle): Rectangle {
  const inside = pushedInside(place, window, GAP);
  return side === "before" || side === "after"
    ? { ...place, top: inside.top, bottom: inside.bottom }
    : { ...place, left: inside.left, right: inside.right };
}

function pushedInside(place: Rectangle, { right, bottom }: Rectangle, margin = 0): Rectangle {
  const size = sizeOf(place);
  const [rightmost, lowest] = [right - margin - size.width, bottom - margin - size.height];
  return rectangle(clamp(place.left, margin, Math.max(margin, rightmost)), clamp(place.top, margin, Math.max(margin, lowest)), size);
}

/** Pixels of what would be covered. */
function costOf(place: Rectangle, obstacles: readonly Rectangle[]): number {
  return obstacles.reduce((sum, obstacle) => sum + overlap(place, obstacle), 0);
}

/** Pixels of the card that nobody would see. */
function outsideOf(window: Rectangle, card: Rectangle): number {
  const { width, height } = sizeOf(card);
  return Math.max(0, Math.round(width * height - overlap(card, window)));
}
