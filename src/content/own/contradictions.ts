import type { PlainQuestion } from './format.ts';
import type { Path } from './place.ts';

/** What a schema cannot say: how the parts of a question have to fit together. */

interface Contradiction {
  readonly path: Path;
  readonly says: string;
}

/** What does not fit in a question, or between it and those before it. */
export const contradictions = (
  question: PlainQuestion,
  earlier: readonly PlainQuestion[],
): readonly Contradiction[] => [
  ...(earlier.some(({ id }) => id === question.id)
    ? [{ path: ['id'], says: `Another question of this file is called "${question.id}" too.` }]
    : []),
  ...keyFaults(question),
  ...twins(question),
];

function keyFaults(question: PlainQuestion): readonly Contradiction[] {
  if (question.type !== 'choice' && question.type !== 'response') return [];
  const right = question.options.filter(({ isRight }) => isRight === true).length;
  const path = ['options'];
  if (question.type === 'choice') {
    return right === 1 ? [] : [{ path, says: `One must be right; here ${right} are.` }];
  }
  if (right < 2) return [{ path, says: `Two or more must be right; here ${right} are.` }];
  return right === question.options.length
    ? [{ path, says: 'One or more must be wrong; here all are right.' }]
    : [];
}

/** Texts to choose from that are the same: nobody could tell them apart. */
function twins(question: PlainQuestion): readonly Contradiction[] {
  const texts = textsOf(question);
  return texts.flatMap(({ path, text }, index) =>
    texts.slice(0, index).some((one) => one.text === text)
      ? [{ path, says: 'The same text stands there twice.' }]
      : [],
  );
}

function textsOf(
  question: PlainQuestion,
): readonly { readonly path: Path; readonly text: string }[] {
  const listed = (name: string, all: readonly Readonly<Record<'text', string>>[]) =>
    all.map(({ text }, index) => ({ path: [name, index, 'text'], text }));
  switch (question.type) {
    case 'choice':
    case 'response':
      return listed('options', question.options);
    case 'ordering':
      return [...listed('steps', question.steps), ...listed('others', question.others ?? [])];
    case 'matching': {
      // A prompt and a response may well say the same; two prompts may share a response.
      const prompts = question.pairs.map(({ prompt }, index) => ({
        path: ['pairs', index, 'prompt'],
        text: `prompt ${prompt}`,
      }));
      const shared = new Set(question.pairs.map(({ response }) => response));
      const others = listed('others', question.others ?? []);
      return [...prompts, ...[...shared].map((text) => ({ path: ['pairs'], text })), ...others];
    }
  }
}
