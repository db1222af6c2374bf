/**
 * Where things are in the page: its controls, its text, what covers an element and what clips it. Owns that view of the
 * page, and chooses no place.
 */

import {
  ancestorsOf,
  boxOf,
  canScroll,
  childrenOf,
  closest,
  contains,
  everyElement,
  isBefore,
  matches,
  parentOf,
  rootOf,
  tagOf,
  topElementAt,
  topElementsAt,
  viewport,
} from "../dom.ts";
import { referencedBy } from "../eyes/names.ts";
import { intersection, overlap, type Rectangle, sizeOf } from "./geometry.ts";

/** Controls that are farther away than this, in pixels, cannot be under a card. */
const NEIGHBORHOOD = 700;
const MOST_OBSTACLES = 150;
/**
 * The most controls that are measured: a list of thousands of rows has thousands of buttons, nearly all of them far
 * away.
 */
const MOST_MEASURED = 600;
const PRESSABLE =
  "a[href], button, input, select, textarea, [role=button], [role=link], [role=checkbox], [role=radio], [role=combobox], [role=option], [role=tab], [role=menuitem], [tabindex='0']";
/** Controls that submit or leave a form. */
const BUTTONS = "button:not([role=combobox]), [role=button], input:is([type=submit], [type=button], [type=image])";
/** Texts that say where in the page one is. */
const SIGNS = "label, [role=heading], h1, h2, h3";
/** A dialog's text has to be read before it is answered. */
const DIALOG = "[role=dialog], [role=alertdialog]";
/**
 * What a card should not cover: controls, messages that have just appeared and, where there is another place, signs.
 */
const KEPT_FREE = `${PRESSABLE}, [role=alert], ${SIGNS}`;
/** Pictures, and elements that the browser draws itself. */
const DRAWN_TAGS = new Set([
  "img",
  "svg",
  "canvas",
  "video",
  "iframe",
  "object",
  "embed",
  "input",
  "select",
  "textarea",
  "progress",
  "meter",
]);
/**
 * An element without children that is no larger than this counts as an icon, which may be drawn by its style alone.
 */
const LARGEST_ICON = 32;
const MOST_TEXTS = 20;

export type IsOurs = (element: Element) => boolean;

export interface Obstacle extends Rectangle {
  /** To cover a sign is a pity, but keeps nobody from doing anything. */
  readonly kind: "button" | "control" | "sign";
}

/** What should be kept free around the anchor, can be seen, and is in the given part of the window. */
export function obstaclesNear(anchor: Element, isOurs: IsOurs, part = viewport()): Obstacle[] {
  const center = boxOf(anchor);
  const window = viewport();
  const obstacles: Obstacle[] = [];
  const dialog = closest(anchor, DIALOG);
  if (dialog) {
    const { left, top, right, bottom } = boxOf(dialog);
    obstacles.push({ left, top, right, bottom, kind: "sign" });
  }
  for (const control of controlsAround(anchor)) {
    if (obstacles.length >= MOST_OBSTACLES) break;
    if (contains(control, anchor)) continue;
    const kind = matches(control, SIGNS) ? "sign" : matches(control, BUTTONS) ? "button" : "control";
    const box = kind === "sign" ? boxOfWords(control) : boxOf(control);
    const { left, top, right, bottom } = box;
    if (box.width < 2 || box.height < 2 || overlap(box, part) === 0) continue;
    if (box.left - center.right > NEIGHBORHOOD || center.left - box.right > NEIGHBORHOOD) continue;
    // Behind a dialog's overlay nothing can be pressed.
    if (!isCovered(control, intersection(box, window), isOurs)) obstacles.push({ left, top, right, bottom, kind });
  }
  return obstacles;
}

