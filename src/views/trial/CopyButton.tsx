import { useState } from 'react';

import { Button } from '../ui/Button.tsx';
import styles from './Trial.module.css';

interface CopyButtonProps {
  /** What stands on the button. */
  readonly label: string;
  /** What it copies, where the label does not say it alone. */
  readonly what?: string;
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Copies a text and says whether the browser allowed it. */
export function CopyButton({ label, what, text, onCopy }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  return (
    <span className={styles.copy}>
      <Button
        {...(what !== undefined && { 'aria-label': `${label} ${what}` })}
        onClick={() =>
          void onCopy(text).then((isCopied) =>
            setSaid(isCopied ? 'Copied.' : 'The browser did not allow it: copy by hand.'),
          )
        }
      >
        {label}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}
