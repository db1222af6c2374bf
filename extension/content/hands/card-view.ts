/** Builds the elements of one card. Owns what a card consists of; its place and its end are decided by its owner. */

import type { Card, CardChoice, CardFix, Hint } from "../../shared/texts/card.ts";
import { closeIcon, moreIcon, severityIcon } from "../../shared/ui/icons.ts";
import { FIX_KEY } from "../../shared/ui/keys.ts";
import { createElement } from "../dom.ts";
import { copyText } from "./clipboard.ts";
import { difference, type Piece } from "./difference.ts";
import { brandElement, buttonOf, iconButton, keepFocusOutside, made } from "./elements.ts";
import { type Silenced, silenceMenu } from "./menu.ts";
import { onPress } from "./press.ts";

interface CardEvents {
  fix(): void;
  choose(choice: CardChoice): void;
  /** Leads to all countries. */
  openSettings(): void;
  silence(level: Silenced): void;
  /** For screen readers: something that is only seen otherwise. */
  announce(text: string): void;
  /** Its size has changed. */
  resized(): void;
}

export interface CardView {
  element: HTMLElement;
  /** False if none was open. */
  closeMenu(): boolean;
  /** Whether the reasons are shown. */
  isExplained(): boolean;
  explain(): void;
  /** The controls that can be pressed now, in order; only the menu items while the menu is open. */
  controls(): HTMLElement[];
}

export function cardView(card: Card, events: CardEvents): CardView {
  const element = made("div", `card ${card.anchor}`);
  const [first, ...others] = card.hints;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", `Sparekey: ${first.severityWord}: ${first.title}`);

  const menu = silenceMenu(card, events.silence);
  const silence = iconButton("silence", card.words.silence, moreIcon(), () => openMenu(menu.hidden === true));
  silence.setAttribute("aria-haspopup", "menu");
  silence.setAttribute("aria-expanded", "false");
  const openMenu = (isOpen: boolean): void => {
    const focused = (element.getRootNode() as ShadowRoot).activeElement;
    const hadFocus = menu.contains(focused);
    menu.hidden = !isOpen;
    silence.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && focused === silence) menu.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    if (!isOpen && hadFocus) silence.focus();
    events.resized();
    if (isOpen) element.scrollTop = 0;
  };
  const head = made("div", "head");
  const close = iconButton("close", card.words.dismiss, closeIcon(), () => events.silence({ kind: "here" }));
  head.append(severityIcon(first.severity), made("span", "word", first.severityWord), brandElement(), silence, close);
  const hint = made("div", "hint");
  hint.dataset["rule"] = first.rule;
  hint.append(made("p", "title", first.title), made("p", "body", first.body));
  element.append(head, menu, hint);

  const actions = made("div", "actions");
  if (card.fix) {
    element.append(changeElement(card, card.fix.before, card.fix.after));
    actions.append(fixButton(card.fix, events));
  }
  if (card.choices) element.append(choicesElement(card, card.choices, events));
  const sendable = card.hints.find(({ message }) => message !== undefined);
  if (sendable?.message !== undefined) {
    element.append(messageElement(card, sendable.message));
    actions.append(copyButton(card, sendable.message, events));
  }
  const reasons = reasonsElement(card);
  const why = buttonOf("plain why", card.words.why, () => {
    explain(reasons.hidden === true);
    events.resized();
    if (!reasons.hidden) scrollTo(reasons);
  });
  /** Scrolls the card down to its reasons. */
  const scrollTo = ({ offsetTop, offsetHeight }: HTMLElement): void => {
    const untilItsEnd = offsetTop + offsetHeight + actions.offsetHeight - element.clientHeight;
    element.scrollTop = Math.max(element.scrollTop, Math.min(offsetTop, untilItsEnd));
  };
  const explain = (isExplained: boolean): void => {
    reasons.hidden = !isExplained;
    element.toggleAttribute("data-open", isExplained);
    why.setAttribute("aria-expanded", String(isExplained));
  };
  explain(false);
  actions.append(why);
  element.append(actions);
  if (others.length > 0) element.append(othersElement(others));
  element.append(reasons);
  keepFocusOutside(element);
  return {
    element,
    closeMenu: () => {
      if (menu.hidden) return false;
      openMenu(false);
      return true;
    },
    isExplained: () => !reasons.hidden,
    explain: () => explain(true),
    controls: () => {
      const within = menu.hidden ? element : menu;
      const shown = [...within.querySelectorAll<HTMLElement>("button, a")].filter((control) =>
        control.checkVisibility(),
      );
      // The ones that are most likely to be wanted come first.
      return [
        ...shown.filter((control) => !head.contains(control)),
        ...shown.filter((control) => head.contains(control)),
      ];
    },
  };
}

