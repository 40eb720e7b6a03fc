import type { Ref } from 'react';

import { partsOf } from '#content/questions/entries.ts';

import { AnswerForm } from '../quiz/AnswerForm.tsx';
import type { Answering } from '../quiz/answerByKey.ts';
import quiz from '../quiz/Quiz.module.css';
import { sayWanted } from '../quiz/sayGrade.ts';
import { Button } from '../ui/Button.tsx';
import { FlagMark } from './ExamMark.tsx';

interface ExamCardProps extends Omit<Answering, 'onCommit'> {
  readonly number: number;
  readonly total: number;
  readonly isFlagged: boolean;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onFlag: () => void;
  readonly onNext: () => void;
  /** To the question before; undefined at the first. */
  readonly onBack: (() => void) | undefined;
}

/** One question of an exam: it is answered, and nothing is said about the answer. */
export function ExamCard(props: ExamCardProps) {
  const { question, number, total, isFlagged, heading, onFlag, onNext, onBack } = props;
  return (
    <section className={quiz.card} aria-labelledby="stem">
      <p className={quiz.place}>
        Question {number} of {total}
      </p>
      <p className={quiz.situation} id="situation">
        {question.situation}
      </p>
      <h1 className={quiz.stem} id="stem" tabIndex={-1} ref={heading} aria-describedby="situation">
        {question.stem}
      </h1>
      <AnswerForm {...props} grade={undefined} onCommit={onNext} />
      <Hint {...props} />
      <div className={quiz.actions}>
        <Button kind="strong" onKeyDown={ignoreRepeats} onClick={onNext}>
          {number < total ? 'Next question' : 'To the list, and hand in'}
        </Button>
        {onBack && <Button onClick={onBack}>Back</Button>}
        <Button aria-pressed={isFlagged} onClick={onFlag}>
          <FlagMark /> Flag for another look
        </Button>
      </div>
    </section>
  );
}

/** A key held down must not run through the exam. */
const ignoreRepeats = (event: React.KeyboardEvent): void => {
  if (event.repeat) event.preventDefault();
};

function Hint({ question, choices }: ExamCardProps) {
  const isMatching = question.type === 'matching';
  const count = isMatching ? question.prompts.length : choices.length;
  const way = isMatching ? 'go to each of them, the arrows choose' : 'choose';
  return (
    <p className={quiz.hint} id="hint">
      {sayWanted(question, partsOf(question))} The keys 1 to {count} {way}, Enter goes on.
    </p>
  );
}
