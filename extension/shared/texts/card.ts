/**
 * Cards as the hands draw them: finished texts in one language. Owns the types only; the texts are chosen in the
 * background.
 */

import type { Anchor, Fix, Severity } from "../../../pkg/sparekey.js";

/** All hints at one element. */
export interface Card {
  /** The node of the snapshot that the card is about. */
  node: number;
  anchor: Anchor;
  /** BCP 47 tag of all texts. */
  language: string;
  direction: "ltr" | "rtl";
  words: CardWords;
  /** Most severe first; never empty. */
  hints: [Hint, ...Hint[]];
}

/** One finding, in words. */
export interface Hint {
  rule: string;
  /** Identity of the finding, independent of language and of today's date. */
  fingerprint: string;
  severity: Severity;
  severityWord: string;
  /** Whether the card may open while the user is typing in another field. */
  interrupts: boolean;
  title: string;
  body: string;
  /** Why it matters; absent if the body says everything. */
  why?: string;
  source: { title: string; address: string; language: string; reviewed: string };
  fix?: Fix & {
    label: string;
    /** The label for screen readers, with the number in groups. */
    spoken: string;
    /** What the toast says beside "Undo" once the fix is written. */
    done: string;
  };
  /** A message that can be copied and sent to somebody; absent if there is none. */
  message?: string;
  /** Title and body for screen readers: numbers in groups, no invisible marks. */
  spoken: string;
}

/** The texts of the card's own controls, in the card's language. */
export interface CardWords {
  dismiss: string;
  why: string;
  from: string;
  to: string;
  source: string;
  fixed: string;
  /** For screen readers, after a hint that has a fix: which key applies it. */
  fixKeySpoken: string;
  undo: string;
  details: string;
  message: string;
  copy: string;
  copied: string;
  notCopied: string;
  silence: string;
  /** Heading of the menu with the levels of silence; each level continues it as a sentence. */
  silenceHeading: string;
  /** The levels of silence: until the value changes, this page for some hours, one rule permanently. */
  silenceHere: string;
  silencePage: string;
  /** For a card with one hint. */
  silenceRule: string;
  /** For a card with several hints; `$title$` is replaced by the hint's title. */
  silenceRuleNamed: string;
  silencedHere: string;
  silencedPage: string;
  silencedRule: string;
}
