import { lazy, Suspense, useMemo } from 'react';

import type { Question } from '#content/question.ts';
import { SKILL_WORDS } from '#content/skills.ts';
import { trapWords } from '#content/traps.ts';
import { ideasBehind } from '#study/ideas.ts';
import { skillsOf, tallies } from '#study/progress.ts';
import type { Progress } from '#study/progress.ts';
import type { ListName, Selection } from '#study/selection.ts';

import { AskTwice } from '../ui/AskTwice.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import styles from './Progress.module.css';
import { sayProgress } from './sayGrade.ts';
import { TallyMap } from './TallyMap.tsx';

// Every wrong idea comes with the function that holds it.
const IdeaList = lazy(() =>
  import('./IdeaList.tsx').then((module) => ({ default: module.IdeaList })),
);

interface ProgressViewProps {
  readonly questions: readonly Question[];
  readonly progress: Progress;
  readonly counts: Readonly<Record<ListName, number>>;
  /** Whether this browser keeps the answers. */
  readonly isKept: boolean;
  /** What became of the last file or deletion, in a sentence. */
  readonly said: string;
  readonly hrefOf: (selection: Selection) => string;
  readonly questionHref: (question: Question) => string;
  /** Where an exam begins, and earlier ones are listed. */
  readonly examHref: string;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onPrint: () => void;
  readonly onForget: () => void;
  /** How predictions went. */
  readonly children?: React.ReactNode;
}

/** How far one has come: what to look at next, a map of skills and traps, and what is kept. */
export function ProgressView(props: ProgressViewProps) {
  const { questions, progress, isKept, hrefOf, questionHref, children } = props;
  const ideas = useMemo(() => ideasBehind(questions, progress), [questions, progress]);
  const bySkill = tallies(questions, progress.latest, skillsOf);
  const byTrap = tallies(questions, progress.latest, ({ traps }) => traps);
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.head}>
        <h1>How far you have come</h1>
        <p>{sayProgress(progress)}</p>
        {!isKept && <p>This browser does not keep answers. They end with this page.</p>}
      </div>
      <NextLooks {...props} />
      {ideas.length > 0 && (
        <Suspense>
          <IdeaList {...{ ideas, questionHref }} />
        </Suspense>
      )}
      <TallyMap
        title="By skill of the exam"
        all={bySkill}
        wordsOf={(name) => SKILL_WORDS[skillOf(questions, name)]}
        hrefOf={(name) => hrefOf({ skill: skillOf(questions, name) })}
      />
      {children}
      <TallyMap
        title="By trap"
        all={byTrap}
        wordsOf={trapWords}
        says="A trap is one wrong idea about one mechanism. Each leads to its questions."
        hrefOf={(trap) => hrefOf({ trap })}
      />
      <Kept {...props} />
    </main>
  );
}

const skillOf = (questions: readonly Question[], name: string) =>
  questions.find(({ skill }) => skill === name)?.skill ?? '4.1.2';

function NextLooks({ counts, hrefOf, examHref }: ProgressViewProps) {
  const lists = [
    ['due', 'due for review'],
    ['sure-and-wrong', 'sure and wrong'],
    ['wrong', 'wrong last time'],
    ['open', 'not answered yet'],
  ] as const;
  return (
    <section className={styles.part} aria-labelledby="next">
      <h2 id="next">Worth a look</h2>
      <p className={styles.actions}>
        <ButtonLink kind="strong" href={hrefOf({})}>
          Ask everything, mixed
        </ButtonLink>
        {lists
          .filter(([list]) => counts[list] > 0)
          .map(([list, words]) => (
            <ButtonLink key={list} href={hrefOf({ list })}>
              {counts[list]} {words}
            </ButtonLink>
          ))}
        <ButtonLink href={examHref}>Exams</ButtonLink>
      </p>
    </section>
  );
}

function Kept({ said, onExport, onImport, onPrint, onForget }: ProgressViewProps) {
  return (
    <section className={styles.part} aria-labelledby="kept">
      <h2 id="kept">Your answers</h2>
      <p className={styles.small}>
        They stay in this browser. A file takes them to another one, and adds to what is there.
      </p>
      <div className={styles.actions}>
        <Button onClick={onExport}>Save them as a file</Button>
        <label className={styles.file}>
          Add answers from a file
          <input
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) onImport(file);
              target.value = '';
            }}
          />
        </label>
        <Button onClick={onPrint}>Print this page</Button>
        <AskTwice
          says={{
            first: 'Delete all answers…',
            keep: 'Keep them',
            go: 'Delete them for ever',
          }}
          warning="All answers and exams will be gone from this browser. A file you saved brings them back."
          onGo={onForget}
        />
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
