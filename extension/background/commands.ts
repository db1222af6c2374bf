/**
 * Keyboard commands of the browser (`commands` in the manifest). Owns passing them on to the tab; the content script
 * carries them out.
 */

import { sendToTab } from "./tabs.ts";

// Firefox on Android has no keyboard commands.
(chrome.commands as typeof chrome.commands | undefined)?.onCommand.addListener((command, tab) => {
  if (command === "open-hint") void openHint(tab?.id);
});

async function openHint(pressedIn: number | undefined): Promise<void> {
  const tab = pressedIn ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tab !== undefined) await sendToTab(tab, "open-hint");
}
