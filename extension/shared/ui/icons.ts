/**
 * Drawings: the three severities as shapes, so that colour is never the only sign, and the signs on buttons. Drawn,
 * not text: fonts differ, and screen readers would read a character.
 */

import type { Severity } from "../../../pkg/sparekey.js";

const SVG = "http://www.w3.org/2000/svg";

/** In a square of 16: the outline, then the sign in it. */
const SHAPES = {
  stop: ["M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z", "M8 4.2v4.6M8 11.4v.4"],
  warn: ["M8 1.6 15.2 14.4H.8z", "M8 6v4M8 12.2v.3"],
  tip: ["M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", "M8 4.4v.3M8 7.2v4.4"],
} as const satisfies Record<Severity, readonly [string, string]>;

export function severityIcon(severity: Severity): SVGSVGElement {
  const [outline, sign] = SHAPES[severity];
  return drawing([
    { d: outline, className: "icon-shape" },
    { d: sign, className: "icon-sign" },
  ]);
}

export function closeIcon(): SVGSVGElement {
  return drawing([{ d: "M4 4l8 8M12 4l-8 8", className: "icon-line" }]);
}

export function moreIcon(): SVGSVGElement {
  return drawing([{ d: "M3.5 8h.01M8 8h.01M12.5 8h.01", className: "icon-line icon-dots" }]);
}

export function drawing(paths: readonly { d: string; className: string }[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  for (const { d, className } of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", className);
    svg.append(path);
  }
  return svg;
}
