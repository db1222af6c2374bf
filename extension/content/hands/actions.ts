/**
 * What is done when something on a hint is pressed, and the way back from it. It owns the note that offers
 * the way back, of which there is one at most; where hints are, and what they say, is not its business.
 */

import type { Card, Hint } from "../../shared/card.ts";
import type { SilenceScope } from "../../shared/messages.ts";
import type { Dismissals } from "./dismissals.ts";
import { applyFix, type Field, isField, takeBack, unselectAll } from "./fix.ts";
import type { Silenced } from "./menu.ts";
import { type Done, Note } from "./note.ts";
import { type Spot, valueAt } from "./spot.ts";

export interface ActedOn {
  elementOf(node: number): Element | undefined;
  /** Whether an input method is at work in a field. */
  isComposing(): boolean;
  lookAgain(): void;
  silence(kind: "silence" | "unsilence", scope: SilenceScope): void;
}

interface ActionEvents {
  say(text: string, language: string): void;
  /** It is not in the page yet. */
  noted(note: Note): void;
  /** The spot there, once it is back, if the anchor has not taken the focus and nothing else has. */
  focusComesTo(anchor: Element): void;
  /** Something is to be shown no more, or again. */
  changed(): void;
}

export class Actions {
  readonly #page: ActedOn;
  readonly #dismissals: Dismissals;
  readonly #events: ActionEvents;
  #note: Note | undefined;
  /** Where something was written last. */
  #lastWritten: EventTarget | undefined;
  #lastFixed: Field | undefined;

  constructor(page: ActedOn, dismissals: Dismissals, events: ActionEvents) {
    this.#page = page;
    this.#dismissals = dismissals;
    this.#events = events;
  }

  get note(): Note | undefined {
    return this.#note;
  }

  endNote(): void {
    const note = this.#note;
    this.#note = undefined;
    note?.stop();
  }

  written(event: Event): void {
    this.#lastWritten = event.composedPath()[0];
    const field = this.#lastFixed;
    if (field && field === this.#lastWritten && event instanceof InputEvent && event.inputType === "historyUndo")
      unselectAll(field);
  }

  fix(spot: Spot, { fix }: Hint): void {
    if (this.#page.isComposing()) return;
    const { card } = spot;
    const field = this.#page.elementOf(card.node);
    if (fix && isField(field) && applyFix(field, fix)) {
      this.#lastFixed = field;
      // It has been answered; standing there until the core says so, it would push the line with the way back aside.
      spot.shut();
      this.#events.say(card.words.fixed, card.language);
      this.#noted(card, fix.done, { anchor: field, value: fix.after }, () => this.#takeBack(field, fix));
    }
    this.#page.lookAgain();
  }

  #takeBack(field: Field, fix: { before: string; after: string }): void {
    if (this.#page.isComposing()) return;
    takeBack(field, fix, this.#lastWritten === field);
    this.#page.lookAgain();
  }

  /** `place`: the id of the page that the card is about. */
  silence(spot: Spot, level: Silenced, place: string | undefined): void {
    const { card, anchor } = spot;
    const { words } = card;
    if (level.kind === "here") {
      this.#silenced(
        spot,
        words.silencedHere,
        () => this.#dismissals.takeBack(card),
        () => {
          this.#dismissals.add(card, valueAt(anchor));
          this.#events.changed();
        },
      );
      return;
    }
    const scope: SilenceScope | undefined =
      level.kind === "rule" ? level : place === undefined ? undefined : { kind: "place", place };
    // Nothing is said to be quiet that is not.
    if (!scope) return;
    const text = level.kind === "page" ? words.silencedPage : words.silencedRule;
    this.#silenced(
      spot,
      text,
      () => this.#page.silence("unsilence", scope),
      () => this.#page.silence("silence", scope),
    );
  }

  #silenced(spot: Spot, text: string, undo: () => void, silence: () => void): void {
    const { card, anchor, standing } = spot;
    spot.shut();
    this.#noted(card, text, card.anchor === "list" ? { anchor, instead: standing.handleBox } : { anchor }, undo);
    // The anchor has not taken it, as no list does: once the spot has gone, it would be at the top of the page.
    if (spot.hasFocusInside) this.#note?.takeFocus();
    silence();
    this.#events.say(text, card.language);
  }

  #noted({ language, direction, words }: Card, text: string, done: Done, undo: () => void): void {
    this.endNote();
    const end = () => {
      if (this.#note === note) this.endNote();
    };
    const note = new Note({ text, undo: words.undo, language, direction }, done, {
      undo: () => {
        const { hasFocusInside } = note;
        end();
        undo();
        if (hasFocusInside) this.#events.focusComesTo(done.anchor);
        this.#events.changed();
      },
      ended: () => {
        end();
        this.#events.changed();
      },
    });
    this.#note = note;
    this.#events.noted(note);
  }
}
