/**
 * The report page: shows what a report on a tab would hold, and saves it as a file when told to. It
 * owns the look of the preview; what stays and what is masked is the core's to say.
 */

import type { Line, Piece, Report } from "../../pkg/sparekey.js";
import { element, existing } from "../shared/ui/elements.ts";
import type { BackgroundToReportPage, ReportPageToBackground } from "../shared/messaging/messages.ts";
import { dressAtOnce, followLanguage } from "../shared/ui/page.ts";
import { phrase, ruleName } from "../shared/texts/phrases.ts";
import { saveFile } from "../shared/ui/save-file.ts";
import { dayName, placeName } from "../shared/texts/wording.ts";
import { written } from "./file.ts";

let report: Report | undefined;
let isSaved = false;

dressAtOnce();
let vocabulary = await followLanguage((now) => {
  vocabulary = now;
  showTexts();
});
showTexts();
existing("cancel", HTMLButtonElement).addEventListener("click", () => void close());
existing("save", HTMLButtonElement).addEventListener("click", () => {
  if (report) save(report);
});
void show();

function text(key: string): string {
  return phrase(vocabulary, key);
}

async function show(): Promise<void> {
  const tab = Number(new URLSearchParams(location.search).get("tab"));
  // Rejects where the worker ends while it waits for the page; then nothing can be shown either.
  report = await chrome.runtime
    .sendMessage<ReportPageToBackground, BackgroundToReportPage>({ kind: "report-page", tab })
    .catch(() => undefined);
  existing(report ? "report" : "nothing", HTMLElement).hidden = false;
  existing("save", HTMLButtonElement).hidden = !report; // Chromium makes null of "undefined".
  existing("preview", HTMLElement).replaceChildren(...(report?.outline ?? []).map(lineOf));
  showTexts();
  document.querySelector("main")?.removeAttribute("aria-busy");
}

/** Everything that is in the reader's language and not in the markup. */
function showTexts(): void {
  document.title = `${text("report_heading")} \u2013 Sparekey`;
  if (report) showSummary(report);
  if (isSaved) existing("status", HTMLElement).textContent = text("report_saved");
}

function showSummary({ file, summary }: Report): void {
  const number = new Intl.NumberFormat(vocabulary.language);
  const { place, rules } = file.said;
  const silenced = file.context.settings?.silencedRules ?? [];
  const rows: [key: string, value: string | HTMLElement | undefined][] = [
    ["report_place", place && placeName(place, vocabulary)],
    ["report_said", rules.length > 0 ? ruleNames(rules) : text("report_said_nothing")],
    ["report_silenced", silenced.length > 0 ? ruleNames(silenced) : undefined],
    ["report_day", file.context.today && dayName(file.context.today, vocabulary.language)],
    ["report_version", file.sparekey],
    ["report_elements", number.format(summary.nodes)],
    ["report_kept", number.format(summary.kept)],
    ["report_masked", number.format(summary.masked)],
  ];
  existing("summary", HTMLElement).replaceChildren(
    ...rows.flatMap(([key, value]) => (value ? [element("dt", {}, text(key)), element("dd", {}, value)] : [])),
  );
}

/** Each with its id, which is what the file has of it. */
function ruleNames(rules: readonly string[]): HTMLElement {
  const named = (rule: string) =>
    element("li", {}, ruleName(vocabulary, rule), " ", element("code", { class: "quiet", lang: "en" }, rule));
  return element("ul", { class: "plain" }, ...rules.map(named));
}

function lineOf({ depth, role, states, fields }: Line): HTMLElement {
  const line = element(
    "div",
    { class: role === undefined ? "line frame" : "line" },
    element("span", { class: "role" }, role ?? "document"),
  );
  line.style.setProperty("--depth", String(depth));
  line.dir = "auto";
  for (const { name, pieces } of fields) {
    line.append(" ");
    // As style sheets write them; there are many, and they matter least to the reader.
    if (name === "class") line.append(element("span", { class: "label" }, ".", ...shown(pieces)));
    // A node's name needs no title: it is what one looks for.
    else
      line.append(
        element("span", { class: "label" }, name === "name" ? "" : `${name}=`),
        "\u201c",
        ...shown(pieces),
        "\u201d",
      );
  }
  if (states.length > 0) line.append(" ", element("span", { class: "label" }, `[${states.join(" ")}]`));
  return line;
}

function shown(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, masked }) => (masked ? element("span", { class: "masked" }, text) : text));
}

function save({ name, file }: Report): void {
  saveFile(`${name}.json`, written(file));
  isSaved = true;
  showTexts();
}

/** A page may not always close its own tab; the browser does it for an extension. */
async function close(): Promise<void> {
  const own = await chrome.tabs.getCurrent();
  if (own?.id !== undefined) await chrome.tabs.remove(own.id);
}
