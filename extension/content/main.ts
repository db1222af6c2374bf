/**
 * Entry point of the content script. Owns only the decision whether it is active or dormant. Dormant means: a few event
 * listeners, no node in the page, no observer, no message.
 */

import type { ToTab } from "../shared/messaging/messages.ts";
import { isPrerendered, listenAtDocument } from "./dom.ts";
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

/** The messages that mean the same in every active frame. */
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
  // Any other frame is one of the page's own helpers, for silent sign-in for instance, and stays dormant.
}

// A prerendered document does not belong to a tab yet: a port opened now would keep the id of a frame that no longer
// exists after the page is shown.
if (isPrerendered()) listenAtDocument("prerenderingchange", start, { once: true });
else start();
