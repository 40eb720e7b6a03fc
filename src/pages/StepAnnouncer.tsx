import { narrate } from '#content/narrate.ts';
import { stepAt } from '#engine/cursor.ts';

import { Announcer } from './Announcer.tsx';
import type { Scene } from './useRun.ts';

/** Says the current step: one polite sentence, nothing at the start and nothing while a run plays. */
export function StepAnnouncer({
  scene: { scenario, run, cursor },
  isSilent,
}: {
  readonly scene: Scene;
  readonly isSilent: boolean;
}) {
  const step = stepAt(run.trace, cursor);
  const sentence = step
    ? `Step ${cursor} of ${run.trace.steps.length}. ${narrate(step, scenario).announcement}`
    : '';
  return <Announcer sentence={sentence} isSilent={isSilent} />;
}
