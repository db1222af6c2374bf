/**
 * Builds what the popup shows of a report. Owns which text stands for which verdict of the core, and makes no verdict
 * itself.
 */

import type {
  End,
  Finding,
  MethodSeen,
  NextStep,
  Review,
  Silence,
  SilencedRule,
  TelephonyEnd,
} from "../../pkg/sparekey.js";
import ABOUT from "../generated/about.json" with { type: "json" };
import type { Hint } from "../shared/texts/card.ts";
import { severityIcon } from "../shared/ui/icons.ts";
import { button, element, existing, linkOut, replaceKeeping } from "../shared/ui/elements.ts";
import type { BackgroundToPopup, SilenceScope } from "../shared/messaging/messages.ts";
import { counted, phrase, ruleName, timeOfDay } from "../shared/texts/phrases.ts";
import { unsilence } from "../shared/storage/silences.ts";
import { dayName, hintFrom, placeName, underscored, type Vocabulary } from "../shared/texts/wording.ts";
import { worthIcon } from "./worth-icons.ts";

/** What else the texts depend on. */
interface Circumstances {
  silencedUntil: ReadonlyMap<string, number>;
  /** Whether the browser lets Sparekey look at all of its pages. */
  mayLook: boolean;
}

/** `report` is undefined until the background has answered. */
export function show(
  report: BackgroundToPopup | undefined,
  circumstances: Circumstances,
  vocabulary: Vocabulary,
  showDismissed: () => void,
): void {
  const hasFailed = report?.state === "failed";
  const review = report?.review;
  const found = (review?.frames ?? []).flatMap(({ id, findings }) =>
    findings.map((finding) => ({ frame: id, finding })),
  );
  const place = review?.place;
  const noPlace = hasFailed ? "popup_failed" : "popup_unknown_page";
  write("place", report ? (place ? placeName(place, vocabulary) : phrase(vocabulary, noPlace)) : "");
  write(
    "status",
    report ? statusText(report, found.length, circumstances, vocabulary) : phrase(vocabulary, "popup_state_looking"),
  );
  // Without a frame that sends snapshots there is nothing to report.
  existing("report", HTMLButtonElement).hidden = report === undefined || report.state === "none";
  const knowsNoPage = report?.state === "none" || review?.silence === "unknown-page";
  fillSection(
    "elsewhere",
    knowsNoPage
      ? [linkOut(placeName("security-info", vocabulary), ABOUT.securityInfo, { "data-key": "elsewhere" })]
      : [],
  );
  const isSilenced = review?.silence === "silenced-by-user" && place !== undefined;
  fillSection("show-again", isSilenced ? [showAgain({ kind: "place", place }, vocabulary)] : []);
  fillSection("dismissed", report?.dismissed ? dismissed(report.dismissed, vocabulary, showDismissed) : []);
  fillSection(
    "findings",
    found.map((it) => finding(hintFrom(it.finding, vocabulary), keyOf(it), vocabulary)),
    "found",
  );
  write("step-text", review?.nextStep ? stepText(review.nextStep, review, vocabulary) : "", "step");
  fillSection(
    "methods",
    alike(review?.methods ?? []).map(([method, count]) => methodSeen(method, count, vocabulary)),
    "seen",
  );
  write("telephony", review?.telephonyEnd ? telephonyText(review.telephonyEnd, vocabulary) : "", "telephony");
  fillSection(
    "silenced-rules",
    (review?.silencedRules ?? []).map((rule) => silencedRule(rule, vocabulary)),
    "silenced",
  );
}

/** Writes a text only if it has changed: a screen reader announces it each time it is written. */
function write(id: string, text: string, section?: string): void {
  const place = existing(id, HTMLElement);
  if (place.textContent !== text) place.textContent = text;
  if (section !== undefined) existing(section, HTMLElement).hidden = text === "";
}

function fillSection(id: string, children: readonly Node[], section = id): void {
  replaceKeeping(existing(id, HTMLElement), children, existing("status", HTMLElement));
  existing(section, HTMLElement).hidden = children.length === 0;
}

/** The text that says why there is no hint. */
const SILENCE_TEXTS = {
  "unknown-page": "popup_state_unknown",
  "waiting-for-the-page": "popup_state_waiting",
  "nothing-wrong": "popup_state_nothing_wrong",
  "method-not-known": "popup_state_method_not_known",
  "nothing-to-say": "popup_state_nothing_to_say",
  "rules-silenced": "popup_state_rules_silenced",
  "silenced-by-user": "popup_state_silenced_until",
  "switched-off-by-organization": "popup_state_switched_off",
} as const satisfies Record<Silence, string>;

function statusText(
  { state, review }: BackgroundToPopup,
  count: number,
  { silencedUntil, mayLook }: Circumstances,
  vocabulary: Vocabulary,
): string {
  switch (state) {
    case "none":
      return phrase(vocabulary, mayLook ? SILENCE_TEXTS["unknown-page"] : "popup_state_no_permission");
    case "waiting":
      return phrase(vocabulary, SILENCE_TEXTS["waiting-for-the-page"]);
    case "failed":
      return phrase(vocabulary, "popup_state_failed");
    case "reviewed": {
      if (count > 0) return counted(vocabulary, "popup_state_found", count);
      const until = silencedUntil.get(review.place ?? "");
      return phrase(vocabulary, SILENCE_TEXTS[review.silence ?? "unknown-page"], {
        ...(until !== undefined && { time: timeOfDay(vocabulary, until) }),
      });
    }
  }
}

