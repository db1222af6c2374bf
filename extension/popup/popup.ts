/**
 * The popup: which page this is, what was found, what the methods on it are worth, what to do next; and
 * why it is silent when it is. It owns the traffic; what is shown is made in `view.ts`.
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
import { dressAtOnce, followLanguage } from "../shared/ui/page.ts";
import { mayLookEverywhere } from "./permission.ts";
import { show } from "./view.ts";

/** Before this, an answer that is on its way would make the words flash. */
const SAY_LOOKING_AFTER_MS = 150;
/** Where the background has just ended, it is started anew by asking. */
const ASK_AGAIN_MS = 500;

dressAtOnce();
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
  report = { kind: "report", state: "none", dismissed: 0 }; // There is no tab to say anything of.
  await render();
}

/** The tab that the popup is about; named in the address where the popup is opened as a page of its own. */
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
  // Where something describes itself, it may.
  const mayLook = report?.state !== "none" || (await mayLookEverywhere());
  // A busy page is reviewed again and again, and mostly to the same end.
  const picture = JSON.stringify([vocabulary.language, report ?? null, [...silencedUntil], mayLook]);
  if (picture === shown) return;
  shown = picture;
  show(report, { silencedUntil, mayLook }, vocabulary, () => void showDismissed());
}

async function showDismissed(): Promise<void> {
  const tab = await shownTab();
  // A page that has gone meanwhile hides nothing any more.
  if (tab !== undefined)
    await chrome.tabs.sendMessage(tab, { kind: "show-dismissed" } satisfies ToTab).catch(() => undefined);
}
