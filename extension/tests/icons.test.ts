import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ICON_SIZES } from "../manifest.mjs";

const DRAWING = readFileSync("icons/icon.svg", "utf8");

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test("the icon has contrast to light and dark toolbars, and its keys to the icon", () => {
  const ground = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(DRAWING)?.[1] ?? assert.fail("no ground");
  const keys = [...DRAWING.matchAll(/stroke="(#[0-9a-f]{6})"/g)].map((match) => match[1] ?? "");
  assert.equal(keys.length, 2);
  // White and #202124 are Chromium's toolbars, #2b2a33 is Firefox's dark one; 3 : 1 is what WCAG asks of graphics.
  for (const color of ["#ffffff", "#202124", "#2b2a33", ...keys]) {
    assert.ok(contrast(ground, color) >= 3, `${color}: ${contrast(ground, color)}`);
  }
});

for (const size of ICON_SIZES) {
  test(`the icon of ${size} pixels has that size`, () => {
    const header = readFileSync(`icons/icon-${size}.png`).subarray(0, 24);
    assert.equal(header.toString("latin1", 12, 16), "IHDR");
    assert.deepEqual([header.readUInt32BE(16), header.readUInt32BE(20)], [size, size]);
  });
}
