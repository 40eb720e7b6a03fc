import { TOPICS } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';
import { trapWords } from '#content/traps.ts';
import { handsIn } from '#study/peer.ts';
import type { ClassRun } from '#study/peer.ts';
import type { Selection } from '#study/selection.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import styles from './Classroom.module.css';
import { PHASE_WORDS, sayHands } from './sayClass.ts';

interface ClassChooserProps {
  /** All that class mode can ask, whatever is selected. */
  readonly all: readonly Question[];
  readonly questions: readonly Question[];
  /** How many questions of other forms there are. */
  readonly others: number;
  readonly selection: Selection;
  readonly runs: Readonly<Record<string, ClassRun>>;
  readonly hrefOf: (question: Question) => string;
  readonly quizHref: string;
  readonly onSelect: (selection: Selection) => void;
  readonly onClear: () => void;
}

/** Which question the room is asked: by topic, by trap, or the next of the list. */
export function ClassChooser(props: ClassChooserProps) {
  const { questions, others, runs, hrefOf, quizHref, onClear } = props;
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <h1>A question for the room</h1>
      <p className={styles.lead}>
        The room votes, talks, and votes again. You key in the hands. Then the answer is revealed,
        and the simulator shows it happening. Page Down on a clicker leads through all of it.
      </p>
      <Pickers {...props} />
      <p className={styles.aside}>
        {questions.length === 1 ? '1 question has' : `${questions.length} questions have`} one right
        answer. {others} others are left out: they ask for several answers, an order or pairs, and
        one hand cannot say that. <a href={quizHref}>Answer those alone</a>.
      </p>
      <ol className={styles.list}>
        {questions.map((question) => (
          <li key={question.id}>
            <a href={hrefOf(question)}>
              <span>{question.title}</span>
              <span>{sayRun(runs[question.id], question)}</span>
            </a>
          </li>
        ))}
      </ol>
      {Object.keys(runs).length > 0 && (
        <p>
          <Button onClick={onClear}>Clear the votes of all questions</Button>
        </p>
      )}
    </main>
  );
}

/** How far a question has come in class, else what it is about. */
function sayRun(run: ClassRun | undefined, { topic, traps }: Question): string {
  if (!run || run.phase === 'ask') {
    return [TOPIC_WORDS[topic], ...traps.map(trapWords)].join(' · ');
  }
  const hands = Math.max(handsIn(run.before), handsIn(run.after));
  return `at “${PHASE_WORDS[run.phase].name}”, ${sayHands(hands)}`;
}

function Pickers({ all, selection, questions, hrefOf, onSelect }: ClassChooserProps) {
  const traps = [...new Set(all.flatMap(({ traps: each }) => each))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const [first] = questions;
  return (
    <div className={styles.pickers}>
      <label>
        Topic
        <select
          value={selection.topic ?? ''}
          onChange={({ target }) => {
            const topic = TOPICS.find((one) => one === target.value);
            onSelect(topic ? { topic } : {});
          }}
        >
          <option value="">All, mixed</option>
          {TOPICS.filter((one) => all.some(({ topic }) => topic === one)).map((topic) => (
            <option key={topic} value={topic}>
              {TOPIC_WORDS[topic]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Trap
        <select
          value={selection.trap ?? ''}
          onChange={({ target }) => onSelect(target.value === '' ? {} : { trap: target.value })}
        >
          <option value="">Any</option>
          {traps.map((trap) => (
            <option key={trap} value={trap}>
              {trapWords(trap)}
            </option>
          ))}
        </select>
      </label>
      {first && (
        <ButtonLink kind="strong" href={hrefOf(first)}>
          Begin with the first
        </ButtonLink>
      )}
    </div>
  );
}
