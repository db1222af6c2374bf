/** Icons for what a method is worth. Owns the drawings; the words beside them say the same. */

import type { Worth } from "../../pkg/sparekey.js";
import { drawing } from "../shared/ui/icons.ts";

const DISC = "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z";
const SHIELD = "M8 .8 14 3v4.6c0 3.6-2.5 6-6 7.6-3.5-1.6-6-4-6-7.6V3z";
const TICK = "M4.8 8.2 7.2 10.6 11.4 5.8";

/** In a square of 16 units: the outline, then the sign in it. */
const SHAPES = {
  "phishing-resistant": [SHIELD, TICK],
  "phishing-resistant-on-its-device": [SHIELD, "M4.6 5.2h6.8v4.4H4.6zM6.2 11.4h3.6"],
  "phishing-resistant-if-set": [SHIELD, "M6.2 6.2a2 2 0 1 1 2.4 1.9c-.5.2-.6.5-.6 1M8 11.3v.4"],
  mfa: [DISC, TICK],
  "mfa-while-valid": [DISC, "M8 4v4l2.6 2"],
  "password-reset-only": [DISC, "M4.8 8h6.4"],
  "not-counted": [DISC, "M4.8 8h6.4"],
  unknown: [DISC, "M6 6.2a2 2 0 1 1 2.6 1.9c-.5.2-.6.5-.6 1M8 11.3v.4"],
} as const satisfies Record<Worth, readonly [string, string]>;

export function worthIcon(worth: Worth): SVGSVGElement {
  const [outline, sign] = SHAPES[worth];
  return drawing([
    { d: outline, className: "icon-shape" },
    { d: sign, className: "icon-sign" },
  ]);
}
