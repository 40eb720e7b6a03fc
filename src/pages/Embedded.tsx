import { use, useEffect, useMemo } from 'react';

import { narrate } from '#content/narrate.ts';
import { openings } from '#content/scenario.ts';
import { stepAt } from '#engine/cursor.ts';
import { loadPacking } from '#platform/packing.ts';
import { moveTo, useStage } from '#stores/stage.ts';
import { Diagram } from '#views/diagram/Diagram.tsx';
import { Knobs } from '#views/knobs/Knobs.tsx';
import { Notices } from '#views/layers/Notices.tsx';
import { OpenSafeguards } from '#views/layers/OpenSafeguards.tsx';
import { VerdictBar } from '#views/ui/VerdictBar.tsx';

import type { BenchProps } from './Bench.tsx';
import styles from './Embedded.module.css';
import { guard } from './guard.ts';
import { labCommands } from './labActions.ts';
import { LabFoot } from './LabFoot.tsx';
import { LabGate } from './LabGate.tsx';
import { LabOverlay } from './LabOverlay.tsx';
import { formatRoute } from './route.ts';
import { StepAnnouncer } from './StepAnnouncer.tsx';
import { useCommands } from './useCommands.ts';
import { useKnobActions } from './useKnobActions.ts';
import { usePlayback } from './usePlayback.ts';
import { useRun } from './useRun.ts';
import { withoutCommands } from './withoutCommands.ts';

const packing = loadPacking();

/** The page around a frame is not ours to present, and two runs need more room. */
const NOT_HERE = ['present', 'presenter', 'compare'] as const;

/** A run inside another page: diagram, words, stepper; its knobs fold away, and its timeline where there is no room. */
export function Embedded({ scenario: played, place }: BenchProps) {
  const loaded = use(packing);
  const scene = useRun(played, place);
  const { scenario, run, cursor, notices } = scene;
  const isPlaying = useStage((stage) => stage.isPlaying);
  const speed = useStage((stage) => stage.speed);
  const commands = useMemo(
    () => withoutCommands(labCommands(scene, { isPlaying, speed, mode: 'embed' }), NOT_HERE),
    [scene, isPlaying, speed],
  );
  useCommands(commands);
  useEffect(() => {
    document.title = `${scenario.title} · Shortlived`;
  }, [scenario.title]);
  usePlayback(scene, isPlaying, speed);
  const actions = useKnobActions(scene);
  // A pane that scrolls, and holds nothing yet that takes the focus, takes it itself.
  const focusable = { tabIndex: cursor === 0 ? 0 : -1 };
  const step = stepAt(run.trace, cursor);
  const told = step && narrate(step, scenario);
  return (
    <div className={styles.embed}>
      <header className={styles.top}>
        <Notices label="About this run" notices={notices} />
        <OpenSafeguards
          says={openings(scenario, place.knobs)}
          onGuard={() => guard(scenario, place.knobs)}
        />
        <div className={styles.heading}>
          <h1>{scenario.title}</h1>
          <a
            href={formatRoute({ place: { ...place, mode: 'study' } }, loaded)}
            target="_blank"
            rel="noopener"
          >
            Open in Shortlived<span className="visually-hidden"> (a new tab)</span>
          </a>
        </div>
        <section className={styles.words} aria-label="This step">
          {told ? (
            <>
              <h2>{told.title}</h2>
              {told.verdict && <VerdictBar verdict={told.verdict} />}
              <p>{told.because === '' ? told.caption : told.because}</p>
            </>
          ) : (
            <p>{scenario.summary}</p>
          )}
          {scene.isGated && <LabGate {...{ scene, place }} />}
        </section>
      </header>
      <main className={styles.main} id="main" {...focusable}>
        <Diagram
          title={scenario.title}
          trace={run.trace}
          telling={scenario}
          onStep={moveTo}
          {...{ cursor }}
        />
      </main>
      <aside aria-label="Changes">
        <details className={styles.knobs}>
          <summary>Change something</summary>
          <Knobs scenario={scenario} knobs={place.knobs} {...actions} />
        </details>
      </aside>
      <div className={styles.foot}>
        <LabFoot {...{ scene, isPlaying, speed }} />
      </div>
      <StepAnnouncer scene={scene} isSilent={isPlaying} />
      <LabOverlay {...{ scene, place, commands }} />
    </div>
  );
}
