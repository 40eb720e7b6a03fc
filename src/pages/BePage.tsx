import { lazy, use } from 'react';

import { loadAttempts } from '#stores/attempts.ts';
import type { BePlace } from '#stores/stage.ts';

const BeList = lazy(() => import('./BeList.tsx').then((module) => ({ default: module.BeList })));
const BeRequest = lazy(() =>
  import('./BeRequest.tsx').then((module) => ({ default: module.BeRequest })),
);

/** Where the learner is AWS: the requests that wait, or one of them. What was judged before is read first. */
export function BePage({ place: { run, turn = 0 } }: { readonly place: BePlace }) {
  use(loadAttempts());
  return run ? <BeRequest run={run} /> : <BeList turn={turn} />;
}
