import { useEffect, useRef } from 'react';
import type { Ref } from 'react';

import type { Grade } from '#study/grade.ts';

import { AnswerForm } from '../quiz/AnswerForm.tsx';
import type { AnswerFormProps } from '../quiz/AnswerForm.tsx';
import { Button } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Gate.module.css';
import { verdictOf } from './verdictOf.ts';

interface GateCardProps extends Omit<AnswerFormProps, 'stemId'> {
  readonly heading: Ref<HTMLHeadingElement>;
  /** What one must know, where the step does not show it. */
  readonly situation?: string | undefined;
  /** Why the run stands here though more was asked for, in a sentence. */
  readonly note?: string | undefined;
  /** What else the keys do while it is asked. */
  readonly hint?: string | undefined;
  /** Whether AWS says what is right: what is modelled is compared, and nobody is graded by it. */
  readonly isCounted: boolean;
  /** Shows the outcome without a prediction. */
  readonly onShow: () => void;
  /** Goes on once the prediction is in. */
  readonly onGoOn: () => void;
}

/** What is asked before a run goes on and, once that is answered, what was said beside what is so. */
export function GateCard(props: GateCardProps) {
  const { question, choices, grade, isCounted, heading, situation, note, hint = '' } = props;
  const isDone = grade !== undefined;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where it stands in a pane that scrolls, it would stay below the edge; the verdict stands at its top.
    const block = isDone ? 'start' : 'nearest';
    const waiting = requestAnimationFrame(() => card.current?.scrollIntoView({ block }));
    return () => cancelAnimationFrame(waiting);
  }, [isDone]);
  useEffect(() => {
    const pane = card.current?.parentElement;
    // The words of the next step stand where this one's stood.
    return () => pane?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section ref={card} className={styles.card} aria-labelledby="gate">
      <p className={styles.place}>{grade ? 'Your prediction' : 'Predict before it goes on'}</p>
      {situation !== undefined && <p>{situation}</p>}
      <h2 className={styles.stem} id="gate" tabIndex={-1} ref={heading}>
        {question.stem}
      </h2>
      {grade ? <Compared {...props} grade={grade} /> : note !== undefined && <p>{note}</p>}
      {(isCounted || !grade) && <AnswerForm {...props} stemId="gate" />}
      {!grade && (
        <p className={styles.place} id="hint">
          The keys 1 to {choices.length} choose, Enter commits. Then it stays as you said it. {hint}
        </p>
      )}
      <Actions {...props} />
    </section>
  );
}

/** What was said and what is so, in words. */
function Compared(props: GateCardProps & { readonly grade: Grade }) {
  const { choices, answer, grade, isCounted } = props;
  const textOf = (id: string | undefined): string =>
    choices.find((choice) => choice.id === id)?.text ?? '';
  if (!isCounted) {
    return (
      <>
        <VerdictBar verdict={verdictOf(props)} />
        <p>
          You said: {textOf(answer[0])}. The simulator says: {textOf(grade.key[0])}.
        </p>
        <p>
          AWS does not document this. The simulator’s answer is a model, so your prediction is not
          counted.
        </p>
      </>
    );
  }
  return (
    <>
      <VerdictBar verdict={verdictOf(props)} />
      <p>
        You said: {textOf(answer[0])}.{' '}
        {grade.isCorrect ? 'So it is.' : `It turns out: ${textOf(grade.key[0])}.`}
      </p>
    </>
  );
}

function Actions({ grade, onCommit, onShow, onGoOn }: GateCardProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isMissing = !grade && !onCommit;
  const isDone = grade !== undefined;
  const wasDone = useRef(isDone);
  useEffect(() => {
    // What was chosen keeps the arrow keys for itself, and they are to go on with the run.
    if (isDone && !wasDone.current) button.current?.focus({ preventScroll: true });
    wasDone.current = isDone;
  }, [isDone]);
  return (
    <div className={styles.actions}>
      {/* One button all along, so that the focus stays on it. */}
      <Button
        ref={button}
        kind="strong"
        aria-disabled={isMissing}
        aria-describedby={isMissing ? 'hint' : undefined}
        // A key held down must not commit and go on in one go.
        onKeyDown={(event) => event.repeat && event.preventDefault()}
        onClick={grade ? onGoOn : onCommit}
      >
        {grade ? 'Go on' : 'That is my prediction'}
      </Button>
      {!grade && <Button onClick={onShow}>Show me</Button>}
    </div>
  );
}
