/**
 * Numbers for the page's nodes that stay the same for as long as a node lives. It keeps no node
 * alive.
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
    // Pages that live for days replace their nodes over and over.
    if (this.#last % 5000 === 0) this.#forgetCollected();
    return this.#last;
  }

  /** The element with this number, or the one that a text with this number stands in. */
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
