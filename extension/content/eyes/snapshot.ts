/**
 * Describes the document as plain data. It owns what is left out and all limits; what the
 * description means is the core's business.
 */

import type { Node as Described, Role, Snapshot, State } from "../../../pkg/sparekey.js";
import {
  attribute,
  bodyOfPage,
  childrenOf,
  clip,
  everyElement,
  focusedElement,
  hasAttribute,
  isRendered,
  isSilentTag,
  isVisible,
  LONGEST_TEXT,
  matches,
  parentOf,
  rootElement,
  shadowOf,
  tagOf,
  tidy,
} from "../dom.ts";
import { tellableFragment } from "../watch.ts";
import type { Identities } from "./identities.ts";
import { HOLDING_VALUE, NAME_LENGTH, NAMED_BY_CONTENT, nameOf, referencedBy } from "./names.ts";
import { roleOf } from "./roles.ts";
import { chosenIn, isForItsReaderOnly, shownValueOf } from "./values.ts";

const MOST_NODES = 3000;
const MOST_ELEMENTS_VISITED = 20_000;
const DEEPEST = 120;
/** A look's time at first, and at most; it is doubled where it has not sufficed. */
export const LOOK_MS = { first: 60, longest: 400 } as const;
/** After this the page gets its turn: less than a frame, so that neither a key nor a movement waits for a look. */
const SLICE_MS = 12;
const SHORT_ATTRIBUTE_LENGTH = 120;
const ADDRESS_LENGTH = 2000;
const MOST_CLASSES = 12;

/** Names that a UI library wrote by hand; a number at the end is a generated one. */
const LIBRARY_CLASS = /^(ms|fui|fxs|azc|fxc|msportalfx)-[A-Za-z_-]*[A-Za-z][A-Za-z0-9_-]*$/;
const GENERATED_CLASS = /-\d+$/;

export interface Description {
  snapshot: Snapshot;
  /** Entered on the way; their changes have to be observed as well. */
  shadowRoots: ShadowRoot[];
  /** It was `budget` that cut the description short, and a longer look would say more. */
  ranOutOfTime: boolean;
}

/**
 * Pauses whenever the page should have its turn. What changes meanwhile may be told as it was or as it is.
 *
 * @param edited where something was written since the focus came there
 * @param budget milliseconds that it may take, without the pauses
 */
export function* describeDocument(
  identities: Identities,
  onScreen: boolean,
  isOurs: (node: Node) => boolean,
  edited: EventTarget | undefined,
  budget: number,
): Generator<undefined, Description> {
  const builder = new SnapshotBuilder(identities, isOurs, edited, budget);
  const body = bodyOfPage();
  if (body) yield* builder.describe(body, undefined, 0, false);
  return {
    snapshot: {
      // Without the query, which may carry tokens.
      address: clip(`${location.origin}${location.pathname}${tellableFragment(location, WATCH_LIST)}`, ADDRESS_LENGTH),
      frameName: clip(window.name, SHORT_ATTRIBUTE_LENGTH),
      onScreen,
      language: short(rootElement(), "lang"),
      clipped: builder.clipped,
      nodes: builder.nodes(),
    },
    shadowRoots: builder.shadowRoots,
    ranOutOfTime: builder.ranOutOfTime,
  };
}

class SnapshotBuilder {
  readonly shadowRoots: ShadowRoot[] = [];
  clipped = false;
  ranOutOfTime = false;
  readonly #identities: Identities;
  readonly #isOurs: (node: Node) => boolean;
  readonly #edited: EventTarget | undefined;
  #timeLeft: number;
  #sliceBegan = performance.now();
  readonly #described: Described[] = [];
  /** What moves while the page has its turn is met twice. */
  readonly #met = new Set<Node>();
  readonly #leftOut = new Set<Described>();
  readonly #focused = focusedElement();
  /** Elements whose text is already the name of a control. */
  readonly #naming = new Set<Element>();
  readonly #labels = new Map<Element, Element[]>();
  #visited = 0;
  #isFull = false;

  constructor(
    identities: Identities,
    isOurs: (node: Node) => boolean,
    edited: EventTarget | undefined,
    budget: number,
  ) {
    this.#edited = edited;
    this.#timeLeft = budget;
    this.#identities = identities;
    this.#isOurs = isOurs;
    this.#learnLabels(document);
  }

