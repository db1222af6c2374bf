/**
 * What is known of each tab: its describing frames and what they saw last. In memory only, never
 * stored; when the worker ends it is forgotten, and the frames describe themselves again.
 */

import type { Frame, FrameReview, Review, Severity, Snapshot } from "../../pkg/sparekey.js";

/** A frame that describes itself, for as long as its port is open. */
export interface DescribingFrame {
  readonly id: number;
  readonly port: chrome.runtime.Port;
  sequence: number;
  snapshot?: Snapshot;
  showing: { hints: number; worst?: Severity };
}

export interface KnownTab {
  readonly id: number;
  readonly frames: Map<number, DescribingFrame>;
  lastReview?: Review;
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

export function addFrame(tabId: number, frameId: number, port: chrome.runtime.Port): { tab: KnownTab; frame: DescribingFrame } {
  const tab = tabs.get(tabId) ?? { id: tabId, frames: new Map<number, DescribingFrame>() };
  tabs.set(tabId, tab);
  // A new document in an old frame replaces what the frame was, whichever port ends first.
  const frame: DescribingFrame = { id: frameId, port, sequence: 0, showing: { hints: 0 } };
  tab.frames.set(frameId, frame);
  return { tab, frame };
}

/** Whether the frame was still known, and not yet replaced by a newer document. */
export function removeFrame(tab: KnownTab, frame: DescribingFrame): boolean {
  if (tab.frames.get(frame.id) !== frame) return false;
  tab.frames.delete(frame.id);
  if (tab.frames.size === 0) tabs.delete(tab.id);
  return true;
}

/** What the core is asked about: every frame that has described itself, the top frame first. */
export function describedFrames(tab: KnownTab): Frame[] {
  return [...tab.frames.values()]
    .flatMap(({ id, snapshot }) => (snapshot ? [{ id, snapshot }] : []))
    .sort((one, other) => one.id - other.id);
}

export function reviewOf(frame: DescribingFrame, review: Review): FrameReview | undefined {
  return review.frames.find(({ id }) => id === frame.id);
}
