/**
 * The content script's beginning. It owns the decision to be awake or dormant and nothing else.
 * Dormant means: a few event listeners, no node, no observer, no message.
 */

import type { ToTab } from "../shared/messaging/messages.ts";
import { Session } from "./session.ts";
import { isBlade, isWatched, onRouteChange } from "./watch.ts";

let session: Session | undefined;

function activate(): void {
  if (session) return;
  session = new Session(() => {
    session = undefined;
  });
  session.sendSnapshot();
}

function deactivate(): void {
  session?.stop();
}

/** What every frame that attends is told alike. */
function onTabMessage({ kind }: ToTab): void {
  if (kind === "send-snapshot") session?.sendSnapshot();
  else if (kind === "open-hint") session?.openHint();
  else if (kind === "show-dismissed") session?.showDismissed();
}

function start(): void {
  const isTop = window.parent === window;
  if (isTop) {
    const follow = () => (isWatched(location, WATCH_LIST) ? activate() : deactivate());
    onRouteChange(follow);
    chrome.runtime.onMessage.addListener(onTabMessage);
    follow();
  } else if (isBlade(location, WATCH_LIST)) {
    chrome.runtime.onMessage.addListener((message: ToTab) => {
      if (message.kind === "activate") activate();
      else if (message.kind === "deactivate") deactivate();
      else onTabMessage(message);
    });
  }
  // Any other frame is one of the page's own helpers, silent sign-in for instance: none of ours.
}

// A document that is loaded ahead of its use is no tab's own yet: a port opened now would keep the id of
// a frame that does not exist later.
if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
else start();
