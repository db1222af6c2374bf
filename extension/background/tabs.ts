/**
 * What the background knows about each tab: its connected frames and their last snapshots. In memory only, never
 * stored: a restarted worker asks the frames for new snapshots. Owns that memory and the messages to tabs.
 */

import type { Frame, FrameReview, Review, Severity, Snapshot } from "../../pkg/sparekey.js";
import type { ToTab } from "../shared/messaging/messages.ts";

/** A frame that sends snapshots, for as long as its port is open. */
export interface ConnectedFrame {
  readonly id: number;
  readonly port: chrome.runtime.Port;
  sequence: number;
  snapshot?: Snapshot;
  showing: { hints: number; worst?: Severity; dismissed: number };
}

export interface KnownTab {
  readonly id: number;
  readonly frames: Map<number, ConnectedFrame>;
  /** `failed`: the core could not answer, or texts or choices could not be read. */
  lastReview?: Review | "failed";
}

/** The frame id of the tab's own document; frames inside it have other ids. */
export const TOP_FRAME = 0;

const tabs = new Map<number, KnownTab>();

export function knownTab(id: number): KnownTab | undefined {
  return tabs.get(id);
}

export function allTabs(): KnownTab[] {
  return [...tabs.values()];
}

export function addFrame(
  tabId: number,
  frameId: number,
  port: chrome.runtime.Port,
): { tab: KnownTab; frame: ConnectedFrame } {
  const tab = tabs.get(tabId) ?? { id: tabId, frames: new Map<number, ConnectedFrame>() };
  tabs.set(tabId, tab);
  // A new document in the same frame replaces the old one, whichever of their ports ends first.
  const frame: ConnectedFrame = { id: frameId, port, sequence: 0, showing: { hints: 0, dismissed: 0 } };
  tab.frames.set(frameId, frame);
  return { tab, frame };
}

/** False if a newer document had already replaced the frame. */
export function removeFrame(tab: KnownTab, frame: ConnectedFrame): boolean {
  if (tab.frames.get(frame.id) !== frame) return false;
  tab.frames.delete(frame.id);
  if (tab.frames.size === 0) tabs.delete(tab.id);
  return true;
}

export function dismissedIn(tab: KnownTab): number {
  return [...tab.frames.values()].reduce((sum, { showing }) => sum + showing.dismissed, 0);
}

/** The frames that have sent a snapshot, the top frame first: what the core is asked about. */
export function framesWithSnapshot(tab: KnownTab): Frame[] {
  return [...tab.frames.values()]
    .flatMap(({ id, snapshot }) => (snapshot ? [{ id, snapshot }] : []))
    .sort((one, other) => one.id - other.id);
}

export function reviewOf(frame: ConnectedFrame, review: Review): FrameReview | undefined {
  return review.frames.find(({ id }) => id === frame.id);
}

/** Sends a message to all frames of a tab. False if no content script listens there, which is no failure. */
export function sendToTab(tabId: number, kind: ToTab["kind"]): Promise<boolean> {
  return chrome.tabs.sendMessage(tabId, { kind } satisfies ToTab).then(
    () => true,
    () => false,
  );
}

/** How often `waitForSnapshot` checks. */
const STEP_MS = 100;
/** After the top frame's snapshot; those of the blades come a little later. */
const OTHER_FRAMES_MS = 400;

/**
 * Asks a tab that a restarted worker does not know for its snapshots. Waits at most `patienceMs` until the message is
 * received, and as long again for the top frame's snapshot.
 */
export async function waitForSnapshot(tabId: number, patienceMs: number): Promise<void> {
  const isDescribed = () => knownTab(tabId)?.frames.get(TOP_FRAME)?.snapshot !== undefined;
  if (isDescribed()) return;
  // A page that is blocked, by a native dialog for instance, neither receives nor rejects the message.
  const isHeard = await Promise.race([sendToTab(tabId, "send-snapshot"), after(patienceMs)]);
  if (!isHeard) return;
  for (let waited = 0; waited < patienceMs; waited += STEP_MS) {
    await after(STEP_MS);
    if (isDescribed()) return after(OTHER_FRAMES_MS);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