  nodes(): Described[] {
    return this.#described.filter((node) => !this.#leftOut.has(node));
  }

  /** Describes `element` and what is in it; answers what is now directly under `parent`. */
  *describe(
    element: Element,
    parent: number | undefined,
    depth: number,
    namesAControl: boolean,
  ): Generator<undefined, Described[]> {
    if (this.#isExhausted(depth) || this.#isOurs(element) || this.#met.has(element)) return [];
    this.#met.add(element);
    // Asked seldom, since asking costs as well.
    if (this.#visited % 8 === 0 && this.#isSliceOver()) {
      yield;
      this.#sliceBegan = performance.now();
    }
    const tag = tagOf(element);
    if (isSilentTag(tag) || isForItsReaderOnly(element) || !isRendered(element)) return [];

    const role = roleOf(element);
    const isLabel = namesAControl || this.#naming.has(element);
    // What `visibility` hides has no part in the page, but may hold something that shows itself.
    const node = isVisible(element) ? this.#nodeFor(element, role, parent) : undefined;
    if (node) this.#described.push(node);

    const children = yield* this.#describeChildren(element, tag, role, node ? node.id : parent, depth, isLabel);
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

  #isSliceOver(): boolean {
    const spent = performance.now() - this.#sliceBegan;
    if (spent > this.#timeLeft) {
      this.ranOutOfTime = this.clipped = this.#isFull = true;
      return false;
    }
    if (spent < SLICE_MS) return false;
    this.#timeLeft -= spent;
    return true;
  }

  #isExhausted(depth: number): boolean {
    this.#visited += 1;
    this.#isFull ||= this.#described.length - this.#leftOut.size >= MOST_NODES || this.#visited > MOST_ELEMENTS_VISITED;
    // What lies too deep is passed over alone; there is more beside it.
    const isExhausted = this.#isFull || depth > DEEPEST;
    if (isExhausted) this.clipped = true;
    return isExhausted;
  }

