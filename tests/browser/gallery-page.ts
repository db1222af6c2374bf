// Runs in a blank page: draws findings as the shipped hands draw them, but one below the other instead of beside an
// element, and in states that need a person's action. Owns that arrangement; words, elements and styles are the
// extension's own.

import { cardsFrom } from "../../extension/shared/texts/wording.ts";
import { cardView } from "../../extension/content/hands/card-view.ts";
import STYLES from "../../extension/content/hands/hints.css";
import { markElement, stripElement } from "../../extension/content/hands/mark.ts";
import { UndoToast } from "../../extension/content/hands/undo-toast.ts";
import { directionOf } from "../../extension/shared/texts/languages.ts";
import type { Card } from "../../extension/shared/texts/card.ts";
import type { GalleryLook, Shown } from "./gallery-look.ts";

type Messages = Readonly<Record<string, string>>;

/** The states of one hint. They are side by side, so that one picture contains all of them. */
const WIDTH = 520;

/** The hands place parts at a fixed position; here they are one below the other. */
const IN_FLOW = `
  :host {
    position: absolute !important; inset: var(--top) auto auto var(--left) !important;
    display: block !important; inline-size: ${String(WIDTH)}px !important; block-size: auto !important;
  }
  .hint-root, .in-flow { display: flow-root; padding: 8px; }
  .mark, .strip, .card, .undo-toast { position: static !important; margin-block-end: 8px !important; }
  .strip { inline-size: 400px; }
`;

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

const nothing = (): void => undefined;

function spotElement(card: Card, theme: string, form: Shown["form"]): HTMLElement {
  const root = document.createElement("div");
  root.className = "hint-root";
  root.lang = card.language;
  root.dir = card.direction;
  Object.assign(root.dataset, { seen: "yes", theme, severity: card.hints[0].severity });
  const handle =
    card.anchor === "list" ? stripElement(card, { press: nothing, dismiss: nothing }) : markElement(card, nothing);
  const { element } = cardView(card, {
    fix: nothing,
    choose: nothing,
    openSettings: nothing,
    silence: nothing,
    announce: nothing,
    resized: nothing,
  });
  // All these forms are terse as well: of other hints they show the titles only.
  if (form !== undefined) for (const name of ["terse", form]) element.setAttribute(`data-${name}`, "");
  root.append(handle, element);
  return root;
}

function toastElement({ fix, words, language, direction }: Card, theme: string): HTMLElement {
  const text = fix?.done ?? words.silencedHere;
  const { element } = new UndoToast(
    { text, undo: words.undo, language, direction },
    { anchor: document.body },
    { undo: nothing, ended: nothing },
  );
  Object.assign(element.dataset, { seen: "yes", theme });
  const around = document.createElement("div");
  around.className = "in-flow";
  around.append(element);
  return around;
}

function draw(
  shown: readonly Shown[],
  { page, language, theme }: GalleryLook,
  texts: Messages,
  english: Messages,
): void {
  Object.assign(document.documentElement, { lang: page, dir: directionOf(page) });
  document.body.style.cssText = `margin: 0; background: ${theme === "dark" ? "#1b1a19" : "#faf9f8"}`;
  const fallback = { language: "en", texts: new Map(Object.entries(english)) };
  const hosts = shown.map(({ id, review, form, isDone }) => {
    const host = document.createElement("div");
    host.id = id;
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet(STYLES), sheet(IN_FLOW)];
    const cards = cardsFrom(review, { language, texts: new Map(Object.entries(texts)), fallback });
    root.append(...cards.map((card) => (isDone === true ? toastElement(card, theme) : spotElement(card, theme, form))));
    return host;
  });
  document.body.replaceChildren(...hosts);
  arrange();
}

/**
 * In columns, each at a whole pixel: otherwise letters would be smoothed differently as soon as a hint before them
 * grows.
 */
function arrange(): void {
  const ends = Array.from({ length: Math.floor(innerWidth / WIDTH) }, () => 0);
  for (const host of document.body.children) {
    if (!(host instanceof HTMLElement)) continue;
    const column = ends.indexOf(Math.min(...ends));
    const top = ends[column] ?? 0;
    host.style.setProperty("--left", `${String(column * WIDTH)}px`);
    host.style.setProperty("--top", `${String(top)}px`);
    ends[column] = top + Math.ceil(host.getBoundingClientRect().height);
  }
}

Object.assign(window, { draw, arrange });
