/**
 * Reads the DOM through its prototypes, because a page can shadow properties: a form's controls those of the form
 * (`<input name="childNodes">`), named images and forms those of the document. Owns these readers and no opinion on
 * what they read.
 */

/**
 * Clipped, because callers split and search it for every element, and a page may have an attribute of a million
 * characters.
 */
export function attribute(element: Element, name: string): string | null {
  const value = Element.prototype.getAttribute.call(element, name);
  return value && clip(value, LONGEST_TEXT);
}

/** To be written back: not clipped, however long it is. */
export function wholeAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Null removes the attribute. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) Element.prototype.removeAttribute.call(element, name);
  else Element.prototype.setAttribute.call(element, name, value);
}

export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** Whether `one` comes before `other` in document order. */
export function isBefore(one: Node, other: Node): boolean {
  return (Node.prototype.compareDocumentPosition.call(other, one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** The document or shadow root that contains the node; for a detached node the top of its tree. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** The ancestors, the nearest first; from a shadow root it continues with the host. */
export function* ancestorsOf(node: Node): Generator<Element> {
  for (let at = node; ; ) {
    const parent = parentOf(at);
    const root = parent ? undefined : rootOf(at);
    const next = parent ?? (root instanceof ShadowRoot ? root.host : undefined);
    if (!next) return;
    yield next;
    at = next;
  }
}

/** Whether there is more content in it than it shows, vertically. */
export function canScroll(element: Element): boolean {
  const [all, shown] = ["scrollHeight", "clientHeight"].map(
    (name) => Reflect.get(Element.prototype, name, element) as number,
  );
  return (all ?? 0) > (shown ?? 0) + 1;
}

/** The topmost element at a point of the window. */
export function topElementAt(x: number, y: number, root: Node = document): Element | null {
  return root instanceof ShadowRoot
    ? root.elementFromPoint(x, y)
    : Document.prototype.elementFromPoint.call(document, x, y);
}

/** All elements at a point of the window, the topmost first. Takes three times as long as `topElementAt`. */
export function topElementsAt(x: number, y: number, root: Node = document): Element[] {
  return root instanceof ShadowRoot
    ? root.elementsFromPoint(x, y)
    : Document.prototype.elementsFromPoint.call(document, x, y);
}

export function createElement<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
  return Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[Tag];
}

/** The host of hints has a tag of its own. */
export function createHost(tag: string): HTMLElement {
  return Document.prototype.createElement.call(document, tag);
}

/** Listens at the document, where `load` events of frames can be captured; at the window they cannot. */
export function listenAtDocument<Kind extends keyof DocumentEventMap>(
  kind: Kind,
  listener: (event: DocumentEventMap[Kind]) => void,
  options: AddEventListenerOptions,
): void {
  EventTarget.prototype.addEventListener.call(document, kind, listener as EventListener, options);
}

/** Edits the field that has the focus, or copies. Deprecated, and without a successor that keeps the browser's undo. */
export function execute(command: "insertText" | "undo" | "copy", text?: string): boolean {
  return Document.prototype.execCommand.call(document, command, false, text);
}

/** Whether this document, or a frame inside of it, has the keyboard. */
export function documentHasFocus(): boolean {
  return Document.prototype.hasFocus.call(document);
}

/** Undefined in Firefox, which does not prerender. */
export function isPrerendered(): boolean | undefined {
  return Reflect.get(Document.prototype, "prerendering", document) as boolean | undefined;
}

/** What relative addresses are resolved against. */
export function baseAddress(): string {
  return Reflect.get(Node.prototype, "baseURI", document) as string;
}

export function elementWithId(root: Document | ShadowRoot, id: string): Element | null {
  return root instanceof ShadowRoot
    ? DocumentFragment.prototype.getElementById.call(root, id)
    : Document.prototype.getElementById.call(root, id);
}

/** `<html>`. */
export function rootElement(): Element {
  return Reflect.get(Document.prototype, "documentElement", document) as Element;
}

/** By how much CSS `zoom` enlarges an element, the `zoom` of its ancestors included; the browser's own zoom is not. */
export function zoomOf(element: Element): number {
  return (Reflect.get(Element.prototype, "currentCSSZoom", element) as number | undefined) ?? 1;
}

/** The inside of the window, without scroll bars. */
export function viewport(): { left: number; top: number; right: number; bottom: number } {
  const root = rootElement();
  const zoom = zoomOf(root);
  const [width = 0, height = 0] = ["clientWidth", "clientHeight"].map(
    (name) => zoom * (Reflect.get(Element.prototype, name, root) as number),
  );
  // In quirks mode the root element has the height of the whole document.
  return {
    left: 0,
    top: 0,
    right: Math.min(width || innerWidth, innerWidth),
    bottom: Math.min(height || innerHeight, innerHeight),
  };
}

export function bodyOfPage(): HTMLElement | null {
  return Reflect.get(Document.prototype, "body", document) as HTMLElement | null;
}

export function everyElement(selector: string): NodeListOf<Element> {
  return Document.prototype.querySelectorAll.call(document, selector);
}

export function childrenOf(node: Node): NodeListOf<ChildNode> {
  return Reflect.get(Node.prototype, "childNodes", node) as NodeListOf<ChildNode>;
}

export function parentOf(node: Node): Element | null {
  return Reflect.get(Node.prototype, "parentElement", node) as Element | null;
}

export function textContentOf(node: Node): string {
  return (Reflect.get(Node.prototype, "textContent", node) as string | null) ?? "";
}

export function isEditable(element: HTMLElement): boolean {
  return Reflect.get(HTMLElement.prototype, "isContentEditable", element) as boolean;
}

export function isConnected(node: Node): boolean {
  return Reflect.get(Node.prototype, "isConnected", node) as boolean;
}

export function tagOf(element: Element): string {
  return (Reflect.get(Element.prototype, "localName", element) as string).toLowerCase();
}

/** The open shadow root, if there is one. */
export function shadowOf(element: Element): ShadowRoot | null {
  return Reflect.get(Element.prototype, "shadowRoot", element) as ShadowRoot | null;
}

/** The element that has the focus, in whichever open shadow root it is. */
export function focusedElement(): Element | null {
  let focused = Reflect.get(Document.prototype, "activeElement", document) as Element | null;
  for (let inside = focused; inside; inside = shadowOf(inside)?.activeElement ?? null) focused = inside;
  return focused;
}

export function focusOn(element: Element | undefined | null): void {
  if (element instanceof HTMLElement) HTMLElement.prototype.focus.call(element);
}

/** Whether it is rendered: neither it nor an ancestor is `display: none`. */
export function isRendered(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element) || isBoxless(element);
}

/** Whether it is rendered, and its `visibility` shows it. */
export function isVisible(element: Element): boolean {
  return (
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true }) ||
    (isBoxless(element) && getComputedStyle(element).visibility === "visible")
  );
}

