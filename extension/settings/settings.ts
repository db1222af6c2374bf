/**
 * The settings page: what the user may choose, what the organization has decided, and what Sparekey is. Owns how the
 * page reads and changes the storage; every change applies at once.
 */

import type { Ignored, PolicyReading, Severity } from "../../pkg/sparekey.js";
import { drawing, severityIcon } from "../shared/ui/icons.ts";
import ABOUT from "../generated/about.json" with { type: "json" };
import REGIONS from "../generated/regions.json" with { type: "json" };
import RULES from "../generated/rules.json" with { type: "json" };
import {
  changeChoices,
  type Changed,
  type Choices,
  choicesFrom,
  forgetPolicy,
  readChoicesSoon,
} from "../shared/storage/choices.ts";
import * as engine from "../shared/engine.ts";
import { button, element, existing, linkOut, replaceKeeping } from "../shared/ui/elements.ts";
import type { SilenceScope } from "../shared/messaging/messages.ts";
import { translateAtOnce, followLanguage } from "../shared/ui/page.ts";
import { counted, ownName, phrase, ruleName, timeOfDay } from "../shared/texts/phrases.ts";
import { saveFile } from "../shared/ui/save-file.ts";
import { SEVERITIES } from "../shared/texts/severities.ts";
import { silence, unsilence } from "../shared/storage/silences.ts";
import { dayName, placeName, regionNames, severityWord, underscored } from "../shared/texts/wording.ts";
import { changeShortcut, shortcut } from "./shortcut.ts";
import {
  type Change,
  changes,
  exported,
  type Imported,
  imported,
  LONGEST_FILE,
  type Transferable,
} from "./transfer.ts";

const MINUTE_MS = 60_000;

type StatusLine = "not-saved" | "import-answer";

const region = existing("region", HTMLSelectElement);
const language = existing("language", HTMLSelectElement);
const file = existing("file", HTMLInputElement);
const dialog = existing("import-dialog", HTMLDialogElement);

/** What each status line says, so that it can be written in another language. */
const statusTexts = new Map<StatusLine, () => string>();
/** What the import dialog shows about a file. */
let proposed: { readonly differences: readonly Change[]; readonly ignored: readonly string[] } = {
  differences: [],
  ignored: [],
};
let choices = choicesFrom({}, {}, Date.now());
let decided: PolicyReading = {
  policy: { allowedRegions: [], telecomProviderConfigured: false, switchedOff: false, silencedRules: [] },
  ignored: [],
};
let again: ReturnType<typeof setTimeout> | undefined;

translateAtOnce();
let vocabulary = await followLanguage((now) => {
  vocabulary = now;
  showAll();
});
await readAll();

region.addEventListener("change", () => void choose({ defaultRegion: region.value || undefined }));
language.addEventListener("change", () => void choose({ language: language.value || undefined }));
existing("export", HTMLButtonElement).addEventListener("click", exportFile);
existing("import", HTMLButtonElement).addEventListener("click", () => file.click());
file.addEventListener("change", () => void importFile());
existing("import-cancel", HTMLButtonElement).addEventListener("click", () => dialog.close());
existing("change-shortcut", HTMLButtonElement).addEventListener("click", () => void changeShortcut());
// Chromium fires no event for a changed shortcut; the user comes back to this tab after changing it.
document.addEventListener("visibilitychange", () => void showShortcut());
chrome.storage.onChanged.addListener((_, area) => {
  if (area === "managed") forgetPolicy();
  void choicesChanged();
});
showAll();

async function choicesChanged(): Promise<void> {
  await readAll();
  showChoices();
}

/** What is chosen and what is decided, read at one time and shown together. */
async function readAll(): Promise<void> {
  const read = await readChoicesSoon(() => void choicesChanged());
  const policy = await engine.readPolicy(read.policy);
  choices = read;
  decided = policy;
}

function choose(changed: Changed): Promise<boolean> {
  return keep(changeChoices(() => changed));
}

/**
 * Waits for a change. If the storage refuses it, every control goes back to what is stored.
 *
 * @returns whether it was stored
 */
