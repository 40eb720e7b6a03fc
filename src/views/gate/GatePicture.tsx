import type { ChoiceQuestion } from '#content/question.ts';
import type { Grade } from '#study/grade.ts';

import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Gate.module.css';
import { verdictOf } from './verdictOf.ts';

interface GatePictureProps {
  readonly question: ChoiceQuestion;
  readonly grade: Grade | undefined;
  /** Whether AWS says what is right. */
  readonly isCounted: boolean;
}

/** What a room is asked, to be looked at. */
export const GatePicture = ({ question, grade, isCounted }: GatePictureProps) => (
  <section className={styles.card}>
    <p className={styles.place}>{grade ? 'Your prediction' : 'Predict before it goes on'}</p>
    <h2 className={styles.stem}>{question.stem}</h2>
    {grade && <VerdictBar verdict={verdictOf({ grade, isCounted })} />}
    <ol className={styles.options}>
      {question.options.map(({ id, text }) => (
        <li key={id} data-right={grade?.key.includes(id)}>
          {text}
        </li>
      ))}
    </ol>
  </section>
);