/** The box of an element's text: a heading is as wide as its column, its text is not. */
function boxOfWords(element: Element): DOMRect {
  const range = new Range();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

export function isControl(element: Element): boolean {
  return matches(element, PRESSABLE);
}

/** The controls that are next to the anchor in document order, which are mostly those next to it on the screen. */
function controlsAround(anchor: Element): Element[] {
  const controls = [...everyElement(KEPT_FREE)];
  if (controls.length <= MOST_MEASURED) return controls;
  const before = controls.filter((control) => isBefore(control, anchor)).length;
  const first = Math.max(0, before - MOST_MEASURED / 2);
  return controls.slice(first, first + MOST_MEASURED);
}

/** Whether something of the page covers the middle of the element's visible part. */
export function isCovered(element: Element, inSight: Rectangle, isOurs: IsOurs): boolean {
  const [x, y] = [(inSight.left + inSight.right) / 2, (inSight.top + inSight.bottom) / 2];
  const over = topElement(x, y, isOurs, rootOf(element));
  // A transparent radio button and the label that draws it lie over each other.
  return (
    over !== undefined && !contains(over, element) && !contains(element, over) && !areLabelAndControl(over, element)
  );
}

function areLabelAndControl(over: Element, element: Element): boolean {
  const label = closest(over, "label");
  if (!(label instanceof HTMLLabelElement)) return false;
  const around = parentOf(label);
  return label.control === element || (around !== null && contains(around, element));
}

function topElement(x: number, y: number, isOurs: IsOurs, root?: Node): Element | undefined {
  const top = topElementAt(x, y, root);
  return top && isOurs(top) ? topElementsAt(x, y, root).find((found) => !isOurs(found)) : (top ?? undefined);
}

/** Whether there is a control, a picture or a letter of the page at the point. */
export function isOccupied(x: number, y: number, isOurs: IsOurs): boolean {
  const at = topElement(x, y, isOurs);
  if (!at) return false;
  const control = closest(at, PRESSABLE);
  // A whole page may be in one element with `tabindex`; that is no control to keep free.
  if (control && boxOf(control).height < 200) return true;
  if (DRAWN_TAGS.has(tagOf(at)) || closest(at, "svg")) return true;
  const children = childrenOf(at);
  const { width, height } = boxOf(at);
  if (children.length === 0 && width > 0 && width <= LARGEST_ICON && height <= LARGEST_ICON) return true;
  return hasLetterAt(children, x, y);
}

/**
 * Where the lines of the page's texts are in the window, as far as they were asked for. A placement probes hundreds of
 * points, and to ask the browser for all lines of a long text at each of them froze the page for a second.
 */
const linesInSight = new Map<Text, readonly Rectangle[] | undefined>();

/** The page may have moved since: called before and after each placement, during which it does not. */
export function forgetLines(): void {
  linesInSight.clear();
}

/** Undefined for a text of white space alone. */
function linesOf(text: Text): readonly Rectangle[] | undefined {
  if (!linesInSight.has(text)) linesInSight.set(text, text.data.trim() === "" ? undefined : readLines(text));
  return linesInSight.get(text);
}

function readLines(text: Text): Rectangle[] {
  const range = new Range();
  range.selectNodeContents(text);
  const window = viewport();
  const lines: Rectangle[] = [];
  for (const line of range.getClientRects()) {
    const { top, bottom } = line;
    if (bottom < window.top - 1 || top > window.bottom + 1) continue;
    lines.push({ left: line.left, top, right: line.right, bottom });
  }
  return lines;
}

function hasLetterAt(children: NodeListOf<ChildNode>, x: number, y: number): boolean {
  for (let at = 0, texts = 0; at < children.length && texts < MOST_TEXTS; at += 1) {
    const child = children[at];
    if (!(child instanceof Text)) continue;
    const lines = linesOf(child);
    if (!lines) continue;
    texts += 1;
    for (const { left, right, top, bottom } of lines) {
      if (x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1) return true;
    }
  }
  return false;
}

/** How many points of a box, about `step` apart, are occupied. */
export function occupiedPoints(box: Rectangle, step: number, isOurs: IsOurs): number {
  let count = 0;
  for (const y of pointsAlong(box.top + 2, box.bottom - 2, step)) {
    for (const x of pointsAlong(box.left + 2, box.right - 2, step)) if (isOccupied(x, y, isOurs)) count += 1;
  }
  return count;
}

/** Points from `from` to `to`, both included, at most `step` apart. */
export function pointsAlong(from: number, to: number, step: number): number[] {
  const steps = Math.max(1, Math.ceil((to - from) / step));
  return Array.from({ length: steps + 1 }, (_, at) => from + ((to - from) * at) / steps);
}

/** The ancestors that clip an element. */
export interface Clipping {
  /** All of them. */
  all: readonly Element[];
  /** Those that scroll vertically. */
  scrolling: readonly Element[];
}

export function clippingOf(element: Element): Clipping {
  const clips: { all: Element[]; scrolling: Element[] } = { all: [], scrolling: [] };
  for (const ancestor of ancestorsOf(element)) {
    const { overflowX, overflowY, position } = getComputedStyle(ancestor);
    if (overflowX !== "visible" || overflowY !== "visible") {
      clips.all.push(ancestor);
      // Many wrappers may scroll and have no need to; nothing beside their content is ever scrolled out of sight.
      if (/auto|scroll/.test(overflowX + overflowY) && canScroll(ancestor)) clips.scrolling.push(ancestor);
    }
    // An element that is fixed to the window is not clipped by its ancestors.
    if (position === "fixed") break;
  }
  return clips;
}

/** The part of the window that is inside of all these elements. */
export function openPart(clips: readonly Element[]): Rectangle {
  return clips.map(boxOf).reduce<Rectangle>(intersection, viewport());
}

/** The element, or its title if it has no box of its own: in Fluent v8 only the parts of a dialog have one. */
export function partWithBox(element: Element): Element {
  const { width, height } = boxOf(element);
  if (width > 0 && height > 0) return element;
  const [title] = referencedBy(element);
  return title ?? element;
}

/** How much larger than a text field the border around it may be: there may be a button or two at its end. */
const FRAME_ROOM = { width: 160, height: 16 } as const;
const MOST_FRAMES = 4;

/** The box of a field as it is seen: the border around it and around the buttons at its end. */
export function frameAround(field: Element): Rectangle {
  const inner = boxOf(field);
  let frame: Rectangle = inner;
  if (!matches(field, "input, textarea, [role=combobox], [role=spinbutton]")) return frame;
  let steps = 0;
  for (const ancestor of ancestorsOf(field)) {
    const box = boxOf(ancestor);
    steps += 1;
    if (
      steps > MOST_FRAMES ||
      box.width > inner.width + FRAME_ROOM.width ||
      box.height > inner.height + FRAME_ROOM.height
    )
      break;
    const { borderBottomStyle, borderBottomWidth } = getComputedStyle(ancestor);
    if (borderBottomStyle !== "none" && borderBottomWidth !== "0px") frame = box;
  }
  return frame;
}

export function isEmpty(box: Rectangle): boolean {
  const { width, height } = sizeOf(box);
  return width < 1 || height < 1;
}
