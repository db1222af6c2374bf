/**
 * The popup: which page this is, what there is to say about it, or why there is nothing; and the
 * country that is assumed for numbers without one. It owns no judgement and no text.
 */

import type { Silence } from "../../pkg/sparekey.js";
import { bestLanguage, directionOf } from "../shared/languages.ts";
import { opensReport } from "../report/open.ts";
import type { BackgroundToPopup, PopupToBackground } from "../shared/messages.ts";
import { readChoicesSoon, writeChoice } from "../shared/choices.ts";
import REGIONS from "../generated/regions.json" with { type: "json" };

/** Of the texts, which is English where the browser's own language has none. */
const LANGUAGE = bestLanguage([chrome.i18n.getUILanguage()], LANGUAGES);

const message = (key: string) => chrome.i18n.getMessage(key);

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`popup.html has no ${id}`);
  return found;
}

const ASK_AGAIN_MS = 1000;

async function showReport(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const report =
    tab?.id === undefined
      ? undefined
      : await chrome.runtime.sendMessage<PopupToBackground, BackgroundToPopup | undefined>({ kind: "report", tab: tab.id });
  // Frames of a busy page describe themselves late.
  if (!report || report.silence === "waiting-for-the-page") setTimeout(() => void showReport(), ASK_AGAIN_MS);
  const place = element("place", HTMLElement);
  const text = placeText(report);
  // A screen reader says it again at each writing.
  if (place.textContent !== text) place.textContent = text;
  element("hints", HTMLElement).replaceChildren(
    ...(report?.hints ?? []).map(({ severity, severityWord, title }) => {
      const item = document.createElement("li");
      item.dataset["severity"] = severity;
      const word = document.createElement("span");
      word.className = "word";
      word.textContent = severityWord;
      item.append(word, title);
      return item;
    }),
  );
}

/** Which text says why there is nothing to say. */
const SILENCE_TEXTS = {
  "unknown-page": "popup_silent",
  "waiting-for-the-page": "popup_waiting",
  "nothing-found": "popup_nothing",
} as const satisfies Record<Silence, string>;

function placeText(report: BackgroundToPopup | undefined): string {
  if (!report) return message(SILENCE_TEXTS["unknown-page"]);
  const silence = report.silence && message(SILENCE_TEXTS[report.silence]);
  return [report.place, silence].filter((part) => part !== undefined).join(": ");
}

async function showRegions(): Promise<void> {
  const select = element("region", HTMLSelectElement);
  select.append(new Option(message("popup_region_none"), ""), ...regions().map(({ region, name }) => new Option(name, region)));
  select.addEventListener("change", () => void writeChoice("defaultRegion", select.value || undefined));
  await showChosenRegion(select);
}

/** What the organisation has decided is shown, and cannot be changed here. */
async function showChosenRegion(select: HTMLSelectElement): Promise<void> {
  const { settings, policy } = await readChoicesSoon(() => void showChosenRegion(select));
  select.value = policy.defaultRegion ?? settings.defaultRegion ?? "";
  select.disabled = policy.defaultRegion !== undefined;
  const note = select.disabled ? "popup_region_decided" : "popup_region_note";
  element("region-note", HTMLElement).textContent = message(note);
}

/** The countries that have a numbering plan, by name. */
function regions(): { region: string; name: string }[] {
  const names = new Intl.DisplayNames(LANGUAGE, { type: "region" });
  return REGIONS.map((region) => ({ region, name: names.of(region) ?? region })).sort((one, other) =>
    one.name.localeCompare(other.name, LANGUAGE),
  );
}

for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
  place.textContent = message(place.dataset["text"] ?? "");
}
document.documentElement.lang = LANGUAGE;
document.documentElement.dir = directionOf(LANGUAGE);
void showReport();
void showRegions();
opensReport(element("report", HTMLButtonElement));
