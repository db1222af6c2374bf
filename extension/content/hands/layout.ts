/**
 * Puts what is drawn into its places, and keeps it there while the page moves. It owns the order and the
 * moments; which place is the right one is `placement`'s to say.
 */

import type { Rectangle } from "./geometry.ts";
import { Movement } from "./movement.ts";
import type { UndoToast } from "./undo-toast.ts";
import type { HintController } from "./hint-controller.ts";
import type { IsOurs } from "./surroundings.ts";

/** After the last movement; places are chosen anew then. */
const STILL_MS = 150;

export class Layout {
  readonly #isOurs: IsOurs;
  readonly #movement = new Movement(() => this.#moved());
  #controllers: readonly HintController[] = [];
  #toast: UndoToast | undefined;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(isOurs: IsOurs) {
    this.#isOurs = isOurs;
  }

  /** In this order, each makes way for those before it; and marks and strips come before cards. */
  place(controllers: readonly HintController[], toast: UndoToast | undefined): void {
    this.#controllers = controllers;
    this.#toast = toast;
    const taken: Rectangle[] = [];
    for (const controller of controllers)
      orHide(controller, () => taken.push(...controller.layout.placeHandle(taken, this.#isOurs)));
    for (const controller of controllers)
      if (controller.isOpen)
        orHide(controller, () => taken.push(...controller.layout.placeCard(taken, this.#isOurs, controller.isAsked)));
    if (toast) orHide(toast, () => toast.place(taken, this.#isOurs));
    this.#movement.watchOnly(new Set([...controllers, ...(toast ? [toast] : [])].map(({ anchor }) => anchor)));
  }

  #moved(): void {
    for (const controller of this.#controllers) orHide(controller, () => controller.layout.move(this.#isOurs));
    clearTimeout(this.#stillTimer);
    this.#stillTimer = setTimeout(() => this.place(this.#controllers, this.#toast), STILL_MS);
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
