/**
 * Whether a hint should be light or dark beside an element. It owns that guess only.
 */

import { parentOf, rootElement } from "../dom.ts";

type Theme = "light" | "dark";

/** Below this, white text reads better on it than black. */
const DARK_LUMINANCE = 0.18;

/** What the element stands on decides; then its text, since frames may be see-through; then the user's system. */
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

/** Relative luminance by WCAG; undefined for what is mostly see-through or in a form not understood. */
export function luminance(colour: string): number | undefined {
  const match = /^rgba?\(([\d.]+),?\s+([\d.]+),?\s+([\d.]+)(?:\s*[,/]\s*([\d.]+))?\)$/.exec(colour);
  if (!match || Number(match[4] ?? 1) < 0.5) return undefined;
  const [red, green, blue] = [match[1], match[2], match[3]].map((part) => linear(Number(part) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
