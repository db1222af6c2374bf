/**
 * Reports to each open popup what is known about its tab. Owns which popup belongs to which tab, and how long a popup
 * waits for a tab that a restarted worker does not know; what is shown is decided in `popup/`.
 */

import {
  type BackgroundToPopup,
  POPUP_PORT,
  type PopupToBackground,
  type ReviewState,
} from "../shared/messaging/messages.ts";
import * as engine from "../shared/engine.ts";
import { waitForSnapshot, dismissedIn, knownTab, type KnownTab } from "./tabs.ts";

/** The tab that each open popup is about. Every window can have a popup open. */
const popups = new Map<chrome.runtime.Port, number>();

/**
 * How long to wait for a snapshot. A later one is still reported, after its review; without any, the popup can say so.
 */
const PATIENCE_MS = 400;

/** `isUnderReview`: whether a review of the tab is running, which will be reported when it ends. */
export function answerPopups(isUnderReview: (tab: number) => boolean): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== POPUP_PORT) return;
    // A content script can open such a port as well, but its sender has the address of a web page.
    if (!port.sender?.url?.startsWith(chrome.runtime.getURL("popup.html"))) {
      port.disconnect();
      return;
    }
    engine.warmUp();
    port.onMessage.addListener(async ({ tab }: PopupToBackground) => {
      popups.set(port, tab);
      if (!knownTab(tab)) await waitForSnapshot(tab, PATIENCE_MS);
      // The popup may have been closed meanwhile.
      if (popups.get(port) === tab && !isUnderReview(tab)) report(port, tab);
    });
    port.onDisconnect.addListener(() => popups.delete(port));
  });
}

/** Reports to the popups that are open on this tab. */
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
