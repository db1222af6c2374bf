/**
 * Numbers questions, so that answers to older ones can be recognized and dropped. Owns the numbers, not the questions.
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
