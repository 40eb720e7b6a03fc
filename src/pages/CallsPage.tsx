import { Suspense, lazy, useMemo } from 'react';

import { verdicts } from '#content/calls/verdict.ts';
import type { Verdict } from '#content/calls/fit.ts';
import { waysOut } from '#content/calls/wayOut.ts';
import { FIRST_CHOICES } from '#content/calls/choices.ts';
import type { CallsView, Choices } from '#content/calls/choices.ts';
import { changeCalls } from '#stores/calls.ts';
import type { CallsPlace } from '#stores/stage.ts';
import { CallsFrame } from '#views/calls/CallsFrame.tsx';
import { Chooser } from '#views/calls/Chooser.tsx';

import { Announcer } from './Announcer.tsx';
import { withoutRun } from './callsRoute.ts';
import { formatRoute } from './route.ts';

const ComparePart = lazy(() =>
  import('./CallsCompare.tsx').then((module) => ({ default: module.CallsCompare })),
);
const BehindPart = lazy(() =>
  import('./CallsBehind.tsx').then((module) => ({ default: module.CallsBehind })),
);

const isSame = (a: Choices, b: Choices): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The calls that fit, as one sentence. */
function sentenceFor(all: readonly Verdict[]): string {
  const fitting = all.filter(({ kind }) => kind === 'fits').map(({ call }) => call);
  return fitting.length === 0
    ? 'No call fits.'
    : `${fitting.length} of ${all.length} calls fit: ${fitting.join(', ')}.`;
}

/** "Which call?": choose a case, compare the calls, look behind the scenes. */
export function CallsPage({ place }: { readonly place: CallsPlace }) {
  const { view, choices } = place;
  const all = useMemo(() => verdicts(choices), [choices]);
  const isFitting = all.some(({ kind }) => kind === 'fits');
  const ways = useMemo(() => (isFitting ? [] : waysOut(choices)), [isFitting, choices]);
  const hrefOf = (part: CallsView): string =>
    formatRoute({ place: { ...withoutRun(place), view: part } });
  return (
    <CallsFrame view={view} hrefOf={hrefOf}>
      {view === 'choose' && (
        <>
          <Chooser
            choices={choices}
            verdicts={all}
            waysOut={ways}
            onChoose={(chosen) => changeCalls({ choices: chosen })}
            onReset={
              isSame(choices, FIRST_CHOICES)
                ? undefined
                : () => changeCalls({ choices: FIRST_CHOICES })
            }
          />
          <Announcer sentence={sentenceFor(all)} />
        </>
      )}
      <Suspense fallback={<p>Working it out…</p>}>
        {view === 'compare' && (
          <ComparePart place={place} all={all} chooseHref={hrefOf('choose')} />
        )}
        {view === 'behind' && <BehindPart place={place} />}
      </Suspense>
    </CallsFrame>
  );
}
