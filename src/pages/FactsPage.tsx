import { Suspense, lazy, useMemo } from 'react';

import { CORRECTIONS } from '#content/facts/corrections.ts';
import type { Shown } from '#content/facts/correction.ts';
import { signerRows, SIGNER_FACTS } from '#content/facts/signers.ts';
import type { SignerRow } from '#content/facts/signers.ts';
import { toolRows, whatMoved } from '#content/facts/toolRows.ts';
import { findListed } from '#content/scenarios/catalogue.ts';
import { chooseFacts } from '#stores/facts.ts';
import type { FactsPlace } from '#stores/stage.ts';
import { Beliefs } from '#views/facts/Beliefs.tsx';
import { FactsFrame } from '#views/facts/FactsFrame.tsx';
import { Lives } from '#views/facts/Lives.tsx';
import { Tools } from '#views/facts/Tools.tsx';

import { Announcer } from './Announcer.tsx';
import { formatRoute } from './route.ts';

/** Recorded URLs are many, and what takes them apart is large: they come after the table. */
const RecordedPart = lazy(() =>
  import('./FactsRecorded.tsx').then((module) => ({ default: module.FactsRecorded })),
);

/** What the simulator checks is large, too: only the sheet of its numbers brings it. */
const LimitsPart = lazy(() =>
  import('./FactsLimits.tsx').then((module) => ({ default: module.FactsLimits })),
);

/** So are the rules with their runs, and the words. */
const RulesPart = lazy(() =>
  import('./FactsRules.tsx').then((module) => ({ default: module.FactsRules })),
);
const GlossaryPart = lazy(() =>
  import('./FactsGlossary.tsx').then((module) => ({ default: module.FactsGlossary })),
);

const linkTo = ({ lab, scenario, step, knobs }: Shown) => ({
  href: formatRoute({
    place: { page: 'lab', lab, scenario, step, knobs, mode: 'study', gate: 'off' },
  }),
  title: findListed(lab, scenario)?.title ?? scenario,
});

/** Facts: beliefs that are corrected, the longest life by signer, the default by tool, every limit, rule and word. */
export function FactsPage({ place }: { readonly place: FactsPlace }) {
  const { view, choices } = place;
  const rows = useMemo(() => signerRows(choices), [choices]);
  const tools = useMemo(() => toolRows(), []);
  return (
    <FactsFrame
      view={view}
      hrefOf={(part) => formatRoute({ place: { page: 'facts', view: part, choices } })}
    >
      {view === 'beliefs' && <Beliefs all={CORRECTIONS} linkTo={linkTo} />}
      {view === 'limits' && (
        <Suspense fallback={<p>Opening the limits…</p>}>
          <LimitsPart find={place.find ?? ''} linkTo={linkTo} />
        </Suspense>
      )}
      {view === 'rules' && (
        <Suspense fallback={<p>Opening the rules…</p>}>
          <RulesPart choices={choices} find={place.find ?? ''} linkTo={linkTo} />
        </Suspense>
      )}
      {view === 'glossary' && (
        <Suspense fallback={<p>Opening the words…</p>}>
          <GlossaryPart find={place.find ?? ''} />
        </Suspense>
      )}
      {view === 'lives' && (
        <>
          <Lives choices={choices} rows={rows} onChoose={chooseFacts} />
          <Announcer sentence={livesSentence(rows)} />
        </>
      )}
      {view === 'tools' && (
        <>
          <Tools choices={choices} rows={tools} onChoose={chooseFacts}>
            <Suspense fallback={<p>Opening what was recorded…</p>}>
              <RecordedPart choices={choices} />
            </Suspense>
          </Tools>
          <Announcer sentence={whatMoved(choices.tool, choices.tried).join(' ')} />
        </>
      )}
    </FactsFrame>
  );
}

/** Every signer's end in one breath. */
const livesSentence = (rows: readonly SignerRow[]): string =>
  rows.map(({ signer, dies }) => `${SIGNER_FACTS[signer].title}: ${dies}.`).join(' ');
