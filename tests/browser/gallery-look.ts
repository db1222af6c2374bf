// What the gallery of hints is told to draw. Owns the words between the test and the page it runs.

import type { FrameReview } from "../../pkg/sparekey.js";

export interface GalleryLook {
  /** BCP 47 tag of the page, which decides how it runs. */
  readonly page: string;
  /** The same of the texts: the page's language, where there are texts in it. */
  readonly language: string;
  readonly theme: "light" | "dark";
}

/** The forms of a card that has no room for its own. */
export const FORMS = ["terse", "narrow", "compact", "headline", "line"] as const;

/** What is drawn: the findings of one spot. */
export interface Shown {
  /** Of the element that is then looked for. */
  readonly id: string;
  readonly review: FrameReview;
  readonly form?: (typeof FORMS)[number];
  /** The line that is left once its fix was applied, instead of the card. */
  readonly isDone?: true;
}
