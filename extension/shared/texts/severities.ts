/**
 * The severities in the core's order, for what is drawn of several at once. Which finding has which is
 * the core's to say.
 */

import type { Severity } from "../../../pkg/sparekey.js";
import IN_ORDER from "../../generated/severities.json" with { type: "json" };

/** The most severe first, as the core writes them down. */
export const SEVERITIES = IN_ORDER as readonly Severity[];

/** Undefined where there is none. */
export function worstOf(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return SEVERITIES.find((severity) => severities.includes(severity));
}
