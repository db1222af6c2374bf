/**
 * One stretch of attending to a document: looks, asks the background, has the answer drawn. It owns
 * the port, the sequence numbers and when to look; eyes and hands do the rest. After `stop` nothing
 * is left of it in the page.
 */

import {
  type BackgroundToFrame,
  type CardsToFrame,
  FRAME_PORT,
  type FrameToBackground,
  type SilenceScope,
} from "../shared/messaging/messages.ts";
import { SequenceGuard } from "../shared/messaging/sequence-guard.ts";
import { Changes } from "./eyes/changes.ts";
import { Identities } from "./eyes/identities.ts";
import { Presence } from "./eyes/presence.ts";
import { describeDocument, type Description, LOOK_MS } from "./eyes/snapshot.ts";
import { Hands } from "./hands/hands.ts";

/**
 * After the port has ended: a busy browser lets us see only later that it has ended with its extension (measured on one that
 * was held up by some tenths of a second here and there: not at once in 2 of 6 reloads).
 */
const ORPHANED_AFTER_MS = [0, 100, 400, 1600, 6400] as const;

export class Session {
  readonly #ended: () => void;
  readonly #identities = new Identities();
  readonly #questions = new SequenceGuard();
  readonly #listeners = new AbortController();
  readonly #hands: Hands;
  readonly #changes: Changes;
  readonly #presence: Presence;
  #port: chrome.runtime.Port | undefined;
  #lookMs: number = LOOK_MS.first;
  #lastSent = "";
  #isLastWhole = false;
  #isWaiting = false;
  #answer: CardsToFrame | undefined;
  /** Silences that the storage has still to answer for, by the number of the request. */
  readonly #unanswered = new Map<number, (isStored: boolean) => void>();
  #requests = 0;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** A look that leaves the page its turns. */
  #looking: ReturnType<typeof setTimeout> | undefined;
  #isLookedForAgain = false;
  /** Milliseconds that drawing has taken since the last look. */
  #drawingTook = 0;
  #showing: FrameToBackground | undefined;

