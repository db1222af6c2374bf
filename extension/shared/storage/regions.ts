/**
 * Keeps the country that somebody has chosen on a card, and undoes that. Owns what may be stored; which countries are
 * offered is decided by the core.
 */

import { changeChoices } from "./choices.ts";

/** A CLDR region code, as the core writes it. */
const REGION = /^[A-Z]{2}$/;

/** @throws the error of a storage that refuses the change, or if it is no region */
export function keepRegion(region: string): Promise<void> {
  if (!REGION.test(region)) return Promise.reject(new Error("Not a region."));
  return changeChoices(() => ({ defaultRegion: region }));
}

/** A country that was chosen in the settings since then stays. */
export function dropRegion(region: string): Promise<void> {
  return changeChoices(({ settings }) => (settings.defaultRegion === region ? { defaultRegion: undefined } : {}));
}
