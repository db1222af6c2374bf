/** Creates the few kinds of elements that hints consist of. Owns no text and no place. */

import { createElement } from "../dom.ts";
import type { Size } from "./geometry.ts";
import { onPress } from "./press.ts";

export function made(tag: keyof HTMLElementTagNameMap, className: string, text = ""): HTMLElement {
  const element = createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

export function buttonOf(className: string, text: string, act: () => void): HTMLElement {
  const button = made("button", className, text);
  button.setAttribute("type", "button");
  onPress(button, act);
  return button;
}

/** A button with an icon; its name is shown as a tooltip. */
export function iconButton(className: string, name: string, icon: SVGSVGElement, act: () => void): HTMLElement {
  const button = buttonOf(`icon ${className}`, "", act);
  // Also its accessible name. Beside an `aria-label`, a title would be read a second time, as a description.
  button.title = name;
  button.append(icon);
  return button;
}

/**
 * Says who speaks, since the page belongs to somebody else. Hidden from screen readers: the names of mark, strip and
 * card say it already.
 */
export function brandElement(): HTMLElement {
  const brand = made("span", "brand", "Sparekey");
  brand.setAttribute("aria-hidden", "true");
  return brand;
}

/** In whole pixels. Reading it forces a layout. */
export function drawnSize({ offsetWidth, offsetHeight }: HTMLElement): Size {
  return { width: offsetWidth, height: offsetHeight };
}

/** The focused element, if it is this one or inside it. */
export function focusedInside(element: Element): Element | null {
  const root = element.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  return focused && element.contains(focused) ? focused : null;
}

/** A press on something that is no control must not move the focus either; see `onPress`. */
export function keepFocusOutside(element: HTMLElement): void {
  for (const kind of ["pointerdown", "mousedown"] as const)
    element.addEventListener(kind, (event) => event.preventDefault());
}
