/**
 * The one element that the page gets: a child of `<html>`, beside `<body>`, with everything else in
 * its shadow root. It owns that element's life.
 *
 * Beside `<body>`, since under it Fluent's panels take a press on a hint for one outside and close,
 * and its dialogs hide it from screen readers (measured). The root is open: the page, one of Microsoft's, can
 * read what is said, and learn from it which country was chosen or which are allowed; it cannot press
 * what only trusted events press.
 */

import { rootElement } from "../dom.ts";
import STYLES from "./hints.css";

const TAG = "sparekey-hints";
/** A page that keeps removing the host wins after this. */
const MOST_RETURNS = 10;
const WITHIN_MS = 10_000;

export class Host {
  readonly element = document.createElement(TAG);
  readonly root = this.element.attachShadow({ mode: "open" });
  #returns: number[] = [];
  #given = false;

  constructor() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    // Firefox refuses a push from a content script onto an array of the page's making.
    this.root.adoptedStyleSheets = [sheet];
  }

  /** Puts the host (back) in the page. False: the page does not want it. */
  show(): boolean {
    if (this.element.isConnected) return true;
    // Once given up, for good: no older return is forgotten after this.
    if (this.#returns.length >= MOST_RETURNS) return false;
    if (this.#given) {
      const now = performance.now();
      this.#returns = [...this.#returns.filter((moment) => now - moment < WITHIN_MS), now];
    }
    this.#given = true;
    rootElement().append(this.element);
    return true;
  }

  remove(): void {
    this.element.remove();
    this.#given = false;
  }
}
