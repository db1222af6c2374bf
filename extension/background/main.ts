/**
 * The background: joins what the frames of a tab see, asks the core, and sends each frame its
 * cards. It owns that traffic; judgement is the core's, drawing is the content script's.
 */

import type { Context, Review, Tab } from "../../pkg/sparekey.js";
import { forgetPolicy, readChoicesSoon } from "../shared/choices.ts";
import {
  type BackgroundToFrame,
  type BackgroundToPopup,
  FRAME_PORT,
  type FrameToBackground,
  POPUP_PORT,
  type PopupToBackground,
} from "../shared/messages.ts";
import { silence, unsilence } from "../shared/silences.ts";
import { vocabularyFor } from "../shared/vocabularies.ts";
import { showBadge } from "./badge.ts";
import "./commands.ts";
import * as engine from "./engine.ts";
import { answerReportPages } from "./reporting.ts";
import { localDay } from "./today.ts";
import {
  addFrame,
  allTabs,
  describedAgain,
  describedFrames,
  dismissedIn,
  type DescribingFrame,
  knownTab,
  type KnownTab,
  removeFrame,
  reviewOf,
  tell,
  TOP_FRAME,
} from "./tabs.ts";
import { cardsFrom } from "./wording.ts";

// Listeners are added at once, before anything is awaited: a worker that is started by an event
// loses the event otherwise.
chrome.runtime.onConnect.addListener((port) => {
  if (port.name === POPUP_PORT) popupConnected(port);
  else frameConnected(port);
});
answerReportPages(async () => (await contextAndLanguage()).context);
chrome.storage.onChanged.addListener((_, area) => {
  if (area === "managed") forgetPolicy();
  reviewAllTabs();
  void recallTabs();
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
        if (frameId === TOP_FRAME) void tell(tabId, "attend");
        break;
      case "showing":
        frame.showing = message;
        showBadge(tab);
        // Before the first review its own report is still to come.
        if (tab.lastReview) reportOn(tabId);
        break;
      case "silence":
      case "unsilence": {
        const change = message.kind === "silence" ? silence : unsilence;
        // The change of the storage has all tabs reviewed. Where it fails, the hint stays.
        change(message.scope).catch((error: unknown) => console.error("Sparekey could not keep this.", error));
        break;
      }
    }
  });
  port.onDisconnect.addListener(() => {
    if (!removeFrame(tab, frame)) return;
    if (frameId === TOP_FRAME) void tell(tabId, "rest");
    showBadge(tab);
    if (knownTab(tabId)) scheduleReview(tab);
    else reportOn(tabId);
  });

  // The first frame of a tab may be the first after the worker was restarted: ask for the others.
  if (tabIsNew) void tell(tabId, "describe");
  if (frameId === TOP_FRAME) void tell(tabId, "attend");
}

function reviewAllTabs(): void {
  for (const tab of allTabs()) scheduleReview(tab);
}

/** A worker that was started by a change of the choices has no tab to review yet. */
async function recallTabs(): Promise<void> {
  for (const { id } of await chrome.tabs.query({})) {
    if (id !== undefined && !knownTab(id)) void tell(id, "describe");
  }
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
      tab.lastReview = "failed";
    }
  }
  reviewing.delete(tabId);
  reportOn(tabId);
}

async function reviewTab(tab: KnownTab): Promise<void> {
  const { context, language } = await contextAndLanguage();
  // Read after the wait, in one go, so that answers and sequence numbers belong together.
  const asked = [...tab.frames.values()].map((frame) => ({ frame, sequence: frame.sequence, snapshot: frame.snapshot }));
  const subject = tab.frames.get(TOP_FRAME)?.snapshot?.address;
  const review = await answerOrNothing({ frames: describedFrames(tab) }, context);
  tab.lastReview = review ?? "failed";
  for (const { frame, sequence, snapshot } of asked) {
    if (!snapshot) continue;
    const found = (review && reviewOf(frame, review)) ?? { id: frame.id, findings: [] };
    const vocabulary = await vocabularyFor([language, found.language, review?.language, snapshot.language, chrome.i18n.getUILanguage()]);
    send(frame, {
      kind: "cards",
      sequence,
      cards: cardsFrom(found, vocabulary),
      ...(subject !== undefined && { subject }),
      ...(review?.place !== undefined && { place: review.place }),
    });
  }
}

/** A page that the core cannot review has nothing said about it; the hints before would be stale. */
async function answerOrNothing(tab: Tab, context: Context): Promise<Review | undefined> {
  try {
    return await engine.review(tab, context);
  } catch (error) {
    // The core's refusal names a malformed field, never what the page holds.
    console.error("Sparekey could not review this page.", error);
    return undefined;
  }
}

function send(frame: DescribingFrame, message: BackgroundToFrame): void {
  try {
    frame.port.postMessage(message);
  } catch {
    // The frame has just gone; its end is already on the way.
  }
}

async function contextAndLanguage(): Promise<{ context: Context; language: string | undefined }> {
  const { settings, policy, today, language, silencedUntil } = await readChoicesSoon(reviewAllTabs);
  reviewAt(silencedUntil.values());
  return { context: { settings, policy, today: today ?? localDay(new Date()) }, language };
}

let nextReview: ReturnType<typeof setTimeout> | undefined;

/**
 * When the first of these moments comes. A worker that sleeps then misses it, which costs nothing: the
 * next look at a page wakes it, and each review reads anew what is still silenced.
 */
function reviewAt(moments: Iterable<number>): void {
  clearTimeout(nextReview);
  const first = Math.min(...moments);
  nextReview = Number.isFinite(first) ? setTimeout(reviewAllTabs, Math.max(0, first - Date.now()) + 1) : undefined;
}

/** What each open popup is about, a tab; each window can have one. */
const popups = new Map<chrome.runtime.Port, number>();

/** What comes later is still told, after its review; where nothing comes, the popup can say so. */
const PATIENCE_MS = 400;

function popupConnected(port: chrome.runtime.Port): void {
  // A content script's document has another address.
  if (!port.sender?.url?.startsWith(chrome.runtime.getURL("popup.html"))) {
    port.disconnect();
    return;
  }
  engine.warmUp();
  port.onMessage.addListener(({ tab }: PopupToBackground) => {
    popups.set(port, tab);
    void reportSoon(port, tab);
  });
  port.onDisconnect.addListener(() => popups.delete(port));
}

async function reportSoon(port: chrome.runtime.Port, tab: number): Promise<void> {
  if (!knownTab(tab)) await describedAgain(tab, PATIENCE_MS);
  // It may have been closed meanwhile; and a review that is under way reports by itself.
  if (popups.get(port) === tab && !reviewing.has(tab)) report(port, tab);
}

/** Of a tab whose frames have not described themselves yet. */
const WAITING: Review = { silence: "waiting-for-the-page", methods: [], silencedRules: [], frames: [] };

/** To whoever has its popup open. */
function reportOn(tabId: number): void {
  for (const [port, tab] of popups) if (tab === tabId) report(port, tab);
}

function report(port: chrome.runtime.Port, tabId: number): void {
  const tab = knownTab(tabId);
  const review = tab && (tab.lastReview ?? WAITING);
  const dismissed = tab ? dismissedIn(tab) : 0;
  port.postMessage({ kind: "report", ...(review && { review }), dismissed } satisfies BackgroundToPopup);
}
