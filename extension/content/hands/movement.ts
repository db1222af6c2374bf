/**
 * Notices that elements have moved: by scrolling, by a new size, by what the page inserted before them. Owns the
 * observers; what follows from a movement is decided by the caller.
 */

import { boxOf, viewport } from "../dom.ts";

/** Less than this ratio of an element in sight counts as none. */
const LEAST_IN_SIGHT = 0.0001;

export class Movement {
  readonly #moved: () => void;
  readonly #listeners = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.#moved());
  readonly #watched = new Map<Element, () => void>();

  constructor(moved: () => void) {
    this.#moved = moved;
    const options = { capture: true, passive: true, signal: this.#listeners.signal } as const;
    // Handled in the frame in which the page has scrolled: a later one would show jitter.
    for (const kind of ["scroll", "resize"] as const) window.addEventListener(kind, () => this.#moved(), options);
    window.visualViewport?.addEventListener("resize", () => this.#moved(), options);
  }

  watchOnly(elements: ReadonlySet<Element>): void {
    for (const [element, end] of this.#watched) {
      if (elements.has(element)) continue;
      end();
      this.#sizes.unobserve(element);
      this.#watched.delete(element);
    }
    for (const element of elements) {
      if (this.#watched.has(element)) continue;
      this.#sizes.observe(element);
      this.#watched.set(element, watchPlace(element, this.#moved));
    }
  }

  stop(): void {
    this.watchOnly(new Set());
    this.#sizes.disconnect();
    this.#listeners.abort();
  }
}

/**
 * Notices movements without an event, by an IntersectionObserver with a `rootMargin` equal to the element's box: any
 * movement changes the ratio (as `autoUpdate` of floating-ui does it).
 */
function watchPlace(element: Element, moved: () => void): () => void {
  let observer: IntersectionObserver | undefined;

  /** With an observer: a timer would keep an idle page awake. */
  const awaitSight = (): void => {
    observer?.disconnect();
    observer = new IntersectionObserver(
      ([entry]) => {
        if ((entry?.intersectionRatio ?? 0) < LEAST_IN_SIGHT) return;
        moved();
        observe(1);
      },
      { root: document, threshold: LEAST_IN_SIGHT },
    );
    observer.observe(element);
  };

  const observe = (expected: number): void => {
    observer?.disconnect();
    const { left, top, right, bottom } = boxOf(element);
    const window = viewport();
    if (right - left < 1 || bottom - top < 1) return;
    const cut = [top, window.right - right, window.bottom - bottom, left].map((side) => `${-Math.floor(side)}px`);
    let isFirst = true;
    observer = new IntersectionObserver(
      ([entry]) => {
        const seen = entry?.intersectionRatio ?? 0;
        const isHere = isFirst && seen === expected;
        isFirst = false;
        if (isHere) return;
        moved();
        // If a pane clips a part of the element, that is no movement.
        if (seen > 0) observe(seen);
        else awaitSight();
      },
      // With the document as root: for the implicit root, a cross-origin frame's `rootMargin` is ignored.
      { root: document, rootMargin: cut.join(" "), threshold: Math.min(1, Math.max(expected, LEAST_IN_SIGHT)) },
    );
    observer.observe(element);
  };
  observe(1);
  return () => observer?.disconnect();
}
