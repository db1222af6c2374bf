/**
 * Short ways to the few elements that hints are made of.
 */

import type { Size } from "./geometry.ts";
import { onPress } from "./press.ts";

export function made(tag: keyof HTMLElementTagNameMap, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
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

/** A button that is a picture; its name is shown to a pointer that rests on it. */
export function iconButton(className: string, name: string, icon: SVGSVGElement, act: () => void): HTMLElement {
  const button = buttonOf(`icon ${className}`, "", act);
  // Its name too; beside an `aria-label` it would be read a second time, as a description.
  button.title = name;
  button.append(icon);
  return button;
}

/** Who speaks, since the page around it is another's. Heard in the names of mark, strip and card already. */
export function brandElement(): HTMLElement {
  const brand = made("span", "brand", "Sparekey");
  brand.setAttribute("aria-hidden", "true");
  return brand;
}

/** In whole pixels; the browser lays out for it. */
export function drawnSize({ offsetWidth, offsetHeight }: HTMLElement): Size {
  return { width: offsetWidth, height: offsetHeight };
}

/** What has the focus in it, or is the element itself. */
export function focusedInside(element: Element): Element | null {
  const root = element.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  return focused && element.contains(focused) ? focused : null;
}

/** A press on what is no control must not take the focus either; see `onPress`. */
export function keepFocusOutside(element: HTMLElement): void {
  for (const kind of ["pointerdown", "mousedown"] as const)
    element.addEventListener(kind, (event) => event.preventDefault());
}
