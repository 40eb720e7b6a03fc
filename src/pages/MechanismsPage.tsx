import { Suspense, lazy, useMemo } from 'react';

import { answers, nextClue, verdicts, waysOut } from '#content/mechanisms/verdict.ts';
import { MECHANISM_NAMES } from '#content/mechanisms/clueWords.ts';
import type { Clues } from '#content/mechanisms/clues.ts';
import { spokenList } from '#content/words.ts';
import { giveClues } from '#stores/mechanisms.ts';
import type { MechanismsPlace } from '#stores/stage.ts';
import { ClueChooser } from '#views/mechanisms/ClueChooser.tsx';
import { MechanismsFrame } from '#views/mechanisms/MechanismsFrame.tsx';

import { Announcer } from './Announcer.tsx';
import { CALLS_START } from './callsRoute.ts';
import { formatRoute } from './route.ts';

/** The comparison plays a story of the lab: it comes after the frame. */
const ComparePart = lazy(() =>
  import('./MechanismsCompare.tsx').then((module) => ({ default: module.MechanismsCompare })),
);

/** "Which mechanism?": choose by clues, and one job done in four ways. */
export function MechanismsPage({ place }: { readonly place: MechanismsPlace }) {
  const { view, clues } = place;
  return (
    <MechanismsFrame
      view={view}
      hrefOf={(part) => formatRoute({ place: { ...place, view: part } })}
      callsHref={formatRoute({ place: CALLS_START })}
    >
      {view === 'choose' && <ChoosePart clues={clues} />}
      {view === 'compare' && (
        <Suspense fallback={<p>Playing the job in four ways…</p>}>
          <ComparePart />
        </Suspense>
      )}
    </MechanismsFrame>
  );
}

/** What is left, as one sentence. */
function sentenceFor(clues: Clues): string {
  const left = answers(clues).map((mechanism) => MECHANISM_NAMES[mechanism]);
  if (left.length === 0) return 'No mechanism is left.';
  return left.length === 1 ? `The answer is ${left[0]}.` : `${spokenList(left)} are left.`;
}

function ChoosePart({ clues }: { readonly clues: Clues }) {
  const left = useMemo(() => answers(clues), [clues]);
  return (
    <>
      <ClueChooser
        clues={clues}
        verdicts={verdicts(clues)}
        answers={left}
        next={nextClue(clues)}
        waysOut={left.length === 0 ? waysOut(clues) : []}
        onGive={giveClues}
      />
      <Announcer sentence={sentenceFor(clues)} />
    </>
  );
}
