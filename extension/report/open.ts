/** Opens the report page on a tab. Owns the page's address and its position beside that tab. */

/** `shownTab` is the tab that the page with the button is about. */
export function opensReport(button: HTMLButtonElement, shownTab: () => Promise<number | undefined>): void {
  button.addEventListener("click", () => void openReport(shownTab));
}

async function openReport(shownTab: () => Promise<number | undefined>): Promise<void> {
  const id = await shownTab();
  if (id === undefined) return;
  const { index, windowId } = await chrome.tabs.get(id);
  // With its opener: closing the report goes back to the page.
  await chrome.tabs.create({ url: `report.html?tab=${id}`, openerTabId: id, windowId, index: index + 1 });
  window.close();
}
