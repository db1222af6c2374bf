/**
 * The badge on the toolbar icon: the number of hints in the tab. Owns its text and color; the frames count their hints.
 */

import type { Severity } from "../../pkg/sparekey.js";
import { worstOf } from "../shared/texts/severities.ts";
import type { KnownTab } from "./tabs.ts";

/** Backgrounds of the badge. White text has a contrast of at least 4.5:1 on each. */
const COLORS = { stop: "#b10e1c", warn: "#8a5300", tip: "#0f548c" } as const satisfies Record<Severity, string>;

export function showBadge(tab: KnownTab): void {
  const showing = [...tab.frames.values()].map((frame) => frame.showing);
  const hints = showing.reduce((sum, { hints }) => sum + hints, 0);
  const worst = worstOf(showing.map(({ worst }) => worst));
  const settled = [chrome.action.setBadgeText({ tabId: tab.id, text: hints > 0 ? String(hints) : "" })];
  if (worst) {
    settled.push(chrome.action.setBadgeBackgroundColor({ tabId: tab.id, color: COLORS[worst] }));
    settled.push(chrome.action.setBadgeTextColor({ tabId: tab.id, color: "#ffffff" }));
  }
  // Rejected if the tab has just been closed; it has no badge then.
  for (const done of settled) done.catch(() => undefined);
}
