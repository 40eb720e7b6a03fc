import type { Note } from '#content/speakerNotes.ts';
import { grade } from '#study/grade.ts';

import type { Asking } from './useRun.ts';

/** As the options are marked on the card. */
const LETTERS = 'ABCDEF';

const UNSURE = 'AWS does not document this, so it counts for nothing. The simulator says: ';

/** What a presenter reads while the room predicts, and once it has. */
export function askedNotes(asking: Asking | undefined): readonly Note[] {
  if (!asking?.isHere) return [];
  const { attempt, prediction, isCounted } = asking;
  const { options, stem, key } = prediction;
  const textOf = (id: string | undefined): string =>
    options.find((option) => option.id === id)?.text ?? '';
  const right = options.find(({ id }) => id === key);
  const answer = right ? `${isCounted ? '' : UNSURE}${right.text}. ${right.why}` : '';
  if (!attempt) {
    return [
      { kind: 'ask', text: stem },
      { kind: 'choose', text: options.map(({ text }, at) => `${LETTERS[at]}  ${text}`).join('\n') },
      { kind: 'key', text: answer },
    ];
  }
  const { isCorrect } = grade(prediction, attempt.answer);
  const verdict = isCorrect ? 'right' : 'wrong';
  return [
    { kind: 'said', text: `${textOf(attempt.answer[0])}: ${isCounted ? verdict : 'not counted'}.` },
    { kind: 'why', text: answer },
  ];
}