/**
 * Identifies a finding, even if others appear before it. Not by its node at a list, which its page rebuilds all the
 * time.
 */
function keyOf({ frame, finding: { rule, anchor, node } }: { frame: number; finding: Finding }): string {
  return `finding-${frame}-${rule}-${anchor === "list" ? "list" : node}`;
}

function finding(
  { severity, severityWord, title, body, why, source }: Hint,
  key: string,
  vocabulary: Vocabulary,
): HTMLElement {
  return element(
    "li",
    {},
    element(
      "details",
      { class: "finding", "data-severity": severity, "data-key": key },
      element(
        "summary",
        {},
        severityIcon(severity),
        element(
          "span",
          {},
          element("span", { class: "severity" }, severityWord),
          " ",
          element("span", { class: "title" }, title),
        ),
      ),
      element(
        "div",
        { class: "more" },
        body === "" ? undefined : element("p", {}, body),
        why === undefined ? undefined : element("p", {}, why),
        element(
          "p",
          { class: "quiet" },
          `${phrase(vocabulary, "ui_source")} `,
          linkOut(source.title, source.address, { lang: source.language, "data-key": `${key}-source` }),
          ` (${source.reviewed})`,
        ),
      ),
    ),
  );
}

function stepText(step: NextStep, { audience }: Review, vocabulary: Vocabulary): string {
  const key = `next_step_${underscored(step.step)}_${audience ?? "user"}`;
  return phrase(
    vocabulary,
    key,
    "method" in step ? { method: phrase(vocabulary, `method_to_add_${underscored(step.method)}`) } : {},
  );
}

/** Each different method once, with its count: five security keys need no five rows. */
function alike(methods: readonly MethodSeen[]): [MethodSeen, number][] {
  const counts = new Map<string, [MethodSeen, number]>();
  for (const method of methods) {
    const key = JSON.stringify(method);
    counts.set(key, [method, (counts.get(key)?.[1] ?? 0) + 1]);
  }
  return [...counts.values()];
}

function methodSeen({ method, worth, usable, end }: MethodSeen, count: number, vocabulary: Vocabulary): HTMLElement {
  const name = phrase(vocabulary, `method_name_${underscored(method)}`);
  const facts = [
    phrase(vocabulary, `worth_${underscored(worth)}`),
    usable ? undefined : phrase(vocabulary, "popup_method_unusable"),
    end && endText(end, vocabulary),
  ].filter((fact) => fact !== undefined);
  return element(
    "li",
    { class: "method", "data-worth": worth },
    worthIcon(worth),
    element(
      "span",
      {},
      element(
        "span",
        { class: "name" },
        count > 1 ? `${name} × ${new Intl.NumberFormat(vocabulary.language).format(count)}` : name,
      ),
      element("span", { class: "facts" }, ...facts.map((fact) => element("span", {}, fact))),
    ),
  );
}

function endText({ phase }: End, vocabulary: Vocabulary): string | undefined {
  switch (phase?.phase) {
    case "before":
      return counted(vocabulary, "popup_method_ends", phase.days);
    case "ended":
      return phrase(vocabulary, "popup_method_ended");
    case undefined:
      return undefined;
  }
}

function telephonyText({ end, dayForAdminsAndExternal }: TelephonyEnd, vocabulary: Vocabulary): string {
  const { language } = vocabulary;
  const days = { date: dayName(end.day, language), admins_date: dayName(dayForAdminsAndExternal ?? end.day, language) };
  switch (end.phase?.phase) {
    case "before":
      return counted(vocabulary, "popup_telephony_before", end.phase.days, days);
    case "ended":
      return phrase(vocabulary, "popup_telephony_ended", days);
    case undefined:
      return "";
  }
}

function silencedRule({ rule, by }: SilencedRule, vocabulary: Vocabulary): HTMLElement {
  const name = element("span", { class: "name" }, ruleName(vocabulary, rule));
  switch (by) {
    case "user":
      return element(
        "li",
        { class: "row" },
        name,
        showAgain({ kind: "rule", rule }, vocabulary, ruleName(vocabulary, rule)),
      );
    case "organization":
      return element(
        "li",
        { class: "row" },
        name,
        element("span", { class: "quiet" }, phrase(vocabulary, "ui_decided_by_organization")),
      );
  }
}

function dismissed(count: number, vocabulary: Vocabulary, showDismissed: () => void): Node[] {
  const text = counted(vocabulary, "popup_dismissed", count);
  return [
    element("span", { class: "name quiet" }, text),
    showAgainButton("show-dismissed", showDismissed, vocabulary, text),
  ];
}

function showAgain(scope: SilenceScope, vocabulary: Vocabulary, what?: string): HTMLButtonElement {
  const key = scope.kind === "rule" ? `show-${scope.rule}` : "show-page";
  return showAgainButton(key, () => void unsilence(scope), vocabulary, what);
}

function showAgainButton(key: string, press: () => void, vocabulary: Vocabulary, what?: string): HTMLButtonElement {
  const text = phrase(vocabulary, "popup_show_again");
  // A screen reader may announce the button without its row; then it has to say itself what it brings back.
  return button(text, press, { "data-key": key, ...(what !== undefined && { "aria-label": `${text}: ${what}` }) });
}
