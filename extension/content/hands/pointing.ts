/**
 * Whether the pointer is at a spot, be it on its way from one of its parts to another. It owns that, and how long
 * the pointer may be away; what is open for it is its user's.
 */

import type { Rectangle } from "./geometry.ts";

/** A pointer on its way over the page to a field is not on its way to us. */
const HOVER_MS = 100;
/** For the way from the mark to the card, where the pointer rests on it. */
const GRACE_MS = 350;

export class Pointing {
  isHere = false;
  readonly #between: () => Rectangle | undefined;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #way: AbortController | undefined;

  /** `between`: around all parts that are in sight; undefined where there is no second one to go to. */
  constructor(between: () => Rectangle | undefined, changed: () => void) {
    this.#between = between;
    this.#changed = changed;
  }

  watch(part: HTMLElement): void {
    // A finger does not hover; its press is a press.
    part.addEventListener(
      "pointerenter",
      ({ isTrusted, pointerType }) => isTrusted && pointerType !== "touch" && this.#comes(),
    );
    part.addEventListener("pointerleave", () => this.#goes());
  }

  #comes(): void {
    this.#becomes(true, this.#between() ? 0 : HOVER_MS);
  }

  /** Slowly or fast: as long as it moves between the parts, it is on its way from one to another. */
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

  /** Wherever the pointer is now, it is no longer known to be here; it comes in again where it is. */
  lose(): void {
    this.#forget();
    if (this.isHere) this.#settleIn(false, GRACE_MS);
  }

  /** At once, and untold. */
  end(): void {
    this.#forget();
    this.isHere = false;
  }
}
