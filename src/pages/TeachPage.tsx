import { Suspense, use, useMemo, useState } from 'react';

import { parseSet, formatSet } from '#content/own/set.ts';
import { TOPICS } from '#content/question.ts';
import type { Question } from '#content/question.ts';
import { loadPacking } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { goTo } from '#stores/stage.ts';
import type { QuizPlace } from '#stores/stage.ts';
import type { Selection } from '#study/selection.ts';
import { chosen } from '#study/chosen.ts';
import { PickQuestions } from '#views/teach/PickQuestions.tsx';
import styles from '#views/teach/Teach.module.css';

import { formatRoute } from './route.ts';
import { TeachOut } from './TeachOut.tsx';
import { TeachOwn } from './TeachOwn.tsx';
import { TeachShare } from './TeachShare.tsx';

const packing = loadPacking();

/** For instructors: questions to take, as files, on paper or as a link, and questions of one's own. */
export function TeachPage({
  bank,
  place,
}: {
  readonly bank: readonly Question[];
  readonly place: QuizPlace;
}) {
  const { selection = NONE, as = 'gift' } = place;
  const loaded = use(packing);
  const all = useMemo(() => inOrder(bank), [bank]);
  const [taken, take] = useTaken(place, loaded);
  const shown = all.filter((question) => isShown(question, selection));
  const questions = useMemo(() => all.filter(({ id }) => taken.has(id)), [all, taken]);
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.screen}>
        <header className={styles.head}>
          <h1>For instructors</h1>
          <p>
            Take questions into Moodle, Anki or onto paper, share them as a link, and add your own.
            There are also <a href={formatRoute({ place: { page: 'lesson' } })}>lessons to give</a>.
          </p>
        </header>
        <PickQuestions
          taken={new Set(questions.map(({ id }) => id))}
          onFilter={(next) => goTo(placed(place, next))}
          onTake={take}
          {...{ all, shown, selection }}
        />
      </div>
      <Suspense fallback={<p className={styles.about}>Opening the files…</p>}>
        <TeachOut questions={questions} as={as} onAs={(next) => goTo({ ...place, as: next })} />
      </Suspense>
      <div className={styles.screen}>
        <TeachShare questions={questions} packing={loaded} />
        <TeachOwn />
      </div>
    </main>
  );
}

const NONE: Selection = {};

const placed = ({ selection: _, ...place }: QuizPlace, selection: Selection): QuizPlace => ({
  ...place,
  ...(Object.keys(selection).length > 0 && { selection }),
});

/** By topic, and as the bank has them within one. */
const inOrder = (bank: readonly Question[]): readonly Question[] =>
  TOPICS.flatMap((topic) => bank.filter((question) => question.topic === topic));

const isShown = (question: Question, { topic, skill, trap, difficulty }: Selection): boolean =>
  (topic === undefined || question.topic === topic) &&
  (skill === undefined || question.skill === skill) &&
  (difficulty === undefined || question.difficulty === difficulty) &&
  (trap === undefined || question.traps.some((one) => one === trap));

/** What is taken, held by the link as long as it fits. */
function useTaken(
  place: QuizPlace,
  { pack, unpack }: Packing,
): readonly [ReadonlySet<string>, (taken: ReadonlySet<string>) => void] {
  const { selection = NONE } = place;
  const inLink = selection.set;
  const [held, setHeld] = useState(() => ({ packed: inLink, taken: takenIn(inLink, unpack) }));
  const isStale = held.packed !== inLink;
  if (isStale) setHeld({ packed: inLink, taken: takenIn(inLink, unpack) });
  const take = (taken: ReadonlySet<string>): void => {
    const packed = taken.size === 0 ? undefined : pack(formatSet([...taken]));
    setHeld({ packed, taken });
    goTo(placed(place, chosen(selection, 'set', packed)));
  };
  return [held.taken, take];
}

function takenIn(packed: string | undefined, unpack: Packing['unpack']): ReadonlySet<string> {
  const text = packed === undefined ? undefined : unpack(packed);
  const { entries } = text === undefined ? { entries: [] } : parseSet(text);
  return new Set(entries.map((one) => (typeof one === 'string' ? one : `added-${one.id}`)));
}
