import { useState } from 'react';

import { Button } from '../ui/Button.tsx';
import styles from './Microscope.module.css';

interface ReproduceProps {
  readonly command: string;
  /** Whose value it prints. */
  readonly name: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The shell command that prints a value, to be run by whoever does not believe it. */
export function Reproduce({ command, name, onCopy }: ReproduceProps) {
  const [said, setSaid] = useState('');
  return (
    <details className={styles.details}>
      <summary>
        Reproduce<span className="visually-hidden"> {name}</span>
      </summary>
      <pre className={styles.code}>{command}</pre>
      <p className={styles.copy}>
        <Button
          aria-label={`Copy the command: ${name}`}
          onClick={() =>
            void onCopy(command).then((isCopied) =>
              setSaid(isCopied ? 'Copied.' : 'The browser did not allow it: copy by hand.'),
            )
          }
        >
          Copy
        </Button>
        <span role="status">{said}</span>
      </p>
    </details>
  );
}
