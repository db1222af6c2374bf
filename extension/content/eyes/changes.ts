/**
 * Decides when to look at the page again. Owns the mutation observer, the events and the pauses between looks; the look
 * itself is the caller's.
 */

import { focusedElement, rootElement } from "../dom.ts";

/**
 * Pause after the last change, long enough for the next key of somebody who types. Nothing new is drawn before it is
 * over.
 */
export const PAUSE_MS = 120;
/**
 * The look begins this long after the last key, so that the answer is there when the pause is over (measured: look,
 * question and answer take 6 ms; the page has reacted to a key after 3 ms).
 */
const LOOK_AHEAD_MS = 90;
/** The longest time without a look on a page that changes all the time. */
const LONGEST_WAIT_MS = 600;
/** Looks take at most one part in this many of the time; the second value holds while somebody waits for an answer. */
const COST_SHARE = 15;
const AWAITED_COST_SHARE = 4;
/**
 * Each mutation record costs the page 0.5 µs (measured), and a page may cause a hundred thousand of them in a frame.
 * After this many since the last look the observer is disconnected for a while.
 */
const MOST_RECORDS = 2000;
/** Additional looks after a trusted click or key, for panes that open late without a mutation. */
const RESCAN_AFTER_MS = [0, 250, 1000] as const;

const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  // Observing all attributes has frozen browsers. These are the ones that a snapshot depends on and that pages change.
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
  /** False if an earlier look is still running, so that none has begun. */
  readonly #look: () => boolean;
  readonly #isOurs: (node: Node) => boolean;
  readonly #observer: MutationObserver;
  #observed = new WeakSet<Node>();
  /** Number of records since the last look, or since the observer was connected again. */
  #records = 0;
  readonly #listeners = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timerEnds = 0;
  #due = 0;
  #rescans: ReturnType<typeof setTimeout>[] = [];
  #waitingSince: number | undefined;
  #lastCost = 0;
  #cost = 0;
  /** When the user typed something that was not looked at yet; somebody waits for an answer then. */
  #unseenSince: number | undefined;
  #lastWritten = -PAUSE_MS;
  #composedIn: EventTarget | undefined;
  #edited: EventTarget | undefined;

  constructor(look: () => boolean, isOurs: (node: Node) => boolean) {
    this.#look = look;
    this.#isOurs = isOurs;
    this.#observer = new MutationObserver((records) => {
      // Removal of our own host is a change, too: it is put back at the next look.
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

  /** Observes open shadow roots as well, which an observer of the document does not enter. */
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
    // The full share limit holds for changes by the page itself. After a key the looser one does (measured: with the
    // full limit, one look of 11 ms delayed the hint by 45 ms). Changes that the page makes in reaction to a key do not
    // delay the look.
    const wanted =
      this.#unseenSince === undefined
        ? now + this.#pause
        : this.#unseenSince + Math.max(LOOK_AHEAD_MS, this.#cost * AWAITED_COST_SHARE);
    this.#due = Math.min(wanted, this.#latest);
    // A page may cause this call a million times: a timer that ends too early is only set again when it fires.
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
    // Timers count whole milliseconds, so they may fire a little early.
    if (now < this.#due - 1) this.#setTimer(now);
    else this.#now(now);
  }

  get #pause(): number {
    return Math.max(PAUSE_MS, this.#cost * COST_SHARE);
  }

  /** The latest moment of the next look, even if the page keeps changing. */
  get #latest(): number {
    return (this.#waitingSince ?? 0) + Math.max(LONGEST_WAIT_MS, this.#pause);
  }

  /** How long a look and the drawing after it took, in milliseconds. */
  took(cost: number): void {
    // The smaller one of the last two: other work of the browser may have fallen into one of them.
    this.#cost = Math.min(cost, this.#lastCost);
    this.#lastCost = cost;
  }

  /** Milliseconds until the pause after the last key is over; 0 if it is. */
  get pauseLeft(): number {
    return Math.max(0, this.#lastWritten + PAUSE_MS - performance.now());
  }

  /**
   * Whether an input method is composing: what the field holds then is not final, though the page may already have
   * written it into its attributes.
   */
  get isComposing(): boolean {
    // A field that is removed from the page during a composition never fires `compositionend`.
    return this.#composedIn !== undefined && this.#composedIn === focusedElement();
  }

  /** The element that was typed in since it got the focus. */
  get edited(): EventTarget | undefined {
    return this.#edited;
  }

  /** Whether the user has typed something that was not looked at yet; a look is scheduled then. */
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
      // While the observer was disconnected, changes were not seen. So wait for a pause without any, now that it is
      // connected.
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
    // A popover opens without a mutation.
    window.addEventListener(
      "toggle",
      ({ target }) => target instanceof Node && !this.#isOurs(target) && this.soon(),
      options,
    );
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
