/**
 * The browser's shortcut for hints, as the settings show it. It owns where browsers say what it is and
 * where they let it be changed; an extension cannot change it.
 */

/** Absent from Chromium, which has the page at an address instead, and from the types. */
interface WithSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Firefox on Android has none. */
const commands = chrome.commands as (typeof chrome.commands & WithSettings) | undefined;

/** The keys as this machine names them; empty where none are set, undefined where there are no shortcuts at all. */
export async function shortcut(): Promise<string | undefined> {
  const all = await commands?.getAll();
  return all && (all.find(({ name }) => name === "open-hint")?.shortcut ?? "");
}

export async function changeShortcut(): Promise<void> {
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await chrome.tabs.create({ url: "chrome://extensions/shortcuts" }); // Edge takes it for its own.
}
