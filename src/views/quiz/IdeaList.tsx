import type { Question } from '#content/question.ts';
import type { LedAstray } from '#study/ideas.ts';

import { Idea } from './Idea.tsx';
import styles from './Progress.module.css';

interface IdeaListProps {
  readonly ideas: readonly LedAstray[];
  readonly questionHref: (question: Question) => string;
}

/** As many as one can think about at a time. */
const SHOWN = 8;

/** The wrong ideas behind the answers, by name, each with the questions where it led astray. */
export function IdeaList({ ideas, questionHref }: IdeaListProps) {
  return (
    <section className={styles.part} aria-labelledby="ideas">
      <h2 id="ideas">By wrong idea</h2>
      <p className={styles.small}>
        Each of these led to a wrong answer. An idea goes once its questions are answered rightly.
      </p>
      <Ideas ideas={ideas.slice(0, SHOWN)} questionHref={questionHref} />
      {ideas.length > SHOWN && (
        <details className={styles.more}>
          <summary>{ideas.length - SHOWN} more</summary>
          <Ideas ideas={ideas.slice(SHOWN)} questionHref={questionHref} />
        </details>
      )}
    </section>
  );
}

const Ideas = ({ ideas, questionHref }: IdeaListProps) => (
  <ul className={styles.ideas}>
    {ideas.map(({ idea, questions }) => (
      <li key={'id' in idea ? idea.id : idea.belief}>
        <p>“{'id' in idea ? <Idea id={idea.id} /> : idea.belief}”</p>
        <p className={styles.small}>
          Ask again:{' '}
          {questions.map((question, index) => (
            <span key={question.id}>
              {index > 0 && ' · '}
              <a href={questionHref(question)}>{question.title}</a>
            </span>
          ))}
        </p>
      </li>
    ))}
  </ul>
);
