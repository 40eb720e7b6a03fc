import { useMemo } from 'react';

import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { Misconception } from '#content/misconceptions.ts';
import { wallClock } from '#platform/clock.ts';
import { useAttempts } from '#stores/attempts.ts';
import { ideaTallies, labTallies, LATEST_TIMES } from '#study/predict/ideas.ts';
import { duePredictions, predicted } from '#study/predict/past.ts';
import { PredictionsSoFar } from '#views/quiz/PredictionsSoFar.tsx';

import { formatRoute } from './route.ts';

const predictHref = (scope?: string): string =>
  formatRoute({
    place: { page: 'quiz', view: 'predict', ...(scope !== undefined && { scope }) },
  });

/** An idea of a trap leads to its questions, any other to more predictions. */
function ideaHref(name: string): string {
  const ideas: Readonly<Record<string, Misconception>> = MISCONCEPTIONS;
  const trap = ideas[name]?.trap;
  return trap === undefined
    ? predictHref()
    : formatRoute({ place: { page: 'quiz', selection: { trap } } });
}

/** How far the learner has come with predictions. */
export function PredictionProgress() {
  const { attempts } = useAttempts();
  const own = useMemo(() => predicted(attempts), [attempts]);
  const due = useMemo(() => duePredictions(attempts, wallClock()).length, [attempts]);
  const labs = useMemo(() => labTallies(attempts), [attempts]);
  const ideas = useMemo(() => ideaTallies(attempts), [attempts]);
  return (
    <PredictionsSoFar
      made={own.length}
      right={own.filter(({ isCorrect }) => isCorrect).length}
      latestTimes={LATEST_TIMES}
      hrefOf={(about) => predictHref(about === 'everything' ? undefined : about)}
      {...{ due, labs, ideas, ideaHref }}
    />
  );
}
