/**
 * Answers the report page with the report on a tab, redacted by the core. Owns how long it waits for a tab that a
 * restarted worker does not know. Stores nothing, and sends nothing out of the browser.
 */

import type { Report } from "../../pkg/sparekey.js";
import type { BackgroundToReportPage, ReportPageToBackground } from "../shared/messaging/messages.ts";
import * as engine from "../shared/engine.ts";
import { currentContext } from "./reviews.ts";
import { waitForSnapshot, framesWithSnapshot, knownTab } from "./tabs.ts";

/** How long to wait for snapshots. The report is made once, without those that come later. */
const PATIENCE_MS = 1500;

export function answerReportPages(): void {
  chrome.runtime.onMessage.addListener(
    (message: ReportPageToBackground, sender, answer: (report: BackgroundToReportPage) => void) => {
      // Only the report page may ask. A content script's message has the address of a web page.
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
