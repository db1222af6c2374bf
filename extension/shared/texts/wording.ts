/**
 * Turns findings into cards, with their parameters in the texts of one language. Owns the texts' keys, plurals, and how
 * numbers, days and regions are written; chooses neither findings nor the language.
 */

import type { Choice, Finding, Fix, FrameReview, ParamValue, Severity } from "../../../pkg/sparekey.js";
import type { Card, CardChoice, CardFix, CardWords, Hint } from "./card.ts";
import { FIX_KEY, UNDO_KEY } from "../ui/keys.ts";
import { directionOf } from "./languages.ts";

/** The `message` of every entry of one `messages.json`. */
export type Texts = ReadonlyMap<string, string>;

/** The texts of one language. */
export interface Vocabulary {
  /** BCP 47 tag. */
  language: string;
  texts: Texts;
  /** English, for texts that are missing. */
  fallback?: Vocabulary;
}

export function cardsFrom(review: FrameReview, vocabulary: Vocabulary): Card[] {
  const cards = new Map<string, Card>();
  for (const finding of review.findings) {
    const key = `${finding.anchor} ${finding.node}`;
    const hint = hintFrom(finding, vocabulary);
    const card = cards.get(key);
    if (card) {
      card.hints.push(hint);
      if (finding.choices) card.choices ??= cardChoices(finding.choices, vocabulary);
    } else {
      const fix = review.fixes.find(({ anchor, node }) => anchor === finding.anchor && node === finding.node)?.fix;
      cards.set(key, {
        node: finding.node,
        anchor: finding.anchor,
        language: vocabulary.language,
        direction: directionOf(vocabulary.language),
        words: cardWords(vocabulary),
        hints: [hint],
        ...(fix && { fix: cardFix(fix, vocabulary) }),
        ...(finding.choices && { choices: cardChoices(finding.choices, vocabulary) }),
      });
    }
  }
  return [...cards.values()];
}

export function hintFrom(finding: Finding, vocabulary: Vocabulary): Hint {
  const title = sentence(finding, "title", vocabulary, WRITTEN) ?? finding.rule;
  const body = sentence(finding, "body", vocabulary, WRITTEN) ?? "";
  const why = find(`${underscored(finding.rule)}_why`, vocabulary);
  const message = sentence(finding, "message", vocabulary, SENT);
  return {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    severity: finding.severity,
    severityWord: severityWord(finding.severity, vocabulary),
    interrupts: finding.interrupts,
    title,
    body,
    ...(why !== undefined && { why }),
    ...(message !== undefined && { message }),
    source: {
      title: finding.source.title,
      address: finding.source.address,
      language: finding.source.language,
      reviewed: fill(text("ui_reviewed", vocabulary), { date: dayName(finding.source.reviewed, vocabulary.language) }),
    },
    isFixable: finding.fix !== undefined || finding.choices !== undefined,
    spoken: [
      sentence(finding, "title", vocabulary, SPOKEN) ?? title,
      sentence(finding, "body", vocabulary, SPOKEN) ?? body,
    ]
      .filter((part) => part !== "")
      .join(" "),
  };
}

function cardFix(fix: Fix, vocabulary: Vocabulary): CardFix {
  const number = numberAmongWords(fix.after);
  return {
    ...fix,
    label: fill(text("ui_fix", vocabulary), { number }),
    spoken: fill(text("ui_fix", vocabulary), { number: grouped(fix.after) }),
    done: fill(text("ui_changed", vocabulary), { number }),
  };
}

function cardChoices(choices: readonly Choice[], vocabulary: Vocabulary): CardChoice[] {
  const nameOf = regionNames(vocabulary.language);
  return choices.map(({ fix, region, grouped: inGroups, keepsRegion }) => {
    const [country, number] = [nameOf(region), numberAmongWords(fix.after)];
    return {
      ...fix,
      label: `${isolated(country, BY_CONTENT)} ${numberAmongWords(inGroups)}`,
      spoken: `${country} ${grouped(fix.after)}`,
      done: fill(text(keepsRegion ? "ui_changed_and_kept" : "ui_changed", vocabulary), { number, country }),
      notKept: fill(text("ui_not_kept", vocabulary), { number }),
      ...(keepsRegion && { keepsRegion: region }),
    };
  });
}

