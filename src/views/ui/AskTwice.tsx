import { useEffect, useRef, useState } from 'react';
import type { ComponentProps } from 'react';

import styles from './AskTwice.module.css';
import { Button } from './Button.tsx';

interface AskTwiceProps {
  readonly kind?: ComponentProps<typeof Button>['kind'];
  /** What the button says that asks first, and the two that answer. */
  readonly says: Readonly<Record<'first' | 'keep' | 'go', string>>;
  /** What would be lost. */
  readonly warning: string;
  readonly onGo: () => void;
}

/** A button for what cannot be undone: it asks once more, with the focus on what keeps everything. */
export function AskTwice({ kind = 'plain', says, warning, onGo }: AskTwiceProps) {
  const [asks, setAsks] = useState<boolean>();
  const focused = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asks !== undefined) focused.current?.focus();
  }, [asks]);
  if (asks !== true) {
    return (
      <Button key="first" ref={focused} kind={kind} onClick={() => setAsks(true)}>
        {says.first}
      </Button>
    );
  }
  return (
    <div className={styles.ask} role="group" aria-label={warning}>
      <p>{warning}</p>
      <Button key="keep" ref={focused} onClick={() => setAsks(false)}>
        {says.keep}
      </Button>
      <Button
        onClick={() => {
          setAsks(false);
          onGo();
        }}
      >
        {says.go}
      </Button>
    </div>
  );
}
