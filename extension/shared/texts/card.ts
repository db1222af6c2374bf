/**
 * What the hands draw: texts that are ready, in one language. It owns the form only; the words are
 * chosen in the background.
 */

import type { Anchor, Fix, Severity } from "../../../pkg/sparekey.js";

/** Everything there is to say at one spot. */
export interface Card {
  /** The snapshot's node that the card stands beside. */
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
}

/** The fix of a spot, in words. */
export interface CardFix extends Fix {
  label: string;
  /** The label as it should be heard: the number in groups. */
  spoken: string;
  /** Said beside "Undo" once it has been written. */
  done: string;
}

/** One finding, in words. */
export interface Hint {
  rule: string;
  /** `Finding.fingerprint`: two hints that have it in common say the same, whatever the language and the day. */
  fingerprint: string;
  severity: Severity;
  severityWord: string;
  /** Whether it may be put before somebody who has gone on to write elsewhere. */
  interrupts: boolean;
  title: string;
  body: string;
  /** Why it matters; absent where the rule says all there is in its body. */
  why?: string;
  source: { title: string; address: string; language: string; reviewed: string };
  /** Whether the card's fix sets it right. */
  isFixable: boolean;
  /** What may be sent to somebody, word for word; absent where there is nothing to send. */
  message?: string;
  /** Title and body as they should be heard: numbers in groups, no signs. */
  spoken: string;
}

/** What stands on the card's own controls, in the language of its texts. */
export interface CardWords {
  dismiss: string;
  why: string;
  from: string;
  to: string;
  source: string;
  fixed: string;
  /** Said to screen readers after a hint that has a fix: which key applies it. */
  fixKeySpoken: string;
  undo: string;
  details: string;
  message: string;
  copy: string;
  copied: string;
  notCopied: string;
  silence: string;
  /** Over the levels of silence, as the first words of what each of them goes on with. */
  silenceHeading: string;
  /** The levels of silence: until the value changes, this page for some hours, one rule for good. */
  silenceHere: string;
  silencePage: string;
  /** Where the card has one hint. */
  silenceRule: string;
  /** Where it has several; `$title$` stays in it for the hint's own. */
  silenceRuleNamed: string;
  silencedHere: string;
  silencedPage: string;
  silencedRule: string;
  /** The storage has refused a silence, or its undoing. */
  notStored: string;
}
