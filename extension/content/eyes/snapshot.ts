/**
 * Describes the document as plain data. It owns what is left out and all limits; what the
 * description means is the core's business.
 */

import type { Node as Described, Role, Snapshot, State } from "../../../pkg/sparekey.js";
import { attribute, bodyOfPage, childrenOf, clip, everyElement, focusedElement, hasAttribute, isRendered, isSilentTag, isVisible, matches, parentOf, rootElement, shadowOf, tagOf, tidy } from "../dom.ts";
import { tellableFragment } from "../watch.ts";
import type { Identities } from "./identities.ts";
import { HOLDING_VALUE, NAME_LENGTH, NAMED_BY_CONTENT, nameOf, referencedBy } from "./names.ts";
import { roleOf } from "./roles.ts";
import { isForItsReaderOnly, valueOf } from "./values.ts";

const MOST_NODES = 3000;
const MOST_ELEMENTS_VISITED = 20_000;
const DEEPEST = 120;
/** A look's time at first, and at most; it is doubled where it has not sufficed. */
export const LOOK_MS = { first: 60, longest: 400 } as const;
const SHORT_ATTRIBUTE_LENGTH = 120;
const ADDRESS_LENGTH = 2000;
const MOST_CLASSES = 12;

/** Names that a UI library wrote by hand; a number at the end is a generated one. */
const LIBRARY_CLASS = /^(ms|fui|fxs|azc|fxc|msportalfx)-[A-Za-z_-]*[A-Za-z][A-Za-z0-9_-]*$/;
const GENERATED_CLASS = /-\d+$/;

interface Description {
  snapshot: Snapshot;
  /** Entered on the way; their changes have to be observed as well. */
  shadowRoots: ShadowRoot[];
  /** It was `budget` that cut the description short, and a longer look would say more. */
  ranOutOfTime: boolean;
}

/** @param budget milliseconds that it may take */
export function describeDocument(identities: Identities, onScreen: boolean, isOurs: (node: Node) => boolean, budget: number): Description {
  const walk = new Walk(identities, isOurs, budget);
  const body = bodyOfPage();
  if (body) walk.describe(body, undefined, 0, false);
  return {
    snapshot: {
      // Without the query, which may carry tokens.
      address: clip(`${location.origin}${location.pathname}${tellableFragment(location, WATCH_LIST)}`, ADDRESS_LENGTH),
      frameName: clip(window.name, SHORT_ATTRIBUTE_LENGTH),
      onScreen,
      language: short(rootElement(), "lang"),
      clipped: walk.clipped,
      nodes: walk.nodes(),
    },
    shadowRoots: walk.shadowRoots,
    ranOutOfTime: walk.ranOutOfTime,
  };
}

class Walk {
  readonly shadowRoots: ShadowRoot[] = [];
  clipped = false;
  ranOutOfTime = false;
  readonly #identities: Identities;
  readonly #isOurs: (node: Node) => boolean;
  readonly #until: number;
  readonly #described: Described[] = [];
  readonly #leftOut = new Set<Described>();
  readonly #focused = focusedElement();
  /** Elements whose text is already the name of a control. */
  readonly #labels: ReadonlySet<Element>;
  #visited = 0;

  constructor(identities: Identities, isOurs: (node: Node) => boolean, budget: number) {
    this.#until = performance.now() + budget;
    this.#identities = identities;
    this.#isOurs = isOurs;
    this.#labels = labelsOfControls();
  }

  nodes(): Described[] {
    return this.#described.filter((node) => !this.#leftOut.has(node));
  }

