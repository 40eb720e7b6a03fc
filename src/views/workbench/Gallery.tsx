import type { PolicyExample } from '#content/workbench/examples.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Workbench.module.css';

interface GalleryProps {
  readonly examples: readonly PolicyExample[];
  readonly current: PolicyExample | undefined;
  /** Whether the bench differs from the example it began with. */
  readonly isChanged: boolean;
  readonly onShow: (example: PolicyExample) => void;
  readonly onClear: () => void;
  /** Brings back what an example replaced; absent where nothing was. */
  readonly onBringBack: (() => void) | undefined;
}

/** Cases to begin with, each for one idea, and a bench to clear. */
export function Gallery({
  examples,
  current,
  isChanged,
  onShow,
  onClear,
  onBringBack,
}: GalleryProps) {
  return (
    <section aria-labelledby="examples" className={styles.gallery}>
      <h2 id="examples" className={styles.label}>
        Begin with an example, or an empty bench
      </h2>
      <ul className={styles.chips}>
        {examples.map((example) => (
          <li key={example.id}>
            <Button
              kind="chip"
              aria-current={example === current ? 'true' : undefined}
              onClick={() => onShow(example)}
            >
              {example.title}
            </Button>
          </li>
        ))}
        <li>
          <Button kind="chip" onClick={onClear}>
            Empty the bench
          </Button>
        </li>
      </ul>
      {current && (
        <p className={styles.lesson}>
          {current.lesson}
          {isChanged && <span className={styles.changed}> You have changed it since.</span>}
        </p>
      )}
      {onBringBack && (
        <p>
          <Button onClick={onBringBack}>Bring back my own work</Button>
        </p>
      )}
    </section>
  );
}
