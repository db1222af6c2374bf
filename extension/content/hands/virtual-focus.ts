/**
 * Goes through the controls of a card, or of the line after it, by keys while the focus stays in the page's
 * field. It owns which control is next; which keys do that is its user's.
 *
 * The focus cannot simply go into the card. A button of it was focused by script beside a field in each kind
 * of pane, and looked at after 0.6 s: in the v9 drawer and the portal's context pane it still had the focus;
 * the v8 panels had moved it to their close button, the v8 dialogs back into the field, the v9 dialog to a
 * row of the page behind it, or nowhere. And a control in a shadow root cannot be the field's
 * `aria-activedescendant`. So the keys are taken at the field, the control is marked for the eye, and its
 * name is said. Where Tab does bring the focus into a card, the same keys move it there.
 */

import { focusedElement } from "../dom.ts";
import { pressFromAfar } from "./press.ts";

/** What has controls to go through. */
export interface ControlGroup {
  readonly isOpen: boolean;
  /** In the order in which they are gone through; at least one while it is open. */
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

  /** The focus has gone elsewhere, or what is gone through has closed. */
  get isOver(): boolean {
    return !this.group.isOpen || focusedElement() !== this.#from;
  }

  /** To the control after (1) or before (-1) the present one, round at the ends. */
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

  /** As `select`, without a word: whoever calls says it together with more, and what is said last drowns the rest. */
  selectSilently(selector: string): void {
    this.#mark(this.#control(selector));
  }

  /** False: nothing is selected. */
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
