import type { PlainQuestion } from '#content/own/format.ts';
import { instructionOf } from '#study/teach/instruction.ts';
import { laidOut } from '#study/teach/laidOut.ts';

import styles from './Sheet.module.css';

interface QuestionSheetProps {
  readonly questions: readonly PlainQuestion[];
  readonly hasAnswers: boolean;
}

/** Questions on paper: the same here as there. Answers begin on a page of their own. */
export function QuestionSheet({ questions, hasAnswers }: QuestionSheetProps) {
  return (
    // It scrolls on the screen; so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.sheet} aria-labelledby="sheet" data-sheet tabIndex={0}>
      <h2 id="sheet">Questions</h2>
      <p className={styles.who}>
        <span>Name</span>
        <span>Date</span>
      </p>
      <ol className={styles.questions}>
        {questions.map((question) => (
          <Asked key={question.id} question={question} />
        ))}
      </ol>
      {hasAnswers && (
        <section className={styles.answers} aria-labelledby="sheet-answers">
          <h2 id="sheet-answers">Answers</h2>
          <ol className={styles.questions}>
            {questions.map((question) => (
              <Answered key={question.id} question={question} />
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}

function Asked({ question }: { readonly question: PlainQuestion }) {
  const { prompts, choices } = laidOut(question);
  const places = question.type === 'ordering' ? question.steps.length : 0;
  return (
    <li>
      {question.situation !== undefined && <p className={styles.text}>{question.situation}</p>}
      <p className={styles.stem}>
        <strong>{question.stem}</strong> {instructionOf(question)}
      </p>
      {prompts.length > 0 && (
        <ul className={styles.prompts}>
          {prompts.map((prompt, index) => (
            <li key={prompt}>
              <span className={styles.letter}>{index + 1}</span> {prompt}{' '}
              <span className={styles.blank} />
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.choices}>
        {choices.map(({ letter, text }) => (
          <li key={letter}>
            <span className={styles.letter}>{letter}</span> {text}
          </li>
        ))}
      </ul>
      {places > 0 && (
        <p className={styles.places}>
          {Array.from({ length: places }, (_, index) => (
            <span key={index}>
              {index + 1} <span className={styles.blank} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function Answered({ question }: { readonly question: PlainQuestion }) {
  const { choices, key } = laidOut(question);
  const { source } = question;
  return (
    <li>
      <p>
        <strong>{key}</strong>
      </p>
      <ul className={styles.choices}>
        {choices.map(({ letter, isRight, why }) => (
          <li key={letter} data-right={isRight}>
            <span className={styles.letter}>{letter}</span> <span>{why}</span>
          </li>
        ))}
      </ul>
      <p className={styles.source}>
        Source: {source.title}
        {source.url !== undefined && `, ${source.url}`}
        {source.checkedOn !== undefined && `, checked on ${source.checkedOn}`}.
      </p>
    </li>
  );
}
