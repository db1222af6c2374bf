/**
 * Runs a task for each key: at most one run at a time and one waiting; further requests for the same key coalesce into
 * the waiting one. Owns that order; the task is the caller's.
 */
export class CoalescingQueue<Key> {
  readonly #run: (key: Key) => Promise<void>;
  readonly #ended: (key: Key) => void;
  readonly #requested = new Set<Key>();
  readonly #running = new Set<Key>();

  /** `run` must not reject. `ended` is called when the last run of a key is over and no other was requested. */
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
