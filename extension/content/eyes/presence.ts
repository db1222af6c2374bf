/** Whether any part of this document is inside the tab's visible area. Owns the observer for that. */

import { rootElement } from "../dom.ts";

/**
 * Only an IntersectionObserver can tell this to a cross-origin frame. It matters because the portal keeps hidden frames
 * loaded.
 */
export class Presence {
  readonly #observer: IntersectionObserver;
  // Nothing is reported in a frame that is not rendered at all, so a frame counts as hidden at first.
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
