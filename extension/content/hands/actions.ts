/**
 * What is done when something on a hint is pressed, and how it is undone. Owns the undo toast, of which there is at
 * most one; where hints are and what they say is decided elsewhere.
 */

import type { Card, CardChoice } from "../../shared/texts/card.ts";
import type { SilenceScope } from "../../shared/messaging/messages.ts";
import { bodyOfPage, focusedElement } from "../dom.ts";
import type { Dismissals } from "./dismissals.ts";
import { applyFix, type Field, isField, takeBack, unselectAll } from "./fix.ts";
import type { Silenced } from "./menu.ts";
import { type ToastTarget, UndoToast } from "./undo-toast.ts";
import { type HintController, valueAt } from "./hint-controller.ts";

export interface ActedOn {
  elementOf(node: number): Element | undefined;
  /** Whether an input method is composing in a field. */
  isComposing(): boolean;
  lookAgain(): void;
  /** Answers whether it is stored. */
  silence(kind: "silence" | "unsilence", scope: SilenceScope): Promise<boolean>;
  /** Answers whether it is stored. */
  keepRegion(kind: "keep-region" | "drop-region", region: string): Promise<boolean>;
  openSettings(): void;
}

/** What was done, and how it is undone; where nothing was, there is no way back. */
interface Said {
  text: string;
  undo?: () => void;
}

interface ActionEvents {
  announce(text: string, language: string): void;
  /** The toast is not in the page yet. */
  toastCreated(toast: UndoToast): void;
  /** The hint at this anchor takes the focus once it is back, unless the anchor or something else has it. */
  focusComesTo(anchor: Element): void;
  /** Some hint is to be hidden or to be shown again. */
  changed(): void;
}

export class Actions {
  readonly #page: ActedOn;
  readonly #dismissals: Dismissals;
  readonly #events: ActionEvents;
  #toast: UndoToast | undefined;
  /** The element that was typed in last. */
  #lastWritten: EventTarget | undefined;
  #lastFixed: Field | undefined;
  /** The choice that was pressed last, where it has set the user's country, and its field. */
  #lastKept: { field: Field; before: string; region: string } | undefined;

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
    const kept = this.#lastKept;
    // The browser's own undo takes back the choice as well, and so the country.
    if (kept && kept.field === this.#lastWritten && kept.field.value === kept.before) this.#dropRegion();
  }

  fix(controller: HintController): void {
    if (this.#page.isComposing()) return;
    const { card } = controller;
    const { fix } = card;
    const field = this.#page.elementOf(card.node);
    if (fix && isField(field) && applyFix(field, fix)) {
      this.#lastFixed = field;
      // Closed at once: until the core confirms the fix, the card would keep the toast from its place.
      controller.shut();
      this.#events.announce(card.words.fixed, card.language);
      const undo = () => this.#takeBack(field, fix);
      this.#show(card, { text: fix.done, undo }, { anchor: field, value: fix.after });
    }
    this.#page.lookAgain();
  }

  choose(controller: HintController, choice: CardChoice): void {
    if (this.#page.isComposing()) return;
    const { card } = controller;
    const field = this.#page.elementOf(card.node);
    if (isField(field) && applyFix(field, choice)) {
      this.#lastFixed = field;
      controller.shut();
      const { before, after, keepsRegion } = choice;
      const target = { anchor: field, value: after };
      const undo = () => {
        this.#dropRegion();
        this.#takeBack(field, choice);
      };
      this.#lastKept = keepsRegion === undefined ? undefined : { field, before, region: keepsRegion };
      this.#events.announce(choice.done, card.language);
      this.#show(card, { text: choice.done, undo }, target);
      if (keepsRegion !== undefined) {
        const toast = this.#toast;
        void this.#page.keepRegion("keep-region", keepsRegion).then((isStored) => {
          if (isStored || this.#toast !== toast) return;
          this.#lastKept = undefined;
          this.#say(card, { text: choice.notKept, undo }, target);
        });
      }
    }
    this.#page.lookAgain();
  }

  openSettings(): void {
    this.#page.openSettings();
  }

  #dropRegion(): void {
    const kept = this.#lastKept;
    this.#lastKept = undefined;
    if (kept) void this.#page.keepRegion("drop-region", kept.region);
  }

  #takeBack(field: Field, fix: { before: string; after: string }): void {
    if (this.#page.isComposing()) return;
    takeBack(field, fix, this.#lastWritten === field);
    this.#page.lookAgain();
  }

  /** `place`: the id of the place that the card is about. */
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
      // The anchor did not take the focus, as no list does: it went to the top of the page with the hint.
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