/** `display: contents`: the element has no box, and its content is laid out in its parent. */
function isBoxless(element: Element): boolean {
  if (getComputedStyle(element).display !== "contents") return false;
  const [around] = ancestorsOf(element);
  return around === undefined || isRendered(around);
}

/** Icon fonts put their glyphs in Unicode's private-use areas, where no language has letters. */
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

/** No text that is sent is longer; reading more would only take time. */
export const LONGEST_TEXT = 5000;

/** Without icon glyphs, and with single spaces for all white space. */
export function tidy(text: string): string {
  return clip(text, LONGEST_TEXT).replace(PRIVATE_USE, "").replace(/\s+/g, " ").trim();
}

/** At most `length` UTF-16 units, without splitting a surrogate pair. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const SILENT_TAGS = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "canvas",
  "head",
  "link",
  "meta",
  "object",
  "embed",
  "audio",
  "video",
]);

/** Elements whose content is no text for a reader. */
export function isSilentTag(tag: string): boolean {
  return SILENT_TAGS.has(tag);
}

/** Elements that occur inside a sentence. */
const INLINE_TAGS = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "code",
  "em",
  "font",
  "i",
  "mark",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "u",
]);

export function isInlineTag(tag: string): boolean {
  return INLINE_TAGS.has(tag);
}
