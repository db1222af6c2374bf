/**
 * Hands a file to the browser's downloads. It owns that way only; nothing leaves the browser.
 */

import { element } from "./elements.ts";

/** @param text JSON */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: name }).click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
