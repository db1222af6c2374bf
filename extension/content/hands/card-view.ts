/**
 * One card as elements. It owns what a card is made of; where it stands and when it goes is decided
 * by its owner.
 */

import type { Card, Hint } from "../../shared/card.ts";
import { difference, type Piece } from "./difference.ts";
import { closeIcon, severityIcon } from "./icons.ts";
import { onPress } from "./press.ts";

/** As it is printed on keyboards, the same in every language. */
export const FIX_KEY = "Alt+Enter";

export interface CardEvents {
  fix(hint: Hint): void;
  dismiss(): void;
  /** Its size has changed. */
  resized(): void;
}

export function cardElement(card: Card, events: CardEvents): HTMLElement {
  const element = document.createElement("section");
  element.className = `card ${card.anchor}`;
  element.lang = card.language;
  element.dir = card.direction;
  element.dataset["severity"] = card.hints[0].severity;
  element.setAttribute("aria-label", `Sparekey: ${card.hints[0].title}`);
  element.append(...card.hints.map((hint, index) => hintElement(card, hint, index, element, events)));
  // The recipe of `onPress` for the rest of the card: a press on its text must not take the focus.
  for (const kind of ["pointerdown", "mousedown"] as const) element.addEventListener(kind, (event) => event.preventDefault());
  return element;
}

function hintElement(card: Card, hint: Hint, index: number, cardElement: HTMLElement, events: CardEvents): HTMLElement {
  const element = made("div", "hint");
  element.dataset["severity"] = hint.severity;
  element.dataset["rule"] = hint.rule;

  const head = made("div", "head");
  head.append(severityIcon(hint.severity), made("span", "word", hint.severityWord));
  if (index === 0) head.append(dismissButton(card, events));
  element.append(head, made("p", "title", hint.title), made("p", "body", hint.body));

  const isRepeated = card.hints.findIndex(({ fix }) => fix?.after === hint.fix?.after) < index;
  const actions = made("div", "actions");
  if (hint.fix && !isRepeated) {
    element.append(changeElement(card, hint.fix.before, hint.fix.after));
    actions.append(fixButton(hint, hint.fix.label, index === card.hints.findIndex(({ fix }) => fix), events));
  }
  const reason = reasonElement(card, hint);
  actions.append(whyButton(card, reason, cardElement, events));
  element.append(actions, reason);
  return element;
}

function dismissButton(card: Card, events: CardEvents): HTMLElement {
  const button = made("button", "close");
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", card.words.dismiss);
  button.title = card.words.dismiss;
  button.append(closeIcon());
  onPress(button, () => events.dismiss());
  return button;
}

function fixButton(hint: Hint, label: string, isFirst: boolean, events: CardEvents): HTMLElement {
  const button = made("button", "fix");
  button.setAttribute("type", "button");
  button.append(made("span", "label", label));
  if (isFirst) {
    button.append(made("kbd", "key", FIX_KEY));
    button.setAttribute("aria-keyshortcuts", FIX_KEY);
  }
  onPress(button, () => events.fix(hint));
  return button;
}

function whyButton(card: Card, reason: HTMLElement, cardElement: HTMLElement, events: CardEvents): HTMLElement {
  const button = made("button", "plain why", card.words.why);
  button.setAttribute("type", "button");
  button.setAttribute("aria-expanded", "false");
  onPress(button, () => {
    reason.hidden = !reason.hidden;
    cardElement.toggleAttribute("data-open", !reason.hidden);
    button.setAttribute("aria-expanded", String(!reason.hidden));
    events.resized();
  });
  return button;
}

function reasonElement(card: Card, { why, source }: Hint): HTMLElement {
  const reason = made("div", "reason");
  reason.hidden = true;
  if (why) reason.append(made("p", "", why));
  const origin = made("p", "", `${card.words.source} `);
  const link = document.createElement("a");
  link.href = source.address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = source.title;
  // The sources are in English, whatever the card speaks.
  link.lang = "en";
  // By hand: a blocking dialog swallows the click that would follow the link.
  onPress(link, () => void window.open(link.href, "_blank", "noopener,noreferrer"));
  origin.append(link, ` (${source.reviewed})`);
  reason.append(origin);
  return reason;
}

function changeElement({ words }: Card, before: string, after: string): HTMLElement {
  const change = made("p", "change");
  const marked = difference(before, after);
  const arrow = made("span", "arrow", "→");
  arrow.setAttribute("aria-hidden", "true");
  change.append(
    made("span", "hidden-text", words.from),
    numberElement("before", marked.before, "del"),
    arrow,
    made("span", "hidden-text", words.to),
    numberElement("after", marked.after, "ins"),
  );
  return change;
}

function numberElement(name: string, pieces: readonly Piece[], mark: "del" | "ins"): HTMLElement {
  const number = made("span", `number ${name}`);
  number.append(...pieces.map(({ text, changed }) => (changed ? made(mark, "", text) : text)));
  return number;
}

function made(tag: keyof HTMLElementTagNameMap, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
