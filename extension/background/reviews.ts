/**
 * Has the core review tabs, and sends each frame its cards. Owns when a tab is reviewed, and with which choices and
 * texts; the core judges, the content script draws.
 */

import type { Context, Frame, FrameReview, Review, Tab, Whereabouts } from "../../pkg/sparekey.js";
import { readChoicesSoon } from "../shared/storage/choices.ts";
import type { BackgroundToFrame } from "../shared/messaging/messages.ts";
import type { Card } from "../shared/texts/card.ts";
import { vocabularyFor } from "../shared/texts/vocabularies.ts";
import { cardsFrom } from "../shared/texts/wording.ts";
import { showBadge } from "./badge.ts";
import * as engine from "../shared/engine.ts";
import { reportOn } from "./popups.ts";
import {
  allTabs,
  framesWithSnapshot,
  type ConnectedFrame,
  knownTab,
  type KnownTab,
  reviewOf,
  TOP_FRAME,
} from "./tabs.ts";
import { localDay } from "./today.ts";
import { CoalescingQueue } from "./coalescing-queue.ts";

const reviews = new CoalescingQueue<number>(review, reportOn);

/** Requests that arrive during a review of the tab are answered together by the next one. */
export function scheduleReview(tabId: number): void {
  reviews.request(tabId);
}

export function scheduleAllReviews(): void {
  for (const { id } of allTabs()) reviews.request(id);
}

/** Whether a review of the tab is running; its result will be reported to the popup when it ends. */
export function isUnderReview(tabId: number): boolean {
  return reviews.isRunning(tabId);
}

async function review(tabId: number): Promise<void> {
  const tab = knownTab(tabId);
  if (!tab) return;
  try {
    await reviewTab(tab);
  } catch (error) {
    // Texts or choices could not be read; the next change causes another review.
    console.error("Sparekey could not answer.", error);
    tab.lastReview = "failed";
  }
}

async function reviewTab(tab: KnownTab): Promise<void> {
  const { context, language } = await contextAndLanguage();
  const subject = tab.frames.get(TOP_FRAME)?.snapshot?.address;
  if (subject === undefined) {
    // Only the top frame tells which place this is. A blade that speaks first, after the worker slept, would be told
    // that there is nothing to show, and would close a card that is being read. The top frame's snapshot follows.
    delete tab.lastReview;
    return;
  }
  // Read after the wait and all at once, so that each answer gets the sequence number of the snapshot that it is about.
  const asked = [...tab.frames.values()].map((frame) => ({
    frame,
    sequence: frame.sequence,
    snapshot: frame.snapshot,
  }));
  const review = await answerOrNothing({ frames: framesWithSnapshot(tab) }, context);
  // The badge still shows the number of the previous worker, which may count a frame that is gone.
  if (!tab.lastReview) showBadge(tab);
  tab.lastReview = review ?? "failed";
  for (const { frame, sequence, snapshot } of asked) {
    if (!snapshot) continue;
    const found = review && reviewOf(frame, review);
    send(frame, {
      kind: "cards",
      sequence,
      cards: found ? await cardsOf(found, [language, found.language, review.language, snapshot.language]) : [],
      subject,
      ...(review?.place !== undefined && { place: review.place }),
    });
  }
}

async function cardsOf(found: FrameReview, languages: readonly (string | undefined)[]): Promise<Card[]> {
  return cardsFrom(found, await vocabularyFor([...languages, chrome.i18n.getUILanguage()]));
}

/**
 * Without the frames whose snapshots are malformed. Undefined if nothing can be reviewed: the frames then get no cards,
 * because the previous ones would be stale.
 */
async function answerOrNothing({ frames }: Tab, context: Context): Promise<Review | undefined> {
  try {
    return await engine.review({ frames }, context);
  } catch (error) {
    // The core's error names the malformed field and never contains text of the page.
    console.error("Sparekey could not review this page.", error);
  }
  const readable: Frame[] = [];
  for (const frame of frames) if (await isReadable(frame, context)) readable.push(frame);
  if (readable.length === 0 || readable.length === frames.length) return undefined;
  return engine.review({ frames: readable }, context).catch(() => undefined);
}

function isReadable(frame: Frame, context: Context): Promise<boolean> {
  return engine.review({ frames: [frame] }, context).then(
    () => true,
    () => false,
  );
}

/** What a frame that has gone is told is lost. */
export function send(frame: ConnectedFrame, message: BackgroundToFrame): void {
  try {
    frame.port.postMessage(message);
  } catch {
    // The frame is gone; the event of its port's end will follow.
  }
}

export async function currentContext(): Promise<Context> {
  return (await contextAndLanguage()).context;
}

async function contextAndLanguage(): Promise<{ context: Context; language: string | undefined }> {
  const { settings, policy, today, language, silencedUntil } = await readChoicesSoon(scheduleAllReviews);
  reviewAt(silencedUntil.values());
  return { context: { settings, policy, today: today ?? localDay(new Date()), whereabouts: whereabouts() }, language };
}

/** Only for the core, which offers the likeliest country first. */
function whereabouts(): Whereabouts {
  return { languages: [...navigator.languages], timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}

let nextReview: ReturnType<typeof setTimeout> | undefined;

/**
 * Reviews all tabs at the earliest of these moments, at which a silence ends. A worker that sleeps then misses it,
 * which does no harm: the next snapshot wakes it, and each review reads anew what is still silenced.
 */
function reviewAt(moments: Iterable<number>): void {
  clearTimeout(nextReview);
  const first = Math.min(...moments);
  nextReview = Number.isFinite(first) ? setTimeout(scheduleAllReviews, Math.max(0, first - Date.now()) + 1) : undefined;
}
