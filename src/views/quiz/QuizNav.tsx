import type { Question } from '#content/question.ts';
import type { Progress } from '#study/progress.ts';

import { Mark } from '../ui/Mark.tsx';
import type { Tone } from '../ui/Mark.tsx';
import styles from './Quiz.module.css';
import { sayProgress } from './sayGrade.ts';

interface QuizNavProps {
  readonly questions: readonly Question[];
  readonly current: string;
  readonly progress: Progress;
  /** Whether this browser keeps the answers. */
  readonly isKept: boolean;
  readonly hrefOf: (question: Question) => string;
}

const SAID: Readonly<
  Record<'right' | 'missed' | 'open', { readonly tone: Tone; readonly word: string }>
> = {
  right: { tone: 'good', word: 'right' },
  missed: { tone: 'bad', word: 'wrong' },
  open: { tone: 'not-reached', word: 'not answered' },
};

function stateOf({ id }: Question, { latest }: Progress): keyof typeof SAID {
  const attempt = latest.get(id);
  if (!attempt) return 'open';
  return attempt.isCorrect ? 'right' : 'missed';
}

/** All questions with what became of them, and how far one has come. */
export function QuizNav({ questions, current, progress, isKept, hrefOf }: QuizNavProps) {
  return (
    <nav className={styles.nav} aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      <p className={styles.progress}>{sayProgress(progress)}</p>
      {!isKept && (
        <p className={styles.progress}>
          This browser does not keep answers. They end with this page.
        </p>
      )}
      <ol>
        {questions.map((question, index) => {
          const state = stateOf(question, progress);
          return (
            <li key={question.id}>
              <a
                className={styles.entry}
                href={hrefOf(question)}
                data-state={state}
                aria-current={question.id === current ? 'page' : undefined}
              >
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.title}>{question.title}</span>
                <span className={styles.state}>
                  {SAID[state].word}
                  <Mark tone={SAID[state].tone} />
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
