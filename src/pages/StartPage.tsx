import { Start } from '#views/start/Start.tsx';

import { LABS } from './labs.ts';
import { formatRoute } from './route.ts';

/** The start page: one click into the first scenario. */
export function StartPage() {
  const [lab] = LABS;
  if (!lab) return null;
  const place = {
    page: 'lab',
    lab: lab.id,
    scenario: lab.first.id,
    knobs: {},
    mode: 'study',
  } as const;
  return (
    <Start
      scenarioTitle={lab.first.title}
      scenarioHref={formatRoute({ place })}
      decidedHref={formatRoute({ place: { ...place, step: lab.first.decides } })}
      quizHref={formatRoute({ place: { page: 'quiz' } })}
    />
  );
}
