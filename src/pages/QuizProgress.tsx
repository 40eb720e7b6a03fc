import { lazy, Suspense, useMemo, useState } from 'react';

import type { Question } from '#content/question.ts';
import { wallClock } from '#platform/clock.ts';
import { download } from '#platform/download.ts';
import { formatProgress, parseProgress } from '#platform/progressFile.ts';
import { addProgress } from '#stores/addProgress.ts';
import { forgetProgress, useAttempts } from '#stores/attempts.ts';
import { progressOf } from '#study/progress.ts';
import { countsOf } from '#study/selected.ts';
import { ProgressView } from '#views/quiz/ProgressView.tsx';

import { examHref } from './examPlaces.ts';
import { formatRoute } from './route.ts';

// It knows every wrong idea, each with the function that holds it: the rest does not wait for that.
const PredictionProgress = lazy(() =>
  import('./PredictionProgress.tsx').then((module) => ({ default: module.PredictionProgress })),
);

/** How far the learner has come, and the answers as a file. */
export function QuizProgress({ bank }: { readonly bank: readonly Question[] }) {
  const { attempts, exams, isKept } = useAttempts();
  const [said, setSaid] = useState('');
  const progress = useMemo(() => progressOf(bank, attempts), [bank, attempts]);
  const counts = useMemo(() => countsOf(bank, attempts, wallClock()), [bank, attempts]);
  return (
    <ProgressView
      questions={bank}
      hrefOf={(selection) =>
        formatRoute({
          place: { page: 'quiz', ...(Object.keys(selection).length > 0 && { selection }) },
        })
      }
      questionHref={({ id }) => formatRoute({ place: { page: 'quiz', question: id } })}
      examHref={examHref()}
      onExport={() => {
        const day = wallClock().slice(0, 10);
        download(`shortlived-answers-${day}.json`, formatProgress({ attempts, exams }));
      }}
      onImport={(file) => void restore(file).then(setSaid)}
      onPrint={() => print()}
      onForget={() =>
        void forgetProgress().then((isDone) =>
          setSaid(
            isDone
              ? 'All answers are deleted.'
              : 'This browser did not let the answers be deleted.',
          ),
        )
      }
      {...{ progress, counts, isKept, said }}
    >
      <Suspense>
        <PredictionProgress />
      </Suspense>
    </ProgressView>
  );
}

/** Adds what a file holds, and says what that was. */
async function restore(file: File): Promise<string> {
  const read = parseProgress(await file.text());
  if (!read) return 'This file holds no answers of Shortlived.';
  const before = useAttempts.getState().attempts.length;
  await addProgress(read.progress);
  const added = useAttempts.getState().attempts.length - before;
  const left = read.damaged > 0 ? ` ${sayCount(read.damaged, 'entry', 'entries')} damaged.` : '';
  return `${added === 0 ? 'No answer was new here.' : `${sayCount(added, 'answer', 'answers')} added.`}${left}`;
}

const sayCount = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one} was` : `${count} ${many} were`;
