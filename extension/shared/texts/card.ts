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
  /** Sets right whichever of them is fixable; absent where none is. */
  fix?: CardFix;
  /** The fixes to choose from, where only the person can say which is right; at least one. */
  choices?: readonly CardChoice[];
}

/** The fix of a spot, in words. */
export interface CardFix extends Fix {
  label: string;
  /** The label as it should be heard: the number in groups. */
  spoken: string;
  /** Said beside "Undo" once it has been written. */
  done: string;
}

/** One of several fixes, in words. `label`: the country and the number in groups. */
export interface CardChoice extends CardFix {
  /** The country is to be kept as the user's: a CLDR region code. */
  keepsRegion?: string;
  /** Said in place of `done` if the country could not be stored. */
  notKept: string;
}

/** One finding, in words. */
export interface Hint {
  rule: string;
  /** `Finding.fingerprint`: the identity of the finding, independent of language and of today's date. */
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
  /** Whether the card's fix sets it right. */
  isFixable: boolean;
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
  /** The button behind the choices, which leads to all countries; seen and heard. */
  choiceOther: string;
  choiceOtherSpoken: string;
  /** For screen readers, after a hint that has choices: which key leads to them. */
  choiceKeySpoken: string;
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
  /** The storage has refused a silence, or its undoing. */
  notStored: string;
}
