// Compares pictures with those that are kept in `tests/pictures/`. Owns the tolerance, where the
// pictures lie, and how one knows whether this machine draws as the one did that made them.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pixelmatch from "pixelmatch";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { packed } from "./small-png.ts";

/** Folder of the portal's sources, put in by the build. */
declare const PORTAL_FOLDER: string;

/** The folder of those that were looked at. */
export const KEPT = path.resolve(PORTAL_FOLDER, "../pictures");
/** Of pictures that differ: what was drawn, and where it differs. */
const DIFFERENT = path.resolve(PORTAL_FOLDER, "../../target/pictures");

/** Makes the kept pictures anew instead of comparing with them. */
export const IS_REWRITING = process.env["SPAREKEY_REWRITE"] === "1";

/**
 * How far two pixels' colours may be apart, from 0 to 1 as YIQ weighs them. Pixels that only smooth an
 * edge are not counted at all: the same letter's edge is smoothed differently where its line begins at
 * another fraction of a pixel.
 */
const COLOUR_TOLERANCE = 0.1;
/** The share of pixels that may differ all the same; one letter of a card is about 1 in 2000. */
const MOST_DIFFERENT = 1 / 4000;

/** Scripts that the pictures are written in, in the fonts of the hints and of the extension's pages. */
const PROBE = `<div id="probe" style="padding:8px;width:360px;background:#fff;color:#000">
  <p style='margin:0;font:13px/1.45 "Segoe UI",system-ui,-apple-system,"Noto Sans","Yu Gothic UI",Meiryo,sans-serif'>+81 9012345678 Überprüfung ﷼ 0123 <b>Stop</b></p>
  <p lang="ja" style='margin:0;font:13px/1.45 "Segoe UI",system-ui,-apple-system,"Noto Sans","Yu Gothic UI",Meiryo,sans-serif'>国番号が必要です。 電話番号</p>
  <p lang="ar" dir="rtl" style="margin:0;font:14px/1.4 sans-serif">رقم الهاتف ٧٢</p>
</div>`;

/** What the kept pictures were made with. */
interface MadeWith {
  readonly chromium: string;
  readonly fonts: readonly string[];
}

/** Why pictures of this machine cannot be compared with the kept ones; undefined where they can. */
export async function whyNotComparable(page: Page): Promise<string | undefined> {
  await page.setContent(PROBE);
  const taken = await page.locator("#probe").screenshot();
  const here: MadeWith = { chromium: page.context().browser()?.version() ?? "unknown", fonts: await fontsOf(page) };
  if (IS_REWRITING) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(path.join(KEPT, "made-with.json"), `${JSON.stringify(here, null, 2)}\n`);
    await writeFile(path.join(KEPT, "probe.png"), packed(taken));
    return undefined;
  }
  const there = JSON.parse(await readFile(path.join(KEPT, "made-with.json"), "utf8")) as MadeWith;
  const difference = await differenceFrom("probe", taken);
  if (difference === undefined) return undefined;
  return `this machine draws plain text otherwise (${difference}): pictures were made with ${said(there)}, here there is ${said(here)}; SPAREKEY_REWRITE=1 makes them anew`;
}

function said({ chromium, fonts }: MadeWith): string {
  return `Chromium ${chromium} and ${fonts.join(", ")}`;
}

/** The fonts that the probe's letters are really drawn in. */
async function fontsOf(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "p" });
  const used = await Promise.all(nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })));
  await session.detach();
  return [...new Set(used.flatMap(({ fonts }) => fonts.map(({ familyName }) => familyName)))].sort();
}

/**
 * How the picture differs from the kept one of this name; undefined where it does not, or where the kept
 * one is made anew.
 */
export async function differenceFrom(name: string, taken: Buffer): Promise<string | undefined> {
  if (!IS_REWRITING) return differenceFromKept(name, taken);
  await mkdir(KEPT, { recursive: true });
  await writeFile(path.join(KEPT, `${name}.png`), packed(taken));
  return undefined;
}

/**
 * The same for a picture that is to be one that was made of something else, and so is never made anew.
 * What differs is saved as `shown`, beside a picture of the difference.
 */
export async function differenceFromKept(name: string, taken: Buffer, shown = name): Promise<string | undefined> {
  const kept = PNG.sync.read(
    await readFile(path.join(KEPT, `${name}.png`)).catch(() => {
      throw new Error(`there is no picture ${name}; SPAREKEY_REWRITE=1 makes it`);
    }),
  );
  const seen = PNG.sync.read(taken);
  const { width, height } = kept;
  if (seen.width !== width || seen.height !== height) {
    await save(`${shown}.png`, taken);
    return `${shown}: ${size(seen)}, not ${size(kept)}; see target/pictures/${shown}.png`;
  }
  const difference = new PNG({ width, height });
  const count = pixelmatch(kept.data, seen.data, difference.data, width, height, { threshold: COLOUR_TOLERANCE });
  if (count <= width * height * MOST_DIFFERENT) return undefined;
  await save(`${shown}.png`, taken);
  await save(`${shown}.difference.png`, PNG.sync.write(difference));
  return `${shown}: ${String(count)} of ${String(width * height)} pixels differ; see target/pictures/${shown}.difference.png`;
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

function size({ width, height }: PNG): string {
  return `${String(width)} × ${String(height)}`;
}

async function save(name: string, picture: Buffer): Promise<void> {
  await mkdir(DIFFERENT, { recursive: true });
  await writeFile(path.join(DIFFERENT, name), picture);
}
