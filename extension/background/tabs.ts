/**
 * What is known of each tab: its describing frames and what they saw last. In memory only, never
 * stored; when the worker ends it is forgotten, and the frames describe themselves again. It owns that
 * memory and how a tab is spoken to.
 */

import type { Frame, FrameReview, Review, Severity, Snapshot } from "../../pkg/sparekey.js";
import type { ToTab } from "../shared/messaging/messages.ts";

/** A frame that describes itself, for as long as its port is open. */
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
  /** `failed`: the core could not answer, or what it needs to be asked could not be read. */
  lastReview?: Review | "failed";
}

/** The tab's own document; frames inside it have other ids. */
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
  // A new document in an old frame replaces what the frame was, whichever port ends first.
  const frame: ConnectedFrame = { id: frameId, port, sequence: 0, showing: { hints: 0, dismissed: 0 } };
  tab.frames.set(frameId, frame);
  return { tab, frame };
}

/** Whether the frame was still known, and not yet replaced by a newer document. */
export function removeFrame(tab: KnownTab, frame: ConnectedFrame): boolean {
  if (tab.frames.get(frame.id) !== frame) return false;
  tab.frames.delete(frame.id);
  if (tab.frames.size === 0) tabs.delete(tab.id);
  return true;
}

export function dismissedIn(tab: KnownTab): number {
  return [...tab.frames.values()].reduce((sum, { showing }) => sum + showing.dismissed, 0);
}

/** What the core is asked about: every frame that has described itself, the top frame first. */
export function framesWithSnapshot(tab: KnownTab): Frame[] {
  return [...tab.frames.values()]
    .flatMap(({ id, snapshot }) => (snapshot ? [{ id, snapshot }] : []))
    .sort((one, other) => one.id - other.id);
}

export function reviewOf(frame: ConnectedFrame, review: Review): FrameReview | undefined {
  return review.frames.find(({ id }) => id === frame.id);
}

/** Whether anything in the tab listens; where nothing does, that is no failure. */
export function tell(tabId: number, kind: ToTab["kind"]): Promise<boolean> {
  return chrome.tabs.sendMessage(tabId, { kind } satisfies ToTab).then(
    () => true,
    () => false,
  );
}

/** How often a forgotten tab is looked for. */
const STEP_MS = 100;
/** After the first frame; the blades' own come a little later. */
const OTHER_FRAMES_MS = 400;

/**
 * Has a tab that a restarted worker has forgotten describe itself. Waits as long as is said until it is heard, and as
 * long again for its top frame.
 */
export async function waitForSnapshot(tabId: number, patienceMs: number): Promise<void> {
  const isDescribed = () => knownTab(tabId)?.frames.get(TOP_FRAME)?.snapshot !== undefined;
  if (isDescribed()) return;
  // A page that is held up, by a dialog of its own for instance, neither hears nor refuses.
  const isHeard = await Promise.race([tell(tabId, "send-snapshot"), after(patienceMs)]);
  if (!isHeard) return;
  for (let waited = 0; waited < patienceMs; waited += STEP_MS) {
    await after(STEP_MS);
    if (isDescribed()) return after(OTHER_FRAMES_MS);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
