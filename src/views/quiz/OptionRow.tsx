import { isPlayed } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { entriesOf } from '#content/questions/entries.ts';
import type { Choice } from '#study/answer.ts';
import type { Grade } from '#study/grade.ts';

import type { RefutedHref } from './AnswerForm.tsx';
import styles from './Quiz.module.css';
import { Said } from './Said.tsx';
import { Why } from './Why.tsx';

interface OptionRowProps {
  readonly question: Question;
  readonly choice: Choice;
  readonly letter: string;
  /** The id of the radio button or the checkbox. */
  readonly id: string;
  readonly isChosen: boolean;
  /** Once the answer is in. */
  readonly grade: Grade | undefined;
  readonly refutedHref: RefutedHref | undefined;
  readonly onChoose: (option: string) => void;
}

/** What the learner sees of an option: still open, a right one, a wrong one chosen, or another. */
type State = 'open' | 'right' | 'missed' | 'other';

function stateOf({ choice, isChosen, grade }: OptionRowProps): State {
  if (!grade) return 'open';
  if (grade.key.includes(choice.id)) return 'right';
  return isChosen ? 'missed' : 'other';
}

/** One option: a control in a lettered box and, once the answer is in, why it is right or not. */
export function OptionRow(props: OptionRowProps) {
  const { question, choice, letter, id, isChosen, grade, refutedHref, onChoose } = props;
  const state = stateOf(props);
  const isDone = state !== 'open';
  const why = `${id}.why`;
  const isSeveral = question.type === 'response';
  return (
    <li className={styles.option} data-state={state} data-chosen={isChosen}>
      <div className={styles.box}>
        {/* Beside the label, not in it: Enter on it is ours, and the page leaves labels their keys. */}
        <input
          type={isSeveral ? 'checkbox' : 'radio'}
          className={styles.radio}
          name={question.id}
          value={choice.id}
          checked={isChosen}
          onChange={() => !isDone && onChoose(choice.id)}
          {...(isDone && { 'aria-disabled': true, 'aria-describedby': why })}
          id={id}
        />
        <label className={styles.label} htmlFor={id}>
          <span className={styles.letter} data-several={isSeveral} aria-hidden="true">
            {letter}
          </span>
          <span className={styles.text}>{choice.text}</span>
          {state === 'right' && <Said tone="good">{sayRight(isChosen, grade)}</Said>}
          {state === 'missed' && <Said tone="bad">Your answer</Said>}
        </label>
      </div>
      {isDone && <OptionWhy id={why} {...{ question, choice, state, refutedHref }} />}
    </li>
  );
}

function sayRight(isChosen: boolean, grade: Grade | undefined): string {
  if (isChosen) return 'Right, your answer';
  return (grade?.key.length ?? 1) > 1 ? 'A right answer' : 'The right answer';
}

function OptionWhy({
  question,
  choice,
  state,
  id,
  refutedHref,
}: Pick<OptionRowProps, 'question' | 'choice' | 'id' | 'refutedHref'> & {
  readonly state: State;
}) {
  const all = isPlayed(question) ? question.options : entriesOf(question);
  const entry = all.find((one) => one.id === choice.id);
  if (!entry) return undefined;
  const isMissed = state === 'missed';
  const href = state === 'right' ? undefined : refutedHref?.(entry, isMissed);
  return <Why {...{ id, entry, isMissed, href }} of={choice.text} />;
}
