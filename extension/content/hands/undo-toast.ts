/**
 * The line that stays for some seconds after something was done, with the way back, or could not be. It owns the line, its
 * place, its time and what it is no longer true after, not what "back" means.
 */

import { boxOf, focusOn, isConnected, viewport } from "../dom.ts";
import { buttonOf, drawnSize, focusedInside, keepFocusOutside, made } from "./elements.ts";
import type { Rectangle } from "./geometry.ts";
import { COVERS_CONTROL, GAP, placeFor } from "./placement.ts";
import { valueAt } from "./hint-controller.ts";
import { type IsOurs, obstaclesNear } from "./surroundings.ts";
import { themeBeside } from "./theme.ts";
import type { ControlGroup } from "./virtual-focus.ts";

/** As long as mail programs give to take a message back. */
const STAYS_MS = 8000;

export interface ToastTexts {
  text: string;
  /** Absent where nothing was done. */
  undo?: string;
  language: string;
  direction: "ltr" | "rtl";
}

/** Where something was done. */
export interface ToastTarget {
  anchor: Element;
  /** What stood beside the anchor and has gone: the line takes its place. */
  instead?: Rectangle;
  /** What the field holds by it: nothing is left to take back as soon as it holds something else. */
  value?: string;
}

export class UndoToast implements ControlGroup {
  readonly element = made("div", "undo-toast");
  readonly texts: ToastTexts;
  readonly anchor: Element;
  readonly #value: string | undefined;
  /** From the anchor's corner. */
  readonly #instead: Rectangle | undefined;
  readonly #ended: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = STAYS_MS;
  #since = 0;
  #isPointed = false;
  #isFocused = false;
  #isHeld = false;

  constructor(texts: ToastTexts, { anchor, value, instead }: ToastTarget, events: { undo(): void; ended(): void }) {
    const { text, undo, language, direction } = texts;
    this.texts = texts;
    this.anchor = anchor;
    this.#value = value;
    this.#instead = instead && movedBy(instead, -1, boxOf(anchor));
    this.#ended = () => events.ended();
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Sparekey");
    this.element.dataset["theme"] = themeBeside(anchor);
    this.element.lang = language;
    this.element.dir = direction;
    this.element.append(made("span", "undo-toast-text", text));
    if (undo !== undefined) this.element.append(buttonOf("plain undo", undo, () => events.undo()));
    keepFocusOutside(this.element);
    for (const [kind, isPointed] of [
      ["pointerenter", true],
      ["pointerleave", false],
    ] as const) {
      this.element.addEventListener(kind, () => {
        this.#isPointed = isPointed;
        this.#run();
      });
    }
    for (const [kind, isFocused] of [
      ["focusin", true],
      ["focusout", false],
    ] as const) {
      this.element.addEventListener(kind, () => {
        this.#isFocused = isFocused;
        this.#run();
      });
    }
    this.#run();
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  get isStillTrue(): boolean {
    // Pages build their lists anew all the time: what was silenced there is no less silent.
    return this.#value === undefined || (isConnected(this.anchor) && valueAt(this.anchor) === this.#value);
  }

  controls(): HTMLElement[] {
    return [...this.element.querySelectorAll("button")];
  }

  get hasFocusInside(): boolean {
    return focusedInside(this.element) !== null;
  }

  takeFocus(): void {
    this.controls()[0]?.focus();
  }

  /** Somebody's keys are at it, though the focus is in the page. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#run();
  }

  /** The pointer has left the document, which the line is not told from a frame straight into the page around it. */
  losePointer(): void {
    this.#isPointed = false;
    this.#run();
  }

  place(taken: readonly Rectangle[], isOurs: IsOurs): void {
    const { anchor, element } = this;
    // It stays where it was.
    if (!isConnected(anchor)) return;
    const box = boxOf(anchor);
    const scene = {
      about: this.#instead ? lineOver(movedBy(this.#instead, 1, box)) : box,
      open: viewport(),
      isRightToLeft: getComputedStyle(anchor).direction === "rtl",
      taken: [...taken, box],
      obstacles: obstaclesNear(anchor, isOurs),
      isOurs,
    };
    element.removeAttribute("data-short");
    let found = placeFor(scene, drawnSize(element));
    // With nowhere free, "Undo" alone is left of it: the field beside it shows what was done.
    if (found.cost >= COVERS_CONTROL) {
      element.setAttribute("data-short", "");
      found = placeFor(scene, drawnSize(element));
    }
    const { place } = found;
    element.style.left = `${Math.round(place.left)}px`;
    element.style.top = `${Math.round(place.top)}px`;
    element.dataset["seen"] = "yes";
  }

  stop(): void {
    if (this.hasFocusInside) focusOn(this.anchor);
    clearTimeout(this.#timer);
    this.element.remove();
  }

  /** Its time stands still while somebody is about to press it. */
  #run(): void {
    clearTimeout(this.#timer);
    if (this.#since > 0) this.#left -= performance.now() - this.#since;
    this.#since = 0;
    if (this.#isPointed || this.#isFocused || this.#isHeld) return;
    this.#since = performance.now();
    this.#timer = setTimeout(this.#ended, Math.max(0, this.#left));
  }
}

function movedBy({ left, top, right, bottom }: Rectangle, sign: 1 | -1, by: Rectangle): Rectangle {
  const [x, y] = [sign * by.left, sign * by.top];
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** What something has to be about so that its first place is where the box is. */
function lineOver({ left, right, top }: Rectangle): Rectangle {
  return { left, right, top: top - GAP, bottom: top - GAP };
}
