import { useState } from 'react';

import { Button, ButtonLink } from '../ui/Button.tsx';
import styles from './Exam.module.css';

interface WaitingExamProps {
  /** Its size, what is answered, and the time that is left: in a sentence. */
  readonly says: string;
  /** When it began. */
  readonly begun: string;
  readonly href: string;
  readonly onGiveUp: () => void;
}

/** An exam that was begun and not handed in: one goes on with it, or gives it up. */
export function WaitingExam({ says, begun, href, onGiveUp }: WaitingExamProps) {
  const [asks, setAsks] = useState(false);
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">An exam is waiting for you</h2>
      <p>
        Begun on {begun}. {says}
      </p>
      {asks ? (
        <>
          <p>Nothing of it will count, and its answers are not shown again.</p>
          <p className={styles.actions}>
            <Button kind="strong" onClick={onGiveUp}>
              Give it up
            </Button>
            <Button onClick={() => setAsks(false)}>Keep it</Button>
          </p>
        </>
      ) : (
        <p className={styles.actions}>
          <ButtonLink kind="strong" href={href}>
            Go on with it
          </ButtonLink>
          <Button onClick={() => setAsks(true)}>Give it up…</Button>
        </p>
      )}
    </section>
  );
}
