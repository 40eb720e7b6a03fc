import { narrate } from '#content/narrate.ts';
import { isAlike } from '#study/compare/parting.ts';

import { Announcer } from './Announcer.tsx';
import type { Comparison } from './useComparison.ts';

/** Says a row once: one sentence where the runs are alike, else what each of them does. */
export function ComparedAnnouncer({
  comparison: { scene, pairs, parting },
  isSilent,
}: {
  readonly comparison: Comparison;
  readonly isSilent: boolean;
}) {
  const { scenario, cursor } = scene;
  const pair = pairs[cursor - 1];
  const says = (step: (typeof scene.run.trace.steps)[number] | undefined): string =>
    step ? narrate(step, scenario).announcement : 'no such step.';
  const told = pair
    ? isAlike(pair, scenario)
      ? says(pair.now)
      : `Kept run: ${says(pair.was)} New run: ${says(pair.now)}`
    : '';
  const parts = parting && cursor === parting.index + 1 ? 'Here the runs part. ' : '';
  const sentence = pair ? `Step ${cursor} of ${pairs.length}. ${parts}${told}` : '';
  return <Announcer sentence={sentence} isSilent={isSilent} />;
}
