// Packs a picture of a page into a third of the bytes: with a palette, one byte for each pixel. The smoothed
// edges of letters have more colours than a palette holds; those next to each other become one, the most
// frequent of them, which is nearer than the comparison of pictures can tell. Owns that form of PNG, which
// any reader reads.

import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";

const MOST_COLOURS = 256;
const BYTES_PER_PIXEL = 4;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [EIGHT_BITS, INDEXED] = [8, 3];

/** Colours apart by less than 2 to the power of this, in each channel, are one; the comparison tells 26 apart. */
const COARSEST_BITS = 4;

/** The same picture, without what is never transparent. */
export function packed(picture: Buffer): Buffer {
  const image = PNG.sync.read(picture);
  const { width, height, data } = image;
  const colours = Array.from({ length: width * height }, (_, at) => data.readUIntBE(at * BYTES_PER_PIXEL, 3));
  const palette = paletteOf(colours);
  if (palette === undefined) return PNG.sync.write(image, { colorType: 2, deflateLevel: 9 });
  // Each line begins with the number of its filter: none, which packs flat pictures best.
  const lines = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of colours.entries()) lines[at + Math.floor(at / width) + 1] = palette.at.get(colour) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([EIGHT_BITS, INDEXED], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.colours.flatMap(channels))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface Palette {
  readonly colours: readonly number[];
  /** Where in it each colour of the picture is. */
  readonly at: ReadonlyMap<number, number>;
}

/** As fine as there is room for; undefined where even the coarsest has none. */
function paletteOf(colours: readonly number[]): Palette | undefined {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const mostFrequentFirst = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  for (let bits = 0; bits <= COARSEST_BITS; bits += 1) {
    const places = new Map<number, number>();
    const at = new Map<number, number>();
    const kept: number[] = [];
    for (const colour of mostFrequentFirst) {
      const [red, green, blue] = channels(colour).map((channel) => channel >> bits) as [number, number, number];
      const cell = (red << 16) | (green << 8) | blue;
      const place = places.get(cell) ?? kept.push(colour) - 1;
      places.set(cell, place);
      at.set(colour, place);
    }
    if (kept.length <= MOST_COLOURS) return { colours: kept, at };
  }
  return undefined;
}

function channels(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(data: Buffer): number {
  let value = 0xffffffff;
  for (const byte of data) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
