import type { Ref } from 'react';

import type { PlayedQuestion } from '#content/question.ts';
import { SOURCES } from '#content/sources.ts';
import type { Grade } from '#study/grade.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import { answerByKey, radioId } from './answerByKey.ts';
import { OptionRow } from './OptionRow.tsx';
import styles from './Quiz.module.css';

export interface QuestionCardProps {
  readonly question: PlayedQuestion;
  /** Where it stands: the third of ten. */
  readonly number: number;
  readonly total: number;
  readonly chosen: string | undefined;
  /** Once the answer is in; undefined while the question is open. */
  readonly grade: Grade | undefined;
  /** The place in the simulator that shows the answer. */
  readonly labHref: string;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onChoose: (option: string) => void;
  readonly onCommit: () => void;
  readonly onAgain: () => void;
  readonly onNext: () => void;
}

/** One question: the case, the options and, once the answer is in, the reasons, the source and the place to see it. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, number, total, chosen, grade, heading, onChoose, onCommit, onNext } = props;
  const hint = `Choose one answer with the keys 1 to ${question.options.length}, then check it with Enter.`;
  const canCommit = chosen !== undefined;
  return (
    <section className={styles.card} aria-labelledby="stem">
      <p className={styles.place}>
        Question {number} of {total} · skill {question.skill}
      </p>
      <p className={styles.situation} id="situation">
        {question.situation}
      </p>
      <h1
        className={styles.stem}
        id="stem"
        tabIndex={-1}
        ref={heading}
        aria-describedby="situation"
      >
        {question.stem}
      </h1>
      <fieldset
        role="radiogroup"
        aria-labelledby="stem"
        aria-describedby={grade ? undefined : 'hint'}
        onKeyDown={(event) =>
          !grade && answerByKey(event, { question, chosen, onChoose, onCommit })
        }
      >
        <ol className={styles.options}>
          {question.options.map((option, index) => (
            <OptionRow
              key={option.id}
              id={radioId(question, option)}
              name={question.id}
              letter={'ABCDEFGHI'.charAt(index)}
              isChosen={option.id === chosen}
              {...{ option, grade, onChoose }}
            />
          ))}
        </ol>
      </fieldset>
      {grade ? (
        <Result {...props} grade={grade} />
      ) : (
        <p className={styles.hint} id="hint">
          {hint}
        </p>
      )}
      <div className={styles.actions}>
        {/* One button all along, so that the focus stays on it. */}
        <Button
          kind="strong"
          aria-disabled={!grade && !canCommit}
          aria-describedby={grade || canCommit ? undefined : 'hint'}
          // A key held down must not check an answer and leave it in one go.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          onClick={() => {
            if (grade) onNext();
            else if (canCommit) onCommit();
          }}
        >
          {!grade
            ? 'Check the answer'
            : number < total
              ? 'Next question'
              : 'Back to the first question'}
        </Button>
        {grade && <After {...props} />}
      </div>
    </section>
  );
}

/** The verdict, and where it is written. */
function Result({ question, grade }: QuestionCardProps & { readonly grade: Grade }) {
  const source = SOURCES[question.source];
  return (
    <div className={styles.result}>
      <VerdictBar
        verdict={grade.isCorrect ? { tone: 'good', word: 'RIGHT' } : { tone: 'bad', word: 'WRONG' }}
      />
      <p className={styles.source}>
        Source:{' '}
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
        , checked on {source.checkedOn}.
      </p>
    </div>
  );
}

/** What else there is to do after an answer. */
function After({ labHref, onAgain }: QuestionCardProps) {
  return (
    <>
      <ButtonLink href={labHref}>See it happen</ButtonLink>
      <Button onClick={onAgain}>Try it again</Button>
    </>
  );
}