  /** Describes `element` and what is in it; answers what is now directly under `parent`. */
  describe(element: Element, parent: number | undefined, depth: number, namesAControl: boolean): Described[] {
    if (this.#isExhausted(depth) || this.#isOurs(element)) return [];
    const tag = tagOf(element);
    if (isSilentTag(tag) || isForItsReaderOnly(element) || !isRendered(element)) return [];

    const role = roleOf(element);
    const isLabel = namesAControl || this.#labels.has(element);
    // What `visibility` hides has no part in the page, but may hold something that shows itself.
    const node = isVisible(element) ? this.#nodeFor(element, role, parent) : undefined;
    if (node) this.#described.push(node);

    const children = this.#describeChildren(element, tag, role, node ? node.id : parent, depth, isLabel);
    if (!node) return children;
    this.#dropTextThatIsTheName(role, node, children);
    if (!saysSomething(node) && children.filter((child) => !this.#leftOut.has(child)).length <= 1) {
      this.#leftOut.add(node);
      for (const child of children) {
        if (parent === undefined) delete child.parent;
        else child.parent = parent;
      }
      return children;
    }
    return [node];
  }

  #isExhausted(depth: number): boolean {
    this.#visited += 1;
    // Asked seldom, since asking costs as well.
    if (this.#visited % 64 === 0 && performance.now() > this.#until) this.ranOutOfTime = true;
    const exhausted =
      this.ranOutOfTime ||
      depth > DEEPEST ||
      this.#described.length - this.#leftOut.size >= MOST_NODES ||
      this.#visited > MOST_ELEMENTS_VISITED;
    if (exhausted) this.clipped = true;
    return exhausted;
  }

  #describeChildren(element: Element, tag: string, role: Role, parent: number | undefined, depth: number, isLabel: boolean): Described[] {
    if (tag === "select") return this.#chosenOptions(element, parent);
    // A text box holds its value, and an unlisted drop-down shows it: no second telling as text.
    const skipText = isLabel || role === "textbox" || role === "combobox";
    const shadow = shadowOf(element);
    if (shadow) this.shadowRoots.push(shadow);
    const children: Described[] = [];
    let text: { first: Text; data: string } | undefined;
    const endText = () => {
      if (text && !skipText) children.push(...this.#textNode(text.first, text.data, parent));
      text = undefined;
    };
    for (const child of childrenOf(shadow ?? element)) {
      // React splits one sentence into several text nodes.
      if (child instanceof Text) text = text ? { first: text.first, data: text.data + child.data } : { first: child, data: child.data };
      else if (child instanceof Element) {
        endText();
        const slotted = shadow && child instanceof HTMLSlotElement ? child.assignedElements({ flatten: true }) : [];
        for (const part of slotted.length > 0 ? slotted : [child]) {
          children.push(...this.describe(part, parent, depth + 1, skipText));
        }
      }
      if (this.clipped) break;
    }
    endText();
    return children;
  }

  /** Hundreds of countries say less than the one that is chosen. */
  #chosenOptions(select: Element, parent: number | undefined): Described[] {
    if (!(select instanceof HTMLSelectElement)) return [];
    return [...select.selectedOptions].slice(0, 5).map((option) => {
      const node: Described = {
        id: this.#identities.numberOf(option),
        role: "option",
        name: clip(tidy(option.text), NAME_LENGTH),
        value: valueOf(option, "option").text,
        states: ["selected"],
        ...(parent !== undefined && { parent }),
      };
      this.#described.push(node);
      return node;
    });
  }

  #textNode(first: Text, data: string, parent: number | undefined): Described[] {
    const name = clip(tidy(data), NAME_LENGTH);
    const around = parentOf(first);
    if (name === "" || !around || !isVisible(around)) return [];
    const node: Described = {
      id: this.#identities.numberOf(first),
      role: "text",
      name,
      ...(parent !== undefined && { parent }),
    };
    this.#described.push(node);
    return [node];
  }

  /** A button's one text is its name; several texts (a card's title and description) are kept apart. */
  #dropTextThatIsTheName(role: Role, node: Described, children: Described[]): void {
    if (!NAMED_BY_CONTENT.has(role)) return;
    const left = children.filter((child) => !this.#leftOut.has(child));
    const [only] = left;
    if (left.length === 1 && only?.role === "text" && only.name === node.name) this.#leftOut.add(only);
  }

