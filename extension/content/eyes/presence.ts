/**
 * Whether any part of this document is inside the tab's visible area. It owns the observer that tells of it.
 */

import { rootElement } from "../dom.ts";

/** An IntersectionObserver is the only way for a cross-origin frame to learn of it; the portal keeps frames warm but hidden. */
export class Presence {
  readonly #observer: IntersectionObserver;
  // A frame that is not rendered at all is never reported, so a frame counts as hidden until seen.
  onScreen = window.parent === window;

  constructor(changed: () => void) {
    this.#observer = new IntersectionObserver((entries) => {
      const onScreen = entries.at(-1)?.isIntersecting ?? false;
      if (onScreen === this.onScreen) return;
      this.onScreen = onScreen;
      changed();
    });
    this.#observer.observe(rootElement());
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
