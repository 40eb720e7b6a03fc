import { Suspense, lazy, useRef } from 'react';

import { judgedVerdict } from '#content/workbench/verdictWords.ts';

import { Mark } from '../ui/Mark.tsx';
import type { VerdictPanel as Panel } from './VerdictPanel.tsx';
import styles from './Workbench.module.css';

const VerdictPanel = lazy(() =>
  import('./VerdictPanel.tsx').then((module) => ({ default: module.VerdictPanel })),
);

interface WorkbenchProps {
  readonly gallery: React.ReactNode;
  readonly request: React.ReactNode;
  readonly context: React.ReactNode;
  readonly policies: React.ReactNode;
  readonly verdict: Omit<React.ComponentProps<typeof Panel>, 'heading'>;
}

/** The workbench: what somebody brings on one side, what AWS makes of it on the other. */
export function Workbench({ gallery, request, context, policies, verdict }: WorkbenchProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { word, tone } = judgedVerdict(verdict.judged);
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.intro}>
        <h1>Policy workbench</h1>
        <p className={styles.private}>
          Lay out a request and every policy that has a say, and see who decides. Nothing you paste
          is sent or stored: it is gone when you close or reload this page.
        </p>
      </div>
      {gallery}
      <div className={styles.side}>
        {request}
        {policies}
        {context}
      </div>
      <Suspense>
        <VerdictPanel heading={heading} {...verdict} />
      </Suspense>
      <button
        type="button"
        className={styles.jump}
        onClick={() => {
          heading.current?.scrollIntoView();
          heading.current?.focus();
        }}
      >
        <Mark tone={tone} />
        {word}
        <span>see why</span>
      </button>
    </main>
  );
}
