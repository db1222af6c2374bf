/** Arithmetic on rectangles. Reads nothing from the page. */

/** In CSS pixels of the window. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

export function rectangle(left: number, top: number, { width, height }: Size): Rectangle {
  return { left, top, right: left + width, bottom: top + height };
}

export function sizeOf({ left, top, right, bottom }: Rectangle): Size {
  return { width: right - left, height: bottom - top };
}

/** Area of the intersection, in square pixels. */
export function overlap(one: Rectangle, other: Rectangle): number {
  const { width, height } = sizeOf(intersection(one, other));
  return width > 0 && height > 0 ? width * height : 0;
}

/** The part that both have in common. Its width or height is negative if there is none. */
export function intersection(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** The smallest rectangle that contains both. */
export function around(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Pixels from edge to edge; 0 if they touch or overlap. */
export function distance(one: Rectangle, other: Rectangle): number {
  const { width, height } = sizeOf(intersection(one, other));
  return Math.hypot(Math.max(0, -width), Math.max(0, -height));
}

export function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
  );
}

export function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(value, highest));
}

/**
 * How far down (positive) or up (negative) the box has to move until it overlaps no obstacle and is `gap` away from
 * them.
 */
export function slideToFree(
  box: Rectangle,
  obstacles: readonly Rectangle[],
  direction: "down" | "up",
  gap: number,
): number {
  let slide = 0;
  // Each step passes at least one obstacle.
  for (let step = 0; step < obstacles.length; step += 1) {
    const now = { ...box, top: box.top + slide, bottom: box.bottom + slide };
    const inTheWay = obstacles.filter((obstacle) => overlap(now, obstacle) > 0);
    if (inTheWay.length === 0) break;
    slide =
      direction === "down"
        ? Math.max(...inTheWay.map(({ bottom }) => bottom)) + gap - box.top
        : Math.min(...inTheWay.map(({ top }) => top)) - gap - box.bottom;
  }
  return slide;
}

/**
 * The longest run of free positions that has at least `least` of them: its first position and the one after its last.
 * Of two equal ones the first; undefined if there is none. A run that long contains each `least`-th position, so of a
 * row that is full hardly more than those are asked.
 */
export function longestRun(
  count: number,
  least: number,
  isFree: (at: number) => boolean,
): { from: number; to: number } | undefined {
  let best: { from: number; to: number } | undefined;
  let start = 0;
  while (start + least <= count) {
    const at = start + least - 1;
    if (!isFree(at)) {
      start = at + 1;
      continue;
    }
    let [from, to] = [at, at + 1];
    while (from > start && isFree(from - 1)) from -= 1;
    while (to < count && isFree(to)) to += 1;
    if (to - from >= least && (!best || to - from > best.to - best.from)) best = { from, to };
    start = to + 1;
  }
  return best;
}
