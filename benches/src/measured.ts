// What crosses between the page and the program that starts it.

/** A region that is assumed, or '', and a text. */
export type Line = readonly [region: string, text: string];

export interface List {
  readonly list: string;
  readonly lines: readonly Line[];
}

export interface OfLibrary {
  readonly library: string;
  readonly lines: number;
  readonly valid: number;
  /** For one number, of each round. */
  readonly nanoseconds: readonly number[];
}

/** A number that two libraries judge differently. */
export interface Difference {
  readonly line: Line;
  readonly ours: boolean;
  readonly google: boolean;
}

export interface OfList {
  readonly list: string;
  readonly libraries: readonly OfLibrary[];
  readonly differences: readonly Difference[];
}

/** Milliseconds, in a page that has not used a library yet. */
export interface First {
  readonly library: string;
  /** From the bytes to a module that can be called; nothing for JavaScript, which is parsed as it is loaded. */
  readonly ready: number | undefined;
  /** The first number after that. */
  readonly check: number;
}

declare global {
  interface Window {
    sparekeyBench: {
      measure(list: List, rounds: number): Promise<OfList>;
      first(library: string): Promise<First>;
    };
  }
}
