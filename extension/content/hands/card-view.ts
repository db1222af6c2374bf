/**
 * One card as elements. It owns what a card is made of; where it stands and when it goes is decided
 * by its owner.
 */

import type { Card, Hint } from "../../shared/card.ts";
import { FIX_KEY } from "../../shared/keys.ts";
import { difference, type Piece } from "./difference.ts";
import { closeIcon, severityIcon } from "./icons.ts";
import { onPress } from "./press.ts";

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
  const [first, ...others] = card.hints;
  element.dataset["severity"] = first.severity;
  element.setAttribute("aria-label", `Sparekey: ${first.title}`);

  const head = made("div", "head");
  head.append(severityIcon(first.severity), made("span", "word", first.severityWord), dismissButton(card, events));
  const hint = made("div", "hint");
  hint.dataset["rule"] = first.rule;
  hint.append(made("p", "title", first.title), made("p", "body", first.body));
  element.append(head, hint);

  // One fix sets all that is wrong with the field right, so one is enough.
  const fixable = card.hints.find(({ fix }) => fix);
  const actions = made("div", "actions");
  if (fixable?.fix) {
    element.append(changeElement(card, fixable.fix.before, fixable.fix.after));
    actions.append(fixButton(fixable, fixable.fix.label, events));
  }
  const reasons = reasonsElement(card);
  actions.append(whyButton(card, reasons, element, events));
  element.append(actions);
  if (others.length > 0) element.append(othersElement(others));
  element.append(reasons);
  // The recipe of `onPress` for the rest of the card: a press on its text must not take the focus.
  for (const kind of ["pointerdown", "mousedown"] as const) element.addEventListener(kind, (event) => event.preventDefault());
  return element;
}

/** What else there is to say at the spot: a line each, in full once somebody asks why. */
function othersElement(hints: readonly Hint[]): HTMLElement {
  const list = made("ul", "others");
  list.append(
    ...hints.map(({ rule, severity, severityWord, title, body }) => {
      const item = made("li", "other");
      item.dataset["rule"] = rule;
      item.dataset["severity"] = severity;
      const text = made("div", "");
      text.append(made("span", "hidden-text", severityWord), made("p", "title", title), made("p", "body", body));
      item.append(severityIcon(severity), text);
      return item;
    }),
  );
  return list;
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

function fixButton(hint: Hint, label: string, events: CardEvents): HTMLElement {
  const button = made("button", "fix");
  button.setAttribute("type", "button");
  button.append(made("span", "label", label), made("kbd", "key", FIX_KEY.shown));
  button.setAttribute("aria-keyshortcuts", "Alt+Enter");
  onPress(button, () => events.fix(hint));
  return button;
}

function whyButton(card: Card, reasons: HTMLElement, cardElement: HTMLElement, events: CardEvents): HTMLElement {
  const button = made("button", "plain why", card.words.why);
  button.setAttribute("type", "button");
  button.setAttribute("aria-expanded", "false");
  onPress(button, () => {
    reasons.hidden = !reasons.hidden;
    cardElement.toggleAttribute("data-open", !reasons.hidden);
    button.setAttribute("aria-expanded", String(!reasons.hidden));
    events.resized();
  });
  return button;
}

function reasonsElement({ hints, words }: Card): HTMLElement {
  const reasons = made("div", "reasons");
  reasons.hidden = true;
  reasons.append(...hints.flatMap(({ why }) => (why ? [made("p", "", why)] : [])));
  const sources = new Map(hints.map(({ source }) => [source.address, source]));
  reasons.append(...[...sources.values()].map((source) => sourceElement(words.source, source)));
  return reasons;
}

function sourceElement(word: string, { title, address, reviewed }: Hint["source"]): HTMLElement {
  const origin = made("p", "", `${word} `);
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = title;
  // The sources are in English, whatever the card speaks.
  link.lang = "en";
  // By hand: a blocking dialog swallows the click that would follow the link.
  onPress(link, () => void window.open(link.href, "_blank", "noopener,noreferrer"));
  origin.append(link, ` (${reviewed})`);
  return origin;
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
