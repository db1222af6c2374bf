// What the gallery of hints draws. Owns the types that the test and its page share.

import type { FrameReview } from "../../pkg/sparekey.js";

export interface GalleryLook {
  /** BCP 47 tag of the page, which decides its direction. */
  readonly page: string;
  /** BCP 47 tag of the texts: the page's language, if there are texts in it. */
  readonly language: string;
  readonly theme: "light" | "dark";
}

/** The forms of a card for less room than the whole card needs. */
export const FORMS = ["terse", "narrow", "compact", "headline", "line"] as const;

/** What is drawn: the findings at one element. */
export interface Shown {
  /** Of the element that is then looked for. */
  readonly id: string;
  readonly review: FrameReview;
  readonly form?: (typeof FORMS)[number];
  /** The toast that is left once the fix was applied, instead of the card. */
  readonly isDone?: true;
}
