/**
 * The content script's beginning. It owns the decision to be awake or dormant and nothing else.
 * Dormant means: a few event listeners, no node, no observer, no message.
 */

import type { ToTab } from "../shared/messages.ts";
import { Attendance } from "./attendance.ts";
import { isBlade, isWatched, onRouteChange } from "./watch.ts";

let attendance: Attendance | undefined;

function attend(): void {
  if (attendance) return;
  attendance = new Attendance(() => {
    attendance = undefined;
  });
  attendance.describe();
}

function rest(): void {
  attendance?.stop();
}

/** What every frame that attends is told alike. */
function told({ kind }: ToTab): void {
  if (kind === "describe") attendance?.describe();
  else if (kind === "open-hint") attendance?.openHint();
  else if (kind === "show-dismissed") attendance?.showDismissed();
}

function start(): void {
  const isTop = window.parent === window;
  if (isTop) {
    const follow = () => (isWatched(location, WATCH_LIST) ? attend() : rest());
    onRouteChange(follow);
    chrome.runtime.onMessage.addListener(told);
    follow();
  } else if (isBlade(location, WATCH_LIST)) {
    chrome.runtime.onMessage.addListener((message: ToTab) => {
      if (message.kind === "attend") attend();
      else if (message.kind === "rest") rest();
      else told(message);
    });
  }
  // Any other frame is one of the page's own helpers, silent sign-in for instance: none of ours.
}

// A document that is loaded ahead of its use is no tab's own yet: a port opened now would keep the id of
// a frame that does not exist later.
if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
else start();
