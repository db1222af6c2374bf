/**
 * The background script. Owns the connections to the frames: what they saw, what they show, and what the user silenced
 * there. Reviews, popups, reports and commands have files of their own.
 */

import { forgetPolicy } from "../shared/storage/choices.ts";
import { FRAME_PORT, type FrameToBackground } from "../shared/messaging/messages.ts";
import { dropRegion, keepRegion } from "../shared/storage/regions.ts";
import { silence, unsilence } from "../shared/storage/silences.ts";
import { showBadge } from "./badge.ts";
import "./commands.ts";
import * as engine from "../shared/engine.ts";
import { answerPopups, reportOn } from "./popups.ts";
import { answerReportPages } from "./reporting.ts";
import { isUnderReview, scheduleAllReviews, scheduleReview, send } from "./reviews.ts";
import { addFrame, knownTab, removeFrame, sendToTab, TOP_FRAME } from "./tabs.ts";

// Listeners are added synchronously: a worker that is started by an event would miss it otherwise.
answerFrames();
answerPopups(isUnderReview);
answerReportPages();
chrome.storage.onChanged.addListener((_, area) => {
  if (area === "managed") forgetPolicy();
  scheduleAllReviews();
  void askUnknownTabs();
});

function answerFrames(): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === FRAME_PORT) frameConnected(port);
  });
}

function frameConnected(port: chrome.runtime.Port): void {
  const { sender } = port;
  const tabId = sender?.tab?.id;
  const frameId = sender?.frameId;
  if (sender?.id !== chrome.runtime.id || tabId === undefined || frameId === undefined) {
    port.disconnect();
    return;
  }
  engine.warmUp();
  const tabIsNew = knownTab(tabId) === undefined;
  const { tab, frame } = addFrame(tabId, frameId, port);

  port.onMessage.addListener((message: FrameToBackground) => {
    switch (message.kind) {
      case "seen":
        if (!isFrom(sender, message.snapshot.address)) break;
        frame.sequence = message.sequence;
        frame.snapshot = message.snapshot;
        scheduleReview(tabId);
        break;
      case "frame-loaded":
        if (frameId === TOP_FRAME) void sendToTab(tabId, "activate");
        break;
      case "showing":
        frame.showing = message;
        showBadge(tab);
        // Before the first review there is nothing to report yet.
        if (tab.lastReview) reportOn(tabId);
        break;
      case "silence":
      case "unsilence":
      case "keep-region":
      case "drop-region": {
        const { request } = message;
        const stored = (isStored: boolean) => send(frame, { kind: "stored", request, isStored });
        // The change of the storage causes a review of all tabs. If it fails, the hint stays.
        store(message).then(
          () => stored(true),
          () => stored(false),
        );
        break;
      }
      case "open-settings":
        void chrome.runtime.openOptionsPage();
        break;
    }
  });
  port.onDisconnect.addListener(() => {
    if (!removeFrame(tab, frame)) return;
    if (frameId === TOP_FRAME) void sendToTab(tabId, "deactivate");
    showBadge(tab);
    scheduleReview(tabId);
  });

  // After a restart of the worker this may be one of several frames of the tab: ask the others for their snapshots.
  if (tabIsNew) void sendToTab(tabId, "send-snapshot");
  if (frameId === TOP_FRAME) void sendToTab(tabId, "activate");
}

function store(message: Extract<FrameToBackground, { request: number }>): Promise<void> {
  switch (message.kind) {
    case "silence":
      return silence(message.scope);
    case "unsilence":
      return unsilence(message.scope);
    case "keep-region":
      return keepRegion(message.region);
    case "drop-region":
      return dropRegion(message.region);
  }
}

/**
 * Whether a snapshot is of the origin that the browser names for its sender; a page whose process was taken over might
 * claim another. The paths may differ: a page changes its route while its port stays open. `sender.origin` is "null" for
 * a sandboxed frame, so the origin is taken from the address.
 */
function isFrom({ url }: chrome.runtime.MessageSender, address: unknown): boolean {
  // A page that was taken over sends what it likes.
  if (typeof address !== "string" || !URL.canParse(address) || url === undefined || !URL.canParse(url)) return false;
  const { origin } = new URL(url);
  return origin !== "null" && new URL(address).origin === origin;
}

/** A worker that was started by a change of the choices knows no tabs yet; their snapshots cause reviews. */
async function askUnknownTabs(): Promise<void> {
  for (const { id } of await chrome.tabs.query({})) {
    if (id !== undefined && !knownTab(id)) void sendToTab(id, "send-snapshot");
  }
}
