/**
 * The number on the toolbar icon: how many hints are open in the tab. It owns colour and text of
 * the badge only.
 */

import type { Severity } from "../../pkg/sparekey.js";
import { worstOf } from "../shared/texts/severities.ts";
import type { KnownTab } from "./tabs.ts";

/** White text reaches a contrast of 4.5 : 1 on each. */
const COLOURS = { stop: "#b10e1c", warn: "#8a5300", tip: "#0f548c" } as const satisfies Record<Severity, string>;

export function showBadge(tab: KnownTab): void {
  const showing = [...tab.frames.values()].map((frame) => frame.showing);
  const hints = showing.reduce((sum, { hints }) => sum + hints, 0);
  const worst = worstOf(showing.map(({ worst }) => worst));
  const settled = [chrome.action.setBadgeText({ tabId: tab.id, text: hints > 0 ? String(hints) : "" })];
  if (worst) {
    settled.push(chrome.action.setBadgeBackgroundColor({ tabId: tab.id, color: COLOURS[worst] }));
    settled.push(chrome.action.setBadgeTextColor({ tabId: tab.id, color: "#ffffff" }));
  }
  // A tab that has just been closed refuses; there is no badge to show then.
  for (const done of settled) done.catch(() => undefined);
}
