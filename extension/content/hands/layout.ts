/**
 * Places all hints and the undo toast, and keeps them in place while the page moves. Owns the order and the timing; the
 * places are chosen in `hint-layout` and `placement`.
 */

import type { Rectangle } from "./geometry.ts";
import { Movement } from "./movement.ts";
import type { UndoToast } from "./undo-toast.ts";
import type { HintController } from "./hint-controller.ts";
import type { Host } from "./host.ts";
import { isOnTop } from "./sight.ts";
import { forgetLines, type IsOurs } from "./surroundings.ts";

/** New places are chosen this long after the last movement. */
const STILL_MS = 150;

export class Layout {
  readonly #host: Host;
  readonly #isOurs: IsOurs = (element) => element === this.#host.element;
  readonly #movement = new Movement(() => this.#moved());
  #controllers: readonly HintController[] = [];
  #toast: UndoToast | undefined;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Each hint makes way for those before it in this order, and marks and strips come before cards. */
  place(controllers: readonly HintController[], toast: UndoToast | undefined): void {
    this.#controllers = controllers;
    this.#toast = toast;
    const taken: Rectangle[] = [];
    forgetLines();
    for (const controller of controllers)
      orHide(controller, () => taken.push(...controller.layout.placeHandle(taken, this.#isOurs)));
    for (const controller of controllers)
      if (controller.isOpen)
        orHide(controller, () => taken.push(...controller.layout.placeCard(taken, this.#isOurs, controller.isAsked)));
    if (toast) orHide(toast, () => toast.place(taken, this.#isOurs));
    forgetLines();
    this.#surface();
    this.#movement.watchOnly(new Set([...controllers, ...(toast ? [toast] : [])].map(({ anchor }) => anchor)));
  }

  /** Brings what is drawn above everything of the page. */
  #surface(): void {
    const seen = this.#controllers.filter(({ layout }) => layout.isSeen);
    const [anchor] = [...seen, ...(this.#toast ? [this.#toast] : [])].map((shown) => shown.anchor);
    if (!anchor) return;
    this.#host.standBeside(anchor);
    const parts = [...seen.flatMap(({ layout }) => layout.drawn), ...(this.#toast ? [this.#toast.element] : [])];
    if (!parts.every((part) => isOnTop(part, this.#host.element))) this.#host.rise();
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

/**
 * Hides one hint if its place cannot be found, because of whatever the page has done to its elements; the others stay.
 */
function orHide({ element }: { readonly element: HTMLElement }, work: () => void): void {
  try {
    work();
  } catch {
    element.dataset["seen"] = "no";
  }
}
