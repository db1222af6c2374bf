/**
 * Where a card stands: beside its anchor, on as few of the page's controls as can be, wherever the
 * page moves. It owns geometry only.
 */

import { autoUpdate, computePosition, hide, offset, type Placement, shift } from "@floating-ui/dom";
import { boxOf, contains, everyElement, isBefore, parentOf, rootOf } from "../dom.ts";

const GAP = 8;
/** Controls farther away cannot be under a card of ours. */
const NEIGHBOURHOOD = 700;
const MOST_OBSTACLES = 150;
/** A list of thousands of rows has thousands of buttons, nearly all of them far away. */
const MOST_MEASURED = 600;
/** What a card must not hide: what can be pressed, what was just said, what tells where one is. */
const KEPT_FREE =
  "a[href], button, input, select, textarea, label, [role=button], [role=link], [role=checkbox], [role=radio], [role=combobox], [role=option], [role=tab], [role=menuitem], [role=alert], [role=heading], h1, h2, h3, [tabindex='0']";

/** Beside the anchor; or under or over it, as far away as the controls between ask for; or in a corner of the window. */
type Spot = Placement | "below" | "above" | "corner";

/** Tried in this order: the first that stands on nothing is taken. */
const SPOTS: readonly Spot[] = [
  "bottom-start", "top-start", "left-start", "right-start", "bottom-end", "top-end", "left-end", "right-end", "below", "above", "corner",
];

