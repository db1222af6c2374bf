/** Writes a fix into a field. Owns the one way of writing that React notices and that Ctrl+Z undoes. */

import type { Fix } from "../../../pkg/sparekey.js";
import { execute, focusedElement, focusOn } from "../dom.ts";

export type Field = HTMLInputElement | HTMLTextAreaElement;

export function isField(element: Element | undefined): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Writes the fix, if the field holds `before` and has room for `after`. Returns whether it holds `after` now. */
export function applyFix(field: Field, { before, after }: Fix): boolean {
  if (field.value !== before || field.readOnly || field.disabled || !hasRoomFor(field, after)) return false;
  focusOn(field);
  // A focus trap may have moved the focus at once, and the text would be written there.
  if (focusedElement() !== field) return false;
  field.select();
  // Assigning `value` would destroy the browser's undo (measured).
  execute("insertText", after);
  if (field.value === after) return true;
  // Half a fix is worse than none. If nothing was written, "undo" would undo something of the user's.
  if (field.value !== before) execute("undo");
  return false;
}

/**
 * Restores what a fix replaced, if the field still holds the fix. `isLastWritten`: nothing was typed anywhere since, so
 * that the browser's own undo undoes the fix and nothing else.
 */
export function takeBack(field: Field, { before, after }: Fix, isLastWritten: boolean): void {
  if (field.value !== after || field.readOnly || field.disabled) return;
  if (isLastWritten) {
    focusOn(field);
    if (focusedElement() === field) execute("undo");
  }
  // If the page has assigned a value to its field, the browser has nothing left to undo.
  if (field.value !== before) applyFix(field, { before: field.value, after: before });
}

/** After the browser's undo the whole text is selected, and the next key would erase it. */
export function unselectAll(field: Field): void {
  const { length } = field.value;
  if (field.selectionStart === 0 && field.selectionEnd === length) field.setSelectionRange(length, length);
}

/** `insertText` cuts the text at `maxlength` without an error. */
function hasRoomFor({ maxLength }: Field, text: string): boolean {
  return maxLength < 0 || text.length <= maxLength;
}
