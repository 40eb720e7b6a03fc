import { useMemo } from 'react';

import { stepEntries } from '#content/search/stepEntries.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Trace } from '#engine/trace.ts';
import { setOverlay } from '#stores/stage.ts';

import { SearchLayer } from './SearchLayer.tsx';
import type { Commands } from './useCommands.ts';

const share = (): void => setOverlay('share');

interface LabSearchProps {
  /** What may be seen of the run: it is all that search knows of it. */
  readonly trace: Trace;
  readonly cursor: Cursor;
  /** The story as it may be told. */
  readonly scenario: Scenario;
  readonly commands: Commands;
  /** Whether outcomes wait there. */
  readonly isGated: boolean;
}

/** Search in a lab: the steps of its run, and what can be done with it. */
export function LabSearch({ trace, cursor, scenario, commands, isGated }: LabSearchProps) {
  const steps = useMemo(() => stepEntries(trace, cursor, scenario), [trace, cursor, scenario]);
  const open = useMemo(() => {
    const { lab, id, title } = scenario;
    return { lab, id, title, isGated };
  }, [scenario, isGated]);
  return <SearchLayer onShare={share} {...{ commands, steps, open }} />;
}
