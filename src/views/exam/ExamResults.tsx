import { useState } from 'react';

import { SKILL_WORDS } from '#content/skills.ts';
import { trapWords } from '#content/traps.ts';
import { percentOf } from '#study/examResult.ts';
import type { ExamResult, ExamRow } from '#study/examResult.ts';
import type { Exam } from '#study/exam.ts';
import { skillsOf, tallies } from '#study/progress.ts';
import type { Selection } from '#study/selection.ts';

import { TallyMap } from '../quiz/TallyMap.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import styles from './Exam.module.css';
import { ResultRow } from './ResultRow.tsx';
import type { Explained } from './ResultRow.tsx';
import { sayLeftOut, sayUsed } from './sayExam.ts';

interface ExamResultsProps {
  readonly exam: Exam;
  /** When it was handed in. */
  readonly when: string;
  readonly result: ExamResult;
  /** How a question is explained; undefined until what knows the answers is loaded. */
  readonly explain: ((row: ExamRow) => Explained | undefined) | undefined;
  readonly heading: React.Ref<HTMLHeadingElement>;
  readonly hrefOf: (selection: Selection) => string;
  readonly againHref: string;
  readonly onPrint: () => void;
  readonly onSave: (kind: 'csv' | 'json') => void;
}

/** What became of an exam: the share that was right, by skill and trap, and every question with its reasons. */
export function ExamResults(props: ExamResultsProps) {
  const { exam, when, result, heading } = props;
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.head}>
        <h1 tabIndex={-1} ref={heading}>
          {result.isGraded
            ? `${percentOf(result)} % right: ${result.right} of ${result.total}`
            : 'Your answers are being checked'}
        </h1>
        <p>
          Handed in on {when}. {sayUsed(exam)}
        </p>
        {sayLeftOut(result).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={styles.small}>
          This is the share that was right. It foretells no score of the exam.
        </p>
      </div>
      <Actions {...props} />
      <Maps {...props} />
      <Rows {...props} />
    </main>
  );
}

function Actions({ result, hrefOf, againHref, onPrint, onSave }: ExamResultsProps) {
  const isFlawed = result.rows.some(({ verdict }) => verdict === 'wrong');
  return (
    <p className={styles.actions}>
      {isFlawed && (
        <ButtonLink kind="strong" href={hrefOf({ list: 'wrong' })}>
          Practise what was wrong
        </ButtonLink>
      )}
      <ButtonLink href={againHref}>Another exam</ButtonLink>
      <Button onClick={onPrint}>Print, with the answers</Button>
      <Button onClick={() => onSave('csv')}>Save as CSV</Button>
      <Button onClick={() => onSave('json')}>Save as JSON</Button>
    </p>
  );
}

/** The shares by skill and by trap, of what could be counted. */
function Maps({ result, hrefOf }: ExamResultsProps) {
  const counted = result.rows.filter(({ verdict }) => verdict !== 'changed');
  const questions = counted.flatMap(({ question }) => question ?? []);
  const verdicts = new Map(
    counted.map(({ id, verdict }) => [id, { isCorrect: verdict === 'right' }]),
  );
  const skillOf = (name: string) => questions.find((one) => one.skill === name)?.skill;
  return (
    <>
      <TallyMap
        title="By skill of the exam"
        all={tallies(questions, verdicts, skillsOf)}
        wordsOf={(name) => {
          const skill = skillOf(name);
          return skill ? SKILL_WORDS[skill] : name;
        }}
        hrefOf={(name) => {
          const skill = skillOf(name);
          return hrefOf(skill ? { skill } : {});
        }}
      />
      <TallyMap
        title="By trap"
        says="Each leads to the questions about it."
        all={tallies(questions, verdicts, ({ traps }) => traps)}
        wordsOf={trapWords}
        hrefOf={(trap) => hrefOf({ trap })}
      />
    </>
  );
}

const SHOWN = { all: 'All', missed: 'Not right', flagged: 'Flagged' } as const;

type Shown = keyof typeof SHOWN;

const isShown = (shown: Shown, { verdict, isFlagged }: ExamRow): boolean =>
  shown === 'all' || (shown === 'flagged' ? isFlagged : verdict !== 'right');

function Rows({ exam, result: { rows }, explain }: ExamResultsProps) {
  const [shown, setShown] = useState<Shown>('all');
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const some = rows.filter((row) => isShown(shown, row));
  const isAllOpen = some.every(({ number }) => open.has(number));
  return (
    <section className={styles.part} aria-labelledby="answers">
      <h2 id="answers">Every question</h2>
      <div className={styles.filter}>
        <span role="group" aria-label="Which questions" className={styles.actions}>
          {(['all', 'missed', 'flagged'] as const).map((one) => (
            <Button
              key={one}
              kind="chip"
              aria-pressed={one === shown}
              onClick={() => setShown(one)}
            >
              {SHOWN[one]} ({rows.filter((row) => isShown(one, row)).length})
            </Button>
          ))}
        </span>
        <Button onClick={() => setOpen(new Set(isAllOpen ? [] : some.map(({ number }) => number)))}>
          {isAllOpen && some.length > 0 ? 'Close all' : 'Open all'}
        </Button>
      </div>
      <ol className={styles.rows}>
        {some.map((row) => (
          <ResultRow
            key={row.number}
            seed={exam.id}
            isOpen={open.has(row.number)}
            onToggle={(isOpen) =>
              setOpen((before) => {
                const others = [...before].filter((one) => one !== row.number);
                return new Set(isOpen ? [...others, row.number] : others);
              })
            }
            {...{ row, explain }}
          />
        ))}
      </ol>
    </section>
  );
}
