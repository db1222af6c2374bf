/**
 * Writes a fix into a field. It owns the one way of writing that React notices and that Ctrl+Z
 * takes back.
 */

import type { Fix } from "../../../pkg/sparekey.js";

export type Field = HTMLInputElement | HTMLTextAreaElement;

export function isField(element: Element | undefined): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Whether the field holds `fix.after` now; it is left alone unless it still held `fix.before`. */
export function applyFix(field: Field, { before, after }: Fix): boolean {
  if (field.value !== before || field.readOnly || field.disabled) return false;
  field.focus();
  field.select();
  // Deprecated and without successor: assigning `value` destroys the browser's undo (measured).
  document.execCommand("insertText", false, after);
  return field.value === after;
}
