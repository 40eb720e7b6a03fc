import type { OrderingQuestion } from '#content/question.ts';
import { chosen, moved, placed } from '#study/answer.ts';

import { Button } from '../ui/Button.tsx';
import type { AnswerFormProps } from './AnswerForm.tsx';
import { controlId } from './answerByKey.ts';
import { Handle } from './Handle.tsx';
import { OrderingResult } from './OrderingResult.tsx';
import styles from './Quiz.module.css';
import { useDrag } from './useDrag.ts';
import type { Dragged, Grip } from './useDrag.ts';

type OrderingFormProps = AnswerFormProps & { readonly question: OrderingQuestion };

interface DragProps {
  readonly dragged: Dragged | undefined;
  readonly gripOf: (step: string) => Grip;
}

/** Where a step is let go that shall not belong to the order any more. */
const OUT = 'out';

/** Where a step is let go that shall come last. */
const END = 'end';

/** Steps to choose, and under them the order they are put in: by buttons and keys, or by dragging. */
export function OrderingForm(props: OrderingFormProps) {
  const { question, answer, grade, refutedHref, onAnswer } = props;
  const drag = useDrag((step, over) => {
    const isPlaced = answer.includes(step);
    if (over === OUT && isPlaced) onAnswer(chosen(question, answer, step));
    if (over === END && !isPlaced) onAnswer(placed(question, answer, step, answer.length));
    if (over !== OUT && over !== END) onAnswer(placed(question, answer, step, Number(over)));
  });
  if (grade) return <OrderingResult {...{ question, answer, refutedHref }} />;
  return (
    <>
      <Steps {...props} {...drag} />
      <YourOrder {...props} {...drag} />
    </>
  );
}

function Steps({
  question,
  choices,
  answer,
  onAnswer,
  dragged,
  gripOf,
}: OrderingFormProps & DragProps) {
  const isBack = dragged?.over === OUT && answer.includes(dragged.what);
  return (
    <ol className={styles.options} data-drop={OUT} data-over={isBack}>
      {choices.map(({ id, text }, index) => {
        const place = answer.indexOf(id);
        const isTaken = place >= 0;
        return (
          <li
            key={id}
            className={styles.option}
            data-state="open"
            data-chosen={isTaken}
            {...(!isTaken && gripOf(id))}
          >
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
              {isTaken ? (
                <span className={styles.said}>Step {place + 1} of your order</span>
              ) : (
                <Handle />
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function YourOrder(props: OrderingFormProps & DragProps) {
  const { choices, answer, dragged, gripOf } = props;
  const textOf = (step: string): string => choices.find(({ id }) => id === step)?.text ?? step;
  const isOver = dragged?.over === END && !answer.includes(dragged.what);
  return (
    <section className={styles.order} aria-labelledby="order" data-drop={END} data-over={isOver}>
      <h2 id="order">Your order</h2>
      {answer.length === 0 ? (
        <p className={styles.hint}>
          Choose the step that comes first, then the next. Or drag them here.
        </p>
      ) : (
        <ol className={styles.options}>
          {answer.map((id, place) => (
            <li
              key={id}
              className={styles.placed}
              data-drop={place}
              data-over={dragged?.over === String(place)}
              {...gripOf(id)}
            >
              <Handle />
              <span className={styles.number}>{place + 1}</span>
              <span className={styles.text}>{textOf(id)}</span>
              <Move {...props} {...{ id, place }} text={textOf(id)} />
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
    <span className={styles.moves} data-keeps-press="">
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
