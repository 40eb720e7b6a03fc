import { StateEffect, StateField } from '@codemirror/state';
import type { Range, Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

import type { PolicyProblem } from '#engine/policy/parse.ts';
import { rangeAt, tokenAt } from '#engine/policy/textRange.ts';

/** What is drawn into the text: problems at their place with their sentence, and the statement that is chosen. */
interface Marks {
  readonly problems: readonly PolicyProblem[];
  readonly marked?: string | undefined;
}

export const setMarks = StateEffect.define<Marks>();

/** More would push the text apart; the list below the editor has them all. */
const MOST_SENTENCES = 3;

/** The sentence of a problem, under its line; those who hear find it in the list below the editor. */
class Sentence extends WidgetType {
  readonly says: string;

  constructor(says: string) {
    super();
    this.says = says;
  }

  override eq(other: Sentence): boolean {
    return other.says === this.says;
  }

  override toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'problem-sentence';
    line.setAttribute('aria-hidden', 'true');
    line.textContent = `✕ ${this.says}`;
    return line;
  }
}

function decorations(doc: Text, { problems, marked }: Marks): DecorationSet {
  const text = doc.toString();
  return Decoration.set(
    [
      ...markedLines(doc, marked === undefined ? undefined : rangeAt(text, marked)),
      ...problems.flatMap((problem, index) => problemAt(doc, text, problem, index)),
    ],
    true,
  );
}

function* lineNumbers(doc: Text, from: number, to: number): Generator<number> {
  const last = doc.lineAt(to).number;
  for (let number = doc.lineAt(from).number; number <= last; number += 1) yield number;
}

const markedLines = (
  doc: Text,
  range: { readonly from: number; readonly to: number } | undefined,
): Range<Decoration>[] =>
  range
    ? [...lineNumbers(doc, range.from, range.to)].map((number) =>
        Decoration.line({ class: 'marked-line' }).range(doc.line(number).from),
      )
    : [];

function problemAt(
  doc: Text,
  text: string,
  { line: number, column, fix, message }: PolicyProblem,
  index: number,
): Range<Decoration>[] {
  const line = doc.line(Math.min(number, doc.lines));
  const { from, to } = tokenAt(text, Math.min(line.from + column - 1, line.to));
  const sentence = Decoration.widget({
    widget: new Sentence(fix || message),
    block: true,
    side: 1,
  }).range(line.to);
  return [
    ...(to > from ? [Decoration.mark({ class: 'problem-place' }).range(from, to)] : []),
    ...(index < MOST_SENTENCES ? [sentence] : []),
  ];
}

/** Draws the marks it was last told, and moves them with the text until it is told others. */
export const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (drawn, transaction) => {
    const told = transaction.effects.find((effect) => effect.is(setMarks));
    return told ? decorations(transaction.state.doc, told.value) : drawn.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
