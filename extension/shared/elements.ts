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
  for (const [attribute, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(attribute, value);
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
 * the focus. Both are found again by `data-key`.
 */
export function replaceKeeping(parent: HTMLElement, children: readonly Node[]): void {
  const keyed = (selector: string) => [...parent.querySelectorAll<HTMLElement>(selector)];
  const open = new Set(keyed("details[open]").map(({ dataset }) => dataset["key"]));
  const focused = parent.contains(document.activeElement) && document.activeElement?.closest<HTMLElement>("[data-key]");
  parent.replaceChildren(...children);
  for (const details of parent.querySelectorAll("details")) details.open = open.has(details.dataset["key"]);
  if (!focused) return;
  const again = keyed("[data-key]").find(({ dataset }) => dataset["key"] === focused.dataset["key"]);
  (again instanceof HTMLDetailsElement ? again.querySelector("summary") : again)?.focus();
}