  #nodeFor(element: Element, role: Role, parent: number | undefined): Described {
    const { text: value, clipped } = valueOf(element, role);
    const classes = libraryClasses(element);
    const states = this.#statesOf(element, role, clipped);
    return {
      id: this.#identities.numberOf(element),
      role,
      ...(parent !== undefined && { parent }),
      ...filled("name", nameOf(element, role)),
      ...filled("value", value),
      ...filled("placeholder", short(element, "placeholder")),
      ...filled("testId", short(element, "data-testid")),
      ...filled("domId", short(element, "id")),
      ...filled("autocomplete", short(element, "autocomplete")),
      ...filled("inputType", tagOf(element) === "input" ? short(element, "type").toLowerCase() || "text" : ""),
      ...(classes.length > 0 && { classes }),
      ...filled("language", short(element, "lang")),
      ...(states.length > 0 && { states }),
    };
  }

  #statesOf(element: Element, role: Role, valueClipped: boolean): State[] {
    const is = (name: string) => attribute(element, name) === "true";
    const input = element instanceof HTMLInputElement ? element : undefined;
    const states: [State, boolean][] = [
      ["aria-hidden", is("aria-hidden")],
      ["checked", role === "checkbox" || role === "radio" || role === "switch" ? (input?.checked ?? is("aria-checked")) : is("aria-checked")],
      ["disabled", is("aria-disabled") || matches(element, ":disabled")],
      ["expanded", is("aria-expanded")],
      ["focused", element === this.#focused],
      ["invalid", is("aria-invalid")],
      ["modal", is("aria-modal") || (element instanceof HTMLDialogElement && matches(element, ":modal"))],
      ["read-only", is("aria-readonly") || ((input !== undefined || element instanceof HTMLTextAreaElement) && hasAttribute(element, "readonly"))],
      ["selected", is("aria-selected")],
      ["value-clipped", valueClipped],
    ];
    return states.flatMap(([state, holds]) => (holds ? [state] : []));
  }
}

/** Whether a wrapper has anything of its own to tell; ids of wrappers are mostly generated. */
function saysSomething({ role, name, testId, classes, language, states }: Described): boolean {
  return role !== "generic" || !!name || !!testId || !!classes || !!language || !!states;
}

/**
 * Labels, and what controls refer to as their name. Dialogs and regions are left aside: their
 * heading is more than a name.
 */
function labelsOfControls(): ReadonlySet<Element> {
  const labels = new Set<Element>();
  // Before the walk and its budget; asking whether something has a box may have the page laid out.
  for (const label of firstElements("label")) {
    if (label instanceof HTMLLabelElement && label.control && isRendered(label.control)) labels.add(label);
  }
  for (const control of firstElements("[aria-labelledby]")) {
    const role = roleOf(control);
    if (!HOLDING_VALUE.has(role) && role !== "checkbox" && role !== "radio" && role !== "switch") continue;
    for (const label of referencedBy(control)) labels.add(label);
  }
  return labels;
}

/** No more of them than there can be nodes. */
function firstElements(selector: string): Element[] {
  return Array.prototype.slice.call(everyElement(selector), 0, MOST_NODES) as Element[];
}

function libraryClasses(element: Element): string[] {
  return (attribute(element, "class") ?? "")
    .split(/\s+/, 60)
    .filter((name) => name.length < 60 && LIBRARY_CLASS.test(name) && !GENERATED_CLASS.test(name))
    .slice(0, MOST_CLASSES);
}

function short(element: Element, name: string): string {
  return clip((attribute(element, name) ?? "").trim(), SHORT_ATTRIBUTE_LENGTH);
}

function filled<Key extends string>(key: Key, text: string): { [K in Key]?: string } {
  return text === "" ? {} : ({ [key]: text } as { [K in Key]: string });
}
