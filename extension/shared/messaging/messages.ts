/**
 * What the extension's parts say to each other, one union for each direction. It owns the words of
 * that talk and no behaviour.
 */

import type { Report, Review, Severity, Snapshot } from "../../../pkg/sparekey.js";
import type { Card } from "../texts/card.ts";

/** The name of the port that each describing frame keeps open; its end forgets the frame. */
export const FRAME_PORT = "frame";

/** Over the frame's port. */
export type FrameToBackground =
  | {
      kind: "seen";
      /** Counts up for as long as the document lives; the answer carries it back. */
      sequence: number;
      snapshot: Snapshot;
    }
  | {
      /** A frame inside this one has loaded a document, which may have to be called. */
      kind: "frame-loaded";
    }
  | {
      /** How many hints are drawn now; drives the badge. */
      kind: "showing";
      hints: number;
      worst?: Severity;
      /** How many more there would be, had the user not waved them away on the page. */
      dismissed: number;
    }
  | {
      /** `silence`: the user wants to hear no more of it. `unsilence`: that was a slip. */
      kind: "silence" | "unsilence";
      scope: SilenceScope;
      /** Counts up; the answer, `stored`, carries it back. */
      request: number;
    };

/** A rule for good, or a place for two hours. */
export type SilenceScope = { kind: "rule"; rule: string } | { kind: "place"; place: string };

/** Over the frame's port. */
export type BackgroundToFrame = CardsToFrame | StoredToFrame;

/** What the storage has made of a silence. */
export interface StoredToFrame {
  kind: "stored";
  request: number;
  isStored: boolean;
}

export interface CardsToFrame {
  kind: "cards";
  /** Of the question that this answers; a frame drops answers to older questions. */
  sequence: number;
  cards: Card[];
  /** Whom or what the tab is about: the top frame's address; absent until that frame has described itself. */
  subject?: string;
  /**
   * Which of the known places the tab shows, for "silence this page": the background may have forgotten
   * it by then. Absent where the core knows none.
   */
  place?: string;
}

/** To all frames of a tab at once. */
export type ToTab = {
  /**
   * `activate`: a blade frame begins to describe itself. `deactivate`: it stops, and leaves no trace.
   * `send-snapshot`: whoever describes itself does so again, since the background has forgotten.
   * `open-hint`: the browser's command was pressed; the frame that has the focus opens its hint.
   * `show-dismissed`: what the user has waved away comes back. The popup says so itself: it has no need
   * to wake the background for that.
   */
  kind: "activate" | "deactivate" | "send-snapshot" | "open-hint" | "show-dismissed";
};

/** The name of the port that the popup keeps open while it is. */
export const POPUP_PORT = "popup";

/** Over the popup's port. */
export type PopupToBackground = {
  kind: "watch";
  tab: number;
};

/** How far the background has come with a tab. */
export type ReviewState =
  | { state: "reviewed"; review: Review }
  | {
      /**
       * `none`: nothing in the tab describes itself. `waiting`: something does, and is not reviewed yet.
       * `failed`: there should be a review and is none.
       */
      state: "none" | "waiting" | "failed";
      review?: never;
    };

/** Over the popup's port: at first, after each review of the tab, and when a hint of it is waved away. */
export type BackgroundToPopup = ReviewState & {
  kind: "report";
  /** How many of its findings the user has waved away on the page; the badge does not count them. */
  dismissed: number;
};

export type ReportPageToBackground = {
  kind: "report-page";
  tab: number;
};

/** Undefined where the tab shows no page that is watched. */
export type BackgroundToReportPage = Report | undefined;
