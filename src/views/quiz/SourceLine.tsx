import { Suspense, lazy } from 'react';

import type { Question } from '#content/question.ts';

const SourceText = lazy(() =>
  import('./SourceText.tsx').then((module) => ({ default: module.SourceText })),
);

/** Where the answer to a question is written, loaded when an answer is in. */
export const SourceLine = (props: { readonly question: Question }) => (
  <Suspense>
    <SourceText {...props} />
  </Suspense>
);
