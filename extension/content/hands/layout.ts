/**
 * Puts what is drawn into its places, and keeps it there while the page moves. It owns the order and the
 * moments; which place is the right one is `placement`'s to say.
 */

import type { Rectangle } from "./geometry.ts";
import { Movement } from "./movement.ts";
import type { Note } from "./note.ts";
import type { Spot } from "./spot.ts";
import type { IsOurs } from "./surroundings.ts";

/** After the last movement; places are chosen anew then. */
const STILL_MS = 150;

export class Layout {
  readonly #isOurs: IsOurs;
  readonly #movement = new Movement(() => this.#moved());
  #spots: readonly Spot[] = [];
  #note: Note | undefined;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(isOurs: IsOurs) {
    this.#isOurs = isOurs;
  }

  /** In this order, each makes way for those before it; and marks and strips come before cards. */
  place(spots: readonly Spot[], note: Note | undefined): void {
    this.#spots = spots;
    this.#note = note;
    const taken: Rectangle[] = [];
    for (const spot of spots) orHide(spot, () => taken.push(...spot.standing.placeHandle(taken, this.#isOurs)));
    for (const spot of spots)
      if (spot.isOpen) orHide(spot, () => taken.push(...spot.standing.placeCard(taken, this.#isOurs, spot.isAsked)));
    if (note) orHide(note, () => note.place(taken, this.#isOurs));
    this.#movement.watchOnly(new Set([...spots, ...(note ? [note] : [])].map(({ anchor }) => anchor)));
  }

  #moved(): void {
    for (const spot of this.#spots) orHide(spot, () => spot.standing.move(this.#isOurs));
    clearTimeout(this.#stillTimer);
    this.#stillTimer = setTimeout(() => this.place(this.#spots, this.#note), STILL_MS);
  }

  stop(): void {
    clearTimeout(this.#stillTimer);
    this.#movement.stop();
  }
}

/** A page on which one place cannot be found, by whatever it has done to its elements, loses that one hint. */
function orHide({ element }: { readonly element: HTMLElement }, work: () => void): void {
  try {
    work();
  } catch {
    element.dataset["seen"] = "no";
  }
}
