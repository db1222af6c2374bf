/**
 * Answers the report page: what a tab's frames see, redacted by the core. It owns that answer and how
 * long it waits for a forgotten tab; nothing is kept, and nothing leaves the browser.
 */

import type { Report } from "../../pkg/sparekey.js";
import type { BackgroundToReportPage, ReportPageToBackground } from "../shared/messaging/messages.ts";
import * as engine from "../shared/engine.ts";
import { currentContext } from "./reviews.ts";
import { waitForSnapshot, framesWithSnapshot, knownTab } from "./tabs.ts";

/** A report is made once: what is not there by then is not in it. */
const PATIENCE_MS = 1500;

export function answerReportPages(): void {
  chrome.runtime.onMessage.addListener(
    (message: ReportPageToBackground, sender, answer: (report: BackgroundToReportPage) => void) => {
      // The report page alone asks; a content script's document has another address.
      if (!sender.url?.startsWith(chrome.runtime.getURL("report.html")) || message.kind !== "report-page") return false;
      reportOf(message.tab).then(answer, () => answer(undefined));
      return true;
    },
  );
}

async function reportOf(tabId: number): Promise<Report | undefined> {
  await waitForSnapshot(tabId, PATIENCE_MS);
  const tab = knownTab(tabId);
  return tab && engine.report({ frames: framesWithSnapshot(tab) }, await currentContext());
}