  *#describeChildren(
    element: Element,
    tag: string,
    role: Role,
    parent: number | undefined,
    depth: number,
    isLabel: boolean,
  ): Generator<undefined, Described[]> {
    if (tag === "select") return this.#chosenOptions(element, parent);
    // A text box holds its value, and an unlisted drop-down shows it: no second telling as text.
    const skipText = isLabel || role === "textbox" || role === "combobox";
    const shadow = shadowOf(element);
    if (shadow) {
      this.shadowRoots.push(shadow);
      this.#learnLabels(shadow);
    }
    const children: Described[] = [];
    let text: { first: Text; data: string } | undefined;
    const endText = () => {
      if (text && !skipText) children.push(...this.#textNode(text.first, text.data, parent));
      text = undefined;
    };
    const all = childrenOf(shadow ?? element);
    if (all.length > MOST_ELEMENTS_VISITED) this.clipped = true;
    // A copy: the page has its turn between two slices of a look, and may take children out.
    for (const child of firstOf(all, MOST_ELEMENTS_VISITED)) {
      for (const part of shownFor(child)) {
        // React splits one sentence into several text nodes.
        if (part instanceof Text) {
          if (!text) text = { first: part, data: part.data };
          else if (text.data.length < LONGEST_TEXT) text.data += clip(part.data, LONGEST_TEXT);
        } else if (part instanceof Element) {
          endText();
          children.push(...(yield* this.describe(part, parent, depth + 1, skipText)));
        }
        if (this.#isFull) break;
      }
      if (this.#isFull) break;
    }
    endText();
    return children;
  }

  /** Hundreds of countries say less than the one that is chosen. */
  #chosenOptions(select: Element, parent: number | undefined): Described[] {
    if (!(select instanceof HTMLSelectElement)) return [];
    return chosenIn(select).map((option) => {
      const node: Described = {
        id: this.#identities.numberOf(option),
        role: "option",
        name: clip(tidy(option.text), NAME_LENGTH),
        value: shownValueOf(option, "option").text,
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
    const { text: value, clipped } = shownValueOf(element, role);
    const classes = libraryClasses(element);
    const states = this.#statesOf(element, role, clipped);
    // Written one by one: a literal of a dozen spread parts made up a third of what a look cost.
    const node: Described = { id: this.#identities.numberOf(element), role };
    if (parent !== undefined) node.parent = parent;
    fill(node, "name", nameOf(element, role, this.#labels.get(element)));
    fill(node, "value", value);
    fill(node, "placeholder", short(element, "placeholder"));
    fill(node, "testId", short(element, "data-testid"));
    fill(node, "domId", short(element, "id"));
    fill(node, "autocomplete", short(element, "autocomplete"));
    if (tagOf(element) === "input") node.inputType = short(element, "type").toLowerCase() || "text";
    if (classes.length > 0) node.classes = classes;
    fill(node, "language", short(element, "lang"));
    if (states.length > 0) node.states = states;
    return node;
  }

  #statesOf(element: Element, role: Role, valueClipped: boolean): State[] {
    const states: State[] = [];
    const add = (state: State, holds: boolean) => {
      if (holds) states.push(state);
    };
    const is = (name: string) => attribute(element, name) === "true";
    const input = element instanceof HTMLInputElement ? element : undefined;
    add("aria-hidden", is("aria-hidden"));
    add(
      "checked",
      role === "checkbox" || role === "radio" || role === "switch"
        ? (input?.checked ?? is("aria-checked"))
        : is("aria-checked"),
    );
    add("disabled", is("aria-disabled") || matches(element, ":disabled"));
    add("expanded", is("aria-expanded"));
    add("focused", element === this.#focused);
    add("invalid", is("aria-invalid"));
    add("modal", is("aria-modal") || (element instanceof HTMLDialogElement && matches(element, ":modal")));
    add(
      "read-only",
      is("aria-readonly") ||
        ((input !== undefined || element instanceof HTMLTextAreaElement) && hasAttribute(element, "readonly")),
    );
    add("selected", is("aria-selected"));
    add("unedited", element === this.#focused && element !== this.#edited && role === "textbox");
    add("value-clipped", valueClipped);
    return states;
  }

  /**
   * Labels, and what controls refer to as their name. Dialogs and regions are left aside: their
   * heading is more than a name. A control's own list of its labels has the browser go through the
   * whole page, for each control (measured: 500 fields among 20,000 elements, 170 to 950 ms).
   */
  #learnLabels(root: Document | ShadowRoot): void {
    for (const label of firstElements(root, "label")) {
      // Asking for a control may have a label's whole inside searched; without its labels a field has another name.
      if (performance.now() - this.#sliceBegan > this.#timeLeft) {
        this.ranOutOfTime = this.clipped = true;
        return;
      }
      const control = label instanceof HTMLLabelElement ? label.control : null;
      if (!control) continue;
      const known = this.#labels.get(control);
      if (known) known.push(label);
      else this.#labels.set(control, [label]);
      if (isRendered(control)) this.#naming.add(label);
    }
    for (const control of firstElements(root, "[aria-labelledby]")) {
      const role = roleOf(control);
      if (!HOLDING_VALUE.has(role) && role !== "checkbox" && role !== "radio" && role !== "switch") continue;
      for (const label of referencedBy(control)) this.#naming.add(label);
    }
  }
}

/** Whether a wrapper has anything of its own to tell; ids of wrappers are mostly generated. */
function saysSomething({ role, name, testId, classes, language, states }: Described): boolean {
  return role !== "generic" || !!name || !!testId || !!classes || !!language || !!states;
}

/** In place of a slot stands what the page has put into it, or else what it holds itself. */
function shownFor(child: ChildNode): readonly Node[] {
  const slotted = child instanceof HTMLSlotElement ? child.assignedNodes({ flatten: true }) : [];
  return slotted.length > 0 ? slotted : [child];
}

/** No more of them than there can be nodes. */
function firstElements(root: Document | ShadowRoot, selector: string): Element[] {
  return firstOf(root instanceof ShadowRoot ? root.querySelectorAll(selector) : everyElement(selector), MOST_NODES);
}

function firstOf<Kind extends Node>(found: NodeListOf<Kind>, most: number): Kind[] {
  return Array.prototype.slice.call(found, 0, most) as Kind[];
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

type Texts = "name" | "value" | "placeholder" | "testId" | "domId" | "autocomplete" | "language";

function fill(node: Described, key: Texts, text: string): void {
  if (text !== "") node[key] = text;
}
