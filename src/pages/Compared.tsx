import { useEffect, useMemo } from 'react';

import { openings } from '#content/scenario.ts';
import { keepRun, moveTo, useStage } from '#stores/stage.ts';
import type { ComparedRun, Kept } from '#stores/stage.ts';
import { CompareTools } from '#views/compare/CompareTools.tsx';
import { PairWords } from '#views/compare/PairWords.tsx';
import { PartingSays } from '#views/compare/PartingSays.tsx';
import { Sides } from '#views/compare/Sides.tsx';
import { Twin } from '#views/compare/Twin.tsx';
import { Notices } from '#views/layers/Notices.tsx';
import { OpenSafeguards } from '#views/layers/OpenSafeguards.tsx';
import { Button } from '#views/ui/Button.tsx';
import { focusMain } from '#views/ui/focusMain.ts';

import { Announcer } from './Announcer.tsx';
import type { BenchProps } from './Bench.tsx';
import { changedWords } from './changedWords.ts';
import styles from './Compared.module.css';
import { ComparedAnnouncer } from './ComparedAnnouncer.tsx';
import { ComparedFoot } from './ComparedFoot.tsx';
import { ComparedInspector } from './ComparedInspector.tsx';
import { guard } from './guard.ts';
import { LabAside } from './LabAside.tsx';
import { LabOverlay } from './LabOverlay.tsx';
import lab from './LabPage.module.css';
import { labCommands } from './labActions.ts';
import { useCommands } from './useCommands.ts';
import { useComparison, useFollowing } from './useComparison.ts';
import { useKnobActions } from './useKnobActions.ts';
import { usePlayback } from './usePlayback.ts';
import { withoutCommands } from './withoutCommands.ts';

/** Ends the comparison: the new run goes on alone. */
function endComparison(): void {
  keepRun(undefined);
  // What had the focus goes with the comparison.
  requestAnimationFrame(focusMain);
}

/** Two runs of a scenario side by side, stepped through together. */
export function Compared({
  scenario: played,
  scenarios,
  place,
  kept: was,
}: BenchProps & { readonly kept: Kept }) {
  const comparison = useComparison(played, place, was);
  const { scene, kept, now, pairs, parting, words } = comparison;
  const { scenario, cursor } = scene;
  const isPlaying = useStage((stage) => stage.isPlaying);
  const speed = useStage((stage) => stage.speed);
  const commands = useMemo(
    () => ({
      // One run is read as a text, and not two.
      ...withoutCommands(labCommands(scene, { isPlaying, speed, mode: 'study' }), ['read']),
      compare: endComparison,
    }),
    [scene, isPlaying, speed],
  );
  useCommands(commands);
  usePlayback(scene, isPlaying, speed);
  useFollowing();
  useEffect(() => {
    document.title = `${scenario.title}, two runs compared · Shortlived`;
  }, [scenario.title]);
  useEffect(() => {
    // The button that began it has gone.
    if (document.activeElement === document.body) focusMain();
  }, []);
  const actions = useKnobActions(scene);
  const open = openings(scenario, place.knobs);
  const notices = [...kept.run.notices.map((one) => `Kept run: ${one}`), ...now.notices];
  const pair = pairs[cursor - 1];
  const { closer } = was;
  const onCloser = (run: ComparedRun | undefined): void => {
    const { knobs, isEach } = was;
    keepRun({ knobs, isEach, ...(run && { closer: run }) });
  };
  const tools = useMemo(
    () => (
      <CompareTools
        isEach={was.isEach}
        onEach={(isEach) => keepRun({ ...was, isEach })}
        onKeep={() => keepRun({ ...was, knobs: place.knobs })}
      />
    ),
    [was, place.knobs],
  );
  return (
    <div className={`${lab.lab} ${styles.lab}`} data-closer={closer}>
      <LabAside
        scenarios={scenarios}
        knobs={place.knobs}
        titleOf={scene.titleOf}
        {...{ scenario, actions }}
      >
        {tools}
      </LabAside>
      <main className={styles.main} id="main" tabIndex={-1}>
        <Notices label="About these runs" notices={notices} />
        <Announcer sentence={[...notices, ...open].join(' ')} name="run-notices" />
        <OpenSafeguards says={open} onGuard={() => guard(scenario, place.knobs)} />
        <div className={lab.heading}>
          <h1>{scenario.title}</h1>
          <span className={lab.tag}>two runs compared</span>
          <Button kind="link" aria-keyshortcuts="C" onClick={endComparison}>
            End the comparison
          </Button>
        </div>
        <PartingSays
          words={words}
          isSeen={parting === undefined ? cursor === pairs.length : cursor > parting.index}
          isHere={parting !== undefined && cursor === parting.index + 1}
          onGo={parting && (() => moveTo(pairs[parting.index]?.id))}
        />
        <Sides
          kept={changedWords(scenario, was.knobs)}
          now={changedWords(scenario, place.knobs)}
          isEach={was.isEach}
          {...{ closer, onCloser }}
        />
        <div className={styles.pane} data-pane>
          <Twin
            title={scenario.title}
            parting={parting?.index}
            telling={scenario}
            onStep={moveTo}
            {...{ pairs, cursor }}
          />
        </div>
        <section className={styles.words} aria-label="This step in both runs">
          {pair ? (
            <PairWords pair={pair} telling={scenario} />
          ) : (
            <p>Press Next, or → on the keyboard: both runs take their steps together.</p>
          )}
        </section>
      </main>
      {closer && <ComparedInspector tab={place.tab} {...{ comparison, closer, onCloser }} />}
      <ComparedFoot comparison={comparison} isPlaying={isPlaying} speed={speed} />
      <ComparedAnnouncer comparison={comparison} isSilent={isPlaying} />
      <LabOverlay {...{ scene, place, commands }} />
    </div>
  );
}