export function severityWord(severity: Severity, vocabulary: Vocabulary): string {
  return text(`severity_${severity}`, vocabulary);
}

export function placeName(place: string, vocabulary: Vocabulary): string {
  return find(`place_${underscored(place)}`, vocabulary) ?? place;
}

export function text(key: string, vocabulary: Vocabulary): string {
  return find(key, vocabulary) ?? key;
}

/** As `text`, but undefined if there is none. */
export function find(key: string, { texts, fallback }: Vocabulary): string | undefined {
  return texts.get(key) ?? (fallback && find(key, fallback));
}

function cardWords(vocabulary: Vocabulary): CardWords {
  return {
    dismiss: text("ui_dismiss", vocabulary),
    why: text("ui_why", vocabulary),
    from: text("ui_from", vocabulary),
    to: text("ui_to", vocabulary),
    source: text("ui_source", vocabulary),
    fixed: fill(text("ui_fixed", vocabulary), { key: UNDO_KEY.spoken }),
    fixKeySpoken: fill(text("ui_fix_key_spoken", vocabulary), { key: FIX_KEY.spoken }),
    choiceOther: text("ui_choice_elsewhere", vocabulary),
    choiceOtherSpoken: text("ui_choice_elsewhere_spoken", vocabulary),
    choiceKeySpoken: fill(text("ui_choice_key_spoken", vocabulary), { key: FIX_KEY.spoken }),
    undo: text("ui_undo", vocabulary),
    details: text("ui_details", vocabulary),
    message: text("ui_message", vocabulary),
    copy: text("ui_copy", vocabulary),
    copied: text("ui_copied", vocabulary),
    notCopied: text("ui_not_copied", vocabulary),
    silence: text("ui_silence", vocabulary),
    silenceHeading: text("ui_silence_heading", vocabulary),
    silenceHere: text("ui_silence_here", vocabulary),
    silencePage: text("ui_silence_page", vocabulary),
    silenceRule: text("ui_silence_rule", vocabulary),
    silenceRuleNamed: text("ui_silence_rule_named", vocabulary),
    silencedHere: text("ui_silenced_here", vocabulary),
    silencedPage: text("ui_silenced_page", vocabulary),
    silencedRule: text("ui_silenced_rule", vocabulary),
    notStored: text("settings_not_saved", vocabulary),
  };
}

type TextPart = "title" | "body" | "message";

type Write = (value: ParamValue, vocabulary: Vocabulary) => string;

/** As it is written in a page. */
const WRITTEN: Write = (value, vocabulary) => {
  const text = plain(value, vocabulary);
  switch (value.kind) {
    case "text":
      return isolated(text, BY_CONTENT);
    case "phone-number":
      return numberAmongWords(text);
    case "date":
    case "month":
      return unbroken(text);
    default:
      return text;
  }
};
/** For other programs, where the invisible marks around and inside of a value would be in the way. */
const SENT: Write = (value, vocabulary) => plain(value, vocabulary);
const SPOKEN: Write = (value, vocabulary) =>
  value.kind === "phone-number" ? grouped(value.text) : plain(value, vocabulary);

/** The most specific text that there is, with its values; undefined if the rule has none of this kind. */
function sentence(finding: Finding, part: TextPart, vocabulary: Vocabulary, write: Write): string | undefined {
  const { language, texts, fallback } = vocabulary;
  const key = textKeys(finding, part, pluralOf(finding, language)).find((candidate) => texts.has(candidate));
  if (key === undefined) return fallback && sentence(finding, part, fallback, write);
  const params = Object.fromEntries(
    finding.params.map(({ name, value }) => [underscored(name), write(value, vocabulary)]),
  );
  return fill(texts.get(key) ?? "", params);
}

