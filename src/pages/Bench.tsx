import { Suspense, lazy, useCallback, useEffect, useMemo } from 'react';

import type { Scenario } from '#content/scenario.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { countOf, stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Step, StepId, Trace } from '#engine/trace.ts';
import { copyText } from '#platform/clipboard.ts';
import { markSeen } from '#stores/seen.ts';
import { goTo, judge, moveTo, openTab, useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';
import { Diagram } from '#views/diagram/Diagram.tsx';
import { Inspector } from '#views/inspector/Inspector.tsx';
import { Notices } from '#views/layers/Notices.tsx';
import { OpenSafeguards } from '#views/layers/OpenSafeguards.tsx';
import { Button } from '#views/ui/Button.tsx';

import { Announcer } from './Announcer.tsx';
import { arriving } from '#views/ui/arriving.tsx';
import { changedWords } from './changedWords.ts';
import { LabAside } from './LabAside.tsx';
import { LabOverlay } from './LabOverlay.tsx';
import styles from './LabPage.module.css';
import { LabFoot } from './LabFoot.tsx';
import { openingsIn } from './openingsIn.ts';
import { labCommands } from './labActions.ts';
import { loadDetails } from './loaders.ts';
import { ruleHref } from './ruleHref.ts';
import { StepAnnouncer } from './StepAnnouncer.tsx';
import { useAhead } from './useAhead.ts';
import { useCommands } from './useCommands.ts';
import { useKnobActions } from './useKnobActions.ts';
import { useOnceDrawn } from './useOnceDrawn.ts';
import { usePlayback } from './usePlayback.ts';
import { useRun } from './useRun.ts';
import type { Scene } from './useRun.ts';
import { useTerms } from './useTerms.ts';
import { withoutCommands } from './withoutCommands.ts';

const Details = arriving(loadDetails);
const Presentation = lazy(() =>
  import('./Presentation.tsx').then((module) => ({ default: module.Presentation })),
);
const LabTrial = lazy(() =>
  import('./LabTrial.tsx').then((module) => ({ default: module.LabTrial })),
);
const SessionSignature = lazy(() =>
  import('./SessionSignature.tsx').then((module) => ({ default: module.SessionSignature })),
);
const LabGate = lazy(() => import('./LabGate.tsx').then((module) => ({ default: module.LabGate })));
const GateSwitch = lazy(() =>
  import('./GateSwitch.tsx').then((module) => ({ default: module.GateSwitch })),
);
/** The room that the switch takes once it has come: nothing moves then. */
const KEPT_FREE = (
  <span className={styles.later}>
    <Button kind="chip">Predict first</Button>
  </span>
);
const RunEnd = lazy(() => import('./RunEnd.tsx').then((module) => ({ default: module.RunEnd })));
const FlipPanel = lazy(() =>
  import('./FlipPanel.tsx').then((module) => ({ default: module.FlipPanel })),
);

/** The step at the cursor where all of a run may be told: what signs and what would turn it around look at its end. */
const toldAt = (trace: Trace, cursor: Cursor): Step | undefined =>
  trace.goesOn ? undefined : stepAt(trace, cursor);

/** The CreateSession whose signature the step at the cursor sends or checks. */
function signedAt(trace: Trace, cursor: Cursor) {
  const step = toldAt(trace, cursor);
  if (step?.act.kind !== 'rolesanywhere:CreateSession') return undefined;
  const { act, world } = step;
  const isSigned =
    step.row === 'call' ||
    (step.row === 'check' && step.check.rule === 'rolesanywhere.signature-matches');
  return isSigned ? { act, world } : undefined;
}

/** What a scenario of a lab is shown with. */
export interface BenchProps {
  readonly scenario: Scenario;
  readonly scenarios: readonly Listed[];
  readonly place: LabPlace;
}

/** The check at the cursor, where it failed. */
function failedAt(trace: Trace, cursor: Cursor): StepId | undefined {
  const step = toldAt(trace, cursor);
  return step?.row === 'check' && step.check.result === 'fail' ? step.id : undefined;
}

/** Switches the safeguards of a run on; what finds out how is loaded when somebody asks. */
const switchOn = async (scenario: Scenario, knobs: LabPlace['knobs']): Promise<void> =>
  (await import('./guard.ts')).guard(scenario, knobs);

/** Whoever has seen the end turns knobs to see what they do: nothing waits until the run begins anew. */
async function openAll(scenario: Scenario, { steps }: Trace): Promise<void> {
  const { openActs, runName } = await import('#stores/opened.ts');
  openActs(
    runName(scenario),
    steps.map(({ act }) => act.id),
  );
}

/** How to begin, unless the run asks something first. */
const Invitation = ({ scenario, knobs, cursor, says }: Scene) =>
  cursor === 0 && says === undefined ? (
    <p className={styles.invitation}>
      Press Next, or → on the keyboard. Or{' '}
      <Button kind="link" onClick={() => judge(scenario, knobs)}>
        make the checks yourself
      </Button>
    </p>
  ) : null;

/** A scenario on the bench: knobs, diagram, inspector, transport and timeline over one run. */
export function Bench({ scenario: played, scenarios, place }: BenchProps) {
  const scene = useRun(played, place);
  const { scenario, run, notices, cursor, isResting } = scene;
  const { trace } = run;
  const isPlaying = useStage((stage) => stage.isPlaying);
  const speed = useStage((stage) => stage.speed);
  const isLast = !isResting && cursor === countOf(trace);
  // The end plays the other ways to see it: that follows right after the last step's words.
  const isOver = useOnceDrawn(isLast);
  const failed = failedAt(trace, cursor);
  const signed = signedAt(trace, cursor);
  const changed = changedWords(scenario, place.knobs);
  const open = openingsIn(scene);
  // A pane that scrolls, and holds nothing yet that takes the focus, takes it itself.
  const focusable = { tabIndex: cursor === 0 ? 0 : -1 };
  const commands = useMemo(() => {
    const all = labCommands(scene, { isPlaying, speed, mode: place.mode });
    // Two runs are compared once all of them may be seen.
    return scene.run.trace.goesOn ? withoutCommands(all, ['compare']) : all;
  }, [scene, isPlaying, speed, place.mode]);
  useCommands(commands);
  usePlayback(scene, isPlaying, speed);
  useAhead(scene);
  const actions = useKnobActions(scene);
  const Explained = useTerms(!isResting);
  const editing = useMemo(
    () => ({ policies: run.policies, texts: place.knobs, onEdit: actions.onTurn }),
    [run.policies, place.knobs, actions],
  );
  useEffect(() => {
    if (!isOver) return;
    markSeen(scenario.id);
    void openAll(scenario, trace);
  }, [isOver, scenario, trace]);
  useEffect(() => {
    document.title = `${scenario.title} · Shortlived`;
  }, [scenario.title]);
  const { lab, scenario: id, knobs } = place;
  const onMicroscope = useCallback(
    (step: StepId) => goTo({ page: 'microscope', run: { lab, scenario: id, step, knobs } }),
    [lab, id, knobs],
  );
  const layers = (
    <>
      <StepAnnouncer scene={scene} isSilent={isPlaying} />
      <LabOverlay {...{ scene, place, commands }} />
    </>
  );
  const gate = scene.isGated && (
    <Suspense>
      <LabGate {...{ scene, place }} />
    </Suspense>
  );
  if (place.mode === 'present') {
    return (
      <Suspense>
        <Presentation scene={scene}>{gate}</Presentation>
        {layers}
      </Suspense>
    );
  }
  return (
    <div className={styles.lab}>
      <LabAside
        scenarios={scenarios}
        knobs={place.knobs}
        actions={actions}
        canKeep={trace.goesOn !== true}
        titleOf={scene.titleOf}
        {...{ scenario }}
      />
      <main className={styles.main} id="main" {...focusable}>
        <Notices label="About this run" notices={notices} />
        <Announcer sentence={[...notices, ...open].join(' ')} name="run-notices" />
        <div className={styles.heading}>
          <h1>{scenario.title}</h1>
          <span className={styles.tag}>{scenario.tag}</span>
          <Button kind="link" aria-keyshortcuts="T" onClick={commands.read}>
            Read as text
          </Button>
          {isResting ? (
            KEPT_FREE
          ) : (
            <Suspense fallback={KEPT_FREE}>
              <GateSwitch scene={scene} />
            </Suspense>
          )}
        </div>
        {changed.length > 0 && <p className={styles.changed}>Changed: {changed.join('; ')}.</p>}
        <Diagram title={scenario.title} telling={scenario} onStep={moveTo} {...{ trace, cursor }} />
        <Invitation {...scene} />
        {isOver && (
          <Suspense>
            <RunEnd scene={scene} knobs={place.knobs} onFlip={actions.onSetBeside} />
          </Suspense>
        )}
        {/* Last, so that it stays at the lower edge however far the run has come. */}
        <OpenSafeguards says={open} onGuard={() => void switchOn(scenario, place.knobs)} />
      </main>
      <div className={styles.inspector}>
        <Inspector
          tab={place.tab}
          onTab={openTab}
          changed={changed}
          Details={Details}
          OnTrial={LabTrial}
          ruleHref={ruleHref}
          Explained={Explained}
          {...{ scenario, trace, cursor, editing, onMicroscope }}
          onCopy={copyText}
        >
          {gate}
          {signed && (
            <Suspense>
              <SessionSignature {...signed} canSign={scene.canSign} />
            </Suspense>
          )}
          {failed && (
            <Suspense>
              <FlipPanel
                {...{ scenario, run }}
                knobs={place.knobs}
                at={failed}
                onApply={actions.onSetBeside}
              />
            </Suspense>
          )}
        </Inspector>
      </div>
      <LabFoot scene={scene} isPlaying={isPlaying} speed={speed} />
      {layers}
    </div>
  );
}
