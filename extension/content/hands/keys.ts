/**
 * What keys do to hints: the browser's command, Alt+Enter in a field, and the keys that move the virtual focus through
 * a card or toast. Owns when the virtual focus begins and ends; every other key belongs to the page.
 */

import type { Card } from "../../shared/texts/card.ts";
import { attribute, contains, documentHasFocus, focusedElement, focusOn } from "../dom.ts";
import { isField } from "./fix.ts";
import { UndoToast } from "./undo-toast.ts";
import { pressFromAfar } from "./press.ts";
import type { HintController } from "./hint-controller.ts";
import { VirtualFocus, type ControlGroup } from "./virtual-focus.ts";

interface KeyTargets {
  /** The hints that can be seen, those at fields and choices first. */
  controllers(): readonly HintController[];
  toast(): UndoToast | undefined;
  endToast(): void;
  /** The focused element, if it is one of ours. */
  focused(): HTMLElement | undefined;
  fix(controller: HintController): void;
  /** A card has to open or to close. */
  changed(): void;
  /** Announces the card at once. */
  read(card: Card): void;
  announce(text: string, language: string): void;
}

export class Keys {
  readonly #targets: KeyTargets;
  #virtualFocus: VirtualFocus | undefined;
  /**
   * The code of the last key that was handled here. While it is held down, its repetitions do not targets the page
   * either, even if the control that it pressed is gone.
   */
  #takenCode: string | undefined;

  constructor(targets: KeyTargets) {
    this.#targets = targets;
  }

  /**
   * The browser's command was pressed. The first press opens the hint of the focused field and starts the virtual focus
   * there, even if it was open already: nothing is written that was not seen. The next press applies the fix. While the
   * undo toast is shown, the command is about the toast.
   */
  commandPressed(): void {
    const focused = focusedElement();
    // A frame inside this one has the focus, and gets the same message.
    if (!documentHasFocus() || focused instanceof HTMLIFrameElement) return;
    const controllers = this.#targets.controllers();
    this.endVirtualFocusIfOver();
    const toast = this.#targets.toast();
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
      this.#targets.fix(controller);
      return;
    }
    controller.hold(true);
    this.#targets.changed();
    const virtualFocus = this.#startVirtualFocus(controller, controller.card.language);
    if (controller.card.fix) virtualFocus.selectSilently(".fix:not(.copy)");
    else if (controller.card.choices) virtualFocus.selectSilently(".choice");
    this.#targets.read(controller.card);
  }

  /** Tab does not targets a toast outside of a focus trap, and Ctrl+Z undoes text but no silence. */
  #commandToToast(toast: UndoToast): void {
    if (this.#virtualFocus?.group === toast) {
      this.#virtualFocus.press();
      return;
    }
    const { text, undo, language } = toast.texts;
    this.#startVirtualFocus(toast, language).selectSilently(".undo");
    toast.hold(true);
    this.#targets.announce(`${text} ${undo ?? ""}`, language);
  }

  #startVirtualFocus(group: ControlGroup, language: string): VirtualFocus {
    this.endVirtualFocus();
    this.#virtualFocus = new VirtualFocus(group, (name) => this.#targets.announce(name, language));
    return this.#virtualFocus;
  }

  /** The user has moved on to something else. */
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
    // A key that an input method uses is not handled here.
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
    const controller = this.#targets.controllers().find(({ isAtFocus, isOpen }) => isAtFocus && isOpen);
    if (controller?.card.choices) {
      // The focus stays in the field: the arrow keys go through the choices, and Enter takes one.
      this.#startVirtualFocus(controller, controller.card.language).select(".choice");
      return true;
    }
    if (!controller?.card.fix) return false;
    this.#targets.fix(controller);
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
    const inside = this.#targets.focused();
    // A blocking dialog of Fluent swallows the click that the browser derives from the key.
    if (inside) pressFromAfar(inside);
    return inside !== undefined || (key === "Enter" && (this.#virtualFocus?.press() ?? false));
  }

  #step(by: 1 | -1): boolean {
    const inside = this.#targets.focused();
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
    // In a text field these keys move the caret.
    if (isField(focusedElement() ?? undefined)) return false;
    const inside = this.#targets.focused();
    if (inside) focusOn(this.#controlsAround(inside).at(end === "first" ? 0 : -1));
    else this.#virtualFocus?.toEnd(end);
    return inside !== undefined || this.#virtualFocus !== undefined;
  }

  #controlsAround(inside: Element): HTMLElement[] {
    return (
      this.#targets
        .controllers()
        .find(({ element }) => element.contains(inside))
        ?.controls() ?? []
    );
  }

  /**
   * Closes the first of these that is there: the virtual focus on a toast, an open menu, the card at the focus, any
   * other open card.
   */
  #escape(): boolean {
    const focused = focusedElement();
    // Escape closes an open drop-down of the page.
    if (focused && !this.#targets.focused() && attribute(focused, "aria-expanded") === "true") return false;
    if (this.#virtualFocus?.group instanceof UndoToast) {
      this.endVirtualFocus();
      return true;
    }
    if (this.#targets.toast()?.hasFocusInside) {
      this.#targets.endToast();
      return true;
    }
    const open = this.#targets.controllers().filter(({ isOpen }) => isOpen);
    const controller = open.find(({ isAtFocus }) => isAtFocus) ?? open.at(-1);
    if (!controller) return false;
    if (controller.closeMenu()) {
      if (this.#virtualFocus?.group === controller) this.#virtualFocus.select(".silence");
    } else {
      controller.shut();
    }
    this.#targets.changed();
    return true;
  }
}
