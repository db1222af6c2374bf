/**
 * Notices that elements have moved, however they did: by scrolling, by a new size, by what the page put
 * in front of them. It owns the observers; what follows from a move is its user's.
 */

import { boxOf, viewport } from "../dom.ts";

/** So little of an element in sight is none. */
const LEAST_IN_SIGHT = 0.0001;

export class Movement {
  readonly #moved: () => void;
  readonly #listeners = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.#moved());
  readonly #watched = new Map<Element, () => void>();

  constructor(moved: () => void) {
    this.#moved = moved;
    const options = { capture: true, passive: true, signal: this.#listeners.signal } as const;
    // In the frame in which the page has scrolled: later would be jitter.
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
 * Moves without an event: the window is cut down to where the element is now, so that each step out of
 * there is a change of what an observer sees of it.
 */
function watchPlace(element: Element, moved: () => void): () => void {
  let observer: IntersectionObserver | undefined;

  /** A timer that asks again would keep a page awake that nobody touches. */
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
        // The part that is cut off, by a pane for instance, is no move.
        if (seen > 0) observe(seen);
        else awaitSight();
      },
      // Of the document, since a frame from elsewhere may not look at its surroundings.
      { root: document, rootMargin: cut.join(" "), threshold: Math.min(1, Math.max(expected, LEAST_IN_SIGHT)) },
    );
    observer.observe(element);
  };
  observe(1);
  return () => observer?.disconnect();
}
