/**
 * What the user has waved away: it stays away until what the field holds changes, or the page turns
 * to another subject. In memory only, for as long as the document lives.
 */

import type { Card } from "../../shared/texts/card.ts";

export class Dismissals {
  readonly #atNodes = new Map<number, { value: string; fingerprints: Set<string> }>();
  /** Lists are built anew by their page all the time, so no node tells one from another. */
  readonly #atLists = new Set<string>();
  #subject: string | undefined;

  /** What was waved away for one user says nothing of the next, whom the portal shows in the same document. */
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
   * The card without what was dismissed; undefined where nothing is left.
   *
   * @param value asked for only where it decides: of what is no field, it is all of its text
   */
  remaining(card: Card, value: () => string): Card | undefined {
    const dismissed = this.#at(card, value);
    const [first, ...rest] = card.hints.filter((hint) => !dismissed.has(hint.fingerprint));
    if (!first) return undefined;
    const { fix, ...others } = card;
    const hints: Card["hints"] = [first, ...rest];
    return { ...others, hints, ...(fix && hints.some(({ isFixable }) => isFixable) && { fix }) };
  }

  #at({ anchor, node }: Card, value: () => string): ReadonlySet<string> {
    if (anchor === "list") return this.#atLists;
    const dismissed = this.#atNodes.get(node);
    if (dismissed && dismissed.value !== value()) this.#atNodes.delete(node);
    return this.#atNodes.get(node)?.fingerprints ?? new Set();
  }
}
