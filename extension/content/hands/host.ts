/**
 * The one element that is added to the page: a child of `<html>`, beside `<body>`, with everything else in its shadow
 * root. Owns that element's lifetime.
 *
 * Beside `<body>`, because inside of it Fluent's panels take a press on a hint for one outside of them and close, and
 * Fluent's dialogs hide it from screen readers (measured). The shadow root is open: the page, one of Microsoft's, can
 * read the hints and learn from them which country was chosen or which ones are allowed. It cannot press controls that
 * react to trusted events only.
 */

import { createHost, rootElement } from "../dom.ts";
import STYLES from "./hints.css";

const TAG = "sparekey-hints";
/** If a page removes the host this often within the time below, it is not put back any more. */
const MOST_RETURNS = 10;
const WITHIN_MS = 10_000;

export class Host {
  readonly element = createHost(TAG);
  readonly root = this.element.attachShadow({ mode: "open" });
  #returns: number[] = [];
  #given = false;

  constructor() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    // Assigned, not pushed: Firefox lets no content script push onto an array that belongs to the page.
    this.root.adoptedStyleSheets = [sheet];
  }

  /** Puts the host into the page, again if necessary. False if the page keeps removing it. */
  show(): boolean {
    if (this.element.isConnected) return true;
    // Once this limit is reached it stays so: older returns are only forgotten below.
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