  constructor(ended: () => void) {
    this.#ended = ended;
    this.#hands = new Hands({
      elementOf: (node) => this.#identities.elementOf(node),
      isComposing: () => this.#changes.isComposing,
      lookAgain: () => this.#changes.soon(),
      drawn: (hints, worst, dismissed) => {
        this.#showing = { kind: "showing", hints, dismissed, ...(worst && { worst }) };
        this.#send(this.#showing);
      },
      silence: (kind, scope) => this.#silence(kind, scope),
    });
    this.#changes = new Changes(
      () => this.#look(),
      (node) => this.#hands.owns(node),
    );
    this.#presence = new Presence(() => this.#changes.soon());
    const { signal } = this.#listeners;
    // The load of a frame does not bubble, but it is captured.
    document.addEventListener("load", (event) => this.#frameLoaded(event), { capture: true, signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#comeBack(), { signal });
    // An update leaves this script without its extension and, where the worker slept, without any
    // event; these are the moments at which somebody looks at the page again.
    for (const moment of ["visibilitychange", "focusin", "pointerdown"] as const) {
      document.addEventListener(moment, () => this.#stopIfOrphaned(), { capture: true, passive: true, signal });
    }
    document.addEventListener("input", ({ isTrusted }) => isTrusted && this.#wake(), {
      capture: true,
      passive: true,
      signal,
    });
  }

  /** Sends the whole picture, though nothing may have changed: the background does not have it. */
  sendSnapshot(): void {
    this.#lastSent = "";
    // What is being typed is looked at once the typist pauses; the background, which the first key has
    // woken, may ask before that.
    if (!this.#changes.isAwaited) this.#look();
  }

  /**
   * A background that sleeps gets up while the typist's pause is waited for, instead of after it
   * (measured: 75 ms until it can answer).
   */
  #wake(): void {
    if (!this.#port && !this.#stopIfOrphaned()) this.#reach();
  }

  /**
   * From the back/forward cache. The port was cut when the page went there, and here nobody is told:
   * it takes every message without an error (measured in Chromium 156), and none arrives.
   */
  #comeBack(): void {
    this.#port?.disconnect();
    this.#port = undefined;
    this.sendSnapshot();
  }

  openHint(): void {
    this.#orLeave(() => this.#hands.openHint());
  }

  showDismissed(): void {
    this.#orLeave(() => this.#hands.showDismissed());
  }

  stop(): void {
    this.#listeners.abort();
    clearTimeout(this.#drawing);
    clearTimeout(this.#looking);
    this.#changes.stop();
    this.#presence.stop();
    // A background that sleeps is woken for it: the number on the icon is still up, and blades rest when it says so.
    this.#reach()?.disconnect();
    this.#port = undefined;
    this.#ended();
    this.#hands.remove();
  }

  /** Answers whether all that has changed until now is looked at by it. */
  #look(): boolean {
    if (this.#stopIfOrphaned() || this.#changes.isComposing) return true;
    // On a page that never rests, a look that began anew each time would never end.
    if (this.#looking !== undefined) {
      this.#isLookedForAgain = true;
      return false;
    }
    const looking = describeDocument(
      this.#identities,
      this.#presence.onScreen,
      (node) => this.#hands.owns(node),
      this.#changes.edited,
      this.#lookMs,
    );
    const drawingTook = this.#drawingTook;
    this.#drawingTook = 0;
    this.#lookOn(looking, drawingTook);
    return true;
  }

  /** @param cost milliseconds that this look has taken so far */
  #lookOn(looking: Generator<undefined, Description>, cost: number): void {
    this.#looking = undefined;
    // A word has been begun meanwhile, and is looked at when it is finished.
    if (this.#changes.isComposing) return;
    this.#orLeave(() => {
      const begun = performance.now();
      const { done, value } = looking.next();
      if (done) this.#sendIfChanged(value);
      const spent = cost + performance.now() - begun;
      if (!done) this.#looking = setTimeout(() => this.#lookOn(looking, spent), 0);
      else this.#changes.took(spent);
    });
  }

  #sendIfChanged({ snapshot, shadowRoots, ranOutOfTime }: Description): void {
    this.#changes.observeAlso(shadowRoots);
    const looksAgain = ranOutOfTime && this.#takeLonger();
    if (this.#isLookedForAgain) this.#changes.soon();
    this.#isLookedForAgain = false;
    // Meanwhile the whole picture that the background has is nearer to the truth than half of a new one.
    if (looksAgain && this.#lastSent !== "" && this.#isLastWhole) return;
    const picture = JSON.stringify(snapshot);
    if (picture === this.#lastSent) {
      // What is drawn has to follow the page; and an answer may be kept for a word that came to nothing.
      if (this.#answer) this.#drawAfterPause();
      else this.#hands.keep();
      return;
    }
    this.#lastSent = picture;
    this.#isLastWhole = !snapshot.clipped;
    this.#isWaiting = true;
    this.#send({ kind: "seen", sequence: this.#questions.next(), snapshot });
  }

  /**
   * Half a list says nothing. On a slow machine every look would be half a look, and the lists silent for good.
   * False: there is no more time to give.
   */
  #takeLonger(): boolean {
    if (this.#lookMs >= LOOK_MS.longest) return false;
    this.#lookMs = Math.min(2 * this.#lookMs, LOOK_MS.longest);
    this.#changes.soon();
    return true;
  }

  #frameLoaded({ target }: Event): void {
    if (target instanceof HTMLIFrameElement) this.#send({ kind: "frame-loaded" });
  }

  #send(message: FrameToBackground): void {
    if (this.#post(message) || this.#stopIfOrphaned()) return;
    // The port had ended before its event came; what reaches no new one either is told at the next look.
    if (!this.#post(message)) this.#lastSent = "";
  }

  /** Answers whether the storage has taken it. Who leaves the page meanwhile hears no answer. */
  #silence(kind: "silence" | "unsilence", scope: SilenceScope): Promise<boolean> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve) => {
      this.#unanswered.set(request, resolve);
      this.#send({ kind, scope, request });
      if (!this.#port) this.#answerSilence(request, false);
    });
  }

  #answerSilence(request: number, isStored: boolean): void {
    const answer = this.#unanswered.get(request);
    this.#unanswered.delete(request);
    if (!this.#listeners.signal.aborted) answer?.(isStored);
  }

  #post(message: FrameToBackground): boolean {
    try {
      this.#port ??= this.#connect();
      this.#port.postMessage(message);
      return true;
    } catch {
      this.#port = undefined;
      return false;
    }
  }

  /** Undefined where the extension has gone. */
  #reach(): chrome.runtime.Port | undefined {
    try {
      this.#port ??= this.#connect();
      return this.#port;
    } catch {
      return undefined;
    }
  }

  #connect(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: FRAME_PORT });
    port.onMessage.addListener((answer: BackgroundToFrame) => {
      if (answer.kind === "stored") {
        this.#answerSilence(answer.request, answer.isStored);
        return;
      }
      if (!this.#questions.isLatest(answer.sequence)) return;
      this.#isWaiting = false;
      this.#answer = answer;
      this.#drawAfterPause();
    });
    port.onDisconnect.addListener(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      // What it has not said to be stored is not known to be.
      for (const request of [...this.#unanswered.keys()]) this.#answerSilence(request, false);
      // Either the worker went to sleep, and the next change wakes it; or it did so over our
      // question; or the extension is gone, which Chromium lets us see only after this event.
      this.#checkAfter(ORPHANED_AFTER_MS, () => this.#isWaiting && this.sendSnapshot());
    });
    // Whoever is at the other end of a new port knows nothing of what is drawn.
    if (this.#showing) port.postMessage(this.#showing);
    return port;
  }

  /** Sees whether the extension is gone, now and a few times later; what is `alive` is done at the first time that it is not. */
  #checkAfter([wait, ...later]: readonly number[], alive: () => void): void {
    if (wait === undefined) return;
    setTimeout(() => {
      if (this.#listeners.signal.aborted || this.#stopIfOrphaned()) return;
      alive();
      // A new port is at a living extension, or ends like this one.
      if (!this.#port) this.#checkAfter(later, () => undefined);
    }, wait);
  }

  /** Whoever types on is not interrupted; and an answer that was overtaken meanwhile is not drawn at all. */
  #drawAfterPause(): void {
    clearTimeout(this.#drawing);
    // It is about what the field held before the word that is being composed; the look after that draws it.
    if (this.#changes.isComposing) return;
    const { pauseLeft } = this.#changes;
    if (pauseLeft > 0) {
      this.#drawing = setTimeout(() => this.#drawAfterPause(), pauseLeft);
      return;
    }
    const answer = this.#answer;
    this.#answer = undefined;
    if (!answer || !this.#questions.isLatest(answer.sequence)) return;
    const begun = performance.now();
    this.#orLeave(() => this.#hands.draw(answer.cards, answer.subject, answer.place));
    this.#drawingTook += performance.now() - begun;
  }

  /** A page on which eyes or hands cannot work is left, whole: the next look would fail as well. */
  #orLeave(work: () => void): void {
    try {
      work();
    } catch (error) {
      console.error("Sparekey leaves this page.", error);
      this.stop();
    }
  }

  /** Leaves the page when the extension has been updated, switched off or removed. */
  #stopIfOrphaned(): boolean {
    // The type says that the id is always there; in an orphaned script `runtime` itself may go.
    const { runtime } = chrome as { runtime?: { id?: string } };
    if (runtime?.id !== undefined) return false;
    this.stop();
    return true;
  }
}
