// Draws the extension's icons in every size from the one drawing: `npm run icons`. Owns the sizes; the
// build copies what is there.
// @ts-check

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const SIZES = [16, 20, 24, 32, 48, 128];

const icons = fileURLToPath(new URL("../../extension/icons/", import.meta.url));
const drawing = await readFile(path.join(icons, "icon.svg"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${String(size)}px }</style>${drawing}`);
  await page.screenshot({ path: path.join(icons, `icon-${String(size)}.png`), omitBackground: true });
}
await browser.close();
