/**
 * Which key does what to hints: the browser's command, Alt+Enter at a field, and all keys while a card or a
 * note is gone through. It owns the walk through their controls; every other key is the page's.
 */

import type { Card } from "../../shared/texts/card.ts";
import { attribute, contains, focusedElement, focusOn } from "../dom.ts";
import { isField } from "./fix.ts";
import { UndoToast } from "./undo-toast.ts";
import { pressFromAfar } from "./press.ts";
import type { HintController } from "./hint-controller.ts";
import { VirtualFocus, type ControlGroup } from "./virtual-focus.ts";

interface Reach {
  /** Those that can be seen, what is being typed or picked first. */
  controllers(): readonly HintController[];
  toast(): UndoToast | undefined;
  endToast(): void;
  /** Of ours, what has the focus. */
  focused(): HTMLElement | undefined;
  fix(controller: HintController): void;
  /** A card is to open or to close. */
  changed(): void;
  /** Aloud, and at once. */
  read(card: Card): void;
  announce(text: string, language: string): void;
}

export class Keys {
  readonly #reach: Reach;
  #virtualFocus: VirtualFocus | undefined;
  /** The key whose press was ours: held down, it is not the page's either, though what it pressed has gone. */
  #takenCode: string | undefined;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /**
   * The browser's command was pressed. The first press turns to the hint of the focused field, whether or
   * not it is open: nothing is ever written that was not seen. The next one applies the fix. For the seconds
   * in which there is something to take back, it is about that.
   */
  commandPressed(): void {
    const focused = focusedElement();
    // A frame inside this one has the focus, and the same message.
    if (!document.hasFocus() || focused instanceof HTMLIFrameElement) return;
    const controllers = this.#reach.controllers();
    this.endVirtualFocusIfOver();
    const toast = this.#reach.toast();
    if (toast && toast.texts.undo !== undefined) {
      this.#commandToToast(toast);
      return;
    }
    const controller =
      controllers.find(({ isAtFocus }) => isAtFocus) ??
      controllers.find(({ anchor }) => focused && contains(anchor, focused)) ??
      controllers.find(({ isOpen }) => isOpen) ??
      controllers[0];
    if (!controller) return;
    if (this.#virtualFocus?.group === controller && controller.card.fix) {
      this.#reach.fix(controller);
      return;
    }
    controller.hold(true);
    this.#reach.changed();
    const virtualFocus = this.#startVirtualFocus(controller, controller.card.language);
    if (controller.card.fix) virtualFocus.selectSilently(".fix:not(.copy)");
    this.#reach.read(controller.card);
  }

  /** No Tab leads to the line beside a focus trap; and Ctrl+Z takes back what was written, not a silence. */
  #commandToToast(toast: UndoToast): void {
    if (this.#virtualFocus?.group === toast) {
      this.#virtualFocus.press();
      return;
    }
    const { text, undo, language } = toast.texts;
    this.#startVirtualFocus(toast, language).selectSilently(".undo");
    toast.hold(true);
    this.#reach.announce(`${text} ${undo ?? ""}`, language);
  }

  #startVirtualFocus(group: ControlGroup, language: string): VirtualFocus {
    this.endVirtualFocus();
    this.#virtualFocus = new VirtualFocus(group, (name) => this.#reach.announce(name, language));
    return this.#virtualFocus;
  }

  /** The user has turned to something else. */
  endVirtualFocus(): void {
    const virtualFocus = this.#virtualFocus;
    this.#virtualFocus = undefined;
    virtualFocus?.end();
    if (virtualFocus?.group instanceof UndoToast && virtualFocus.group.isOpen) virtualFocus.group.hold(false);
  }

  endVirtualFocusIfOver(): void {
    if (this.#virtualFocus?.isOver) this.endVirtualFocus();
  }

  pressed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    // A key that an input method is using is not ours.
    if (event.isComposing) return;
    if (!this.#isHeldOn(event) && !this.#isTaken(event)) {
      this.#takenCode = undefined;
      return;
    }
    this.#takenCode = event.code;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #isHeldOn({ repeat, code, key }: KeyboardEvent): boolean {
    return repeat && code === this.#takenCode && (key === "Enter" || key === " ");
  }

  #isTaken({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || shiftKey) return false;
    return altKey ? key === "Enter" && this.#fixKeyPressed() : this.#plainKeyPressed(key);
  }

  #fixKeyPressed(): boolean {
    const controller = this.#reach.controllers().find(({ isAtFocus, isOpen }) => isAtFocus && isOpen);
    if (!controller?.card.fix) return false;
    this.#reach.fix(controller);
    return true;
  }

  #plainKeyPressed(key: string): boolean {
    this.endVirtualFocusIfOver();
    switch (key) {
      case "Escape":
        return this.#escape();
      case "ArrowDown":
        return this.#step(1);
      case "ArrowUp":
        return this.#step(-1);
      case "Home":
        return this.#toEnd("first");
      case "End":
        return this.#toEnd("last");
      case "Enter":
      case " ":
        return this.#press(key);
      default:
        return false;
    }
  }

  #press(key: "Enter" | " "): boolean {
    const inside = this.#reach.focused();
    // A blocking dialog of Fluent swallows the click that the browser makes of the key.
    if (inside) pressFromAfar(inside);
    return inside !== undefined || (key === "Enter" && (this.#virtualFocus?.press() ?? false));
  }

  #step(by: 1 | -1): boolean {
    const inside = this.#reach.focused();
    if (!inside) {
      this.#virtualFocus?.step(by);
      return this.#virtualFocus !== undefined;
    }
    const controls = this.#controlsAround(inside);
    const at = controls.indexOf(inside);
    if (at < 0) return false;
    focusOn(controls.at((at + by) % controls.length));
    return true;
  }

  #toEnd(end: "first" | "last"): boolean {
    // In a text they are where one goes to put it right.
    if (isField(focusedElement() ?? undefined)) return false;
    const inside = this.#reach.focused();
    if (inside) focusOn(this.#controlsAround(inside).at(end === "first" ? 0 : -1));
    else this.#virtualFocus?.toEnd(end);
    return inside !== undefined || this.#virtualFocus !== undefined;
  }

  #controlsAround(inside: Element): HTMLElement[] {
    return (
      this.#reach
        .controllers()
        .find(({ element }) => element.contains(inside))
        ?.controls() ?? []
    );
  }

  /** The walk along the line first, then an open menu, then the card that one is at, then any other that is open. */
  #escape(): boolean {
    const focused = focusedElement();
    // An open drop-down closes itself by Escape.
    if (focused && !this.#reach.focused() && attribute(focused, "aria-expanded") === "true") return false;
    if (this.#virtualFocus?.group instanceof UndoToast) {
      this.endVirtualFocus();
      return true;
    }
    if (this.#reach.toast()?.hasFocusInside) {
      this.#reach.endToast();
      return true;
    }
    const open = this.#reach.controllers().filter(({ isOpen }) => isOpen);
    const controller = open.find(({ isAtFocus }) => isAtFocus) ?? open.at(-1);
    if (!controller) return false;
    if (controller.closeMenu()) {
      if (this.#virtualFocus?.group === controller) this.#virtualFocus.select(".silence");
    } else {
      controller.shut();
    }
    this.#reach.changed();
    return true;
  }
}
