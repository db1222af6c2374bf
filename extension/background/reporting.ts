/**
 * Answers the report page: what a tab's frames see, redacted by the core. It owns waiting for frames
 * that a restarted worker has forgotten; nothing is kept, and nothing leaves the browser.
 */

import type { Context, Report } from "../../pkg/sparekey.js";
import type { BackgroundToReportPage, BackgroundToTab, ReportPageToBackground } from "../shared/messages.ts";
import * as engine from "./engine.ts";
import { describedFrames, knownTab, TOP_FRAME } from "./tabs.ts";

/** How long the frames of a forgotten tab have to describe themselves, and how often they are looked for. */
const WAIT_MS = { altogether: 1500, step: 100 } as const;

/** After the first frame; the blades' own come a little later. */
const OTHER_FRAMES_MS = 400;

export function answerReportPages(currentContext: () => Promise<Context>): void {
  chrome.runtime.onMessage.addListener((message: ReportPageToBackground, sender, answer: (report: BackgroundToReportPage) => void) => {
    // The report page alone asks; a content script's document has another address.
    if (!sender.url?.startsWith(chrome.runtime.getURL("report.html")) || message.kind !== "report-page") return false;
    reportOn(message.tab, currentContext).then(answer, () => answer(undefined));
    return true;
  });
}

async function reportOn(tabId: number, currentContext: () => Promise<Context>): Promise<Report | undefined> {
  if (!isDescribed(tabId)) await describedAgain(tabId);
  const tab = knownTab(tabId);
  return tab && engine.report({ frames: describedFrames(tab) }, await currentContext());
}

function isDescribed(tabId: number): boolean {
  return knownTab(tabId)?.frames.get(TOP_FRAME)?.snapshot !== undefined;
}

async function describedAgain(tabId: number): Promise<void> {
  // Rejects where no frame listens: the tab shows nothing that is watched.
  chrome.tabs.sendMessage(tabId, { kind: "describe" } satisfies BackgroundToTab).catch(() => undefined);
  for (let waited = 0; waited < WAIT_MS.altogether; waited += WAIT_MS.step) {
    await after(WAIT_MS.step);
    if (isDescribed(tabId)) return after(OTHER_FRAMES_MS);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
