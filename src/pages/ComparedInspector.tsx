import { Suspense, lazy, useLayoutEffect, useRef } from 'react';

import { copyText } from '#platform/clipboard.ts';
import { openTab } from '#stores/stage.ts';
import type { ComparedRun } from '#stores/stage.ts';
import { Inspector } from '#views/inspector/Inspector.tsx';
import { arriving } from '#views/ui/arriving.tsx';
import { Button } from '#views/ui/Button.tsx';

import styles from './Compared.module.css';
import lab from './LabPage.module.css';
import { loadDetails } from './loaders.ts';
import { ruleHref } from './ruleHref.ts';
import type { Comparison } from './useComparison.ts';

const Details = arriving(loadDetails);
const LabTrial = lazy(() =>
  import('./LabTrial.tsx').then((module) => ({ default: module.LabTrial })),
);

interface ComparedInspectorProps {
  readonly comparison: Comparison;
  readonly closer: ComparedRun;
  readonly tab: string | undefined;
  readonly onCloser: (run: ComparedRun | undefined) => void;
}

const OTHER = { kept: 'new', new: 'kept' } as const;

/** The step of one of two runs from close by. The tab stays open when the run is changed: so two texts are compared. */
export function ComparedInspector({ comparison, closer, tab, onCloser }: ComparedInspectorProps) {
  const { scene, pairs, cursors } = comparison;
  const side = closer === 'kept' ? 'was' : 'now';
  const { scenario, run } = closer === 'kept' ? comparison.kept : comparison.now;
  const pair = pairs[scene.cursor - 1];
  const head = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Under the drawings, nobody would see that it came.
    const top = head.current?.getBoundingClientRect().top ?? 0;
    if (top > innerHeight - 160) head.current?.scrollIntoView();
  }, []);
  return (
    <section className={`${lab.inspector} ${styles.inspector}`} aria-label="One run closer">
      <header className={styles.closer} ref={head}>
        <strong>{closer === 'kept' ? 'Kept run' : 'New run'}</strong>
        <Button kind="chip" onClick={() => onCloser(OTHER[closer])}>
          See the {OTHER[closer]} run
        </Button>
        <Button kind="chip" onClick={() => onCloser(undefined)}>
          Close
        </Button>
      </header>
      {pair && !pair[side] ? (
        <p>This run does not take the step that the other one takes here.</p>
      ) : (
        <Suspense>
          <Inspector
            trace={run.trace}
            cursor={cursors[side]}
            onTab={openTab}
            onCopy={copyText}
            OnTrial={LabTrial}
            {...{ scenario, tab, Details, ruleHref }}
          />
        </Suspense>
      )}
    </section>
  );
}
