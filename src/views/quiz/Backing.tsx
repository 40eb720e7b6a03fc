import type { Question } from '#content/question.ts';

import styles from './Quiz.module.css';
import { SourceLine } from './SourceLine.tsx';

/** What decides a question, and where that is written. */
export function Backing({ question }: { readonly question: Question }) {
  const { deciding = [] } = question;
  return (
    <>
      {deciding.length > 0 && (
        <p>The words that decide it: {deciding.map((part) => `“${part}”`).join(', ')}.</p>
      )}
      <p className={styles.source}>
        <SourceLine question={question} />
      </p>
    </>
  );
}
