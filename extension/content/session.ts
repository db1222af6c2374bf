/**
 * One active period of the content script in a document: looks at the page, asks the background, has the answer drawn.
 * A look is one traversal of the document, which results in a snapshot. Owns the port, the sequence numbers and when to
 * look; eyes and hands do the rest. After `stop` nothing of it is left in the page.
 */

import {
  type BackgroundToFrame,
  type CardsToFrame,
  FRAME_PORT,
  type FrameToBackground,
} from "../shared/messaging/messages.ts";
import { SequenceGuard } from "../shared/messaging/sequence-guard.ts";
import { Changes } from "./eyes/changes.ts";
import { Identities } from "./eyes/identities.ts";
import { Presence } from "./eyes/presence.ts";
import { describeDocument, type Description, LOOK_MS } from "./eyes/snapshot.ts";
import { listenAtDocument } from "./dom.ts";
import { Hands } from "./hands/hands.ts";

/**
 * When to check, after the port has closed, whether the extension is gone. A busy browser shows this late (measured
 * with a browser that was blocked for some tenths of a second at times: not at once in 2 of 6 reloads).
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
  /** Changes that the storage has still to answer for, by the number of the request. */
  readonly #unanswered = new Map<number, (isStored: boolean) => void>();
  #requests = 0;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** A look that has yielded to the page and will go on. */
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
      silence: (kind, scope) => this.#store((request) => ({ kind, scope, request })),
      keepRegion: (kind, region) => this.#store((request) => ({ kind, region, request })),
      openSettings: () => this.#send({ kind: "open-settings" }),
    });
    this.#changes = new Changes(
      () => this.#look(),
      (node) => this.#hands.owns(node),
    );
    this.#presence = new Presence(() => this.#changes.soon());
    const { signal } = this.#listeners;
    // The `load` event of a frame does not bubble, but it can be captured.
    listenAtDocument("load", (event) => this.#frameLoaded(event), { capture: true, signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#comeBack(), { signal });
    // An update of the extension orphans this script, without any event if the worker slept. So this is checked at the
    // moments at which somebody turns to the page again.
    for (const moment of ["visibilitychange", "focusin", "pointerdown"] as const) {
      listenAtDocument(moment, () => this.#stopIfOrphaned(), { capture: true, passive: true, signal });
    }
    listenAtDocument("input", ({ isTrusted }) => isTrusted && this.#wake(), {
      capture: true,
      passive: true,
      signal,
    });
  }

  /** Sends a whole snapshot, even if nothing has changed: the background does not have it. */
  sendSnapshot(): void {
    this.#lastSent = "";
    // While somebody types, the look waits for a pause; the background, which the first key has woken, may ask before
    // that.
    if (!this.#changes.isAwaited) this.#look();
  }

  /**
   * Wakes a sleeping background during the pause after a key, instead of after it (measured: 75 ms until it can
   * answer).
   */
  #wake(): void {
    if (!this.#port && !this.#stopIfOrphaned()) this.#reach();
  }

  /**
   * The page was restored from the back/forward cache. The port was closed when the page went there, without an event
   * on this side: it accepts every message without an error, and none arrives (measured in Chromium 156).
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
    // This wakes a sleeping background, which has to clear the badge and to deactivate the blades.
    this.#reach()?.disconnect();
    this.#port = undefined;
    this.#ended();
    this.#hands.remove();
  }

  /**
   * Takes a snapshot and sends it. False if an earlier look is still running, which may have missed the last changes.
   */
  #look(): boolean {
    if (this.#stopIfOrphaned() || this.#changes.isComposing) return true;
    // On a page that changes all the time, a look that began anew at each change would never end.
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
    // An input method has begun to compose meanwhile; the look follows when it has finished.
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
    // Until then the complete snapshot that the background has is closer to the truth than half of a new one.
    if (looksAgain && this.#lastSent !== "" && this.#isLastWhole) return;
    const picture = JSON.stringify(snapshot);
    if (picture === this.#lastSent) {
      // What is drawn has to follow the page; and an answer may have been held back for a composition that was
      // canceled.
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
   * Doubles the time limit of a look; false if it is at its maximum. On a slow machine every look would be incomplete
   * otherwise, and the lists, which cannot be judged by halves, would never get a hint.
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
    // The port had closed before its event arrived. If a new port fails as well, the next look sends the snapshot.
    if (!this.#post(message)) this.#lastSent = "";
  }

  /** Answers whether the storage has taken it. Who leaves the page meanwhile hears no answer. */
  #store(message: (request: number) => FrameToBackground): Promise<boolean> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve) => {
      this.#unanswered.set(request, resolve);
      this.#send(message(request));
      if (!this.#port) this.#answerStored(request, false);
    });
  }

  #answerStored(request: number, isStored: boolean): void {
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

  /** The port, opened if necessary; undefined if the extension is gone. */
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
        this.#answerStored(answer.request, answer.isStored);
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
      // What the background has not confirmed as stored counts as not stored.
      for (const request of [...this.#unanswered.keys()]) this.#answerStored(request, false);
      // Three cases: the worker went to sleep, and the next change wakes it; it did so before it answered, so ask
      // again; or the extension is gone, which Chromium shows only after this event.
      this.#checkAfter(ORPHANED_AFTER_MS, () => this.#isWaiting && this.sendSnapshot());
    });
    // The background at the other end of a new port does not know what is drawn.
    if (this.#showing) port.postMessage(this.#showing);
    return port;
  }

  /**
   * Checks whether the extension is gone, now and a few times later. Calls `alive` if it is not gone at the first
   * check.
   */
  #checkAfter([wait, ...later]: readonly number[], alive: () => void): void {
    if (wait === undefined) return;
    setTimeout(() => {
      if (this.#listeners.signal.aborted || this.#stopIfOrphaned()) return;
      alive();
      // A new port leads to a living extension, or its end starts these checks again.
      if (!this.#port) this.#checkAfter(later, () => undefined);
    }, wait);
  }

  /**
   * Draws the answer after the pause, so that typing is not interrupted. An answer that a newer question has overtaken
   * is not drawn.
   */
  #drawAfterPause(): void {
    clearTimeout(this.#drawing);
    // The answer is about the field's value before the composition; the look after the composition draws it.
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

  /** Ends the session if eyes or hands fail on this page: the next look would fail as well. */
  #orLeave(work: () => void): void {
    try {
      work();
    } catch (error) {
      console.error("Sparekey leaves this page.", error);
      this.stop();
    }
  }

  /** Ends the session if the extension has been updated, disabled or removed. */
  #stopIfOrphaned(): boolean {
    // The type says that the id is always there; in an orphaned script even `runtime` may be missing.
    const { runtime } = chrome as { runtime?: { id?: string } };
    if (runtime?.id !== undefined) return false;
    this.stop();
    return true;
  }
}
