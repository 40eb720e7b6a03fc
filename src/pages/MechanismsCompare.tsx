import { COMPARISON } from '#content/mechanisms/compare.ts';
import type { CompareCell } from '#content/mechanisms/compareCell.ts';
import { REFLECTION } from '#content/mechanisms/proofs.ts';
import { STORY } from '#content/mechanisms/ways.ts';
import { SideBySide } from '#views/mechanisms/SideBySide.tsx';

import { formatRoute } from './route.ts';

/** The link to the step of the lab that shows something. */
const linkTo = ({ knobs, step }: NonNullable<CompareCell['shows']>): string =>
  formatRoute({
    place: {
      page: 'lab',
      lab: STORY.lab,
      scenario: STORY.id,
      step,
      knobs,
      mode: 'study',
      gate: 'off',
    },
  });

/** One job done in four ways, every outcome read from a run of the lab. */
export function MechanismsCompare() {
  return (
    <SideBySide
      reflection={REFLECTION}
      groups={COMPARISON}
      storyHref={formatRoute({
        place: { page: 'lab', lab: STORY.lab, scenario: STORY.id, knobs: {}, mode: 'study' },
      })}
      linkTo={linkTo}
    />
  );
}
