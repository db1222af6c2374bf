/**
 * Whether what is drawn can be seen. Owns that question about our own elements; whether the page's elements can be seen
 * is asked in `surroundings`.
 */

import { boxOf, rootOf, topElementAt, viewport } from "../dom.ts";
import { isWithin, type Rectangle } from "./geometry.ts";
import { pointsAlong } from "./surroundings.ts";

/** So far inside of its edges, in pixels, an element's rounded corners are behind it: a mark is a circle of 24. */
const INSET = 6;

/** Whether nothing of the page lies over the element: asked at its middle and its corners. */
export function isOnTop(part: HTMLElement, host: Element): boolean {
  return topAlong(part, host).every((top) => top === host || top === null);
}

/** The same of what is to be acted on: of an element that is outside of the window, nothing is seen. */
export function isSeenOnTop(part: HTMLElement, host: Element): boolean {
  const tops = topAlong(part, host);
  return tops.includes(host) && tops.every((top) => top === host || top === null);
}

/** What is on top at its points; `null` where a frame that is cut off by its page draws nothing. */
function topAlong(part: HTMLElement, host: Element): (Element | null)[] {
  const root = rootOf(host);
  return pointsWithin(boxOf(part), 2).map(({ x, y }) => topElementAt(x, y, root));
}

/** Points of a box from corner to corner, in so many steps each way; those outside of the window are left out. */
function pointsWithin({ left, top, right, bottom }: Rectangle, steps: number): { x: number; y: number }[] {
  const window = viewport();
  const along = (from: number, to: number) => pointsAlong(from + INSET, to - INSET, (to - from - 2 * INSET) / steps);
  return along(top, bottom)
    .flatMap((y) => along(left, right).map((x) => ({ x, y })))
    .filter(({ x, y }) => isWithin({ left: x, top: y, right: x + 1, bottom: y + 1 }, window));
}
