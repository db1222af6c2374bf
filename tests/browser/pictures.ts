// Compares pictures with those that are kept in `tests/pictures/`. Owns where pictures lie and how they are packed; how
// far two of them may be apart is the business of `pictures-measure.ts`.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PNG } from "pngjs";
import { compared } from "./pictures-measure.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** The folder of those that were looked at. */
export const KEPT = path.resolve(PORTAL_FOLDER, "../pictures");
/** Of pictures that differ: what was drawn, and where it differs. */
const DIFFERENT = path.resolve(PORTAL_FOLDER, "../../target/pictures");

/** Makes the kept pictures anew instead of comparing with them. */
const IS_REWRITING = process.env["SPAREKEY_REWRITE"] === "1";

/** Three bytes for a pixel, as pages are never transparent; this packs their flat colors in 2/3 of what the defaults need. */
const PACKING = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 } as const;

/**
 * How the picture differs from the kept one of this name; undefined where it does not, or where the kept
 * one is made anew.
 */
export async function differenceFrom(name: string, taken: Buffer): Promise<string | undefined> {
  if (!IS_REWRITING) return differenceFromKept(name, taken);
  await mkdir(KEPT, { recursive: true });
  const packed = PNG.sync.write(PNG.sync.read(taken), PACKING);
  await writeFile(path.join(KEPT, `${name}.png`), packed);
  return undefined;
}

/**
 * The same for a picture that is to be one that was made of something else, and so is never made anew.
 * What differs is saved as `shown`, beside a picture of the difference.
 */
export async function differenceFromKept(name: string, taken: Buffer, shown = name): Promise<string | undefined> {
  const kept = await readFile(path.join(KEPT, `${name}.png`)).catch(() => {
    throw new Error(`there is no picture ${name}; SPAREKEY_REWRITE=1 makes it`);
  });
  const { difference, drawing } = compared(PNG.sync.read(kept), PNG.sync.read(taken));
  if (difference === undefined) return undefined;
  await save(`${shown}.png`, taken);
  await save(`${shown}.difference.png`, PNG.sync.write(drawing));
  return `${shown}: ${difference}; see target/pictures/${shown}.difference.png`;
}

/** Parts of a picture, each a picture of its own. */
export function cutOut(
  picture: Buffer,
  boxes: readonly Pick<DOMRect, "left" | "top" | "width" | "height">[],
): Buffer[] {
  const whole = PNG.sync.read(picture);
  return boxes.map(({ left, top, width, height }) => {
    const part = new PNG({ width: Math.ceil(width), height: Math.ceil(height) });
    PNG.bitblt(whole, part, left, top, part.width, part.height);
    return PNG.sync.write(part);
  });
}

async function save(name: string, picture: Buffer): Promise<void> {
  await mkdir(DIFFERENT, { recursive: true });
  await writeFile(path.join(DIFFERENT, name), picture);
}
