/**
 * Writes a fix into a field. It owns the one way of writing that React notices and that Ctrl+Z
 * takes back.
 */

import type { Fix } from "../../../pkg/sparekey.js";
import { focusedElement, focusOn } from "../dom.ts";

export type Field = HTMLInputElement | HTMLTextAreaElement;

export function isField(element: Element | undefined): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Whether the field holds `fix.after` now; it is left alone unless it held `fix.before` and can hold all of `fix.after`. */
export function applyFix(field: Field, { before, after }: Fix): boolean {
  if (field.value !== before || field.readOnly || field.disabled || !hasRoomFor(field, after)) return false;
  focusOn(field);
  // A focus trap may have taken the focus elsewhere at once, and what follows is written there.
  if (focusedElement() !== field) return false;
  field.select();
  // Deprecated and without successor: assigning `value` destroys the browser's undo (measured).
  document.execCommand("insertText", false, after);
  if (field.value === after) return true;
  // Half a fix is worse than none. Where nothing was written, there is nothing of ours to take back.
  if (field.value !== before) document.execCommand("undo");
  return false;
}

/**
 * Puts back what a fix replaced, where the field still holds the fix. `isLastWritten`: nothing was written
 * anywhere since, so that the browser's own undo takes back that and nothing else.
 */
export function takeBack(field: Field, { before, after }: Fix, isLastWritten: boolean): void {
  if (field.value !== after || field.readOnly || field.disabled) return;
  if (isLastWritten) {
    focusOn(field);
    if (focusedElement() === field) document.execCommand("undo");
  }
  // The page may write into its field by itself, and that empties what the browser could undo.
  if (field.value !== before) applyFix(field, { before: field.value, after: before });
}

/** What the browser's undo has brought back is selected, and the next key would erase all of it. */
export function unselectAll(field: Field): void {
  const { length } = field.value;
  if (field.selectionStart === 0 && field.selectionEnd === length) field.setSelectionRange(length, length);
}

/** What is inserted is cut at `maxlength`, without a word. */
function hasRoomFor({ maxLength }: Field, text: string): boolean {
  return maxLength < 0 || text.length <= maxLength;
}
