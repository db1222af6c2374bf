/**
 * The severities in the core's order, for what is drawn of several at once. Which finding has which is
 * the core's to say.
 */

import type { Severity } from "../../../pkg/sparekey.js";

/** The most severe first. */
export const SEVERITIES = ["stop", "warn", "tip"] as const satisfies readonly Severity[];

/** Undefined where there is none. */
export function worstOf(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return SEVERITIES.find((severity) => severities.includes(severity));
}
