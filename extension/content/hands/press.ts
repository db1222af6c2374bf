/**
 * Makes a control of a hint pressable beside any dialog. It owns the recipe and no meaning.
 *
 * Fluent's focus traps take the focus back, its blocking dialogs swallow clicks, its panels close on
 * a mouse press outside. Acting on `pointerup`, with `pointerdown` and `mousedown` prevented, passes
 * all of them: five kinds of pane were measured. Only trusted events count, so that a page cannot
 * press for its user.
 */

const acts = new WeakMap<HTMLElement, () => void>();

/** For a key that was pressed elsewhere, in the field of the hint. */
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
    // No pointer was in it: a key, or a screen reader. (With one, it has been acted on already.)
    if (event.isTrusted && event.detail === 0) act();
  });
}
