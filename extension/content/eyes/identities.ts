/**
 * Numbers for the page's nodes, which stay the same for as long as a node lives. Owns the mapping in both directions,
 * and keeps no node alive.
 */

import { isConnected, parentOf } from "../dom.ts";

export class Identities {
  readonly #numbers = new WeakMap<Node, number>();
  readonly #nodes = new Map<number, WeakRef<Node>>();
  #last = 0;

  numberOf(node: Node): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#numbers.set(node, this.#last);
    this.#nodes.set(this.#last, new WeakRef(node));
    // Pages that are open for days replace their nodes again and again.
    if (this.#last % 5000 === 0) this.#forgetCollected();
    return this.#last;
  }

  /**
   * The element with this number, or the parent of the text with this number; undefined if it is no longer in the page.
   */
  elementOf(number: number): Element | undefined {
    const node = this.#nodes.get(number)?.deref();
    const element = node instanceof Element ? node : node && parentOf(node);
    return element && isConnected(element) ? element : undefined;
  }

  #forgetCollected(): void {
    for (const [number, node] of this.#nodes) {
      if (!node.deref()) this.#nodes.delete(number);
    }
  }
}
