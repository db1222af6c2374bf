/**
 * Which findings the user has dismissed. They stay away until the field's value changes or the page is about another
 * subject. Owns that memory, which is never stored and lives as long as the document.
 */

import type { Card } from "../../shared/texts/card.ts";

export class Dismissals {
  readonly #atNodes = new Map<number, { value: string; fingerprints: Set<string> }>();
  /** Pages rebuild their lists all the time, so a list cannot be recognized by its node. */
  readonly #atLists = new Set<string>();
  #subject: string | undefined;

  /** A dismissal for one user does not hold for the next one, whom the portal shows in the same document. */
  turnTo(subject: string): void {
    if (this.#subject !== undefined && this.#subject !== subject) this.takeBackAll();
    this.#subject = subject;
  }

  add(card: Card, value: string): void {
    if (card.anchor === "list") for (const { fingerprint } of card.hints) this.#atLists.add(fingerprint);
    else {
      // Added to what was dismissed here before, perhaps from another card at the same node.
      const known = this.#atNodes.get(card.node);
      const before = known?.value === value ? known.fingerprints : [];
      this.#atNodes.set(card.node, {
        value,
        fingerprints: new Set([...before, ...card.hints.map(({ fingerprint }) => fingerprint)]),
      });
    }
  }

  takeBack(card: Card): void {
    const dismissed = card.anchor === "list" ? this.#atLists : this.#atNodes.get(card.node)?.fingerprints;
    for (const { fingerprint } of card.hints) dismissed?.delete(fingerprint);
  }

  takeBackAll(): void {
    this.#atNodes.clear();
    this.#atLists.clear();
  }

  /**
   * The card without its dismissed hints; undefined if none is left.
   *
   * @param value called only where it decides, because it reads the whole text of an element that is no field
   */
  remaining(card: Card, value: () => string): Card | undefined {
    const dismissed = this.#at(card, value);
    const [first, ...rest] = card.hints.filter((hint) => !dismissed.has(hint.fingerprint));
    if (!first) return undefined;
    const { fix, choices, ...others } = card;
    const hints: Card["hints"] = [first, ...rest];
    const isFixable = hints.some((hint) => hint.isFixable);
    return { ...others, hints, ...(isFixable && { ...(fix && { fix }), ...(choices && { choices }) }) };
  }

  #at({ anchor, node }: Card, value: () => string): ReadonlySet<string> {
    if (anchor === "list") return this.#atLists;
    const dismissed = this.#atNodes.get(node);
    if (dismissed && dismissed.value !== value()) this.#atNodes.delete(node);
    return this.#atNodes.get(node)?.fingerprints ?? new Set();
  }
}
