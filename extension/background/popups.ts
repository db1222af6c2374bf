/**
 * Tells each open popup what is known of its tab. It owns which popup is about which tab, and how long
 * it is kept waiting for a tab that was forgotten; what it shows is its own.
 */

import {
  type BackgroundToPopup,
  POPUP_PORT,
  type PopupToBackground,
  type ReviewState,
} from "../shared/messaging/messages.ts";
import * as engine from "../shared/engine.ts";
import { waitForSnapshot, dismissedIn, knownTab, type KnownTab } from "./tabs.ts";

/** What each open popup is about, a tab; each window can have one. */
const popups = new Map<chrome.runtime.Port, number>();

/** What comes later is still told, after its review; where nothing comes, the popup can say so. */
const PATIENCE_MS = 400;

/** `isUnderReview`: a review of the tab goes on, and reports by itself. */
export function answerPopups(isUnderReview: (tab: number) => boolean): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== POPUP_PORT) return;
    // A content script's document has another address.
    if (!port.sender?.url?.startsWith(chrome.runtime.getURL("popup.html"))) {
      port.disconnect();
      return;
    }
    engine.warmUp();
    port.onMessage.addListener(async ({ tab }: PopupToBackground) => {
      popups.set(port, tab);
      if (!knownTab(tab)) await waitForSnapshot(tab, PATIENCE_MS);
      // It may have been closed meanwhile.
      if (popups.get(port) === tab && !isUnderReview(tab)) report(port, tab);
    });
    port.onDisconnect.addListener(() => popups.delete(port));
  });
}

/** To whoever has its popup open. */
export function reportOn(tabId: number): void {
  for (const [port, tab] of popups) if (tab === tabId) report(port, tab);
}

function report(port: chrome.runtime.Port, tabId: number): void {
  const tab = knownTab(tabId);
  const dismissed = tab ? dismissedIn(tab) : 0;
  port.postMessage({ kind: "report", ...stateOf(tab), dismissed } satisfies BackgroundToPopup);
}

function stateOf(tab: KnownTab | undefined): ReviewState {
  if (!tab) return { state: "none" };
  if (!tab.lastReview) return { state: "waiting" };
  return tab.lastReview === "failed" ? { state: "failed" } : { state: "reviewed", review: tab.lastReview };
}
