/**
 * The browser's shortcut for hints, as the settings show it. Owns where each browser tells it and where it can be
 * changed; an extension cannot change it.
 */

/** Not in Chromium, which has a page for it instead, and not in the types. */
interface WithSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Firefox on Android has none. */
const commands = chrome.commands as (typeof chrome.commands & WithSettings) | undefined;

/** The keys as this machine names them; empty if none are set, undefined if there are no shortcuts at all. */
export async function shortcut(): Promise<string | undefined> {
  const all = await commands?.getAll();
  return all && (all.find(({ name }) => name === "open-hint")?.shortcut ?? "");
}

export async function changeShortcut(): Promise<void> {
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await chrome.tabs.create({ url: "chrome://extensions/shortcuts" }); // Edge opens its own page for this address.
}
