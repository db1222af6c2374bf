/** Whether a hint beside an element should be light or dark. Owns that guess only. */

import { parentOf, rootElement } from "../dom.ts";

type Theme = "light" | "dark";

/** On a background with less luminance, white text has more contrast than black text. */
const DARK_LUMINANCE = 0.18;

/**
 * The background behind the element decides; then its text, since frames may be transparent; then the user's system.
 */
export function themeBeside(element: Element): Theme {
  // A field may be white on a dark page, so its own background says nothing.
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const background = luminance(getComputedStyle(at).backgroundColor);
    if (background !== undefined) return background < DARK_LUMINANCE ? "dark" : "light";
  }
  const scheme = getComputedStyle(rootElement()).colorScheme;
  if (scheme.includes("dark") && !scheme.includes("light")) return "dark";
  const text = luminance(getComputedStyle(element).color);
  if (text !== undefined && text > 0.5) return "dark";
  return scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Relative luminance as WCAG defines it; undefined for a color that is mostly transparent or in another notation. */
export function luminance(color: string): number | undefined {
  const match = /^rgba?\(([\d.]+),?\s+([\d.]+),?\s+([\d.]+)(?:\s*[,/]\s*([\d.]+))?\)$/.exec(color);
  if (!match || Number(match[4] ?? 1) < 0.5) return undefined;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => linear(Number(part) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
