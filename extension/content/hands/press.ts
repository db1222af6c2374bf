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

export function onPress(control: HTMLElement, act: () => void): void {
  acts.set(control, act);
  let armed = false;
  control.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    armed = event.isTrusted && event.button === 0;
  });
  control.addEventListener("mousedown", (event) => event.preventDefault());
  for (const kind of ["pointerleave", "pointercancel"] as const) {
    control.addEventListener(kind, () => {
      armed = false;
    });
  }
  control.addEventListener("pointerup", (event) => {
    if (armed && event.isTrusted && event.button === 0) act();
    armed = false;
  });
  control.addEventListener("click", (event) => {
    event.preventDefault();
    // Without a pointer, `detail` is 0: a key or a screen reader. (A press by the pointer has been handled already.)
    if (event.isTrusted && event.detail === 0) act();
  });
}
