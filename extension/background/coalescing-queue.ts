/**
 * One run at a time for each key, and one more where it was asked for meanwhile. It owns that order; what
 * is run is its user's.
 */
export class CoalescingQueue<Key> {
  readonly #run: (key: Key) => Promise<void>;
  readonly #ended: (key: Key) => void;
  readonly #requested = new Set<Key>();
  readonly #running = new Set<Key>();

  /** `run` refuses nothing; `ended` is called when nothing more is asked for. */
  constructor(run: (key: Key) => Promise<void>, ended: (key: Key) => void) {
    this.#run = run;
    this.#ended = ended;
  }

  request(key: Key): void {
    this.#requested.add(key);
    if (!this.#running.has(key)) void this.#runWhileRequested(key);
  }

  isRunning(key: Key): boolean {
    return this.#running.has(key);
  }

  async #runWhileRequested(key: Key): Promise<void> {
    this.#running.add(key);
    while (this.#requested.delete(key)) await this.#run(key);
    this.#running.delete(key);
    this.#ended(key);
  }
}
