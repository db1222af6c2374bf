/**
 * The WAI-ARIA role of an element: its explicit role, else the one that HTML implies. Owns these tables, not what a
 * role means on a page.
 */

import type { Role } from "../../../pkg/sparekey.js";
import { attribute, hasAttribute, isEditable, tagOf } from "../dom.ts";

/** Roles that a snapshot has under another name, or that are close enough to one that it has. */
const SYNONYMS: Readonly<Record<string, Role>> = {
  gridcell: "cell",
  image: "img",
  menuitemcheckbox: "menuitem",
  menuitemradio: "menuitem",
  none: "generic",
  presentation: "generic",
  rowheader: "cell",
  searchbox: "textbox",
  spinbutton: "textbox",
  treegrid: "grid",
  // The portal's old drop-downs give their options this role.
  treeitem: "option",
};

const ROLES = [
  "alert",
  "alertdialog",
  "button",
  "cell",
  "checkbox",
  "columnheader",
  "combobox",
  "dialog",
  "frame",
  "generic",
  "grid",
  "group",
  "heading",
  "img",
  "link",
  "list",
  "listitem",
  "listbox",
  "main",
  "menu",
  "menuitem",
  "navigation",
  "option",
  "radio",
  "radiogroup",
  "region",
  "row",
  "status",
  "switch",
  "tab",
  "tablist",
  "table",
  "tabpanel",
  "text",
  "textbox",
  "toolbar",
] as const satisfies readonly Role[];

/** Roles that a page cannot set: they say what the eyes themselves saw. */
const NOT_FOR_PAGES: ReadonlySet<Role> = new Set<Role>(["frame", "text", "generic"]);
const KNOWN: ReadonlyMap<string, Role> = new Map(
  ROLES.filter((role) => !NOT_FOR_PAGES.has(role)).map((role) => [role, role]),
);

const BY_TAG: Readonly<Record<string, Role>> = {
  button: "button",
  summary: "button",
  dialog: "dialog",
  fieldset: "group",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  iframe: "frame",
  img: "img",
  li: "listitem",
  main: "main",
  menu: "list",
  nav: "navigation",
  ol: "list",
  option: "option",
  output: "status",
  table: "table",
  td: "cell",
  textarea: "textbox",
  th: "columnheader",
  tr: "row",
  ul: "list",
};

const BY_INPUT_TYPE: Readonly<Record<string, Role>> = {
  button: "button",
  checkbox: "checkbox",
  image: "button",
  radio: "radio",
  reset: "button",
  submit: "button",
};

const WITHOUT_ROLE = new Set(["color", "date", "datetime-local", "file", "hidden", "month", "range", "time", "week"]);

export function roleOf(element: Element): Role {
  const tag = tagOf(element);
  // An iframe is always a frame; the portal gives its own the role "presentation".
  if (tag === "iframe") return "frame";
  for (const token of (attribute(element, "role") ?? "").toLowerCase().split(/\s+/)) {
    const role = KNOWN.get(token) ?? roleIn(SYNONYMS, token);
    if (role) return role;
  }
  if (tag === "input") return inputRole(element);
  if (tag === "a") return hasAttribute(element, "href") ? "link" : "generic";
  if (tag === "select") return hasAttribute(element, "multiple") ? "listbox" : "combobox";
  if (element instanceof HTMLElement && isEditable(element) && hasAttribute(element, "contenteditable"))
    return "textbox";
  return roleIn(BY_TAG, tag) ?? "generic";
}

function inputRole(input: Element): Role {
  const type = (attribute(input, "type") ?? "text").toLowerCase();
  if (WITHOUT_ROLE.has(type)) return "generic";
  return roleIn(BY_INPUT_TYPE, type) ?? (hasAttribute(input, "list") ? "combobox" : "textbox");
}

/** The word comes from the page, and "constructor" would be found in every object's prototype. */
function roleIn(table: Readonly<Record<string, Role>>, word: string): Role | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
