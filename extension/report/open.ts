/**
 * Opens the report page on the tab that is being looked at. It owns the page's address and its place
 * beside that tab.
 */

export function opensReport(button: HTMLButtonElement): void {
  button.addEventListener("click", () => void openReport());
}

async function openReport(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  // With its opener: closing the report goes back to the page.
  await chrome.tabs.create({ url: `report.html?tab=${tab.id}`, openerTabId: tab.id, index: tab.index + 1 });
  window.close();
}
