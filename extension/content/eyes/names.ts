/**
 * The accessible name of an element, computed within limits of length and time. Owns the order of the sources; compares
 * no name with anything.
 */

import type { Role } from "../../../pkg/sparekey.js";
import {
  attribute,
  childrenOf,
  clip,
  contains,
  elementWithId,
  isInlineTag,
  isRendered,
  isSilentTag,
  LONGEST_TEXT,
  rootOf,
  tagOf,
  tidy,
} from "../dom.ts";

export const NAME_LENGTH = 200;
/** The most nodes that are read for one name, so that a button around a whole page takes no longer than another. */
const NODES_PER_NAME = 300;
/** The most labels of one element; no element that we saw has more than two. */
const MOST_LABELS = 10;

/** Roles that are named by their content. */
export const NAMED_BY_CONTENT: ReadonlySet<Role> = new Set<Role>([
  "button",
  "checkbox",
  "columnheader",
  "heading",
  "link",
  "menuitem",
  "option",
  "radio",
  "switch",
  "tab",
]);

/** Roles whose content is a value, so that they are named by something else. */
export const HOLDING_VALUE: ReadonlySet<Role> = new Set<Role>(["combobox", "listbox", "textbox"]);

/** @param labels the `<label>`s of a control */
export function nameOf(element: Element, role: Role, labels: readonly Element[] = []): string {
  const explicit = referencedName(element, role) || tidy(attribute(element, "aria-label") ?? "");
  if (explicit) return clip(explicit, NAME_LENGTH);
  const name =
    role === "generic"
      ? ""
      : nativeName(element, labels) ||
        (NAMED_BY_CONTENT.has(role) ? textOf(element) : "") ||
        tidy(attribute(element, "title") ?? "") ||
        (role === "textbox" || role === "combobox" ? tidy(attribute(element, "placeholder") ?? "") : "");
  return clip(name, NAME_LENGTH);
}

/** The elements that `aria-labelledby` names. */
export function referencedBy(element: Element): Element[] {
  const ids = (attribute(element, "aria-labelledby") ?? "").split(/\s+/).filter((id) => id !== "");
  if (ids.length === 0) return [];
  const root = rootOf(element);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  return ids.slice(0, MOST_LABELS).flatMap((id) => elementWithId(root, id) ?? []);
}

function referencedName(element: Element, role: Role): string {
  const texts = referencedBy(element)
    // A Fluent drop-down references its label and its own selected option, which is its value and not its name.
    .filter((label) => !(HOLDING_VALUE.has(role) && contains(element, label)))
    .map((label) => tidy(attribute(label, "aria-label") ?? "") || textOf(label, "hidden too"));
  return texts.filter((text) => text !== "").join(" ");
}

function nativeName(element: Element, labels: readonly Element[]): string {
  const texts = labels
    .slice(0, MOST_LABELS)
    .map((label) => textOf(label))
    .filter((text) => text !== "");
  if (texts.length > 0) return texts.join(" ");
  if (element instanceof HTMLInputElement && ["button", "reset", "submit"].includes(element.type))
    return tidy(element.value);
  const tag = tagOf(element);
  if (tag === "img" || tag === "input") return tidy(attribute(element, "alt") ?? "");
  if (tag === "iframe") return tidy(attribute(element, "name") ?? "");
  if (tag === "fieldset") return childText(element, "legend");
  if (tag === "table") return childText(element, "caption");
  return "";
}

function childText(element: Element, tag: string): string {
  for (const child of childrenOf(element)) {
    if (child instanceof Element && tagOf(child) === tag) return textOf(child);
  }
  return "";
}

/** The text of an element as a person reads it, without form controls. */
export function textOf(element: Element, hidden: "rendered only" | "hidden too" = "rendered only"): string {
  let left = NODES_PER_NAME;
  let text = "";
  const read = (node: Node): void => {
    for (const child of childrenOf(node)) {
      left -= 1;
      if (left < 0 || text.length > 2 * NAME_LENGTH) return;
      // Clipped before it is appended: a text of megabytes would be copied as a whole.
      if (child instanceof Text) text += clip(child.data, LONGEST_TEXT);
      else if (child instanceof Element) readElement(child);
    }
  };
  const readElement = (child: Element): void => {
    const tag = tagOf(child);
    if (isSilentTag(tag) || tag === "input" || tag === "select" || tag === "textarea" || tag === "iframe") return;
    if (hidden === "rendered only" && (attribute(child, "aria-hidden") === "true" || !isRendered(child))) return;
    const gap = isInlineTag(tag) ? "" : " ";
    text += gap;
    if (tag === "img") text += attribute(child, "alt") ?? "";
    else read(child);
    text += gap;
  };
  read(element);
  return tidy(text);
}