export interface Follower {
  /** Looks for a better place, after the page or the card has changed. */
  choose(): Promise<void>;
  stop(): void;
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Keeps `card` beside `anchor`; hidden while the anchor cannot be seen. `cardsBefore` were placed
 * earlier and have the right of way.
 */
export function follow(
  anchor: Element,
  card: HTMLElement,
  isOurs: (element: Element) => boolean,
  cardsBefore: () => readonly HTMLElement[],
): Follower {
  let place: Place = { spot: "bottom-start", slide: 0 };
  let stopped = false;

  const put = async (): Promise<void> => {
    const { x, y, anchorHidden } = await positionAt(place, anchor, card);
    if (stopped) return;
    card.style.left = `${Math.round(x)}px`;
    card.style.top = `${Math.round(y)}px`;
    const gone = anchorHidden || isCovered(anchor, isOurs);
    card.style.visibility = gone ? "hidden" : "visible";
  };

  const choose = async (): Promise<void> => {
    const others = cardsBefore().filter(({ style }) => style.visibility === "visible");
    const obstacles = [...obstaclesNear(anchor, isOurs), ...others.map((other) => other.getBoundingClientRect())];
    card.removeAttribute("data-compact");
    let best = await bestPlace(anchor, card, obstacles);
    if (best.cost > 0) {
      // With nowhere free, the card is made small, and then covers as little as it can.
      card.setAttribute("data-compact", "");
      best = await bestPlace(anchor, card, obstacles);
    }
    place = best.place;
    await put();
  };

  const end = autoUpdate(anchor, card, () => void put());
  return {
    choose,
    stop: () => {
      stopped = true;
      end();
    },
  };
}

interface Place {
  spot: Spot;
  /** Pixels from the anchor's edge, where the spot slides. */
  slide: number;
}

async function bestPlace(anchor: Element, card: HTMLElement, obstacles: readonly Rectangle[]): Promise<{ place: Place; cost: number }> {
  const { offsetWidth: width, offsetHeight: height } = card;
  let best: { place: Place; cost: number } | undefined;
  for (const spot of SPOTS) {
    const near = { spot, slide: 0 };
    const { x, y } = await positionAt(near, anchor, card);
    const box = { left: x, top: y, right: x + width, bottom: y + height };
    const slide = spot === "below" || spot === "above" ? slideToFree(box, obstacles, spot) : 0;
    const cost = costOf({ ...box, top: y + slide, bottom: y + slide + height }, obstacles);
    if (!best || cost < best.cost) best = { place: { spot, slide }, cost };
    if (cost === 0) break;
  }
  return best ?? { place: { spot: "bottom-start", slide: 0 }, cost: 0 };
}

/** How far down (positive) or up (negative) the card has to go until it stands on nothing. */
function slideToFree(card: Rectangle, obstacles: readonly Rectangle[], direction: "below" | "above"): number {
  let slide = 0;
  // Each step passes at least one obstacle.
  for (let step = 0; step < obstacles.length; step += 1) {
    const now = { ...card, top: card.top + slide, bottom: card.bottom + slide };
    const inTheWay = obstacles.filter((obstacle) => overlap(now, obstacle) > 0);
    if (inTheWay.length === 0) break;
    slide =
      direction === "below"
        ? Math.max(...inTheWay.map(({ bottom }) => bottom)) + GAP - card.top
        : Math.min(...inTheWay.map(({ top }) => top)) - GAP - card.bottom;
  }
  return slide;
}

async function positionAt({ spot, slide }: Place, anchor: Element, card: HTMLElement): Promise<{ x: number; y: number; anchorHidden: boolean }> {
  const { x, y, middlewareData } = await computePosition(anchor, card, {
    strategy: "fixed",
    placement: towardsStart(placementOf(spot), anchor, card),
    middleware: [offset(GAP), shift({ padding: GAP }), hide()],
  });
  const anchorHidden = middlewareData.hide?.referenceHidden === true;
  if (spot !== "corner") return { x, y: y + slide, anchorHidden };
  const { clientWidth, clientHeight } = document.documentElement;
  const isRightToLeft = getComputedStyle(anchor).direction === "rtl";
  return {
    x: isRightToLeft ? GAP : clientWidth - card.offsetWidth - GAP,
    y: clientHeight - card.offsetHeight - GAP,
    anchorHidden,
  };
}

function placementOf(spot: Spot): Placement {
  if (spot === "below" || spot === "corner") return "bottom-start";
  return spot === "above" ? "top-start" : spot;
}

/** Pixels of controls that would be covered, and, far worse, pixels of the card outside the window. */
function costOf(card: Rectangle, obstacles: readonly Rectangle[]): number {
  const area = (card.right - card.left) * (card.bottom - card.top);
  const inside = overlap(card, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  return obstacles.reduce((sum, obstacle) => sum + overlap(card, obstacle), 20 * Math.max(0, Math.round(area - inside)));
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The controls next to the anchor in the document, which is where those beside it on the screen are. */
function controlsAround(anchor: Element): Element[] {
  const controls = [...everyElement(KEPT_FREE)];
  if (controls.length <= MOST_MEASURED) return controls;
  const before = controls.filter((control) => isBefore(control, anchor)).length;
  const first = Math.max(0, before - MOST_MEASURED / 2);
  return controls.slice(first, first + MOST_MEASURED);
}

/** The anchor, and the page's controls around it that can be seen and reached. */
function obstaclesNear(anchor: Element, isOurs: (element: Element) => boolean): Rectangle[] {
  const centre = boxOf(anchor);
  const obstacles: Rectangle[] = [centre];
  for (const control of controlsAround(anchor)) {
    if (obstacles.length >= MOST_OBSTACLES) break;
    if (contains(control, anchor)) continue;
    const box = boxOf(control);
    if (box.width < 2 || box.height < 2 || box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) continue;
    if (box.left - centre.right > NEIGHBOURHOOD || centre.left - box.right > NEIGHBOURHOOD) continue;
    // Behind a dialog's overlay there is nothing to press.
    if (!isCovered(control, isOurs)) obstacles.push(box);
  }
  return obstacles;
}

/** Fluent v8 gives a dialog no box of its own, only its parts have one: there its title stands for it. */
export function partWithBox(element: Element): Element {
  const { width, height } = element.getBoundingClientRect();
  if (width > 0 && height > 0) return element;
  const [title] = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/);
  return (title && document.getElementById(title)) || element;
}

/** Something of the page lies over the middle of it. */
function isCovered(element: Element, isOurs: (element: Element) => boolean): boolean {
  const { left, right, top, bottom } = boxOf(element);
  const [x, y] = [clamp((left + right) / 2, innerWidth), clamp((top + bottom) / 2, innerHeight)];
  const root = rootOf(element);
  const over = (root instanceof ShadowRoot ? root : document).elementsFromPoint(x, y).find((found) => !isOurs(found));
  // A transparent radio button lies over, or under, the label that draws it.
  return over !== undefined && !contains(over, element) && !contains(element, over) && !areLabelAndControl(over, element);
}

function areLabelAndControl(over: Element, element: Element): boolean {
  const label = Element.prototype.closest.call(over, "label");
  if (!(label instanceof HTMLLabelElement)) return false;
  const around = parentOf(label);
  return label.control === element || (around !== null && contains(around, element));
}

function clamp(value: number, size: number): number {
  return Math.min(Math.max(value, 0), size - 1);
}

/** "Start" is the anchor's: an English card under an Arabic field still begins where the field does. */
function towardsStart(placement: Placement, anchor: Element, card: HTMLElement): Placement {
  if (!placement.startsWith("bottom") && !placement.startsWith("top")) return placement;
  if (getComputedStyle(anchor).direction === getComputedStyle(card).direction) return placement;
  return (placement.endsWith("-start") ? placement.replace("-start", "-end") : placement.replace("-end", "-start")) as Placement;
}
