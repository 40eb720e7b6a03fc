import { Suspense } from 'react';

import type { Question } from '#content/question.ts';

import { arriving } from '../ui/arriving.tsx';
import { kept } from '../ui/kept.ts';

/** Loads what knows all sources. */
export const loadSources = kept(() =>
  import('./SourceText.tsx').then(({ SourceText }) => SourceText),
);

const SourceText = arriving(loadSources);

/** Where the answer to a question is written, loaded when an answer is in. */
export const SourceLine = (props: { readonly question: Question }) => (
  <Suspense>
    <SourceText {...props} />
  </Suspense>
);
