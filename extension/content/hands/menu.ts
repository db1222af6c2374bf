/**
 * The menu inside a card with the levels at which its hints can be silenced. Owns the items; what silencing means is
 * decided in the background.
 */

import type { Card } from "../../shared/texts/card.ts";
import { buttonOf, made } from "./elements.ts";

/** `here`: at this anchor, until its value changes. `page`: on the place that the tab shows. */
export type Silenced = { kind: "here" } | { kind: "page" } | { kind: "rule"; rule: string };

export function silenceMenu({ hints, words }: Card, choose: (level: Silenced) => void): HTMLElement {
  const menu = made("div", "menu");
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", words.silenceHeading);
  menu.hidden = true;
  const heading = made("p", "menu-heading", words.silenceHeading);
  // It is the menu's accessible name already.
  heading.setAttribute("aria-hidden", "true");
  menu.append(heading);
  const rules = hints.map(({ rule, title }) => ({
    label: hints.length === 1 ? words.silenceRule : words.silenceRuleNamed.replace("$title$", () => title),
    level: { kind: "rule", rule } as const,
  }));
  const levels: { label: string; level: Silenced }[] = [
    { label: words.silenceHere, level: { kind: "here" } },
    { label: words.silencePage, level: { kind: "page" } },
    ...rules,
  ];
  for (const { label, level } of levels) {
    const item = buttonOf("item", label, () => choose(level));
    item.setAttribute("role", "menuitem");
    item.tabIndex = -1;
    menu.append(item);
  }
  return menu;
}
