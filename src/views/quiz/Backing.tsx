import { sourceOf } from '#content/own/sourceOf.ts';
import type { Question } from '#content/question.ts';

import styles from './Quiz.module.css';

/** What decides a question, and where that is written. */
export function Backing({ question }: { readonly question: Question }) {
  const { url, title, checkedOn } = sourceOf(question);
  const { deciding = [] } = question;
  return (
    <>
      {deciding.length > 0 && (
        <p>The words that decide it: {deciding.map((part) => `“${part}”`).join(', ')}.</p>
      )}
      <p className={styles.source}>
        Source:{' '}
        {url === undefined ? (
          title
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        )}
        {checkedOn !== undefined && `, checked on ${checkedOn}`}.
      </p>
    </>
  );
}
