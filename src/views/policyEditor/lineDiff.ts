/** A line of a comparison; `same` lines far from any change are left out as a `gap`. */
export type DiffLine =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'gap'; readonly count: number };

type Compared = Exclude<DiffLine, { kind: 'gap' }>;

/** How many unchanged lines stand around a change. */
const AROUND = 2;
/** Beyond this many comparisons a browser would be felt to stop. */
const MOST = 1_000_000;

/** What changed from one text to another, line by line; undefined when they are too long to compare. */
export function lineDiff(before: string, after: string): readonly DiffLine[] | undefined {
  const [old, now] = [linesOf(before), linesOf(after)];
  const start = old.findIndex((line, index) => line !== now[index]);
  if (start < 0 && old.length === now.length) return [];
  const head = start < 0 ? old.length : start;
  const most = Math.min(old.length, now.length) - head;
  let tail = 0;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  if (gone.length * come.length > MOST) return undefined;
  return withGaps([
    ...old.slice(0, head).map(same),
    ...compared(gone, come),
    ...old.slice(old.length - tail).map(same),
  ]);
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/);

const same = (text: string): Compared => ({ kind: 'same', text });

/** The longest common subsequence, walked from the front. */
function compared(gone: readonly string[], come: readonly string[]): readonly Compared[] {
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
  const lines: Compared[] = [];
  let row = 0;
  let column = 0;
  while (row < gone.length || column < come.length) {
    const [old, now] = [gone[row], come[column]];
    if (old !== undefined && old === now) {
      lines.push(same(old));
      row += 1;
      column += 1;
    } else if (
      old !== undefined &&
      (now === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      lines.push({ kind: 'removed', text: old });
      row += 1;
    } else {
      lines.push({ kind: 'added', text: now ?? '' });
      column += 1;
    }
  }
  return lines;
}

function withGaps(lines: readonly Compared[]): readonly DiffLine[] {
  const isNear = (index: number): boolean =>
    lines
      .slice(Math.max(0, index - AROUND), index + AROUND + 1)
      .some(({ kind }) => kind !== 'same');
  const shown: DiffLine[] = [];
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1);
    if (isNear(index)) shown.push(line);
    else if (last?.kind === 'gap') shown[shown.length - 1] = { kind: 'gap', count: last.count + 1 };
    else shown.push({ kind: 'gap', count: 1 });
  }
  return shown;
}
