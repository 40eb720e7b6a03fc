import { Suspense, lazy } from 'react';

import type { CallsView } from '#content/calls/choices.ts';
import type { CallsPlace } from '#stores/stage.ts';
import { CallsFrame } from '#views/calls/CallsFrame.tsx';

import { withoutRun } from './callsRoute.ts';
import { MECHANISMS_START } from './mechanismsRoute.ts';
import { formatRoute } from './route.ts';

/** Each part plays the engine for its answers: it comes after the frame. */
const ChoosePart = lazy(() =>
  import('./CallsChoose.tsx').then((module) => ({ default: module.CallsChoose })),
);
const ComparePart = lazy(() =>
  import('./CallsCompare.tsx').then((module) => ({ default: module.CallsCompare })),
);
const BehindPart = lazy(() =>
  import('./CallsBehind.tsx').then((module) => ({ default: module.CallsBehind })),
);

/** "Which call?": choose a case, compare the calls, look behind the scenes. */
export function CallsPage({ place }: { readonly place: CallsPlace }) {
  const { view, choices } = place;
  const hrefOf = (part: CallsView): string =>
    formatRoute({ place: { ...withoutRun(place), view: part } });
  return (
    <CallsFrame
      view={view}
      hrefOf={hrefOf}
      mechanismsHref={formatRoute({ place: MECHANISMS_START })}
    >
      <Suspense fallback={<p>Working it out…</p>}>
        {view === 'choose' && <ChoosePart choices={choices} />}
        {view === 'compare' && <ComparePart place={place} chooseHref={hrefOf('choose')} />}
        {view === 'behind' && <BehindPart place={place} />}
      </Suspense>
    </CallsFrame>
  );
}
