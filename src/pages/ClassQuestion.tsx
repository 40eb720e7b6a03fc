import { useEffect, useMemo, useRef, useState } from 'react';

import { isPlayed } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { entriesOf } from '#content/questions/entries.ts';
import { countHands, setHands, showPhase, undoHands, useClassroom } from '#stores/classroom.ts';
import { goTo, presentFrom, toggleBlank, useStage } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { choicesOf } from '#study/answer.ts';
import { isRevealed, phaseBeside, roundOf } from '#study/peer.ts';
import type { ClassPhase } from '#study/peer.ts';
import { ClassSlide } from '#views/classroom/ClassSlide.tsx';
import { PHASE_WORDS, sayHands } from '#views/classroom/sayClass.ts';
import { letterOf } from '#views/classroom/classByKey.ts';

import { Announcer } from './Announcer.tsx';
import { useGrading } from './grading.ts';
import type { Grading } from './grading.ts';
import { useClassKeys } from './useClassKeys.ts';

interface ClassQuestionProps {
  readonly question: Question;
  readonly place: QuizPlace;
  /** The question after this one, or the list of all. */
  readonly next: QuizPlace;
  readonly hasNext: boolean;
  readonly chooser: QuizPlace;
}

const NEW = { phase: 'ask', before: {}, after: {} } as const;

/** The answer and its reasons; undefined until the room may see them. */
function useAnswer(question: Question, phase: ClassPhase, grades: Grading | undefined) {
  return useMemo(() => {
    if (!isRevealed(phase) || !grades) return undefined;
    const [key = ''] = grades.grade(question, []).key;
    const entries = isPlayed(question) ? question.options : entriesOf(question);
    return { key, whys: Object.fromEntries(entries.map(({ id, why }) => [id, why])) };
  }, [question, phase, grades]);
}

/** One question in class, driven by clicker, keys or buttons. */
export function ClassQuestion({ question, place, next, hasNext, chooser }: ClassQuestionProps) {
  const { id } = question;
  const run = useClassroom(({ runs }) => runs[id]) ?? NEW;
  const isKept = useClassroom((classroom) => classroom.isKept);
  const isBlank = useStage((stage) => stage.isBlank);
  const choices = useMemo(() => choicesOf(question, 'class'), [question]);
  // Loaded while the room thinks: it also knows where the answer is seen.
  const grades = useGrading(run.phase !== NEW.phase);
  const shows = grades?.shownOf(question);
  const answer = useAnswer(question, run.phase, grades);
  const heading = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => heading.current?.focus(), []);

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
  useClassKeys({ ...acts, isVoting: roundOf(run.phase) !== undefined, onBlank: toggleBlank });
  return (
    <>
      <ClassSlide
        nextSays={ahead ? PHASE_WORDS[ahead].leads : hasNext ? 'Next question' : 'Back to the list'}
        onSet={(option, hands) => setHands(id, option, hands)}
        {...{ question, run, answer, isKept, isBlank, heading }}
        {...acts}
      />
      <Announcer sentence={said} />
    </>
  );
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
