import { useEffect, useState } from 'react';

import type { refutedAt, shownOf } from '#content/questions/places/all.ts';
import type { attempted, grade } from '#study/grade.ts';
import { loadSources } from '#views/quiz/SourceLine.tsx';
import { loadIdeas } from '#views/quiz/Why.tsx';

export interface Grading {
  readonly grade: typeof grade;
  readonly attempted: typeof attempted;
  readonly shownOf: typeof shownOf;
  readonly refutedAt: typeof refutedAt;
}

/** What knows the answers, and where they are seen, plays the simulator: it comes with the first answer, or when somebody stirs. */

let asked: Promise<Grading> | undefined;
let loaded: Grading | undefined;

/** Loads what grades answers, once. */
export const loadGrading = (): Promise<Grading> =>
  (asked ??= Promise.all([
    import('#study/grade.ts'),
    import('#content/questions/places/all.ts'),
    // Read with the answer: what comes later would push away the button that somebody is about to press.
    loadSources(),
    loadIdeas(),
  ]).then(([grading, places]) => (loaded = { ...grading, ...places })));

/** What grades answers; undefined until it is needed and loaded. */
export function useGrading(isNeeded: boolean): Grading | undefined {
  const [grading, setGrading] = useState(() => loaded);
  useEffect(() => {
    if (!isNeeded || grading) return undefined;
    let isShown = true;
    void loadGrading().then((found) => isShown && setGrading(() => found));
    return () => {
      isShown = false;
    };
  }, [isNeeded, grading]);
  return grading;
}
