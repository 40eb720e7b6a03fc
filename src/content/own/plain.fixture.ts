import type { PlainQuestion } from './format.ts';

/** Questions made of any texts at all: what a writer of files has to get through whole. */

/** Pieces that mean something in GIFT, HTML, XML, JSON or a table, and some that look odd. */
export const PIECES =
  `{ } = ~ # #### : :: \\ \\n %50% % [html] [plain] -> // $CATEGORY: < > & &amp; " ' ]]> <![CDATA[ <b> --> \\" </text> *
\u202E \uFEFF é 😀 a B 7 of`
    .split(/[ \n]/)
    .concat(' ');

/** How many one-line texts each needs. */
export const LINES_NEEDED = 10;

/** A question of a form, from lines that differ and a longer text. */
export function plainFrom(
  type: PlainQuestion['type'],
  lines: readonly string[],
  text: string,
): PlainQuestion {
  const line = (index: number): string => lines[index] ?? `line ${index}`;
  const common = {
    id: `made-${type}`,
    title: line(0),
    situation: text,
    stem: line(1),
    deciding: [line(2)],
    skill: '4.1.2',
    traps: ['E1', 'F12'],
    difficulty: 3,
    source: { title: line(3), url: 'https://example.com/?a=1&b=2#c', checkedOn: '2026-11-23' },
  } as const;
  switch (type) {
    case 'choice':
      return {
        type,
        ...common,
        options: [
          { text: line(4), why: text, belief: line(5) },
          { text: line(6), isRight: true, why: line(7) },
        ],
      };
    case 'response':
      return {
        type,
        ...common,
        options: [4, 5, 6, 7].map((index) => ({
          text: line(index),
          ...(index < 7 && { isRight: true }),
          why: text,
        })),
      };
    case 'ordering':
      return {
        type,
        ...common,
        steps: [4, 5, 6].map((index) => ({ text: line(index), why: text })),
        others: [{ text: line(7), why: text, belief: line(8) }],
      };
    case 'matching':
      return {
        type,
        ...common,
        pairs: [
          { prompt: line(4), response: line(5), why: text },
          { prompt: line(6), response: line(5), why: text },
          { prompt: line(7), response: line(8), why: text },
        ],
        others: [{ text: line(9), why: text }],
      };
  }
}
