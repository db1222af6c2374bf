// How far apart two pictures of the same thing are for somebody who looks at them. Owns the measure and its limits; which
// pictures are compared, and where they lie, is the business of `pictures.ts`.
//
// The mean colors of small overlapping squares are compared, each with the nearest one that a pixel's move can have
// made of it. What the colors around a square span, times a slack, is taken off: smoothing changes how dark an edge
// is, by a share of its contrast, and changes nothing where there is no edge. So a flat color may hardly differ, while
// the edge of a letter may. Pixel by pixel there is no such limit: other smoothing changes pixels as much as another
// letter does. What is too narrow to be without an edge, such as the bar of a severity, is seen by the second
// measure: each color that fills something in one picture has to fill about as much in the other.
//
// Measured on four cards, light, dark, in forced colors and in Japanese (Chromium 156). Of what is left of a square's
// distance, from 0 to 255, another raster gave 1 at most (drawn by a graphics card 1, edges in color 0, slight hinting
// 0), and what somebody has to see 12 at least: a missing underline 12, a button's color a step lighter 21, a button
// moved by 4 pixels 34, a missing word 66, a missing border 142. The limit is between them. Not seen: a letter that is
// another, a corner that is not rounded, thin text in another gray. Full hinting is no other raster: it sets letters
// at whole pixels, and lines break elsewhere; `pictures-fonts.ts` keeps it out.

import { PNG } from "pngjs";

/** Side of the square, in pixels. */
const SQUARE = 4;
/** Pixels from one square to the next: they overlap, so that no thin line falls between two of them. */
const STEP = 2;
/** Pixels by which a square may have moved, along each axis, and by which a picture may be larger. */
const SHIFT = 1;
/** From a square's middle to the end of what is around it. */
const AROUND = 4;
/** The share of the contrast around a square that its mean may change by. */
const SLACK = 0.2;
/** The most by which any channel of a square may be further apart than that, from 0 to 255. */
const LIMIT = 5;

/** Pixels amid a fill from which on it counts. */
const LEAST_FILL = 100;
/** How far apart, in each channel, colors are the same: graphics cards round otherwise. */
const ROUNDING = 2;

const CHANNELS = [0, 1, 2] as const;
const BYTES_PER_PIXEL = 4;

export interface Comparison {
  /** What differs, in words; undefined where nobody would see it. */
  readonly difference: string | undefined;
  /** The second picture, faded, with red on all that differs. */
  readonly drawing: PNG;
}

export function compared(one: PNG, other: PNG): Comparison {
  const drawing = faded(other);
  if (Math.abs(one.width - other.width) > SHIFT || Math.abs(one.height - other.height) > SHIFT) {
    return { difference: `${size(other)}, not ${size(one)}`, drawing };
  }
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  const [left, right] = [surveyed(one), surveyed(other)];
  let [most, count] = [0, 0];
  for (let y = 0; y + SQUARE <= height; y += STEP) {
    for (let x = 0; x + SQUARE <= width; x += STEP) {
      // Both ways: what is in one picture alone is unlike everything in the other.
      const distance = Math.max(toNearest(left, right, x, y), toNearest(right, left, x, y));
      most = Math.max(most, distance);
      if (distance <= LIMIT) continue;
      count += 1;
      paint(drawing, x, y);
    }
  }
  const fill = missingFill(one, other) ?? missingFill(other, one);
  if (count === 0 && fill !== undefined) return { difference: `${fill} fills less of one of the two`, drawing };
  const difference =
    count === 0
      ? undefined
      : `${String(count)} squares differ, by up to ${most.toFixed(0)} where ${String(LIMIT)} may be`;
  return { difference, drawing };
}

/** How far a square is from the one most like it among those that it may have moved to. */
function toNearest(from: Survey, to: Survey, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let top = Math.max(0, y - SHIFT); top <= Math.min(y + SHIFT, to.height - SQUARE); top += 1) {
    for (let left = Math.max(0, x - SHIFT); left <= Math.min(x + SHIFT, to.width - SQUARE); left += 1) {
      let distance = 0;
      for (const channel of CHANNELS) {
        const apart = Math.abs(meanAt(from, x, y, channel) - meanAt(to, left, top, channel));
        distance = Math.max(distance, apart - SLACK * contrastAt(from, x, y, channel));
      }
      if (distance === 0) return 0;
      nearest = Math.min(nearest, distance);
    }
  }
  return nearest;
}

