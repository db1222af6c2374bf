/**
 * What is done when something on a hint is pressed, and the way back from it. It owns the note that offers
 * the way back, of which there is one at most; where hints are, and what they announce, is not its business.
 */

import type { Card } from "../../shared/texts/card.ts";
import type { SilenceScope } from "../../shared/messaging/messages.ts";
import { bodyOfPage, focusedElement } from "../dom.ts";
import type { Dismissals } from "./dismissals.ts";
import { applyFix, type Field, isField, takeBack, unselectAll } from "./fix.ts";
import type { Silenced } from "./menu.ts";
import { type ToastTarget, UndoToast } from "./undo-toast.ts";
import { type HintController, valueAt } from "./hint-controller.ts";

export interface ActedOn {
  elementOf(node: number): Element | undefined;
  /** Whether an input method is at work in a field. */
  isComposing(): boolean;
  lookAgain(): void;
  /** Answers whether it is stored. */
  silence(kind: "silence" | "unsilence", scope: SilenceScope): Promise<boolean>;
}

/** What was done, and how it is undone; where nothing was, there is no way back. */
interface Said {
  text: string;
  undo?: () => void;
}

interface ActionEvents {
  announce(text: string, language: string): void;
  /** It is not in the page yet. */
  toastCreated(toast: UndoToast): void;
  /** The spot there, once it is back, if the anchor has not taken the focus and nothing else has. */
  focusComesTo(anchor: Element): void;
  /** Something is to be shown no more, or again. */
  changed(): void;
}

export class Actions {
  readonly #page: ActedOn;
  readonly #dismissals: Dismissals;
  readonly #events: ActionEvents;
  #toast: UndoToast | undefined;
  /** Where something was written last. */
  #lastWritten: EventTarget | undefined;
  #lastFixed: Field | undefined;

  constructor(page: ActedOn, dismissals: Dismissals, events: ActionEvents) {
    this.#page = page;
    this.#dismissals = dismissals;
    this.#events = events;
  }

  get toast(): UndoToast | undefined {
    return this.#toast;
  }

  endToast(): void {
    const toast = this.#toast;
    this.#toast = undefined;
    toast?.stop();
  }

  written(event: Event): void {
    this.#lastWritten = event.composedPath()[0];
    const field = this.#lastFixed;
    if (field && field === this.#lastWritten && event instanceof InputEvent && event.inputType === "historyUndo")
      unselectAll(field);
  }

  fix(controller: HintController): void {
    if (this.#page.isComposing()) return;
    const { card } = controller;
    const { fix } = card;
    const field = this.#page.elementOf(card.node);
    if (fix && isField(field) && applyFix(field, fix)) {
      this.#lastFixed = field;
      // It has been answered; standing there until the core says so, it would push the line with the way back aside.
      controller.shut();
      this.#events.announce(card.words.fixed, card.language);
      const undo = () => this.#takeBack(field, fix);
      this.#show(card, { text: fix.done, undo }, { anchor: field, value: fix.after });
    }
    this.#page.lookAgain();
  }

  #takeBack(field: Field, fix: { before: string; after: string }): void {
    if (this.#page.isComposing()) return;
    takeBack(field, fix, this.#lastWritten === field);
    this.#page.lookAgain();
  }

  /** `place`: the id of the page that the card is about. */
  silence(controller: HintController, level: Silenced, place: string | undefined): void {
    const { card, anchor } = controller;
    const { words } = card;
    if (level.kind === "here") {
      const silenced = this.#shut(controller);
      silenced({ text: words.silencedHere, undo: () => this.#dismissals.takeBack(card) });
      this.#dismissals.add(card, valueAt(anchor));
      this.#events.changed();
      return;
    }
    const scope: SilenceScope | undefined =
      level.kind === "rule" ? level : place === undefined ? undefined : { kind: "place", place };
    if (!scope) return;
    const text = level.kind === "page" ? words.silencedPage : words.silencedRule;
    const undo = () => void this.#takeBackSilence(card, anchor, scope);
    const silenced = this.#shut(controller);
    this.#events.changed();
    // Nothing is said to be quiet that is not.
    void this.#page.silence("silence", scope).then((isStored) => {
      silenced(isStored ? { text, undo } : { text: words.notStored });
      this.#events.changed();
    });
  }

  async #takeBackSilence(card: Card, anchor: Element, scope: SilenceScope): Promise<void> {
    if (await this.#page.silence("unsilence", scope)) return;
    this.#say(card, { text: card.words.notStored }, { anchor });
    this.#events.changed();
  }

  /** Closes a card for good; what has become of that is then said where it was. */
  #shut(controller: HintController): (said: Said) => void {
    const { card, anchor, layout } = controller;
    controller.shut();
    const hadFocus = controller.hasFocusInside;
    const target = card.anchor === "list" ? { anchor, instead: layout.handleBox } : { anchor };
    return (said) => {
      this.#say(card, said, target);
      // The anchor has not taken it, as no list does: once the spot has gone, it would be at the top of the page.
      const isNowhere = focusedElement() === bodyOfPage();
      if (hadFocus && (controller.hasFocusInside || isNowhere)) this.#toast?.takeFocus();
    };
  }

  #say(card: Card, said: Said, target: ToastTarget): void {
    this.#show(card, said, target);
    this.#events.announce(said.text, card.language);
  }

  #show({ language, direction, words }: Card, { text, undo }: Said, target: ToastTarget): void {
    this.endToast();
    const end = () => {
      if (this.#toast === toast) this.endToast();
    };
    const texts = { text, language, direction, ...(undo && { undo: words.undo }) };
    const toast = new UndoToast(texts, target, {
      undo: () => {
        const { hasFocusInside } = toast;
        end();
        undo?.();
        if (hasFocusInside) this.#events.focusComesTo(target.anchor);
        this.#events.changed();
      },
      ended: () => {
        end();
        this.#events.changed();
      },
    });
    this.#toast = toast;
    this.#events.toastCreated(toast);
  }
}
