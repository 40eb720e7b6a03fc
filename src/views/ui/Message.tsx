import { useRef } from 'react';

import styles from './Message.module.css';
import { useLostFocus } from './useLostFocus.ts';

/** A page that says one thing. */
export function Message({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  const main = useRef<HTMLElement>(null);
  useLostFocus(main);
  return (
    <main className={styles.message} id="main" tabIndex={-1} ref={main}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
