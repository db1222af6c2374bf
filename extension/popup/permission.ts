/**
 * Whether the browser lets Sparekey look at its pages: in Chrome and Edge, people can withhold a site from an
 * extension or grant it only on a click, in Firefox take it back. It owns that question.
 */

/**
 * Of all pages that the content script is for. Of the tab alone it cannot be asked: without a permission that Sparekey
 * does not have, no browser tells the address of a tab.
 */
export async function mayLookEverywhere(): Promise<boolean> {
  const origins = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? [];
  try {
    return await chrome.permissions.contains({ origins });
  } catch {
    // Where it cannot be asked, nothing is said of it.
    return true;
  }
}
