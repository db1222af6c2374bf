/**
 * Stands in for the core's glue. Its instances answer or fail as the test sets it; those that have panicked go on
 * panicking.
 */

import type { FrameReview, Tab } from "../../pkg/sparekey.js";

export const playedCore = {
  made: 0,
  /** How many of the next instances cannot be loaded. */
  unloadable: 0,
  /** How many of the next questions make it panic. */
  throwing: 0,
  /** What is answered about a tab. Throws an `Error` where it is malformed, as the core does. */
  judge: (_tab: Tab): FrameReview[] => [],
};

export function createGlue() {
  playedCore.made += 1;
  const number = playedCore.made;
  let isPoisoned = false;
  return {
    default(): Promise<void> {
      if (playedCore.unloadable === 0) return Promise.resolve();
      playedCore.unloadable -= 1;
      return Promise.reject(new Error("not loaded"));
    },
    review(tab: Tab) {
      if (playedCore.throwing > 0) {
        playedCore.throwing -= 1;
        isPoisoned = true;
      }
      if (isPoisoned) throw new WebAssembly.RuntimeError("unreachable");
      return { answeredBy: number, methods: [], silencedRules: [], frames: playedCore.judge(tab) };
    },
  };
}