/** The card's other hints. Their bodies are left out where the fix settles them, or where the card has to be short. */
function othersElement(hints: readonly Hint[]): HTMLElement {
  const list = made("ul", "others");
  list.append(
    ...hints.map(({ rule, severity, severityWord, title, body, isFixable }) => {
      const item = made("li", "other");
      item.dataset["rule"] = rule;
      item.dataset["severity"] = severity;
      item.toggleAttribute("data-settled", isFixable);
      const text = made("div", "");
      text.append(made("span", "hidden-text", severityWord), made("p", "title", title), made("p", "body", body));
      item.append(severityIcon(severity), text);
      return item;
    }),
  );
  return list;
}

function fixButton({ label, spoken }: CardFix, events: CardEvents): HTMLElement {
  const button = buttonOf("fix", "", () => events.fix());
  const key = made("kbd", "key", FIX_KEY.shown);
  // `aria-keyshortcuts` of the button says it already.
  key.setAttribute("aria-hidden", "true");
  button.append(made("span", "label", label), key);
  button.setAttribute("aria-keyshortcuts", "Alt+Enter");
  // Not its accessible name: for voice control that has to be the visible label.
  button.dataset["spoken"] = spoken;
  return button;
}

/** Named by the question, which is the card's title. */
function choicesElement(card: Card, choices: readonly CardChoice[], events: CardEvents): HTMLElement {
  const group = made("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", card.hints[0].title);
  for (const choice of choices) {
    const button = buttonOf("fix choice", choice.label, () => events.choose(choice));
    button.dataset["spoken"] = choice.spoken;
    group.append(button);
  }
  if (choices.some(({ keepsRegion }) => keepsRegion !== undefined)) {
    const other = buttonOf("plain other-choice", card.words.choiceOther, () => events.openSettings());
    other.dataset["spoken"] = card.words.choiceOtherSpoken;
    other.title = card.words.choiceOtherSpoken;
    group.append(other);
  }
  return group;
}

function messageElement({ words }: Card, message: string): HTMLElement {
  const box = made("blockquote", "message", message);
  box.setAttribute("aria-label", words.message);
  return box;
}

/** Long enough to be read, short enough to press again. */
const COPIED_MS = 4000;

function copyButton({ words }: Card, message: string, events: CardEvents): HTMLElement {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const button = buttonOf("fix copy", words.copy, () => {
    void copyText(message).then((isCopied) => {
      const result = isCopied ? words.copied : words.notCopied;
      button.textContent = result;
      events.announce(result);
      events.resized();
      clearTimeout(timer);
      timer = setTimeout(() => {
        button.textContent = words.copy;
        events.resized();
      }, COPIED_MS);
    });
  });
  return button;
}

function reasonsElement({ hints, words }: Card): HTMLElement {
  const reasons = made("div", "reasons");
  reasons.append(...hints.flatMap(({ why }) => (why ? [made("p", "", why)] : [])));
  const sources = new Map(hints.map(({ source }) => [source.address, source]));
  reasons.append(...[...sources.values()].map((source) => sourceElement(words.source, source)));
  return reasons;
}

function sourceElement(word: string, { title, address, language, reviewed }: Hint["source"]): HTMLElement {
  const origin = made("p", "", `${word} `);
  const link = createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = title;
  link.lang = language;
  // By script: a blocking dialog swallows the click that would follow the link.
  onPress(link, () => void window.open(link.href, "_blank", "noopener,noreferrer"));
  origin.append(link, ` (${reviewed})`);
  return origin;
}

/**
 * The numbers are marked in pieces for the eye, and a screen reader would read the pieces ("0", "90", "deletion"). It
 * gets the whole numbers instead.
 */
function changeElement({ words }: Card, before: string, after: string): HTMLElement {
  const change = made("p", "change");
  const marked = difference(before, after);
  const becomes = made("span", "becomes");
  becomes.append(made("span", "arrow", "→"), numberElement("after", marked.after, "ins"));
  const seen = [numberElement("before", marked.before, "del"), becomes];
  for (const part of seen) part.setAttribute("aria-hidden", "true");
  change.append(made("span", "hidden-text", `${words.from} ${before} ${words.to} ${after}`), ...seen);
  return change;
}

function numberElement(name: string, pieces: readonly Piece[], mark: "del" | "ins"): HTMLElement {
  const number = made("span", `number ${name}`);
  number.append(
    ...pieces.map(({ text, changed }) => (changed ? made(mark, text.trim() === "" ? "blank" : "", text) : text)),
  );
  return number;
}
