import { useEffect, useState } from 'react';

import type { attempted, grade } from '#study/grade.ts';

interface Grading {
  readonly grade: typeof grade;
  readonly attempted: typeof attempted;
}

/** What knows the answers plays the simulator: it comes with the first answer, or when somebody stirs. */

let asked: Promise<Grading> | undefined;
let loaded: Grading | undefined;

/** Loads what grades answers, once. */
export const loadGrading = (): Promise<Grading> =>
  (asked ??= import('#study/grade.ts').then((grading) => (loaded = grading)));

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
