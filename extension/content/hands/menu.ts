/**
 * The levels at which a hint can be silenced, as a menu inside its card. It owns the menu's items; what
 * silence is lies with the background.
 */

import type { Card } from "../../shared/texts/card.ts";
import { buttonOf, made } from "./elements.ts";

/** `here` is the spot, until what it holds changes; `page` is the place that the tab shows. */
export type Silenced = { kind: "here" } | { kind: "page" } | { kind: "rule"; rule: string };

export function silenceMenu({ hints, words }: Card, choose: (level: Silenced) => void): HTMLElement {
  const menu = made("div", "menu");
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", words.silenceHeading);
  menu.hidden = true;
  const heading = made("p", "menu-heading", words.silenceHeading);
  // The menu's name already.
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
