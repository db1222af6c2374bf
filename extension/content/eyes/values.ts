/**
 * The value of an element, and which values must never be read: passwords and one-time codes do not leave the document.
 * Owns that decision; it is made here and not in the core, because such values must not even be sent there.
 */

import type { Role } from "../../../pkg/sparekey.js";
import { attribute, baseAddress, clip, tagOf } from "../dom.ts";
import { textOf } from "./names.ts";

const VALUE_LENGTH = 300;
const MOST_CHOSEN = 5;

/** The most characters that a field for a one-time code takes. The shortest phone number in use anywhere has more. */
const LONGEST_CODE = 8;
const SECRET_TOKENS = /\b(one-time-code|current-password|new-password|cc-[a-z-]+)\b/;
/**
 * Words in the ids of fields for codes that were seen on these pages (otc, OTT, entercode), and similar ones. Only at
 * the edges of words: otherwise "bottomPhone" and "notProvided" would count as codes and never be read.
 */
const SECRET_WORDS =
  /(^|-)(ot[pc]|ott\d*(-|$)|one-?time|enter-?code|pin\d*(-|$))|ot[pc]\d*(-|$)|pass-?(word|code)|code-?entry|verification-?code/;

/** Whether an element's ids say that a code or a password is typed there. */
export function namesSecret(ids: string): boolean {
  const words = ids
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z\d]+/g, "-");
  return SECRET_WORDS.test(words.toLowerCase());
}

/** The row under "Can't scan the QR code?", which shows the secret of an authenticator app as text. */
const SECRET_ROW = "activation-url/key";

interface Value {
  text: string;
  clipped: boolean;
}

export function shownValueOf(element: Element, role: Role): Value {
  const whole = isSecret(element) ? "" : wholeValue(element, role);
  return { text: clip(whole, VALUE_LENGTH), clipped: whole.length > VALUE_LENGTH };
}

function wholeValue(element: Element, role: Role): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    // The read-only input of a drop-down shows the selected option. Any other read-only input shows what the page has
    // generated: a Temporary Access Pass, an app password.
    return role === "combobox" || (role === "textbox" && !element.readOnly) ? element.value : "";
  }
  if (element instanceof HTMLSelectElement)
    return chosenIn(element)
      .map((option) => option.text)
      .join(", ");
  if (element instanceof HTMLOptionElement) return element.value;
  if (element instanceof HTMLIFrameElement) return originOf(attribute(element, "src") ?? "");
  // Drop-downs that are no inputs show the selected option as their text.
  if (role === "combobox" || role === "textbox") return textOf(element);
  return "";
}

/** The first selected options; there may be thousands. */
export function chosenIn(select: HTMLSelectElement): HTMLOptionElement[] {
  const chosen = select.selectedOptions;
  return Array.from({ length: Math.min(chosen.length, MOST_CHOSEN) }, (_, at) => chosen[at]).filter(
    (option) => option !== undefined,
  );
}

function originOf(address: string): string {
  try {
    return new URL(address, baseAddress()).origin;
  } catch {
    return "";
  }
}

/** Whether a page shows it to be copied by hand; nothing inside is described. */
export function isForItsReaderOnly(element: Element): boolean {
  return attribute(element, "data-testid") === SECRET_ROW;
}

function isSecret(element: Element): boolean {
  if (tagOf(element) !== "input") return false;
  const type = (attribute(element, "type") ?? "text").toLowerCase();
  const longest = Number(attribute(element, "maxlength") ?? Number.POSITIVE_INFINITY);
  const ids = ["id", "name", "data-testid"].map((name) => attribute(element, name) ?? "").join(" ");
  return (
    type === "password" ||
    SECRET_TOKENS.test((attribute(element, "autocomplete") ?? "").toLowerCase()) ||
    (longest >= 1 && longest <= LONGEST_CODE) ||
    namesSecret(ids)
  );
}
