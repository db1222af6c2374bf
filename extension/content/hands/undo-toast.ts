/**
 * The toast that says for some seconds what was done and offers "Undo", or that it could not be done. Owns its element,
 * place and time, and when it is no longer true; what "Undo" does is decided by the caller.
 */

import { boxOf, focusOn, isConnected, viewport } from "../dom.ts";
import { buttonOf, drawnSize, focusedInside, keepFocusOutside, made } from "./elements.ts";
import type { Rectangle } from "./geometry.ts";
import { COVERS_CONTROL, GAP, placeFor } from "./placement.ts";
import { valueAt } from "./hint-controller.ts";
import { type IsOurs, obstaclesNear } from "./surroundings.ts";
import { themeBeside } from "./theme.ts";
import type { ControlGroup } from "./virtual-focus.ts";

/** As long as mail programs give for taking a message back. */
const STAYS_MS = 8000;

export interface ToastTexts {
  text: string;
  /** Absent where nothing was done. */
  undo?: string;
  language: string;
  direction: "ltr" | "rtl";
}

/** What the toast is about. */
export interface ToastTarget {
  anchor: Element;
  /** The box of what was beside the anchor and is gone: the toast takes its place. */
  instead?: Rectangle;
  /** What the field holds since the fix: as soon as it holds something else, nothing is left to undo. */
  value?: string;
}

export class UndoToast implements ControlGroup {
  readonly element = made("div", "undo-toast");
  readonly texts: ToastTexts;
  readonly anchor: Element;
  readonly #value: string | undefined;
  /** Relative to the anchor's top left corner. */
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
    // A silence stays true, even if the page has rebuilt its list.
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

  /** `isHeld`: the virtual focus is on the toast, though the focus is in the page. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#run();
  }

  /**
   * The pointer has left the document; from a frame straight into the page around it, there may be no `pointerleave`.
   */
  losePointer(): void {
    this.#isPointed = false;
    this.#run();
  }

  place(taken: readonly Rectangle[], isOurs: IsOurs): void {
    const { anchor, element } = this;
    // Its place stays as it was.
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
    // If no place is free, it only shows "Undo": the field beside it shows what was done.
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

  /** Runs the timer, which stops while the pointer, the focus or the virtual focus is on the toast. */
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

/** A rectangle for which the first candidate of `placeFor` lies on the given box. */
function lineOver({ left, right, top }: Rectangle): Rectangle {
  return { left, right, top: top - GAP, bottom: top - GAP };
}
