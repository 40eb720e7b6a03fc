import type { Ref } from 'react';

import { partsOf } from '#content/questions/entries.ts';
import type { Certainty } from '#study/answer.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import type { AnswerFormProps } from './AnswerForm.tsx';
import { Backing } from './Backing.tsx';
import styles from './Quiz.module.css';
import { GivenList } from './GivenList.tsx';
import { sayWanted } from './sayGrade.ts';
import { SurePicker } from './SurePicker.tsx';

export interface QuestionCardProps extends AnswerFormProps {
  /** Where it stands: the third of ten. */
  readonly number: number;
  readonly total: number;
  /** What it is said to be, where it is none of so many. */
  readonly place?: string;
  readonly certainty: Certainty | undefined;
  /** The place in the simulator that shows the answer, if there is one. */
  readonly labHref: string | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onCertainty: (certainty: Certainty) => void;
  readonly onAgain: () => void;
  readonly onNext: () => void;
}

/** One question: the case, the options and, once the answer is in, the reasons, the source and the place to see it. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, place, grade, heading, certainty } = props;
  const { onCertainty, onCommit, onNext } = props;
  return (
    <section className={styles.card} aria-labelledby="stem">
      <p className={styles.place}>{place ?? sayPlace(props)}</p>
      <Situation question={question} />
      <h1
        className={styles.stem}
        id="stem"
        tabIndex={-1}
        ref={heading}
        aria-describedby={question.situation === '' ? undefined : 'situation'}
      >
        {question.stem}
      </h1>
      <AnswerForm {...props} />
      {grade ? <Result {...props} grade={grade} /> : <Hint {...props} />}
      {!grade && <SurePicker {...{ certainty, onCertainty }} />}
      <div className={styles.actions}>
        {/* One button all along, so that the focus stays on it. */}
        <Button
          kind="strong"
          aria-disabled={!grade && !onCommit}
          aria-describedby={grade || onCommit ? undefined : 'hint'}
          // A key held down must not check an answer and leave it in one go.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={() => {
            if (grade) onNext();
            else onCommit?.();
          }}
        >
          {sayAction(props)}
        </Button>
        {grade && <After {...props} />}
      </div>
    </section>
  );
}

/** Where it stands among others, and the skill of the exam it is about. */
const sayPlace = ({ question: { skill }, number, total }: QuestionCardProps): string =>
  `Question ${number} of ${total} · ${skill === undefined ? 'an added question' : `skill ${skill}`}`;

/** What is the case. */
function Situation({ question: { situation, given = [] } }: Pick<QuestionCardProps, 'question'>) {
  return (
    <>
      {situation !== '' && (
        <p className={styles.situation} id="situation">
          {situation}
        </p>
      )}
      <GivenList given={given} />
    </>
  );
}

/** What the button does now. */
function sayAction({ grade, place, number, total }: QuestionCardProps): string {
  if (!grade) return 'Check the answer';
  if (place !== undefined) return 'Next prediction';
  return number < total ? 'Next question' : 'Back to the first question';
}

function Hint({ question, choices }: QuestionCardProps) {
  const count = question.type === 'matching' ? question.prompts.length : choices.length;
  const way =
    question.type === 'matching'
      ? `The keys 1 to ${count} go to each of them, the arrows choose`
      : `The keys 1 to ${count} choose`;
  return (
    <p className={styles.hint} id="hint">
      {sayWanted(question, partsOf(question))} {way}, Enter checks and goes on.
    </p>
  );
}

/** The verdict, what decided it, and where it is written. */
function Result({ question, grade }: QuestionCardProps) {
  return (
    <div className={styles.result}>
      <VerdictBar
        verdict={
          grade?.isCorrect ? { tone: 'good', word: 'RIGHT' } : { tone: 'bad', word: 'WRONG' }
        }
      />
      <Backing question={question} />
    </div>
  );
}

/** What else there is to do after an answer. */
function After({ labHref, onAgain }: QuestionCardProps) {
  return (
    <>
      {labHref !== undefined && <ButtonLink href={labHref}>See it happen</ButtonLink>}
      <Button onClick={onAgain}>Try it again</Button>
    </>
  );
}
