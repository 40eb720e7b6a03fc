import type { Scenario } from '#content/scenario.ts';
import { loadOpened, saveOpened } from '#platform/opened.ts';
import type { Opened } from '#platform/opened.ts';
import type { ActId } from '#engine/act.ts';

import { useStage } from './stage.ts';

/** Acts whose outcome this visit has shown: they stay open while knobs are turned, until the run begins anew. */

/** The name of a run, whatever its setting. */
export const runName = ({ lab, id }: Pick<Scenario, 'lab' | 'id'>): string => `${lab}/${id}`;

let isRead = false;

/** Brings back what this tab had open, once. */
export function restoreOpened(): void {
  const opened = isRead || useStage.getState().opened ? undefined : loadOpened();
  isRead = true;
  if (opened) useStage.setState({ opened });
}

function keep(opened: Opened | undefined): void {
  useStage.setState(({ opened: _, ...stage }) => ({ ...stage, ...(opened && { opened }) }), true);
  saveOpened(opened);
}

/** Opens acts of a run, or single things asked of them; those of any other run are closed again. */
export function openActs(run: string, acts: readonly ActId[]): void {
  const { opened } = useStage.getState();
  const known = opened?.run === run ? opened.acts : [];
  const all = [...new Set([...known, ...acts])];
  if (all.length > known.length) keep({ run, acts: all });
}

/** Closes them all: a run begins that asks anew. */
export const closeActs = (): void => keep(undefined);
