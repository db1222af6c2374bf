/**
 * The line that stays for some seconds after something was done, with the way back. It owns the line and
 * its time, not what "back" means.
 */

import { buttonOf, keepFocusOutside, made } from "./elements.ts";
import type { Walked } from "./walk.ts";

/** As long as mail programs give to take a message back. */
const STAYS_MS = 8000;

export interface Said {
  text: string;
  undo: string;
  language: string;
  direction: "ltr" | "rtl";
}

export class Note implements Walked {
  readonly element = made("div", "note");
  readonly said: Said;
  readonly #ended: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = STAYS_MS;
  #since = 0;
  #isPointed = false;
  #isFocused = false;
  #isHeld = false;

  constructor(said: Said, events: { undo(): void; ended(): void }) {
    const { text, undo, language, direction } = said;
    this.said = said;
    this.#ended = () => events.ended();
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Sparekey");
    this.element.lang = language;
    this.element.dir = direction;
    this.element.append(made("span", "note-text", text), buttonOf("plain undo", undo, () => events.undo()));
    keepFocusOutside(this.element);
    for (const [kind, isPointed] of [["pointerenter", true], ["pointerleave", false]] as const) {
      this.element.addEventListener(kind, () => {
        this.#isPointed = isPointed;
        this.#run();
      });
    }
    for (const [kind, isFocused] of [["focusin", true], ["focusout", false]] as const) {
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

  controls(): HTMLElement[] {
    return [...this.element.querySelectorAll("button")];
  }

  /** Somebody's keys are at it, though the focus is in the page. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
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
