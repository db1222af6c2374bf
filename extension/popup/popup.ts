/**
 * The popup: which page this is, what was found, what the methods on it are worth, and what to do next; or why there is
 * nothing to say. Owns its connection to the background and the tab; what is shown is made in `view.ts`.
 */

import { opensReport } from "../report/open.ts";
import { readSilencedUntil } from "../shared/storage/choices.ts";
import { existing } from "../shared/ui/elements.ts";
import {
  type BackgroundToPopup,
  POPUP_PORT,
  type PopupToBackground,
  type ToTab,
} from "../shared/messaging/messages.ts";
import { translateAtOnce, followLanguage } from "../shared/ui/page.ts";
import { mayLookEverywhere } from "./permission.ts";
import { show } from "./view.ts";

/** It says that it is looking only after this: an answer that comes sooner would make the text flash. */
const SAY_LOOKING_AFTER_MS = 150;
/** Pause before it connects again to a background that has ended, which starts it anew. */
const ASK_AGAIN_MS = 500;

translateAtOnce();
let vocabulary = await followLanguage((now) => {
  vocabulary = now;
  void render();
});
let report: BackgroundToPopup | undefined;
let shown = "";

// Nothing above waits for the background.
existing("settings", HTMLButtonElement).addEventListener("click", () => {
  void chrome.runtime.openOptionsPage();
  window.close();
});
opensReport(existing("report", HTMLButtonElement), shownTab);
chrome.storage.onChanged.addListener(() => void render());
chrome.permissions.onAdded.addListener(() => void render());
chrome.permissions.onRemoved.addListener(() => void render());
setTimeout(() => void render(), SAY_LOOKING_AFTER_MS);
void watch();

async function watch(): Promise<void> {
  const tab = await shownTab();
  if (tab !== undefined) return connect(tab);
  report = { kind: "report", state: "none", dismissed: 0 }; // There is no tab to report on.
  await render();
}

/** The tab that the popup is about. It is given in the address if the popup is opened as a page of its own. */
async function shownTab(): Promise<number | undefined> {
  const named = Number.parseInt(new URLSearchParams(location.search).get("tab") ?? "", 10);
  if (!Number.isNaN(named)) return named;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

function connect(tab: number): void {
  const port = chrome.runtime.connect({ name: POPUP_PORT });
  port.onMessage.addListener((message: BackgroundToPopup) => {
    report = message;
    void render();
  });
  port.onDisconnect.addListener(() => setTimeout(() => connect(tab), ASK_AGAIN_MS));
  port.postMessage({ kind: "watch", tab } satisfies PopupToBackground);
}

async function render(): Promise<void> {
  const silencedUntil = await readSilencedUntil();
  // A frame that sends snapshots has the permission.
  const mayLook = report?.state !== "none" || (await mayLookEverywhere());
  // A page that changes all the time is reviewed again and again, mostly with the same result.
  const picture = JSON.stringify([vocabulary.language, report ?? null, [...silencedUntil], mayLook]);
  if (picture === shown) return;
  shown = picture;
  show(report, { silencedUntil, mayLook }, vocabulary, () => void showDismissed());
}

async function showDismissed(): Promise<void> {
  const tab = await shownTab();
  // Rejected if the page is gone; it has no hints to show then.
  if (tab !== undefined)
    await chrome.tabs.sendMessage(tab, { kind: "show-dismissed" } satisfies ToTab).catch(() => undefined);
}
