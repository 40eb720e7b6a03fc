import { useMemo } from 'react';

import { BEHIND } from '#content/calls/behind.ts';
import { behindRun, hasRun } from '#content/calls/behindRuns.ts';
import type { BehindRun } from '#content/calls/behindRuns.ts';
import { narrate } from '#content/narrate.ts';
import { clampCursor, cursorOf, stepAt } from '#engine/cursor.ts';
import { useStage } from '#stores/stage.ts';
import type { CallsPlace } from '#stores/stage.ts';
import { changeCalls } from '#stores/calls.ts';
import type { StepId } from '#engine/trace.ts';
import { BehindStepper } from '#views/calls/BehindStepper.tsx';
import { BehindTable } from '#views/calls/BehindTable.tsx';

import { Announcer } from './Announcer.tsx';
import { withoutRun } from './callsRoute.ts';
import { formatRoute } from './route.ts';
import { useCommands } from './useCommands.ts';

/** What goes on behind the scenes: every row, or the run behind one. */
export function CallsBehind({ place }: { readonly place: CallsPlace }) {
  const row = BEHIND.find(({ id }) => id === place.run);
  const run = useMemo(() => row && behindRun(row.id), [row]);
  if (run) return <RunBehind place={place} run={run} />;
  return (
    <>
      {place.run !== undefined && (
        <p role="status">There is no run of this name to step through.</p>
      )}
      <BehindTable
        hrefOf={(id) => formatRoute({ place: { ...withoutRun(place), run: id } })}
        hasRun={hasRun}
      />
    </>
  );
}

/** Moves to a step; undefined is the start. */
const moveTo = (step: StepId | undefined): void =>
  useStage.setState(({ place }) => {
    if (place.page !== 'calls') return {};
    const { run, tab } = place;
    const kept = { ...(run !== undefined && { run }), ...(tab !== undefined && { tab }) };
    return { place: { ...withoutRun(place), ...kept, ...(step !== undefined && { step }) } };
  });

function RunBehind({ place, run }: { readonly place: CallsPlace; readonly run: BehindRun }) {
  const { trace } = run;
  const { cursor } = cursorOf(trace, place.step);
  const commands = useMemo(() => {
    const to = (next: number) => () => moveTo(stepAt(trace, clampCursor(trace, next))?.id);
    return {
      next: to(cursor + 1),
      back: to(cursor - 1),
      first: to(0),
      last: to(trace.steps.length),
    };
  }, [trace, cursor]);
  useCommands(commands);
  const step = stepAt(trace, cursor);
  return (
    <>
      <BehindStepper
        tab={place.tab}
        backHref={formatRoute({ place: withoutRun(place) })}
        onStep={moveTo}
        onTab={(tab) => changeCalls({ tab })}
        {...{ run, cursor }}
      />
      <Announcer sentence={step ? narrate(step, run).announcement : ''} />
    </>
  );
}
