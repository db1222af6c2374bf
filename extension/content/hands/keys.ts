/**
 * Which key does what to hints: the browser's command, Alt+Enter at a field, and all keys while a card or a
 * note is gone through. It owns the walk through their controls; every other key is the page's.
 */

import type { Card, Hint } from "../../shared/card.ts";
import { attribute, contains, focusedElement, focusOn } from "../dom.ts";
import { isField } from "./fix.ts";
import { Note } from "./note.ts";
import { pressFromAfar } from "./press.ts";
import type { Spot } from "./spot.ts";
import { Walk, type Walked } from "./walk.ts";

interface Reach {
  /** Those that can be seen, what is being typed or picked first. */
  spots(): readonly Spot[];
  note(): Note | undefined;
  endNote(): void;
  /** Of ours, what has the focus. */
  focused(): HTMLElement | undefined;
  fix(spot: Spot, hint: Hint): void;
  /** A card is to open or to close. */
  changed(): void;
  /** Aloud, and at once. */
  read(card: Card): void;
  say(text: string, language: string): void;
}

export class Keys {
  readonly #reach: Reach;
  #walk: Walk | undefined;
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
    const spots = this.#reach.spots();
    this.endWalkIfOver();
    const note = this.#reach.note();
    if (note) {
      this.#turnToNote(note);
      return;
    }
    const spot =
      spots.find(({ isAtFocus }) => isAtFocus) ??
      spots.find(({ anchor }) => focused && contains(anchor, focused)) ??
      spots.find(({ isOpen }) => isOpen) ??
      spots[0];
    if (!spot) return;
    if (this.#walk?.through === spot && spot.fixable) {
      this.#reach.fix(spot, spot.fixable);
      return;
    }
    spot.hold(true);
    this.#reach.changed();
    const walk = this.#walkThrough(spot, spot.card.language);
    if (spot.fixable) walk.mark(".fix:not(.copy)");
    this.#reach.read(spot.card);
  }

  /** No Tab leads to the line beside a focus trap; and Ctrl+Z takes back what was written, not a silence. */
  #turnToNote(note: Note): void {
    if (this.#walk?.through === note) {
      this.#walk.press();
      return;
    }
    const { text, undo, language } = note.said;
    this.#walkThrough(note, language).mark(".undo");
    note.hold(true);
    this.#reach.say(`${text} ${undo}`, language);
  }

  #walkThrough(through: Walked, language: string): Walk {
    this.endWalk();
    this.#walk = new Walk(through, (name) => this.#reach.say(name, language));
    return this.#walk;
  }

  /** The user has turned to something else. */
  endWalk(): void {
    const walk = this.#walk;
    this.#walk = undefined;
    walk?.end();
    if (walk?.through instanceof Note && walk.through.isOpen) walk.through.hold(false);
  }

  endWalkIfOver(): void {
    if (this.#walk?.isOver) this.endWalk();
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
    const spot = this.#reach.spots().find(({ isAtFocus, isOpen }) => isAtFocus && isOpen);
    if (!spot?.fixable) return false;
    this.#reach.fix(spot, spot.fixable);
    return true;
  }

  #plainKeyPressed(key: string): boolean {
    this.endWalkIfOver();
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
    return inside !== undefined || (key === "Enter" && (this.#walk?.press() ?? false));
  }

  #step(by: 1 | -1): boolean {
    const inside = this.#reach.focused();
    if (!inside) {
      this.#walk?.step(by);
      return this.#walk !== undefined;
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
    else this.#walk?.toEnd(end);
    return inside !== undefined || this.#walk !== undefined;
  }

  #controlsAround(inside: Element): HTMLElement[] {
    return (
      this.#reach
        .spots()
        .find(({ element }) => element.contains(inside))
        ?.controls() ?? []
    );
  }

  /** The walk along the line first, then an open menu, then the card that one is at, then any other that is open. */
  #escape(): boolean {
    const focused = focusedElement();
    // An open drop-down closes itself by Escape.
    if (focused && !this.#reach.focused() && attribute(focused, "aria-expanded") === "true") return false;
    if (this.#walk?.through instanceof Note) {
      this.endWalk();
      return true;
    }
    if (this.#reach.note()?.hasFocusInside) {
      this.#reach.endNote();
      return true;
    }
    const open = this.#reach.spots().filter(({ isOpen }) => isOpen);
    const spot = open.find(({ isAtFocus }) => isAtFocus) ?? open.at(-1);
    if (!spot) return false;
    if (spot.closeMenu()) {
      if (this.#walk?.through === spot) this.#walk.select(".silence");
    } else {
      spot.shut();
    }
    this.#reach.changed();
    return true;
  }
}