async function keep(change: Promise<void>): Promise<boolean> {
  setStatus("not-saved", () => ""); // The same sentence again would not be announced.
  const isKept = await change.then(
    () => true,
    () => false,
  );
  if (!isKept) {
    setStatus("not-saved", () => phrase(vocabulary, "settings_not_saved"));
    await choicesChanged();
  }
  return isKept;
}

function setStatus(line: StatusLine, text: () => string): void {
  statusTexts.set(line, text);
  existing(line, HTMLElement).textContent = text();
}

/** Shows everything in the current language. */
function showAll(): void {
  document.title = phrase(vocabulary, "settings_heading");
  region.replaceChildren(
    new Option(phrase(vocabulary, "settings_region_none"), ""),
    ...regions(vocabulary.language).map(({ code, name }) => new Option(name, code)),
  );
  language.replaceChildren(
    new Option(phrase(vocabulary, "settings_language_auto"), ""),
    ...LANGUAGES.map((tag) => {
      const option = new Option(ownName(tag, LANGUAGES), tag);
      option.lang = tag;
      return option;
    }),
  );
  existing("rules", HTMLElement).replaceChildren(...SEVERITIES.flatMap(rulesOf));
  showAbout();
  void showShortcut();
  for (const [line, text] of statusTexts) setStatus(line, text);
  showProposed();
  showChoices();
}

/** Shows what depends on choices and decisions. */
function showChoices(): void {
  const { settings } = choices;
  const { policy } = decided;
  region.value = policy.defaultRegion ?? settings.defaultRegion ?? "";
  region.disabled = policy.defaultRegion !== undefined;
  existing("region-note", HTMLElement).replaceChildren(
    ...(region.disabled ? [locked()] : [phrase(vocabulary, "settings_region_note")]),
  );
  language.value = choices.language ?? "";
  existing("switched-off", HTMLElement).hidden = !policy.switchedOff;
  showDecisions();
  for (const { id } of RULES) {
    const isDecided = policy.silencedRules.includes(id);
    const box = existing(`rule-${id}`, HTMLInputElement);
    box.checked = !isDecided && !settings.silencedRules.includes(id);
    box.disabled = isDecided;
    existing(`rule-${id}-locked`, HTMLElement).replaceChildren(...(isDecided ? [locked()] : []));
  }
  showSilences();
}

function showDecisions(): void {
  const { policy, ignored } = decided;
  const { allowedRegions, telecomProviderConfigured } = policy;
  const list = new Intl.ListFormat(vocabulary.language);
  const decisions = [
    allowedRegions.length > 0
      ? phrase(vocabulary, "settings_allowed", {
          names: list.format(allowedRegions.map(regionNames(vocabulary.language))),
        })
      : undefined,
    telecomProviderConfigured ? phrase(vocabulary, "settings_telecom") : undefined,
  ].filter((decision) => decision !== undefined);
  existing("decisions", HTMLElement).replaceChildren(...decisions.map((decision) => element("li", {}, decision)));
  existing("ignored", HTMLElement).replaceChildren(...ignored.map(ignoredRow));
  existing("ignored-parts", HTMLElement).hidden = ignored.length === 0;
  existing("decided", HTMLElement).hidden = decisions.length + ignored.length === 0;
}

/** A part of the policy that is not used, and why. */
function ignoredRow({ key, position, reason }: Ignored): HTMLElement {
  return element(
    "li",
    {},
    element(
      "span",
      {},
      element("code", {}, key),
      position === undefined
        ? undefined
        : ` (${phrase(vocabulary, "settings_ignored_entry", { position: new Intl.NumberFormat(vocabulary.language).format(position) })})`,
      element("span", { class: "quiet" }, ignoredReason(reason)),
    ),
  );
}

function ignoredReason(reason: Ignored["reason"]): string {
  switch (reason.kind) {
    case "no-keys":
    case "unknown-key":
      return phrase(vocabulary, `settings_ignored_${underscored(reason.kind)}`);
    case "wrong-type":
      return phrase(vocabulary, `settings_ignored_no_${reason.expected}`);
    case "unknown-region":
      return phrase(vocabulary, "settings_ignored_unknown_region", { code: reason.code });
    case "unknown-rule":
      return phrase(vocabulary, "settings_ignored_unknown_rule", { rule: reason.rule });
  }
}

