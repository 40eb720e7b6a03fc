import { Start } from '#views/start/Start.tsx';
import type { Door } from '#views/start/Start.tsx';

import { CALLS_START } from './callsRoute.ts';
import { LABS } from './labs.ts';
import { LAB_STORIES } from './labStories.ts';
import { formatRoute } from './route.ts';

const doors = (): readonly Door[] => [
  // The first lab has the button above.
  ...LABS.slice(1).map(({ id, title, first }) => ({
    href: formatRoute({
      place: { page: 'lab', lab: id, scenario: first, knobs: {}, mode: 'study' },
    }),
    title,
    says: LAB_STORIES[id].says,
  })),
  {
    href: formatRoute({ place: CALLS_START }),
    title: 'Which call?',
    says: 'Say who asks and what for: the calls that fit stay, the others say why not.',
  },
  {
    href: formatRoute({ place: { page: 'policies' } }),
    title: 'Policies',
    says: 'Paste policies and a request, and see the verdict gate by gate.',
  },
  {
    href: formatRoute({ place: { page: 'dissect' } }),
    title: 'Dissect',
    says: 'Paste a presigned URL or a form: what each part says, and when it dies.',
  },
  {
    href: formatRoute({ place: { page: 'microscope' } }),
    title: 'Microscope',
    says: 'Change one byte after signing, and see where the two signatures part.',
  },
  {
    href: formatRoute({ place: { page: 'be' } }),
    title: 'You are AWS',
    says: 'Take a request, make the checks yourself, and compare with what AWS does.',
  },
  {
    href: formatRoute({ place: { page: 'lesson' } }),
    title: 'Lessons',
    says: 'Classes of 15, 30 and 60 minutes for the projector, with notes and questions.',
  },
];

/** The start page: one click into the first scenario. */
export function StartPage() {
  const [lab] = LABS;
  if (!lab) return null;
  const story = LAB_STORIES[lab.id];
  const place = {
    page: 'lab',
    lab: lab.id,
    scenario: lab.first,
    knobs: {},
    mode: 'study',
  } as const;
  return (
    <Start
      scenarioTitle={story.title}
      scenarioHref={formatRoute({ place })}
      decidedHref={formatRoute({ place: { ...place, step: story.decides, gate: 'off' } })}
      doors={doors()}
      quizHref={formatRoute({ place: { page: 'quiz' } })}
    />
  );
}
