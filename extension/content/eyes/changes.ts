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
/** A look may take at most one part in this many of the time; while an answer is waited for, one in fewer. */
const COST_SHARE = 15;
const AWAITED_COST_SHARE = 4;
/**
 * Each record of a change costs the page 0.5 µs (measured), and a page may make a hundred thousand in a
 * frame: after this many before a look no more are taken for a while.
 */
const MOST_RECORDS = 2000;
/** After a trusted click or key, for panes that open late without a mutation of their own. */
const RESCAN_AFTER_MS = [0, 250, 1000] as const;

const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  // All attributes together have frozen browsers; these are the ones of a description that pages change.
  attributeFilter: [
    "aria-checked",
    "aria-disabled",
    "aria-expanded",
    "aria-hidden",
    "aria-invalid",
    "aria-label",
    "aria-labelledby",
    "aria-modal",
    "aria-selected",
    "class",
    "data-testid",
    "disabled",
    "hidden",
    "lang",
    "name",
    "open",
    "placeholder",
    "readonly",
    "role",
    "src",
    "style",
    "type",
    "value",
  ],
};

export class Changes {
  /** Answers whether it has begun; where an older look is still under way it has not. */
  readonly #look: () => boolean;
  readonly #isOurs: (node: Node) => boolean;
  readonly #observer: MutationObserver;
  #observed = new WeakSet<Node>();
  /** Since the last look, or since they were last recorded again. */
  #records = 0;
  readonly #listeners = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerEnds = 0;
  #due = 0;
  #rescans: ReturnType<typeof setTimeout>[] = [];
  #waitingSince: number | undefined;
  #lastCost = 0;
  #cost = 0;
  /** When something was written that has not been looked at yet: whoever did waits for an answer. */
  #unseenSince: number | undefined;
  #lastWritten = -PAUSE_MS;
  #composedIn: EventTarget | undefined;
  #edited: EventTarget | undefined;

  constructor(look: () => boolean, isOurs: (node: Node) => boolean) {
    this.#look = look;
    this.#isOurs = isOurs;
    this.#observer = new MutationObserver((records) => {
      // Removal of our own host is a change too: it is put back at the next look.
      if (!records.some(({ target }) => !this.#isOurs(target))) return;
      this.#records += records.length;
      if (this.#isOverwhelmed) this.#observer.disconnect();
      this.soon();
    });
    this.#observer.observe(rootElement(), OBSERVED);
    this.#listen();
  }

  get #isOverwhelmed(): boolean {
    return this.#records > MOST_RECORDS;
  }

  #observeAnew(): void {
    this.#records = 0;
    this.#observed = new WeakSet();
    this.#observer.observe(rootElement(), OBSERVED);
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
    if (this.#listeners.signal.aborted) return;
    const now = performance.now();
    this.#waitingSince ??= now;
    // What looks cost is saved on a page that changes by itself, and on a last key only where it is much
    // (measured: one look of 11 ms put the hint off by 45 ms). Nor does what the page makes of a key put it off.
    const wanted =
      this.#unseenSince === undefined
        ? now + this.#pause
        : this.#unseenSince + Math.max(LOOK_AHEAD_MS, this.#cost * AWAITED_COST_SHARE);
    this.#due = Math.min(wanted, this.#latest);
    // A page may give reason a million times: a timer that ends too early is set anew only when it has ended.
    if (this.#timer === undefined || this.#timerEnds > this.#due) this.#setTimer(now);
  }

  #setTimer(now: number): void {
    clearTimeout(this.#timer);
    this.#timerEnds = this.#due;
    this.#timer = setTimeout(() => this.#timeIsUp(), Math.max(0, this.#due - now));
  }

  #timeIsUp(): void {
    this.#timer = undefined;
    const now = performance.now();
    // Timers count whole milliseconds.
    if (now < this.#due - 1) this.#setTimer(now);
    else this.#now(now);
  }

  get #pause(): number {
    return Math.max(PAUSE_MS, this.#cost * COST_SHARE);
  }

  /** When it is looked at, whatever still changes. */
  get #latest(): number {
    return (this.#waitingSince ?? 0) + Math.max(LONGEST_WAIT_MS, this.#pause);
  }

  /** What a look took the page, and the drawing that came of it; in milliseconds. */
  took(cost: number): void {
    // One that the browser's own work fell into says nothing of the next.
    this.#cost = Math.min(cost, this.#lastCost);
    this.#lastCost = cost;
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

  /** Where something was written since the focus came there. */
  get edited(): EventTarget | undefined {
    return this.#edited;
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

  #now(now: number): void {
    if (this.#isOverwhelmed) {
      this.#observeAnew();
      // Whether it changes on, nobody has seen; a pause without a change tells.
      if (this.#unseenSince === undefined && now < this.#latest - 1) {
        this.soon();
        return;
      }
    }
    this.#records = 0;
    if (this.#look()) this.#waitingSince = this.#unseenSince = undefined;
  }

  #listen(): void {
    const options = { capture: true, passive: true, signal: this.#listeners.signal } as const;
    window.addEventListener("compositionstart", (event) => (this.#composedIn = event.composedPath()[0]), options);
    window.addEventListener("compositionend", () => (this.#composedIn = undefined), options);
    window.addEventListener(
      "input",
      ({ isTrusted, timeStamp }) => {
        if (!isTrusted) return;
        this.#unseenSince = timeStamp;
        this.#lastWritten = timeStamp;
      },
      options,
    );
    window.addEventListener("input", (event) => (this.#edited = event.composedPath()[0]), options);
    window.addEventListener("focusin", () => (this.#edited = undefined), options);
    for (const kind of ["input", "change", "compositionend", "focusin", "focusout"] as const) {
      window.addEventListener(kind, () => this.soon(), options);
    }
    window.addEventListener("click", (event) => event.isTrusted && this.#rescan(), options);
    window.addEventListener(
      "keyup",
      ({ key, isTrusted }) => isTrusted && (key === "Enter" || key === " ") && this.#rescan(),
      options,
    );
  }

  #rescan(): void {
    for (const rescan of this.#rescans) clearTimeout(rescan);
    this.#rescans = RESCAN_AFTER_MS.map((delay) => setTimeout(() => this.soon(), delay));
  }
}