function showSilences(): void {
  const { settings, silencedUntil } = choices;
  const now = Date.now();
  const places = [...silencedUntil].filter(([, until]) => until > now);
  const rows = [
    ...places.map(([place, until]) =>
      silenceRow(
        { kind: "place", place },
        placeName(place, vocabulary),
        counted(vocabulary, "settings_silenced_until", Math.ceil((until - now) / MINUTE_MS), {
          time: timeOfDay(vocabulary, until),
        }),
      ),
    ),
    ...settings.silencedRules.map((rule) =>
      silenceRow({ kind: "rule", rule }, ruleName(vocabulary, rule), phrase(vocabulary, "settings_silenced_rule")),
    ),
  ];
  replaceKeeping(existing("silences", HTMLElement), rows, existing("silences-heading", HTMLElement));
  existing("silences", HTMLElement).hidden = rows.length === 0;
  existing("no-silences", HTMLElement).hidden = rows.length > 0;
  clearTimeout(again);
  // Brings the minutes that are left up to date.
  if (places.length > 0) again = setTimeout(showSilences, MINUTE_MS / 2);
}

function silenceRow(scope: SilenceScope, name: string, note: string): HTMLElement {
  const text = phrase(vocabulary, "popup_show_again");
  return element(
    "li",
    {},
    element("span", {}, name, element("span", { class: "quiet" }, note)),
    button(text, () => void keep(unsilence(scope)), {
      "aria-label": `${text}: ${name}`,
      "data-key": `show-${scope.kind}-${name}`,
    }),
  );
}

function rulesOf(severity: Severity): HTMLElement[] {
  const rules = RULES.filter((rule) => rule.severity === severity);
  return [
    element("h3", { "data-severity": severity }, severityIcon(severity), severityWord(severity, vocabulary)),
    element("ul", { class: "plain" }, ...rules.map(ruleRow)),
  ];
}

function ruleRow({ id, source }: (typeof RULES)[number]): HTMLElement {
  const box = element("input", { type: "checkbox", id: `rule-${id}`, "aria-describedby": `rule-${id}-why` });
  box.addEventListener("change", () => void keep((box.checked ? unsilence : silence)({ kind: "rule", rule: id })));
  const reviewed = phrase(vocabulary, "ui_reviewed", { date: dayName(source.reviewed, vocabulary.language) });
  return element(
    "li",
    { class: "rule" },
    box,
    element("label", { for: `rule-${id}` }, ruleName(vocabulary, id)),
    element("p", { id: `rule-${id}-why`, class: "quiet" }, phrase(vocabulary, `${underscored(id)}_why`)),
    element(
      "p",
      { class: "quiet" },
      linkOut(source.title, source.address, { lang: source.language }),
      ` (${reviewed})`,
    ),
    element("div", { id: `rule-${id}-locked` }),
  );
}

