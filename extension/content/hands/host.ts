/**
 * The one element that is added to the page, with everything else in its shadow root. Owns that element's lifetime and
 * where it is in the page.
 *
 * It is a child of `<html>`, beside `<body>`, because inside of it Fluent's panels take a press on a hint for one
 * outside of them and close, and Fluent's dialogs hide it from screen readers (measured). What a page shows in the
 * browser's top layer (a modal `<dialog>`, a popover, a full-screen element) is drawn above everything that is not; then
 * the host is a popover itself, shown after the other. Beside a modal dialog or a full-screen element all of the page is
 * inert, and a press outside of a popover closes it: then the host is inside of them.
 *
 * The shadow root is open: the page, one of Microsoft's, can read the hints and learn from them which country was chosen
 * or which ones are allowed. It cannot press controls that react to trusted events only.
 */

import { ancestorsOf, createHost, matches, rootElement } from "../dom.ts";
import STYLES from "./hints.css";

const TAG = "sparekey-hints";
/** If a page removes the host this often within the time below, it is not put back any more. */
const MOST_RETURNS = 10;
/** A page may put something over the host again and again, too. Above it once more this often in the same time. */
const MOST_RISES = 10;
const WITHIN_MS = 10_000;
/** What makes the rest of the page inert (in Chromium a full-screen element does as well), or closes when something outside of it is pressed. */
const ENCLOSING = "dialog:modal, :popover-open, :fullscreen";
/** Pages close their dialogs by presses that they take for ones outside of them, by the pointer's place. */
const KEPT_INSIDE = ["pointerdown", "pointerup", "mousedown", "mouseup", "click"] as const;

export class Host {
  readonly element = createHost(TAG);
  readonly root = this.element.attachShadow({ mode: "open" });
  #home = rootElement();
  #returns: number[] = [];
  #rises: number[] = [];
  #given = false;

  constructor() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    // Assigned, not pushed: Firefox lets no content script push onto an array that belongs to the page.
    this.root.adoptedStyleSheets = [sheet];
    for (const kind of KEPT_INSIDE) {
      this.element.addEventListener(kind, (event) => this.#home !== rootElement() && event.stopPropagation());
    }
  }

  /** Puts the host into the page, again if necessary. False if the page keeps removing it. */
  show(): boolean {
    // A page may move it to where it is not drawn.
    if (this.element.isConnected && this.element.parentNode === this.#home) return true;
    // Once this limit is reached it stays so: older returns are only forgotten below.
    if (this.#returns.length >= MOST_RETURNS) return false;
    if (this.#given) this.#returns = recently(this.#returns);
    this.#given = true;
    this.#home = rootElement();
    this.#home.append(this.element);
    return true;
  }

  /** Goes where hints about this element can be seen and pressed. */
  standBeside(anchor: Element): void {
    const home = [anchor, ...ancestorsOf(anchor)].find(isEnclosing) ?? rootElement();
    if (home === this.#home) return;
    this.#home = home;
    // Out of the top layer, and out of it for good where nothing of the page is in it.
    this.element.removeAttribute("popover");
    home.append(this.element);
    if (home !== rootElement()) this.#toTop();
  }

  /** Goes above whatever else is in the top layer. False if it has done so too often. */
  rise(): boolean {
    const rises = recently(this.#rises);
    if (rises.length > MOST_RISES) return false;
    this.#rises = rises;
    this.#toTop();
    return true;
  }

  #toTop(): void {
    this.element.setAttribute("popover", "manual");
    this.element.hidePopover();
    this.element.showPopover();
  }

  remove(): void {
    this.element.remove();
    this.#given = false;
  }
}

/** Whether it is a modal dialog, a full-screen element, or a popover that is shown. */
export function isEnclosing(element: Element): boolean {
  return matches(element, ENCLOSING);
}

/** The moments within the time above, and now. */
function recently(moments: readonly number[]): number[] {
  const now = performance.now();
  return [...moments.filter((moment) => now - moment < WITHIN_MS), now];
}
