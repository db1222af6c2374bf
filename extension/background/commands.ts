/**
 * The browser's own shortcuts for the extension. It owns their way to the tab; what is done there is the
 * content script's.
 */

import { tell } from "./tabs.ts";

// Firefox on Android has no keyboard commands.
(chrome.commands as typeof chrome.commands | undefined)?.onCommand.addListener((command, tab) => {
  if (command === "open-hint") void openHint(tab?.id);
});

async function openHint(pressedIn: number | undefined): Promise<void> {
  const tab = pressedIn ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tab !== undefined) await tell(tab, "open-hint");
}