/** Marks what the organization has set, by an icon and in words. */
function locked(): HTMLElement {
  const lock = drawing([{ d: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5", className: "icon-line" }]);
  return element("span", { class: "locked quiet" }, lock, phrase(vocabulary, "ui_decided_by_organization"));
}

async function showShortcut(): Promise<void> {
  const keys = await shortcut();
  existing("keyboard", HTMLElement).hidden = keys === undefined;
  existing("shortcut", HTMLElement).replaceChildren(
    keys ? element("kbd", {}, keys) : phrase(vocabulary, "settings_shortcut_none"),
  );
}

function showAbout(): void {
  const day = (date: string) => dayName(date, vocabulary.language);
  const reviewed = RULES.map(({ source }) => source.reviewed).sort()[0];
  const facts: [string, string][] = [
    [phrase(vocabulary, "settings_version"), chrome.runtime.getManifest().version],
    [
      phrase(vocabulary, "settings_numbering"),
      [`libphonenumber ${ABOUT.metadataVersion}`, ABOUT.metadataDate && day(ABOUT.metadataDate)]
        .filter(Boolean)
        .join(", "),
    ],
    [phrase(vocabulary, "settings_advice"), reviewed ? day(reviewed) : ""],
  ];
  existing("about", HTMLElement).replaceChildren(
    ...facts.flatMap(([term, fact]) => [element("dt", {}, term), element("dd", {}, fact)]),
  );
}

function exportFile(): void {
  saveFile("sparekey-settings.json", exported(transferable(choices)));
}

function transferable({ settings, language: chosen }: Choices): Transferable {
  const { defaultRegion, silencedRules } = settings;
  return {
    ...(defaultRegion !== undefined && { defaultRegion }),
    ...(chosen !== undefined && { language: chosen }),
    silencedRules,
  };
}

async function importFile(): Promise<void> {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  // A file that is far too large is not read completely just to be refused.
  const text = await chosen.slice(0, 4 * LONGEST_FILE + 1).text();
  file.value = ""; // So that the same file can be chosen again.
  await choicesChanged(); // Compare with what is stored now.
  const before = transferable(choices);
  const answer = imported(text, { regions: REGIONS, languages: LANGUAGES, rules: RULES.map(({ id }) => id) }, before);
  const differences = answer.kind === "accepted" ? changes(before, answer.choices) : [];
  if (answer.kind === "refused" || differences.length === 0) answerImport(answer);
  else ask(answer.choices, differences, answer.ignored);
}

function answerImport(answer: Imported): void {
  setStatus("import-answer", () =>
    answer.kind === "refused"
      ? `${phrase(vocabulary, `settings_import_${underscored(answer.refusal)}`, { name: answer.name ?? "" })} ${phrase(vocabulary, "settings_import_unchanged")}`
      : [phrase(vocabulary, "settings_import_same"), ignoredText(answer.ignored)].join(" "),
  );
}

/** Shows what will change, and changes it only after confirmation. */
function ask(after: Transferable, differences: readonly Change[], ignored: readonly string[]): void {
  setStatus("import-answer", () => "");
  proposed = { differences, ignored };
  showProposed();
  existing("import-apply", HTMLButtonElement).onclick = () => {
    dialog.close();
    void apply(after);
  };
  dialog.showModal();
}

function showProposed(): void {
  const { differences, ignored } = proposed;
  existing("import-changes", HTMLElement).replaceChildren(
    ...differences.map((change) => element("li", {}, changeText(change))),
  );
  existing("import-ignored", HTMLElement).textContent = ignoredText(ignored);
}

async function apply({ defaultRegion, language: chosen, silencedRules }: Transferable): Promise<void> {
  if (await choose({ defaultRegion, language: chosen, silencedRules })) {
    setStatus("import-answer", () => phrase(vocabulary, "settings_import_done"));
  }
}

function changeText(change: Change): string {
  const words = (what: string, before: string, after: string) =>
    phrase(vocabulary, "settings_change", { what, before, after });
  switch (change.what) {
    case "defaultRegion": {
      const nameOf = regionNames(vocabulary.language);
      const name = (code: string | undefined) =>
        code === undefined ? phrase(vocabulary, "settings_region_none") : nameOf(code);
      return words(phrase(vocabulary, "settings_region"), name(change.before), name(change.after));
    }
    case "language": {
      const name = (tag: string | undefined) =>
        tag === undefined ? phrase(vocabulary, "settings_language_auto") : ownName(tag, LANGUAGES);
      return words(phrase(vocabulary, "settings_language"), name(change.before), name(change.after));
    }
    case "rule": {
      const state = (isOn: boolean) => phrase(vocabulary, isOn ? "settings_on" : "settings_off");
      return words(ruleName(vocabulary, change.rule), state(!change.isOn), state(change.isOn));
    }
  }
}

const MOST_IGNORED_SHOWN = 10;
const LONGEST_IGNORED_SHOWN = 40;

function ignoredText(ignored: readonly string[]): string {
  if (ignored.length === 0) return "";
  const names = ignored.slice(0, MOST_IGNORED_SHOWN).map((name) => name.slice(0, LONGEST_IGNORED_SHOWN));
  return phrase(vocabulary, "settings_import_ignored", {
    names: new Intl.ListFormat(vocabulary.language).format(names),
  });
}

/** The countries that have a numbering plan, sorted by name. */
function regions(tag: string): { code: string; name: string }[] {
  const nameOf = regionNames(tag);
  return REGIONS.map((code) => ({ code, name: nameOf(code) })).sort((one, other) =>
    one.name.localeCompare(other.name, tag),
  );
}
