import { useMemo, useState } from 'react';

import { isPlayed } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { entriesOf } from '#content/questions/entries.ts';
import { countHands, setHands, showPhase, undoHands, useClassroom } from '#stores/classroom.ts';
import { goTo, presentFrom, toggleBlank } from '#stores/stage.ts';
import { choicesOf } from '#study/answer.ts';
import { isRevealed, phaseBeside, roundOf } from '#study/peer.ts';
import type { ClassPhase } from '#study/peer.ts';
import { letterOf } from '#views/classroom/classByKey.ts';
import { PHASE_WORDS, sayHands } from '#views/classroom/sayClass.ts';

import type { InClass } from './classPlaces.ts';
import { useGrading } from './grading.ts';
import type { Grading } from './grading.ts';
import { useClassKeys } from './useClassKeys.ts';

const NEW = { phase: 'ask', before: {}, after: {} } as const;

/** What is right, and why each answer is right or wrong. */
function answerOf(question: Question, grades: Grading) {
  const [key = ''] = grades.grade(question, []).key;
  const entries = isPlayed(question) ? question.options : entriesOf(question);
  return { key, whys: Object.fromEntries(entries.map(({ id, why }) => [id, why])) };
}

/**
 * A question in class as either window drives it: the room’s, which learns the answer with the room, or the presenter’s,
 * which knows it. Phases and hands are kept in the browser, where both read them.
 */
export function useClass(at: InClass, isPresenter: boolean) {
  const { question, place, next, hasNext, chooser } = at;
  const { id } = question;
  const run = useClassroom(({ runs }) => runs[id]) ?? NEW;
  const isKept = useClassroom((classroom) => classroom.isKept);
  const choices = useMemo(() => choicesOf(question, 'class'), [question]);
  // Loaded while the room thinks: it also knows where the answer is seen.
  const grades = useGrading(isPresenter || run.phase !== NEW.phase);
  const shows = grades?.shownOf(question);
  const mayKnow = isPresenter || isRevealed(run.phase);
  const answer = useMemo(
    () => (mayKnow && grades ? answerOf(question, grades) : undefined),
    [question, mayKnow, grades],
  );
  const [said, setSaid] = useState('');

  // Where no run shows the answer, the reveal is the end.
  const ahead = run.phase === 'reveal' && grades && !shows ? undefined : phaseBeside(run.phase, 1);
  const onHands = (option: string, by: number): void => {
    countHands(id, option, by);
    setSaid(sayCount(choices, option, id));
  };
  const moveTo = (phase: ClassPhase): void => {
    showPhase(id, phase);
    setSaid(`${PHASE_WORDS[phase].name}. ${PHASE_WORDS[phase].says}`);
    if (phase === 'run' && shows) presentFrom(place, shows);
  };
  const acts = {
    choices,
    onHands,
    onUndo: () => undoHands(id),
    onNext: () => {
      if (!ahead) goTo(next);
      else if (ahead !== 'run' || shows) moveTo(ahead);
    },
    onBack: () => {
      const before = phaseBeside(run.phase, -1);
      if (before) moveTo(before);
    },
    onLeave: () => goTo(chooser),
  };
  useClassKeys({
    ...acts,
    isVoting: roundOf(run.phase) !== undefined,
    onBlank: toggleBlank,
    // Esc ends what the room sees only where the room sees it.
    onLeave: isPresenter ? () => undefined : acts.onLeave,
  });
  return {
    shown: {
      question,
      run,
      answer,
      isKept,
      nextSays: ahead ? PHASE_WORDS[ahead].leads : hasNext ? 'Next question' : 'Back to the list',
      onSet: (option: string, hands: number) => setHands(id, option, hands),
      ...acts,
    },
    said,
  };
}

/** How many hands an option has now: “B: 12 hands.” */
function sayCount(
  choices: readonly { readonly id: string }[],
  option: string,
  question: string,
): string {
  const run = useClassroom.getState().runs[question] ?? NEW;
  const round = roundOf(run.phase) ?? 'before';
  const votes: Readonly<Record<string, number>> = run[round];
  const letter = letterOf(choices.findIndex(({ id }) => id === option));
  return `${letter}: ${sayHands(votes[option] ?? 0)}.`;
}
