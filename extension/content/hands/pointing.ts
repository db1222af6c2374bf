/**
 * Whether the pointer is at a hint, or on its way from one of its parts to another. Owns that state and how long the
 * pointer may be away; what is opened because of it is decided by the caller.
 */

import type { Rectangle } from "./geometry.ts";

/** The pointer has to stay this long, so that one that only crosses a mark opens nothing. */
const HOVER_MS = 100;
/** How long the pointer may rest between the mark and the card. */
const GRACE_MS = 350;

export class Pointing {
  isHere = false;
  readonly #between: () => Rectangle | undefined;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #way: AbortController | undefined;

  /** `between`: the box around all visible parts; undefined if there is only one. */
  constructor(between: () => Rectangle | undefined, changed: () => void) {
    this.#between = between;
    this.#changed = changed;
  }

  watch(part: HTMLElement): void {
    // Touch does not hover.
    part.addEventListener(
      "pointerenter",
      ({ isTrusted, pointerType }) => isTrusted && pointerType !== "touch" && this.#comes(),
    );
    part.addEventListener("pointerleave", () => this.#goes());
  }

  #comes(): void {
    this.#becomes(true, this.#between() ? 0 : HOVER_MS);
  }

  /** As long as the pointer moves inside the box around the parts, however slowly, it is on its way to one of them. */
  #goes(): void {
    this.#becomes(false, GRACE_MS);
    if (!this.#between()) return;
    this.#way = new AbortController();
    const followed = ({ clientX: x, clientY: y, isTrusted }: PointerEvent) => {
      const all = this.#between();
      if (!isTrusted || !all || x < all.left || x > all.right || y < all.top || y > all.bottom) return;
      clearTimeout(this.#timer);
      this.#settleIn(false, GRACE_MS);
    };
    window.addEventListener("pointermove", followed, { capture: true, passive: true, signal: this.#way.signal });
  }

  #becomes(isHere: boolean, wait: number): void {
    this.#forget();
    this.#settleIn(isHere, wait);
  }

  #settleIn(isHere: boolean, wait: number): void {
    this.#timer = setTimeout(() => {
      this.#forget();
      this.isHere = isHere;
      this.#changed();
    }, wait);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#way?.abort();
  }

  /** The pointer is no longer known to be here; if it still is, the next `pointerenter` says so. */
  lose(): void {
    this.#forget();
    if (this.isHere) this.#settleIn(false, GRACE_MS);
  }

  /** Ends this state at once, without calling `changed`. */
  end(): void {
    this.#forget();
    this.isHere = false;
  }
}
