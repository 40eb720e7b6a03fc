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

/** What is open of a run so far. */
function openedOf(run: string): Opened {
  const { opened } = useStage.getState();
  return opened?.run === run ? opened : { run, acts: [] };
}

/** Opens acts of a run, or single things asked of them; those of any other run are closed again. */
export function openActs(run: string, acts: readonly ActId[]): void {
  const before = openedOf(run);
  const all = [...new Set([...before.acts, ...acts])];
  if (all.length > before.acts.length) keep({ ...before, acts: all });
}

/** Remembers what was predicted where it counts for nothing; the first time holds. */
export function holdSaid(run: string, prediction: string, option: string): void {
  const before = openedOf(run);
  keep({ ...before, said: { [prediction]: option, ...before.said } });
}

/** Closes them all: a run begins that asks anew. What was said stays said. */
export function closeActs(): void {
  const { opened } = useStage.getState();
  if (opened) keep(opened.said && { ...opened, acts: [] });
}