/** A color that fills something in one picture, and less than half as much in the other. */
function missingFill(one: PNG, other: PNG): string | undefined {
  const there = [...fillsOf(other)];
  for (const [color, pixels] of fillsOf(one)) {
    if (pixels < LEAST_FILL) continue;
    const alike = there.filter(([like]) => CHANNELS.every((channel) => isNear(color, like, 8 * channel)));
    if (alike.reduce((sum, [, count]) => sum + count, 0) < pixels / 2) return `#${color.toString(16).padStart(6, "0")}`;
  }
  return undefined;
}

function isNear(one: number, other: number, shift: number): boolean {
  return Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) <= ROUNDING;
}

/** How many pixels of each color have none but the same around them. */
function fillsOf({ width, height, data }: PNG): ReadonlyMap<number, number> {
  const colors = Uint32Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * BYTES_PER_PIXEL, 3));
  const around = [-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1];
  const fills = new Map<number, number>();
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const color = colors[at] ?? 0;
      if (around.every((step) => colors[at + step] === color)) fills.set(color, (fills.get(color) ?? 0) + 1);
    }
  }
  return fills;
}

interface Survey {
  readonly width: number;
  readonly height: number;
  /** For each pixel and channel the sum of all that is above it and to its left: any square's sum is four of these. */
  readonly sums: Uint32Array;
  /** For each pixel and channel what the values around it span. */
  readonly contrasts: Uint8Array;
}

function surveyed(picture: PNG): Survey {
  const { width, height, data } = picture;
  const line = (width + 1) * CHANNELS.length;
  const sums = new Uint32Array(line * (height + 1));
  for (let y = 0; y < height; y += 1) {
    for (const channel of CHANNELS) {
      let inLine = 0;
      for (let x = 0; x < width; x += 1) {
        inLine += data[(y * width + x) * BYTES_PER_PIXEL + channel] ?? 0;
        const at = (y + 1) * line + (x + 1) * CHANNELS.length + channel;
        sums[at] = inLine + (sums[at - line] ?? 0);
      }
    }
  }
  const [least, most] = [extremesAround(picture, -1), extremesAround(picture, 1)];
  return { width, height, sums, contrasts: most.map((value, at) => value - (least[at] ?? 0)) };
}

/** The least (-1) or greatest (1) value around each pixel: along its line first, then of those along its column. */
function extremesAround({ width, height, data }: PNG, sign: -1 | 1): Uint8Array {
  const alongLines = new Uint8Array(width * height * CHANNELS.length);
  const around = new Uint8Array(alongLines.length);
  for (const channel of CHANNELS) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        let value = data[(y * width + x) * BYTES_PER_PIXEL + channel] ?? 0;
        for (let near = Math.max(0, x - AROUND); near <= Math.min(width - 1, x + AROUND); near += 1) {
          const other = data[(y * width + near) * BYTES_PER_PIXEL + channel] ?? 0;
          if ((other - value) * sign > 0) value = other;
        }
        alongLines[(y * width + x) * CHANNELS.length + channel] = value;
      }
    }
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = (line: number): number => (line * width + x) * CHANNELS.length + channel;
        let value = alongLines[at(y)] ?? 0;
        for (let near = Math.max(0, y - AROUND); near <= Math.min(height - 1, y + AROUND); near += 1) {
          const other = alongLines[at(near)] ?? 0;
          if ((other - value) * sign > 0) value = other;
        }
        around[at(y)] = value;
      }
    }
  }
  return around;
}

/** Of the square whose first corner is there. */
function meanAt({ width, sums }: Survey, x: number, y: number, channel: number): number {
  const line = (width + 1) * CHANNELS.length;
  const [first, across] = [y * line + x * CHANNELS.length + channel, SQUARE * CHANNELS.length];
  const last = first + SQUARE * line;
  const sum = (sums[last + across] ?? 0) - (sums[last] ?? 0) - (sums[first + across] ?? 0) + (sums[first] ?? 0);
  return sum / (SQUARE * SQUARE);
}

function contrastAt({ width, contrasts }: Survey, x: number, y: number, channel: number): number {
  const middle = (y + SQUARE / 2) * width + x + SQUARE / 2;
  return contrasts[middle * CHANNELS.length + channel] ?? 0;
}

function size({ width, height }: PNG): string {
  return `${String(width)} × ${String(height)}`;
}

function faded(picture: PNG): PNG {
  const { width, height } = picture;
  const drawing = new PNG({ width, height });
  for (const [at, value] of picture.data.entries()) {
    drawing.data[at] = at % BYTES_PER_PIXEL === CHANNELS.length ? 255 : 192 + value / 4;
  }
  return drawing;
}

function paint(drawing: PNG, left: number, top: number): void {
  for (let y = top; y < top + SQUARE; y += 1) {
    for (let x = left; x < left + SQUARE; x += 1) {
      drawing.data.set([255, 0, 0], (y * drawing.width + x) * BYTES_PER_PIXEL);
    }
  }
}
