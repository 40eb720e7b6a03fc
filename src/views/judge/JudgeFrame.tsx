import type { ReactNode } from 'react';

import styles from './Judge.module.css';

interface JudgeFrameProps {
  /** Who decides: `AWS STS`. */
  readonly who: string;
  readonly premise: string;
  /** What is done, in a sentence. */
  readonly caption: string;
  readonly listHref: string;
  readonly children: ReactNode;
}

/** The page around one request: who one is, and what it is about. */
export const JudgeFrame = ({ who, premise, caption, listHref, children }: JudgeFrameProps) => (
  <main className={styles.page} id="main" tabIndex={-1}>
    <p className={styles.hint}>
      <a href={listHref}>All requests</a>
    </p>
    <h1>You are {who}</h1>
    <p className={styles.intro}>
      {premise} {caption}
    </p>
    <div className={styles.bench}>{children}</div>
  </main>
);
