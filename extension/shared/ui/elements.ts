/**
 * Builds what the extension's own pages show, node by node: no text is ever read as markup. It owns
 * no text and no look.
 */

type Child = Node | string | undefined;

interface Attributes {
  readonly class?: string;
  readonly [name: `data-${string}` | `aria-${string}`]: string;
  readonly href?: string;
  readonly target?: string;
  readonly rel?: string;
  readonly lang?: string;
  readonly for?: string;
  readonly id?: string;
  readonly type?: string;
  readonly download?: string;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}

/** To a document outside; opens beside the page, and tells it nothing of where one came from. */
export function linkOut(text: string, address: string, attributes: Attributes = {}): HTMLAnchorElement {
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer", ...attributes }, text);
}

/** Of the page's own markup. */
export function existing<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/**
 * Puts new children in, and keeps what the reader has of the old ones: the details that are open, and
 * the focus. Both are found again by `data-key`. Where the focused one has gone, the focus goes to what
 * stands in its place now, or else before it; where nothing is left, to `otherwise`, and never to the
 * top of the page.
 */
export function replaceKeeping(parent: HTMLElement, children: readonly Node[], otherwise: HTMLElement): void {
  const keyed = (selector: string) => [...parent.querySelectorAll<HTMLElement>(selector)];
  const open = new Set(keyed("details[open]").map(({ dataset }) => dataset["key"]));
  const focused = parent.contains(document.activeElement) && document.activeElement?.closest<HTMLElement>("[data-key]");
  const place = focused ? keyed("[data-key]").indexOf(focused) : 0;
  parent.replaceChildren(...children);
  for (const details of parent.querySelectorAll("details")) details.open = open.has(details.dataset["key"]);
  if (!focused) return;
  const now = keyed("[data-key]");
  const next =
    now.find(({ dataset }) => dataset["key"] === focused.dataset["key"]) ?? now[place] ?? now.at(-1) ?? otherwise;
  (next instanceof HTMLDetailsElement ? next.querySelector("summary") : next)?.focus();
}
