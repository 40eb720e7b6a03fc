import type { Stop } from '#content/lessons/format.ts';

import styles from './Slide.module.css';

const letter = (index: number): string => String.fromCodePoint(65 + index);

/** What the room is asked before the next step. The answer is what the run does. */
export function AskRoom({ question, options = [] }: NonNullable<Stop['ask']>) {
  return (
    <>
      <p className={styles.place}>Predict before you see</p>
      <h2>{question}</h2>
      <ol className={styles.options} aria-label="Answers">
        {options.map((option, index) => (
          <li key={option}>
            <b>{letter(index)}</b> {option}
          </li>
        ))}
      </ol>
    </>
  );
}
