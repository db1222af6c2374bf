/**
 * The small sign at the edge of a field, and the strip beside a list: what stays in sight while the card
 * is closed. It owns what they are made of.
 */

import type { Card } from "../../shared/texts/card.ts";
import { closeIcon, severityIcon } from "../../shared/ui/icons.ts";
import { brandElement, buttonOf, iconButton, keepFocusOutside, made } from "./elements.ts";

export function markElement({ hints: [first] }: Card, press: () => void): HTMLElement {
  const mark = buttonOf("mark", "", press);
  mark.setAttribute("aria-label", `Sparekey: ${first.severityWord}: ${first.title}`);
  mark.append(severityIcon(first.severity));
  return mark;
}

export function stripElement(
  { hints: [first, ...others], words }: Card,
  events: { press(): void; dismiss(): void },
): HTMLElement {
  const strip = made("div", "strip");
  strip.setAttribute("role", "group");
  strip.setAttribute("aria-label", `Sparekey: ${first.severityWord}`);
  strip.append(severityIcon(first.severity), made("span", "strip-title", first.title));
  if (others.length > 0) strip.append(made("span", "count", String(others.length + 1)));
  const close = iconButton("close", words.dismiss, closeIcon(), () => events.dismiss());
  strip.append(
    brandElement(),
    buttonOf("plain details", words.details, () => events.press()),
    close,
  );
  keepFocusOutside(strip);
  return strip;
}
