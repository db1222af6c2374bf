/**
 * The last key or press that the user made in the page. It owns when and where that was, for telling what
 * the user has done from what the page did by itself.
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

  /** What was pressed, or had the key. */
  get at(): EventTarget | undefined {
    return this.#at;
  }

  stop(): void {
    this.#listeners.abort();
  }
}
