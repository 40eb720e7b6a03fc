import { useState } from 'react';

import { Button } from '../ui/Button.tsx';
import { Layer } from '../ui/Layer.tsx';
import styles from './Exam.module.css';
import { ExamGrid } from './ExamGrid.tsx';
import { sayOpen } from './sayExam.ts';
import type { Asked } from './sayExam.ts';

interface ExamReviewProps {
  readonly asked: readonly Asked[];
  readonly heading: React.Ref<HTMLHeadingElement>;
  readonly hrefOf: (number: number) => string;
  readonly onHandIn: () => void;
}

/** All questions with what is open and flagged, and the way to hand in. */
export function ExamReview({ asked, heading, hrefOf, onHandIn }: ExamReviewProps) {
  const [asks, setAsks] = useState(false);
  return (
    <section className={styles.review} aria-labelledby="review">
      <h1 id="review" tabIndex={-1} ref={heading}>
        Before you hand in
      </h1>
      <OpenList asked={asked} />
      <p className={styles.actions}>
        <Button kind="strong" onClick={() => setAsks(true)}>
          Hand in…
        </Button>
      </p>
      <ExamGrid hasTitles {...{ asked, hrefOf }} />
      {asks && (
        <Layer title="Hand in now?" onClose={() => setAsks(false)}>
          <OpenList asked={asked} />
          <p className={styles.actions}>
            <Button kind="strong" onClick={onHandIn}>
              Hand in
            </Button>
            <Button onClick={() => setAsks(false)}>Back to the questions</Button>
          </p>
        </Layer>
      )}
    </section>
  );
}

function OpenList({ asked }: Pick<ExamReviewProps, 'asked'>) {
  return (
    <ul className={styles.says}>
      {sayOpen(asked).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
