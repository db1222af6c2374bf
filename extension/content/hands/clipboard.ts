/** Copies a text to the clipboard. Owns the two ways of doing that. */

import { execute } from "../dom.ts";

/** Whether the text has been copied. Has to be called from a press. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The portal's cross-origin frames have no permission to write to the clipboard.
    return copyByCommand(text);
  }
}

/**
 * For want of a better way. This selects nothing and leaves the focus where it is, since a
 * dialog would take it back.
 */
function copyByCommand(text: string): boolean {
  const listeners = new AbortController();
  const options = { capture: true, signal: listeners.signal } as const;
  let isCopied = false;
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Without a selection, Chromium asks by this event whether there is anything to copy.
  window.addEventListener("beforecopy", hold, options);
  window.addEventListener(
    "copy",
    (event) => {
      hold(event);
      event.clipboardData?.setData("text/plain", text);
      isCopied = event.clipboardData !== null;
    },
    options,
  );
  try {
    return execute("copy") && isCopied;
  } finally {
    listeners.abort();
  }
}
