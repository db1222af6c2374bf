/**
 * The readers of the DOM, on nodes on which nothing can be read but by way of the prototypes. Named forms and images
 * shadow any property of the document, and a form's controls any of the form.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as dom from "../content/dom.ts";

/** Each property is a method or a getter that says which one it is; asked for nothing but its name, it answers this. */
const PROPERTIES = {
  EventTarget: { methods: ["addEventListener"], getters: {} },
  Node: {
    methods: ["contains", "compareDocumentPosition", "getRootNode"],
    getters: {
      childNodes: [],
      parentElement: null,
      isConnected: true,
      baseURI: "https://page.example/",
      textContent: "",
    },
  },
  Document: {
    methods: [
      "createElement",
      "elementFromPoint",
      "elementsFromPoint",
      "execCommand",
      "getElementById",
      "hasFocus",
      "querySelectorAll",
    ],
    getters: { activeElement: null, body: null, documentElement: null, prerendering: false },
  },
  Element: {
    methods: [
      "checkVisibility",
      "closest",
      "getAttribute",
      "getBoundingClientRect",
      "hasAttribute",
      "matches",
      "removeAttribute",
      "setAttribute",
    ],
    getters: { clientHeight: 1, clientWidth: 1, localName: "form", scrollHeight: 1, shadowRoot: null },
  },
  HTMLElement: { methods: ["focus"], getters: { isContentEditable: false } },
} as const;

/** A class with these members on its prototype, as the browser's own interfaces have them. */
function declared(base: new () => object, { methods, getters }: { methods: readonly string[]; getters: object }) {
  const made = class extends base {};
  for (const name of methods) Object.defineProperty(made.prototype, name, { value: () => null });
  for (const [name, answer] of Object.entries(getters))
    Object.defineProperty(made.prototype, name, { get: () => answer });
  return made;
}

/** Whatever is read on it is one of the page's own elements, as where a form or an image has that name. */
function clobbered<Kind extends object>(node: Kind): Kind {
  return new Proxy(node, {
    get: (_, name) => {
      throw new Error(`read past the prototype: ${String(name)}`);
    },
  });
}

const EventTargetLike = declared(Object, PROPERTIES.EventTarget);
const NodeLike = declared(EventTargetLike, PROPERTIES.Node);
const DocumentLike = declared(NodeLike, PROPERTIES.Document);
const ElementLike = declared(NodeLike, PROPERTIES.Element);
const HTMLElementLike = declared(ElementLike, PROPERTIES.HTMLElement);
const DocumentFragmentLike = declared(NodeLike, { methods: ["getElementById"], getters: {} });
const ShadowRootLike = declared(DocumentFragmentLike, { methods: [], getters: {} });
const page = clobbered(new DocumentLike()) as Document;
const form = clobbered(new HTMLElementLike()) as HTMLElement;
Object.assign(globalThis, {
  EventTarget: EventTargetLike,
  Node: NodeLike,
  Document: DocumentLike,
  Element: ElementLike,
  HTMLElement: HTMLElementLike,
  DocumentFragment: DocumentFragmentLike,
  ShadowRoot: ShadowRootLike,
  document: page,
  getComputedStyle: () => ({ display: "block", visibility: "visible" }),
  innerWidth: 800,
  innerHeight: 600,
});

const READERS: Readonly<Record<string, () => unknown>> = {
  ancestorsOf: () => [...dom.ancestorsOf(form)],
  attribute: () => dom.attribute(form, "id"),
  baseAddress: () => dom.baseAddress(),
  bodyOfPage: () => dom.bodyOfPage(),
  boxOf: () => dom.boxOf(form),
  canScroll: () => dom.canScroll(form),
  childrenOf: () => dom.childrenOf(form),
  closest: () => dom.closest(form, "a"),
  contains: () => dom.contains(form, form),
  createElement: () => dom.createElement("div"),
  createHost: () => dom.createHost("sparekey-hints"),
  documentHasFocus: () => dom.documentHasFocus(),
  elementWithId: () => dom.elementWithId(page, "a"),
  everyElement: () => dom.everyElement("a"),
  execute: () => dom.execute("undo"),
  focusedElement: () => dom.focusedElement(),
  focusOn: () => dom.focusOn(form),
  hasAttribute: () => dom.hasAttribute(form, "id"),
  isBefore: () => dom.isBefore(form, form),
  isConnected: () => dom.isConnected(form),
  isEditable: () => dom.isEditable(form),
  isPrerendered: () => dom.isPrerendered(),
  isRendered: () => dom.isRendered(form),
  isVisible: () => dom.isVisible(form),
  listenAtDocument: () => dom.listenAtDocument("load", () => undefined, {}),
  matches: () => dom.matches(form, "a"),
  parentOf: () => dom.parentOf(form),
  rootElement: () => dom.rootElement(),
  rootOf: () => dom.rootOf(form),
  setAttribute: () => [dom.setAttribute(form, "a", "b"), dom.setAttribute(form, "a", null)],
  shadowOf: () => dom.shadowOf(form),
  tagOf: () => dom.tagOf(form),
  textContentOf: () => dom.textContentOf(form),
  topElementAt: () => dom.topElementAt(1, 1),
  topElementsAt: () => dom.topElementsAt(1, 1),
  viewport: () => dom.viewport(),
  wholeAttribute: () => dom.wholeAttribute(form, "id"),
  zoomOf: () => dom.zoomOf(form),
};

/** Those that read no node. */
const ARITHMETIC = ["LONGEST_TEXT", "clip", "isInlineTag", "isSilentTag", "tidy"];

test("every reader goes past what the page has named like a property", () => {
  for (const [name, read] of Object.entries(READERS)) assert.doesNotThrow(read, name);
});

test("no reader is left out of that", () => {
  assert.deepEqual(Object.keys(dom).sort(), [...Object.keys(READERS), ...ARITHMETIC].sort());
});

test("the content script reads the document by these readers alone", () => {
  const folder = "content/";
  const bare = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      readFileSync(folder + name, "utf8")
        .split("\n")
        .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && /\bdocument\s*(\?\.|\.|\[)/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  assert.deepEqual(bare, []);
});
