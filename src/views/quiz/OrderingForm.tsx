import { useState } from 'react';

import type { OrderingQuestion } from '#content/question.ts';
import { chosen, moved } from '#study/answer.ts';

import { Button } from '../ui/Button.tsx';
import type { AnswerFormProps } from './AnswerForm.tsx';
import { controlId } from './answerByKey.ts';
import { OrderingResult } from './OrderingResult.tsx';
import styles from './Quiz.module.css';

type OrderingFormProps = AnswerFormProps & { readonly question: OrderingQuestion };

/** Steps to choose, and under them the order they are put in: by buttons and keys, or by dragging. */
export function OrderingForm(props: OrderingFormProps) {
  const { question, choices, answer, grade, onAnswer } = props;
  if (grade) return <OrderingResult question={question} answer={answer} />;
  return (
    <>
      <ol className={styles.options}>
        {choices.map(({ id, text }, index) => {
          const place = answer.indexOf(id);
          const isTaken = place >= 0;
          return (
            <li key={id} className={styles.option} data-state="open" data-chosen={isTaken}>
              <button
                type="button"
                id={controlId(question, id)}
                className={styles.step}
                aria-pressed={isTaken}
                onClick={() => onAnswer(chosen(question, answer, id))}
              >
                <span className={styles.letter} aria-hidden="true">
                  {index + 1}
                </span>
                <span className={styles.text}>{text}</span>
                {isTaken && <span className={styles.said}>Step {place + 1} of your order</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <YourOrder {...props} />
    </>
  );
}

function YourOrder({ question, choices, answer, onAnswer }: OrderingFormProps) {
  const [dragged, setDragged] = useState<string>();
  const textOf = (step: string): string => choices.find(({ id }) => id === step)?.text ?? step;
  /** Puts what is dragged in the place of another step. */
  const dropOn = (place: number): void => {
    if (dragged !== undefined) {
      onAnswer(moved(answer, dragged, place - answer.indexOf(dragged)));
    }
    setDragged(undefined);
  };
  return (
    <section className={styles.order} aria-labelledby="order">
      <h2 id="order">Your order</h2>
      {answer.length === 0 ? (
        <p className={styles.hint}>Choose the step that comes first, then the next.</p>
      ) : (
        <ol className={styles.options}>
          {answer.map((id, place) => (
            // Dragging is a shortcut: the buttons inside do the same.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={id}
              className={styles.placed}
              draggable
              data-dragged={id === dragged}
              onDragStart={() => setDragged(id)}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                dropOn(place);
              }}
            >
              <span className={styles.number}>{place + 1}</span>
              <span className={styles.text}>{textOf(id)}</span>
              <Move {...{ question, id, place, answer, onAnswer }} text={textOf(id)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Move({
  id,
  place,
  text,
  answer,
  onAnswer,
}: Pick<OrderingFormProps, 'answer' | 'onAnswer'> & {
  readonly id: string;
  readonly place: number;
  readonly text: string;
}) {
  const ways = [
    { by: -1, sign: '↑', says: 'earlier', isEnd: place === 0 },
    { by: 1, sign: '↓', says: 'later', isEnd: place === answer.length - 1 },
  ] as const;
  return (
    <span className={styles.moves}>
      {ways.map(({ by, sign, says, isEnd }) => (
        <Button
          key={says}
          kind="square"
          // Still there at the end of the list, so that the focus stays on it.
          aria-disabled={isEnd}
          aria-label={`Move ${says}: ${text}`}
          onClick={() => !isEnd && onAnswer(moved(answer, id, by))}
        >
          {sign}
        </Button>
      ))}
    </span>
  );
}
