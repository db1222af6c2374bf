/**
 * The background: joins what the frames of a tab see, asks the core, and sends each frame its
 * cards. It owns that traffic; judgement is the core's, drawing is the content script's.
 */

import type { Context, Review, Tab } from "../../pkg/sparekey.js";
import { forgetPolicy, readChoicesSoon } from "../shared/choices.ts";
import {
  type BackgroundToFrame,
  type BackgroundToPopup,
  type BackgroundToTab,
  FRAME_PORT,
  type FrameToBackground,
  type PopupToBackground,
} from "../shared/messages.ts";
import { showBadge } from "./badge.ts";
import * as engine from "./engine.ts";
import { answerReportPages } from "./reporting.ts";
import { localDay } from "./today.ts";
import {
  addFrame,
  allTabs,
  describedFrames,
  type DescribingFrame,
  knownTab,
  type KnownTab,
  removeFrame,
  reviewOf,
  TOP_FRAME,
} from "./tabs.ts";
import { vocabularyFor } from "./vocabularies.ts";
import { cardsFrom, placeName, severityWord } from "./wording.ts";

// Listeners are added at once, before anything is awaited: a worker that is started by an event
// loses the event otherwise.
chrome.runtime.onConnect.addListener(frameConnected);
chrome.runtime.onMessage.addListener((message: PopupToBackground, sender, answer) => {
  // The popup alone asks with messages; a content script's document has another address.
  if (sender.url !== chrome.runtime.getURL("popup.html") || message.kind !== "report") return false;
  report(message.tab).then(answer, () => answer(undefined));
  return true;
});
answerReportPages(currentContext);
chrome.storage.onChanged.addListener((_, area) => {
  if (area === "managed") forgetPolicy();
  reviewAllTabs();
});

function frameConnected(port: chrome.runtime.Port): void {
  const { sender } = port;
  const tabId = sender?.tab?.id;
  const frameId = sender?.frameId;
  if (port.name !== FRAME_PORT || sender?.id !== chrome.runtime.id || tabId === undefined || frameId === undefined) {
    port.disconnect();
    return;
  }
  engine.warmUp();
  const tabIsNew = knownTab(tabId) === undefined;
  const { tab, frame } = addFrame(tabId, frameId, port);

  port.onMessage.addListener((message: FrameToBackground) => {
    switch (message.kind) {
      case "seen":
        frame.sequence = message.sequence;
        frame.snapshot = message.snapshot;
        scheduleReview(tab);
        break;
      case "frame-loaded":
        if (frameId === TOP_FRAME) tell(tabId, "attend");
        break;
      case "showing":
        frame.showing = message;
        showBadge(tab);
        break;
    }
  });
  port.onDisconnect.addListener(() => {
    if (!removeFrame(tab, frame)) return;
    if (frameId === TOP_FRAME) tell(tabId, "rest");
    showBadge(tab);
    scheduleReview(tab);
  });

  // The first frame of a tab may be the first after the worker was restarted: ask for the others.
  if (tabIsNew) tell(tabId, "describe");
  if (frameId === TOP_FRAME) tell(tabId, "attend");
}

function tell(tabId: number, kind: BackgroundToTab["kind"]): void {
  // Rejects where no frame listens, which is no failure.
  chrome.tabs.sendMessage(tabId, { kind } satisfies BackgroundToTab).catch(() => undefined);
}

function reviewAllTabs(): void {
  for (const tab of allTabs()) scheduleReview(tab);
}

const reviewing = new Map<number, Promise<void>>();
const stale = new Set<number>();

/** One review of a tab at a time; whatever arrives meanwhile is looked at together afterwards. */
function scheduleReview(tab: KnownTab): void {
  // Its last frame has gone. With nothing to wait for, the review would end before it is noted below.
  if (knownTab(tab.id) === undefined) return;
  stale.add(tab.id);
  if (reviewing.has(tab.id)) return;
  reviewing.set(tab.id, reviewUntilFresh(tab.id));
}

async function reviewUntilFresh(tabId: number): Promise<void> {
  while (stale.delete(tabId)) {
    const tab = knownTab(tabId);
    if (!tab) continue;
    try {
      await reviewTab(tab);
    } catch (error) {
      // Texts or choices could not be read; the next change asks anew.
      console.error("Sparekey could not answer.", error);
    }
  }
  reviewing.delete(tabId);
}

async function reviewTab(tab: KnownTab): Promise<void> {
  const context = await currentContext();
  // Read after the wait, in one go, so that answers and sequence numbers belong together.
  const asked = [...tab.frames.values()].map((frame) => ({ frame, sequence: frame.sequence, snapshot: frame.snapshot }));
  const subject = tab.frames.get(TOP_FRAME)?.snapshot?.address;
  const review = await answerOrNothing({ frames: describedFrames(tab) }, context);
  tab.lastReview = review;
  for (const { frame, sequence, snapshot } of asked) {
    if (!snapshot) continue;
    const found = reviewOf(frame, review) ?? { id: frame.id, findings: [] };
    const vocabulary = await vocabularyFor([found.language, review.language, snapshot.language, chrome.i18n.getUILanguage()]);
    send(frame, { kind: "cards", sequence, cards: cardsFrom(found, vocabulary), ...(subject !== undefined && { subject }) });
  }
}

/** A page that the core cannot review has nothing said about it; the hints before would be stale. */
async function answerOrNothing(tab: Tab, context: Context): Promise<Review> {
  try {
    return await engine.review(tab, context);
  } catch (error) {
    // The core's refusal names a malformed field, never what the page holds.
    console.error("Sparekey could not review this page.", error);
    return { methods: [], frames: [] };
  }
}

function send(frame: DescribingFrame, message: BackgroundToFrame): void {
  try {
    frame.port.postMessage(message);
  } catch {
    // The frame has just gone; its end is already on the way.
  }
}

async function currentContext(): Promise<Context> {
  const { settings, policy, today } = await readChoicesSoon(reviewAllTabs);
  return { settings, policy, today: today ?? localDay(new Date()) };
}

/** How long the popup waits for the frames of a tab that a restarted worker has forgotten. */
const DESCRIBE_WAIT_MS = 400;

async function report(tabId: number): Promise<BackgroundToPopup | undefined> {
  if (!knownTab(tabId)) {
    tell(tabId, "describe");
    await new Promise((resolve) => setTimeout(resolve, DESCRIBE_WAIT_MS));
  }
  await reviewing.get(tabId);
  const tab = knownTab(tabId);
  if (tab && !tab.lastReview) return { silence: "waiting-for-the-page", hints: [] };
  const review = tab?.lastReview;
  if (review?.place === undefined) return undefined;
  const vocabulary = await vocabularyFor([chrome.i18n.getUILanguage()]);
  return {
    place: placeName(review.place, vocabulary),
    ...(review.silence && { silence: review.silence }),
    hints: review.frames
      .flatMap((frame) => cardsFrom(frame, vocabulary))
      .flatMap(({ hints }) => hints)
      .map(({ severity, title }) => ({ severity, severityWord: severityWord(severity, vocabulary), title })),
  };
}

