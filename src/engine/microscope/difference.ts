/** A piece of a text. An empty piece that changed marks where the other text has more. */
export interface Piece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Two texts in pieces, the same ones and those that only one of them has. */
export type Difference = readonly [before: readonly Piece[], after: readonly Piece[]];

/** Beyond this many comparisons a browser would be felt to stop; what lies between is then marked whole. */
const MOST = 400_000;

/**
 * What changed from one text to another, character by character: texts of the same length place by place, so that two
 * hashes are not said to share what only happens to recur; others by their longest common subsequence.
 */
export function difference(before: string, after: string): Difference {
  // By code points, so that no pair of surrogates is torn.
  const [old, now] = [Array.from(before), Array.from(after)];
  const shortest = Math.min(old.length, now.length);
  let head = 0;
  while (head < shortest && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const gone = old.slice(head, old.length - tail);
  const come = now.slice(head, now.length - tail);
  const same: Step = { kind: 'same', text: old.slice(0, head).join('') };
  const end: Step = { kind: 'same', text: tail === 0 ? '' : old.slice(-tail).join('') };
  return piecesOf([same, ...between(gone, come), end]);
}

type Step =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly gone: string; readonly come: string };

function between(gone: readonly string[], come: readonly string[]): readonly Step[] {
  if (gone.length === come.length) return gone.map((text, index) => step(text, come[index] ?? ''));
  if (gone.length * come.length > MOST) return [changed(gone.join(''), come.join(''))];
  return subsequence(gone, come);
}

const step = (old: string, now: string): Step =>
  old === now ? { kind: 'same', text: old } : changed(old, now);

const changed = (gone: string, come: string): Step => ({ kind: 'changed', gone, come });

/** The longest common subsequence, walked from the front. */
function subsequence(gone: readonly string[], come: readonly string[]): readonly Step[] {
  const width = come.length + 1;
  const common = new Uint32Array((gone.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = gone.length - 1; row >= 0; row -= 1) {
    for (let column = come.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        gone[row] === come[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < gone.length || column < come.length) {
    const [old, now] = [gone[row], come[column]];
    if (old !== undefined && old === now) {
      steps.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (old !== undefined && at(row + 1, column) >= at(row, column + 1)) {
      steps.push(changed(old, ''));
      row += 1;
    } else {
      steps.push(changed('', now ?? ''));
      column += 1;
    }
  }
  return steps;
}

/** Neighbours of one kind in one piece. */
function piecesOf(steps: readonly Step[]): Difference {
  const joined: Step[] = [];
  for (const next of steps) {
    const last = joined.at(-1);
    if (next.kind === 'same') {
      if (last?.kind === 'same') joined[joined.length - 1] = same(last.text + next.text);
      else if (next.text !== '') joined.push(next);
    } else if (last?.kind === 'changed') {
      joined[joined.length - 1] = changed(last.gone + next.gone, last.come + next.come);
    } else joined.push(next);
  }
  const pieces = (side: 'gone' | 'come'): readonly Piece[] =>
    joined
      .map((one) =>
        one.kind === 'same'
          ? { text: one.text, isChanged: false }
          : { text: one[side], isChanged: true },
      )
      .filter(({ text, isChanged }) => text !== '' || isChanged);
  return [pieces('gone'), pieces('come')];
}

const same = (text: string): Step => ({ kind: 'same', text });
