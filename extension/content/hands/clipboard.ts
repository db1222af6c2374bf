/**
 * Puts a text on the clipboard. It owns the two ways there.
 */

/** Whether the text is on the clipboard now. To be called from a press. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The portal's frames are from elsewhere and have not been lent the clipboard.
    return copyByCommand(text);
  }
}

/** Deprecated and without successor. Nothing is selected and the focus stays, so that a dialog has nothing to take back. */
function copyByCommand(text: string): boolean {
  const listeners = new AbortController();
  const options = { capture: true, signal: listeners.signal } as const;
  let isCopied = false;
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Without a selection, Chromium asks with this whether there is anything to copy.
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
    return document.execCommand("copy") && isCopied;
  } finally {
    listeners.abort();
  }
}
