import { AskTwice } from '../ui/AskTwice.tsx';
import styles from './Help.module.css';

interface ForgetAllProps {
  /** Whether the browser did not let everything go. */
  readonly isRefused: boolean;
  readonly onForget: () => void;
}

/** Forgets all that is kept, once somebody has said twice that they want it. */
export const ForgetAll = ({ isRefused, onForget }: ForgetAllProps) => (
  <div className={styles.forget}>
    <AskTwice
      kind="link"
      says={{
        first: 'Forget everything kept in this browser…',
        keep: 'Keep everything',
        go: 'Forget it for ever',
      }}
      warning="Settings, what was seen, answers, exams, your own questions and the votes of classes will be gone. Nothing brings them back."
      onGo={onForget}
    />
    <p role="status">
      {isRefused &&
        'This browser did not let the answers and questions go. Its own settings can: delete the data of this site there.'}
    </p>
  </div>
);
