/**
 * Makes the controls of hints work beside any dialog. Owns which events count as a press; what a press does is the
 * caller's.
 *
 * Fluent's focus traps take the focus back, its blocking dialogs swallow clicks, and its panels close on a mouse press
 * outside of them. Acting on `pointerup`, with `pointerdown` and `mousedown` prevented, works with all of them (tried
 * with five kinds of panes). Only trusted events count, so that a page cannot press for its user.
 */

const acts = new WeakMap<HTMLElement, () => void>();

/** Presses a control for a key that was pressed elsewhere, in the hint's field. */
export function pressFromAfar(control: HTMLElement): void {
  acts.get(control)?.();
}

/** A click belongs to the press of a pointer that ended at most this many milliseconds before it. */
const SAME_PRESS_MS = 500;

export function onPress(control: HTMLElement, act: () => void): void {
  acts.set(control, act);
  let isArmed = false;
  /** When a pointer has pressed the control; undefined once its click has come. */
  let pressedAt: number | undefined;
  control.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    isArmed = event.button === 0;
    pressedAt = undefined;
  });
  control.addEventListener("mousedown", (event) => event.preventDefault());
  for (const kind of ["pointerleave", "pointercancel"] as const) {
    control.addEventListener(kind, ({ isTrusted }) => {
      if (isTrusted) isArmed = false;
    });
  }
  control.addEventListener("pointerup", ({ isTrusted, button, timeStamp }) => {
    if (!isTrusted) return;
    if (isArmed && button === 0) {
      pressedAt = timeStamp;
      act();
    }
    isArmed = false;
  });
  control.addEventListener("click", (event) => {
    event.preventDefault();
    if (!event.isTrusted) return;
    // A key, or assistive technology in Chromium, sends a click with `detail` 0. For assistive technology Firefox plays
    // a mouse without a pointer, with `detail` 1 (`nsCoreUtils::DispatchMouseEvent`).
    const isOfPointer = event.detail > 0 && pressedAt !== undefined && event.timeStamp - pressedAt <= SAME_PRESS_MS;
    if (isOfPointer) pressedAt = undefined;
    else act();
  });
}
