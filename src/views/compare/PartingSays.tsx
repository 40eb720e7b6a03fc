import type { PartingWords } from '#study/compare/parting.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Compare.module.css';

interface PartingSaysProps {
  readonly words: PartingWords;
  /** Whether the rows say so already: what is still to come is not told. */
  readonly isSeen: boolean;
  readonly isHere: boolean;
  /** Goes to where the runs part; absent where they do not. */
  readonly onGo: (() => void) | undefined;
}

/** Where two runs part, and why. */
export function PartingSays({ words, isSeen, isHere, onGo }: PartingSaysProps) {
  return (
    <div className={styles.says}>
      {isSeen || !onGo ? (
        <p>
          {words.where} {words.why}
        </p>
      ) : (
        <p>So far both runs are the same. Step on, and see where they part.</p>
      )}
      {onGo && !isHere && <Button onClick={onGo}>Go to where they part</Button>}
    </div>
  );
}
