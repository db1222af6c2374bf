/**
 * A virtual focus: selects the controls of a card or toast by keys, while the focus stays in the page's field. Owns
 * which control is selected; which keys do that is decided in `keys`.
 *
 * The real focus cannot simply go into the card. Measured 0.6 s after a button of a card was focused by script, beside
 * a field in each kind of pane: in the v9 drawer and the portal's context pane it still had the focus; the v8 panels
 * had moved it to their close button, the v8 dialogs back into the field, the v9 dialog to a row of the page behind it,
 * or nowhere. And a control in a shadow root cannot be the field's `aria-activedescendant`. So the keys are handled in
 * the field, the control is marked for the eye, and its name is announced. Where Tab does bring the focus into a card,
 * the same keys move it there.
 */

import { focusedElement } from "../dom.ts";
import { pressFromAfar } from "./press.ts";

/** A card or toast, of which the controls are selected. */
export interface ControlGroup {
  readonly isOpen: boolean;
  /** In the order of selection; at least one while it is open. */
  controls(): HTMLElement[];
}

export class VirtualFocus {
  readonly group: ControlGroup;
  readonly #announce: (name: string) => void;
  readonly #from = focusedElement();
  #selected: HTMLElement | undefined;

  constructor(group: ControlGroup, announce: (name: string) => void) {
    this.group = group;
    this.#announce = announce;
  }

  /** The focus has moved, or the group has closed. */
  get isOver(): boolean {
    return !this.group.isOpen || focusedElement() !== this.#from;
  }

  /** Selects the control after (1) or before (-1) the present one; at an end it continues at the other. */
  step(by: 1 | -1): void {
    const controls = this.group.controls();
    const at = this.#selected ? controls.indexOf(this.#selected) : -1;
    this.#select(controls.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % controls.length));
  }

  toEnd(end: "first" | "last"): void {
    this.#select(this.group.controls().at(end === "first" ? 0 : -1));
  }

  select(selector: string): void {
    this.#select(this.#control(selector));
  }

  /**
   * As `select`, without announcing it: the caller announces it together with more, and a later announcement would
   * replace this one.
   */
  selectSilently(selector: string): void {
    this.#mark(this.#control(selector));
  }

  /** False if nothing is selected. */
  press(): boolean {
    const selected = this.#selected;
    if (!selected?.isConnected) return false;
    const wasMenu = selected.getAttribute("aria-haspopup") === "menu";
    pressFromAfar(selected);
    if (wasMenu && selected.getAttribute("aria-expanded") === "true") this.toEnd("first");
    return true;
  }

  end(): void {
    this.#mark(undefined);
  }

  #control(selector: string): HTMLElement | undefined {
    return this.group.controls().find((control) => control.matches(selector));
  }

  #select(control: HTMLElement | undefined): void {
    this.#mark(control);
    if (control) this.#announce(control.dataset["spoken"] ?? (control.title || control.textContent));
  }

  #mark(control: HTMLElement | undefined): void {
    this.#selected?.removeAttribute("data-selected");
    this.#selected = control;
    control?.setAttribute("data-selected", "");
    control?.scrollIntoView({ block: "nearest" });
  }
}
