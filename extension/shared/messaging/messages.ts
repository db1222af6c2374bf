/** The messages between the extension's scripts, one union for each direction. Owns their form and no behavior. */

import type { Report, Review, Severity, Snapshot } from "../../../pkg/sparekey.js";
import type { Card } from "../texts/card.ts";

/** Name of the port that each active frame keeps open. When it closes, the frame is forgotten. */
export const FRAME_PORT = "frame";

/** Over the frame's port. */
export type FrameToBackground =
  | {
      kind: "seen";
      /** Counts up for as long as the document lives; the answer contains it. */
      sequence: number;
      snapshot: Snapshot;
    }
  | {
      /** A frame inside this one has loaded a document, which may have to be activated. */
      kind: "frame-loaded";
    }
  | {
      /** How many hints are drawn now; drives the badge. */
      kind: "showing";
      hints: number;
      worst?: Severity;
      /** How many more there would be if the user had dismissed none on the page. */
      dismissed: number;
    }
  | {
      /** `silence`: the user wants no more of these hints. `unsilence`: that was a mistake. */
      kind: "silence" | "unsilence";
      scope: SilenceScope;
      /** Counts up; the answer, `stored`, carries it back. */
      request: number;
    }
  | {
      /** `keep-region`: the user has chosen this country for numbers without a code. `drop-region`: that is undone. */
      kind: "keep-region" | "drop-region";
      /** CLDR region code. */
      region: string;
      /** As above. */
      request: number;
    }
  | {
      /** The user looks for another country than those that were offered. */
      kind: "open-settings";
    };

/** A rule permanently, or a place for two hours. */
export type SilenceScope = { kind: "rule"; rule: string } | { kind: "place"; place: string };

/** Over the frame's port. */
export type BackgroundToFrame = CardsToFrame | StoredToFrame;

/** What the storage has made of a silence or a country. */
export interface StoredToFrame {
  kind: "stored";
  request: number;
  isStored: boolean;
}

export interface CardsToFrame {
  kind: "cards";
  /** Of the snapshot that this answers; a frame drops answers to older ones. */
  sequence: number;
  cards: Card[];
  /** Whom or what the tab is about: the top frame's address. */
  subject: string;
  /**
   * The id of the place that the tab shows, for "silence this page": a restarted background would not know it at that
   * time. Absent if the core does not know the page.
   */
  place?: string;
}

/** To all frames of a tab at once. */
export type ToTab = {
  /**
   * `activate`: a blade frame begins to look at its document and to send snapshots. `deactivate`: it stops, and leaves
   * no trace. `send-snapshot`: each active frame sends its snapshot, because the background does not have it.
   * `open-hint`: the browser's command was pressed; the frame that has the focus opens its hint. `show-dismissed`: what
   * the user has dismissed is shown again. The popup sends this itself, without waking the background.
   */
  kind: "activate" | "deactivate" | "send-snapshot" | "open-hint" | "show-dismissed";
};

/** Name of the port that the popup keeps open while it is open itself. */
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
       * `none`: nothing in the tab sends snapshots. `waiting`: something does, and is not reviewed yet.
       * `failed`: there should be a review and is none.
       */
      state: "none" | "waiting" | "failed";
      review?: never;
    };

/** Over the popup's port: at first, after each review of the tab, and when a hint of it is dismissed. */
export type BackgroundToPopup = ReviewState & {
  kind: "report";
  /** How many of its findings the user has dismissed on the page; the badge does not count them. */
  dismissed: number;
};

export type ReportPageToBackground = {
  kind: "report-page";
  tab: number;
};

/** Undefined if the tab shows no page that is watched. */
export type BackgroundToReportPage = Report | undefined;
