/**
 * When to look at the page again. It owns the observer, the events and the pauses between looks;
 * it does not look itself.
 */

import { focusedElement, rootElement } from "../dom.ts";

/** After the last change; long enough for a typist's next key. Nothing new is drawn before it is over. */
export const PAUSE_MS = 120;
/**
 * After the last key the page is looked at this early, so that the answer is there when the pause is over
 * (measured: look, question and answer take 6 ms; the page's own reaction to a key is done after 3).
 */
const LOOK_AHEAD_MS = 90;
/** A page that never rests is still looked at this often. */
const LONGEST_WAIT_MS = 600;
/** A look may take at most one part in this many of the time. */
const COST_SHARE = 15;
/** After a trusted click or key, for panes that open late without a mutation of their own. */
const RESCAN_AFTER_MS = [0, 250, 1000] as const;

const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  // All attributes together have frozen browsers; these are the ones that a description holds.
  attributeFilter: [
    "aria-checked", "aria-disabled", "aria-expanded", "aria-hidden", "aria-invalid", "aria-label",
    "aria-labelledby", "aria-modal", "aria-selected", "class", "data-testid", "disabled", "hidden",
    "lang", "name", "open", "placeholder", "readonly", "role", "src", "style", "type", "value",
  ],
};

export class Changes {
  readonly #look: () => void;
  readonly #isOurs: (node: Node) => boolean;
  readonly #observer: MutationObserver;
  readonly #observed = new WeakSet<Node>();
  readonly #listeners = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rescans: ReturnType<typeof setTimeout>[] = [];
  #waitingSince: number | undefined;
  #pause = PAUSE_MS;
  /** When something was written that has not been looked at yet: whoever did waits for an answer. */
  #unseenSince: number | undefined;
  #lastWritten = -PAUSE_MS;
  #composedIn: EventTarget | undefined;

  constructor(look: () => void, isOurs: (node: Node) => boolean) {
    this.#look = look;
    this.#isOurs = isOurs;
    this.#observer = new MutationObserver((records) => {
      // Removal of our own host is a change too: it is put back at the next look.
      if (records.some(({ target }) => !this.#isOurs(target))) this.soon();
    });
    this.#observer.observe(rootElement(), OBSERVED);
    this.#listen();
  }

  /** Open shadow roots, which an observer of the document does not enter. */
  observeAlso(roots: readonly ShadowRoot[]): void {
    for (const root of roots) {
      if (this.#observed.has(root)) continue;
      this.#observed.add(root);
      this.#observer.observe(root, OBSERVED);
    }
  }

  soon(): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    // What looks cost is saved on a page that changes by itself, never on a last key (measured: one look
    // of 11 ms put the hint off by 45 ms). Nor does what the page makes of a key put it off.
    const wait = this.#unseenSince === undefined ? this.#pause : this.#unseenSince + LOOK_AHEAD_MS - now;
    const left = this.#waitingSince + Math.max(LONGEST_WAIT_MS, this.#pause) - now;
    this.#timer = setTimeout(() => this.#now(), Math.max(0, Math.min(wait, left)));
  }

  /** How long the typist's pause still lasts; 0 when it is over. */
  get pauseLeft(): number {
    return Math.max(0, this.#lastWritten + PAUSE_MS - performance.now());
  }

  /**
   * Whether an input method is at work: what it is still composing is not yet what the field holds,
   * though the page may already have written it into its attributes.
   */
  get isComposing(): boolean {
    // A field that is taken out of the page while it is composed in never says that this has ended.
    return this.#composedIn !== undefined && this.#composedIn === focusedElement();
  }

  /** Whether somebody has written something that was not looked at yet; a look is on its way. */
  get isAwaited(): boolean {
    return this.#unseenSince !== undefined;
  }

  stop(): void {
    this.#observer.disconnect();
    this.#listeners.abort();
    clearTimeout(this.#timer);
    for (const rescan of this.#rescans) clearTimeout(rescan);
  }

  #now(): void {
    this.#waitingSince = undefined;
    this.#unseenSince = undefined;
    const begun = performance.now();
    this.#look();
    this.#pause = Math.max(PAUSE_MS, (performance.now() - begun) * COST_SHARE);
  }

  #listen(): void {
    const options = { capture: true, passive: true, signal: this.#listeners.signal } as const;
    window.addEventListener("compositionstart", (event) => (this.#composedIn = event.composedPath()[0]), options);
    window.addEventListener("compositionend", () => (this.#composedIn = undefined), options);
    window.addEventListener("input", ({ isTrusted, timeStamp }) => isTrusted && (this.#lastWritten = this.#unseenSince = timeStamp), options);
    for (const kind of ["input", "change", "compositionend", "focusin", "focusout"] as const) {
      window.addEventListener(kind, () => this.soon(), options);
    }
    window.addEventListener("click", (event) => event.isTrusted && this.#rescan(), options);
    window.addEventListener("keyup", ({ key, isTrusted }) => isTrusted && (key === "Enter" || key === " ") && this.#rescan(), options);
  }

  #rescan(): void {
    for (const rescan of this.#rescans) clearTimeout(rescan);
    this.#rescans = RESCAN_AFTER_MS.map((delay) => setTimeout(() => this.soon(), delay));
  }
}
