import { useEffect, useRef, useState } from 'react';

import { Button } from '../ui/Button.tsx';
import styles from './Help.module.css';

interface ForgetAllProps {
  /** Whether the browser did not let everything go. */
  readonly isRefused: boolean;
  readonly onForget: () => void;
}

/** Forgets all that is kept, once somebody has said twice that they want it. */
export function ForgetAll({ isRefused, onForget }: ForgetAllProps) {
  const [asks, setAsks] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asks) keep.current?.focus();
  }, [asks]);
  return (
    <div className={styles.forget}>
      {asks ? (
        <>
          <p id="forget-all">
            Settings, what was seen, answers, exams, your own questions and the votes of classes
            will be gone. Nothing brings them back.
          </p>
          <p className={styles.choice}>
            <Button ref={keep} aria-describedby="forget-all" onClick={() => setAsks(false)}>
              Keep everything
            </Button>
            <Button onClick={onForget}>Forget it for ever</Button>
          </p>
        </>
      ) : (
        <Button kind="link" onClick={() => setAsks(true)}>
          Forget everything kept in this browser…
        </Button>
      )}
      <p role="status">
        {isRefused &&
          'This browser did not let the answers and questions go. Its own settings can: delete the data of this site there.'}
      </p>
    </div>
  );
}
