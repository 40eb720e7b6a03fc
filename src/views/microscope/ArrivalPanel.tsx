import { Suspense, lazy } from 'react';

import type { Arrival } from '#content/microscope/arrival.ts';
import type { Basis } from '#engine/basis.ts';

import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Microscope.module.css';

/** Sources are read last, so they are loaded last. */
const Provenance = lazy(() =>
  import('../inspector/Provenance.tsx').then((module) => ({ default: module.Provenance })),
);

interface ArrivalPanelProps {
  readonly arrival: Arrival;
  /** Which boxes differ, in a sentence. */
  readonly difference: string;
  /** Whether the verifier computes the signature that came; undefined where it computes none. */
  readonly matches: boolean | undefined;
}

const COMPARED = {
  same: 'The signatures match.',
  different: 'The signatures do not match.',
  none: 'There is no signature to compare.',
} as const;

const SAID: Readonly<Record<Basis, string>> = {
  documented: 'documented by AWS',
  observed: 'as seen in real answers',
  modelled: 'modelled here, since AWS does not say',
};

/** The verdict: AWS's answer, what decided it, and which boxes differ. */
export function ArrivalPanel({ arrival, difference, matches }: ArrivalPanelProps) {
  const { tone, word, code, because, answer, rule, wording } = arrival;
  const compared = matches === undefined ? 'none' : matches ? 'same' : 'different';
  return (
    <section className={styles.verdict} aria-label="Verdict">
      <VerdictBar verdict={{ tone, word, code }} />
      <p className={styles.because}>{because}</p>
      <p>
        <strong>{COMPARED[compared]}</strong> {difference}
      </p>
      <details className={styles.details}>
        <summary>{wording ? 'AWS’s answer, and how sure we are' : 'AWS’s answer'}</summary>
        <pre className={styles.code} data-scrolls>
          {answer}
        </pre>
        {rule === undefined && wording !== undefined && (
          <p>The wording of this error is {SAID[wording]}.</p>
        )}
        {rule !== undefined && (
          <Suspense>
            <Provenance rule={rule} wording={wording} />
          </Suspense>
        )}
      </details>
    </section>
  );
}
