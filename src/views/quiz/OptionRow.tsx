import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { Option } from '#content/question.ts';
import type { Grade } from '#study/grade.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Quiz.module.css';

interface OptionRowProps {
  readonly option: Option;
  readonly letter: string;
  /** The id of the radio button. */
  readonly id: string;
  /** The name of the group of radio buttons. */
  readonly name: string;
  readonly isChosen: boolean;
  /** Once the answer is in. */
  readonly grade: Grade | undefined;
  readonly onChoose: (option: string) => void;
}

/** What the learner sees of an option: still open, the right one, the wrong one chosen, or another. */
type State = 'open' | 'right' | 'missed' | 'other';

function stateOf({ option, isChosen, grade }: OptionRowProps): State {
  if (!grade) return 'open';
  if (option.id === grade.key) return 'right';
  return isChosen ? 'missed' : 'other';
}

/** One option: a radio button in a lettered box and, once the answer is in, why it is right or not. */
export function OptionRow(props: OptionRowProps) {
  const { option, letter, id, name, isChosen, onChoose } = props;
  const state = stateOf(props);
  const isDone = state !== 'open';
  const why = `${id}.why`;
  return (
    <li className={styles.option} data-state={state} data-chosen={isChosen}>
      <div className={styles.box}>
        {/* Beside the label, not in it: Enter on it is ours, and the page leaves labels their keys. */}
        <input
          type="radio"
          className={styles.radio}
          value={option.id}
          checked={isChosen}
          onChange={() => !isDone && onChoose(option.id)}
          {...(isDone && { 'aria-disabled': true, 'aria-describedby': why })}
          {...{ id, name }}
        />
        <label className={styles.label} htmlFor={id}>
          <span className={styles.letter} aria-hidden="true">
            {letter}
          </span>
          <span className={styles.text}>{option.text}</span>
          {state === 'right' && (
            <Said tone="good">{isChosen ? 'Right, your answer' : 'The right answer'}</Said>
          )}
          {state === 'missed' && <Said tone="bad">Your answer</Said>}
        </label>
      </div>
      {isDone && (
        <div className={styles.why} id={why}>
          <p>{option.why}</p>
          {state === 'missed' && option.misconception !== undefined && (
            <p className={styles.idea}>
              The idea behind it: “{MISCONCEPTIONS[option.misconception].belief}”
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function Said({
  tone,
  children,
}: {
  readonly tone: 'good' | 'bad';
  readonly children: React.ReactNode;
}) {
  return (
    <span className={styles.said} data-tone={tone}>
      <Mark tone={tone} />
      {children}
    </span>
  );
}
