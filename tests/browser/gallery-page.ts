// Runs in a blank page: draws findings as the shipped hands draw them, one below the other, instead of
// beside what they are about. Owns that arrangement; words, elements and styles are the extension's own.

import type { FrameReview } from '../../pkg/sparekey.js';
import { cardsFrom } from '../../extension/background/wording.ts';
import { cardView } from '../../extension/content/hands/card-view.ts';
import STYLES from '../../extension/content/hands/hints.css';
import { markElement, stripElement } from '../../extension/content/hands/mark.ts';

export interface GalleryLook {
  /** BCP 47 tag of the texts. */
  readonly language: string;
  readonly theme: 'light' | 'dark';
}

/** What is drawn: the findings of one spot. */
export interface Shown {
  readonly id: string;
  readonly review: FrameReview;
}

type Messages = Readonly<Record<string, string>>;

/** Parts stand where the hands put them; here they stand where they are. */
const IN_FLOW = `
  :host { position: static !important; display: block !important; inline-size: 520px !important; block-size: auto !important; }
  .spot { display: flow-root; padding: 8px; }
  .mark, .strip, .card { position: static !important; margin-block-end: 8px !important; }
  .strip { inline-size: 400px; }
`;

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

function draw(shown: readonly Shown[], { language, theme }: GalleryLook, texts: Messages, english: Messages): void {
  const nothing = (): void => undefined;
  document.body.style.cssText = `margin: 0; background: ${theme === 'dark' ? '#1b1a19' : '#faf9f8'}`;
  const fallback = { language: 'en', texts: new Map(Object.entries(english)) };
  const hosts = shown.map(({ id, review }) => {
    const host = document.createElement('div');
    host.id = id;
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(STYLES), sheet(IN_FLOW)];
    for (const card of cardsFrom(review, { language, texts: new Map(Object.entries(texts)), fallback })) {
      const spot = document.createElement('div');
      spot.className = 'spot';
      spot.lang = card.language;
      spot.dir = card.direction;
      Object.assign(spot.dataset, { seen: 'yes', theme, severity: card.hints[0].severity });
      const handle = card.anchor === 'list' ? stripElement(card, { press: nothing, dismiss: nothing }) : markElement(card, nothing);
      const { element } = cardView(card, { dismiss: nothing, fix: nothing, silence: nothing, say: nothing, resized: nothing });
      spot.append(handle, element);
      root.append(spot);
    }
    return host;
  });
  document.body.replaceChildren(...hosts);
}

Object.assign(window, { draw });
