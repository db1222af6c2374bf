/**
 * Finds the characters that two short texts do not share, so that a change is seen at a glance. Owns the comparison;
 * `card-view` draws it.
 */

export interface Piece {
  text: string;
  changed: boolean;
}

/** Longer texts are not compared: the work grows with the product of their lengths. */
const LONGEST = 80;

/** Cuts the two texts into pieces. A piece is `changed` if the other text does not have it. */
export function difference(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [old, fresh] = [[...before], [...after]];
  if (old.length > LONGEST || fresh.length > LONGEST) {
    return { before: [{ text: before, changed: false }], after: [{ text: after, changed: false }] };
  }
  const kept = longestCommonSubsequence(old, fresh);
  return {
    before: pieces(old, new Set(kept.map(([index]) => index))),
    after: pieces(fresh, new Set(kept.map(([, index]) => index))),
  };
}

function longestCommonSubsequence(old: string[], fresh: string[]): [number, number][] {
  const width = fresh.length + 1;
  const lengths = new Uint8Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === fresh[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < fresh.length) {
    if (old[row] === fresh[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function pieces(characters: string[], kept: ReadonlySet<number>): Piece[] {
  const found: Piece[] = [];
  characters.forEach((text, index) => {
    const changed = !kept.has(index);
    const last = found.at(-1);
    if (last?.changed === changed) last.text += text;
    else found.push({ text, changed });
  });
  return found;
}
