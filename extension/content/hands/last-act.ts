/**
 * The last key or press of the user in the page. Owns when and where that was, to tell what the user has done from what
 * the page did by itself.
 */

export class LastAct {
  #time = -Infinity;
  #at: EventTarget | undefined;
  readonly #listeners = new AbortController();

  constructor() {
    const options = { capture: true, passive: true, signal: this.#listeners.signal } as const;
    for (const kind of ["pointerdown", "keydown"] as const) {
      window.addEventListener(kind, (event) => event.isTrusted && this.#acted(event), options);
    }
  }

  #acted(event: Event): void {
    this.#time = performance.now();
    this.#at = event.composedPath()[0];
  }

  isWithin(milliseconds: number): boolean {
    return performance.now() - this.#time <= milliseconds;
  }

  /** The element that was pressed or that had the key. */
  get at(): EventTarget | undefined {
    return this.#at;
  }

  stop(): void {
    this.#listeners.abort();
  }
}
