/**
 * Numbers questions, so that an answer to an older one can be told from the answer to the newest.
 */
export class SequenceGuard {
  #newest = 0;

  next(): number {
    this.#newest += 1;
    return this.#newest;
  }

  isLatest(sequence: number): boolean {
    return sequence === this.#newest;
  }
}