/** The keys of a finding's text, the most specific first. */
export function textKeys(
  { rule, variant, audience }: Pick<Finding, "rule" | "variant" | "audience">,
  part: TextPart,
  plural?: Intl.LDMLPluralRule,
): string[] {
  const stems =
    variant === undefined ? [underscored(rule)] : [`${underscored(rule)}_${underscored(variant)}`, underscored(rule)];
  const keys = stems.flatMap((stem) => [`${stem}_${audience}_${part}`, `${stem}_${part}`]);
  return plural === undefined ? keys : keys.flatMap((key) => [`${key}_${plural}`, key]);
}

/** The first count decides; a text with two counts is written so that the second needs no plural. */
function pluralOf({ params }: Finding, language: string): Intl.LDMLPluralRule | undefined {
  for (const { value } of params) {
    if (value.kind === "count" || value.kind === "days") return new Intl.PluralRules(language).select(value.count);
  }
  return undefined;
}

/** Replaces `$name$` by its value; a name without a value stays, so that a test or a reader notices. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\$([a-z_]+)\$/g, (whole, name: string) => values[name] ?? whole);
}

function plain(value: ParamValue, vocabulary: Vocabulary): string {
  const { language } = vocabulary;
  switch (value.kind) {
    case "text":
    case "phone-number":
      return value.text;
    case "region":
      return regionNames(language)(value.region);
    case "regions":
      return new Intl.ListFormat(language, { type: "disjunction" }).format(value.regions.map(regionNames(language)));
    case "date":
      return plainDay(value.date, language);
    case "month":
      return monthName(value.month, language);
    case "count":
    case "days":
      return new Intl.NumberFormat(language).format(value.count);
    case "method":
      return text(`method_${underscored(value.method)}`, vocabulary);
  }
}

/** The names of regions in a language. A code that is not valid, as may be in a policy, is returned as it is. */
export function regionNames(language: string): (region: string) => string {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return (region) => {
    try {
      return names.of(region) ?? region;
    } catch {
      return region;
    }
  };
}

/** How a language writes the first day of a month, for which `Intl` writes a plain 1. */
const FIRSTS: Readonly<Record<string, string>> = { fr: "1er", "pt-BR": "1º" };

/** A day, `YYYY-MM-DD`, as it is written in a page. */
export function dayName(day: string, language: string): string {
  return unbroken(plainDay(day, language));
}

function plainDay(day: string, language: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return day;
  const first = FIRSTS[language];
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
    .formatToParts(moment)
    .map(({ type, value }) => (type === "day" && value === "1" ? (first ?? value) : value))
    .join("");
}

/** A month, `YYYY-MM`, with its year. */
function monthName(month: string, language: string): string {
  const moment = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return month;
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(moment);
}

const NO_BREAK_SPACE = "\u00a0";
const WORD_JOINER = "\u2060";

/** Keeps a date on one line. In languages without spaces, a line would break between digits and characters. */
function unbroken(date: string): string {
  return date
    .replaceAll(" ", NO_BREAK_SPACE)
    .replace(
      /(?<=\d)(?=[\p{Script=Han}\p{Script=Hangul}])|(?<=[\p{Script=Han}\p{Script=Hangul}])(?=\d)/gu,
      WORD_JOINER,
    );
}

/** Digits in groups of three or four: a screen reader reads a long run of them as a number of billions. */
export function grouped(number: string): string {
  return number.replace(/\d{5,}/g, (run) => run.replace(/\d{3}(?=\d{3})/g, "$& "));
}

const LEFT_TO_RIGHT = "\u2066";
const BY_CONTENT = "\u2068";
const END_OF_ISOLATE = "\u2069";

/** Keeps a number on one line, and in its order even inside of right-to-left text. */
function numberAmongWords(number: string): string {
  return isolated(number.replaceAll(" ", NO_BREAK_SPACE).replaceAll("-", `-${WORD_JOINER}`), LEFT_TO_RIGHT);
}

function isolated(value: string, start: string): string {
  return `${start}${value}${END_OF_ISOLATE}`;
}

export function underscored(id: string): string {
  return id.replaceAll("-", "_");
}
