import { CALLS } from '#content/calls/callIds.ts';
import { CALL_FACTS } from '#content/calls/facts.ts';
import { COMMAND_PLACES } from '#content/commands/commandPlaces.ts';
import { TOOL_WORDS } from '#content/commands/toolWords.ts';
import { CORRECTIONS } from '#content/facts/corrections.ts';
import type { Shown } from '#content/facts/correction.ts';
import { GLOSSARY } from '#content/glossary/glossary.ts';
import { LIMIT_GROUPS } from '#content/limits/all.ts';
import { sayBounds, sayStandard } from '#content/limits/sayLimit.ts';
import type { Limit } from '#content/limits/limit.ts';
import { NO_CLUES } from '#content/mechanisms/clues.ts';
import { LISTED_RULES, SERVICE_NAMES } from '#content/ruleSteps/listRules.ts';
import { codesOf } from '#content/ruleSteps/ruleSteps.ts';
import { CATALOGUE, findListed } from '#content/scenarios/catalogue.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { SCENARIO_WORDS } from '#content/search/scenarioWords.ts';
import { TRAPS } from '#content/traps.ts';
import type { Place } from '#stores/stage.ts';
import type { Found } from '#views/palette/Palette.tsx';

import { CALLS_START } from './callsRoute.ts';
import { FACTS_START } from './factsRoute.ts';
import { LABS } from './labs.ts';
import { formatRoute } from './route.ts';

/** A place that search leads to. */
export interface PlaceFound extends Found {
  readonly href: string;
  /** The story that it names, and its words with another title: its own may tell the end. */
  readonly story?: Listed;
  readonly renamed?: (title: string) => Partial<Found>;
}

const hrefOf = (place: Place): string => formatRoute({ place });

const stepHref = ({ lab, scenario, step, knobs }: Shown): string =>
  hrefOf({ page: 'lab', lab, scenario, step, knobs, mode: 'study', gate: 'off' });

const factsHref = (view: 'rules' | 'limits' | 'glossary', find: string): string =>
  hrefOf({ ...FACTS_START, view, find });

const PAGES: readonly (readonly [title: string, note: string, place: Place, also?: string])[] = [
  ['Start', 'Where a first visit begins.', { page: 'start' }, 'home'],
  ['Which call?', 'Which operation of STS fits a need.', CALLS_START, 'operations compare'],
  [
    'Policies',
    'Any policies and any request, decided gate by gate.',
    { page: 'policies' },
    'workbench evaluate IAM',
  ],
  [
    'Which mechanism?',
    'Which way to AWS credentials fits whom.',
    { page: 'mechanisms', view: 'choose', clues: NO_CLUES },
    'Roles Anywhere SAML OIDC Cognito compare',
  ],
  ['Dissect', 'A presigned URL or form, part by part.', { page: 'dissect' }, 'paste link'],
  [
    'Certificates',
    'A chain on trial before IAM Roles Anywhere.',
    { page: 'certificates' },
    'chain x509',
  ],
  [
    'Microscope',
    'A signature as its signer and its verifier derive it.',
    { page: 'microscope' },
    'SigV4',
  ],
  [
    'Lessons',
    'Classes of 15, 30 and 60 minutes, with notes, and your own.',
    { page: 'lesson' },
    'teach present playlist instructor',
  ],
  ['Facts', 'Beliefs that are corrected, each with its source.', FACTS_START, 'beliefs'],
  [
    'Longest life by signer',
    'How long a presigned URL lives.',
    { ...FACTS_START, view: 'lives' },
    'facts maximum expiry presigned URL lasts',
  ],
  [
    'Default by tool',
    'What each tool writes by itself.',
    { ...FACTS_START, view: 'tools' },
    'SDK CLI boto3 expiry',
  ],
  [
    'Limits on one page',
    'Every duration, limit and default.',
    { ...FACTS_START, view: 'limits' },
    'cheat sheet print',
  ],
  [
    'Every rule',
    'What the simulator checks, with sources and runs.',
    { ...FACTS_START, view: 'rules' },
    'facts',
  ],
  [
    'Glossary',
    'The words of the subject, explained.',
    { ...FACTS_START, view: 'glossary' },
    'terms',
  ],
  ['Quiz', 'Questions whose keys the engine computes.', { page: 'quiz' }, 'practice questions'],
  [
    'You are AWS',
    'Make the checks of STS, S3 and Roles Anywhere yourself.',
    { page: 'be' },
    'be judge decide practice',
  ],
  [
    'Progress',
    'What was answered, by skill and trap.',
    { page: 'quiz', view: 'progress' },
    'quiz map',
  ],
  [
    'Predictions',
    'What does a story come to with other settings? Questions without end.',
    { page: 'quiz', view: 'predict' },
    'predict first gate quiz',
  ],
  [
    'Exam',
    'Questions against the clock.',
    { page: 'quiz', view: 'exam', exam: { kind: 'start', size: 65 } },
    'quiz test SCS-C03',
  ],
  [
    'In class',
    'A question on the projector, voted on twice.',
    { page: 'quiz', view: 'class' },
    'vote peer instruction projector',
  ],
  [
    'For instructors',
    'Questions for Moodle, Anki or paper, and your own.',
    { page: 'quiz', view: 'teach' },
    'GIFT XML export import',
  ],
];

const pages = (): readonly PlaceFound[] =>
  PAGES.map(([title, note, place, also = '']) => ({
    id: `page ${title}`,
    group: 'Pages',
    title,
    note,
    also,
    href: hrefOf(place),
  }));

const scenarios = (): readonly PlaceFound[] =>
  CATALOGUE.map((story) => ({
    id: `scenario ${story.lab} ${story.id}`,
    group: 'Scenarios',
    title: story.title,
    story,
    renamed: (other) => ({ title: other }),
    note: `${LABS.find((one) => one.id === story.lab)?.title ?? story.lab} · ${story.group}`,
    also: `${story.id} ${SCENARIO_WORDS[`${story.lab}/${story.id}`] ?? ''}`,
    href: hrefOf({ page: 'lab', lab: story.lab, scenario: story.id, knobs: {}, mode: 'study' }),
  }));

const rules = (): readonly PlaceFound[] =>
  LISTED_RULES.map(({ id, name, service, statement }) => ({
    id: `rule ${id}`,
    group: 'Rules',
    title: `${SERVICE_NAMES[service]}: ${name}`,
    note: statement,
    also: `${id} ${codesOf(id)}`,
    href: factsHref('rules', id),
  }));

const traps = (): readonly PlaceFound[] =>
  Object.entries(TRAPS).map(([trap, title]) => ({
    id: `trap ${trap}`,
    group: 'Traps of the exam',
    title,
    also: `${trap} questions`,
    href: hrefOf({ page: 'quiz', selection: { trap } }),
  }));

const beliefs = (): readonly PlaceFound[] =>
  CORRECTIONS.flatMap(({ rows }) =>
    rows.map(({ id, often, does, shown }) => ({
      id: `belief ${id}`,
      group: 'Facts',
      title: does,
      note: `Often written and wrong: “${often}”`,
      also: 'belief',
      href: shown ? stepHref(shown) : hrefOf(FACTS_START),
    })),
  );

const amount = ({ bounds, standard, unit }: Limit): string =>
  [bounds && sayBounds(bounds, unit), standard && `left out: ${sayStandard(standard, unit)}`]
    .filter(Boolean)
    .join(' · ');

const limits = (): readonly PlaceFound[] =>
  LIMIT_GROUPS.flatMap(({ title, limits: all }) =>
    all.map((limit) => ({
      id: `limit ${limit.id}`,
      group: 'Limits',
      title: limit.name,
      note: `${title}: ${amount(limit)}`,
      also: `${limit.note ?? ''} ${limit.unit === 'seconds' ? 'duration shortest longest' : 'size'} minimum maximum default`,
      href: factsHref('limits', limit.name),
    })),
  );

const terms = (): readonly PlaceFound[] =>
  GLOSSARY.map(({ id, name, says, also = [] }) => ({
    id: `term ${id}`,
    group: 'Words',
    title: name,
    note: says,
    also: also.join(' '),
    href: factsHref('glossary', name),
  }));

const calls = (): readonly PlaceFound[] =>
  CALLS.map((call) => ({
    id: `call ${call}`,
    group: 'Calls',
    title: call,
    note: `It gives ${CALL_FACTS[call].gives}.`,
    also: CALL_FACTS[call].shows ?? '',
    href: hrefOf({ ...CALLS_START, view: 'compare' }),
  }));

const commandLines = (): readonly PlaceFound[] =>
  COMMAND_PLACES.map(({ name, tool, also, lab, scenario, step }) => {
    const story = findListed(lab, scenario);
    const noteWith = (title: string) => ({ note: `${TOOL_WORDS[tool]} · ${title}` });
    return {
      id: `line ${name}`,
      group: 'Command lines',
      title: name,
      ...noteWith(story?.title ?? scenario),
      ...(story && { story, renamed: noteWith }),
      also,
      href: hrefOf({
        page: 'lab',
        lab,
        scenario,
        step,
        knobs: {},
        mode: 'study',
        tab: `command-with-${tool}`,
      }),
    };
  });

/** Everything that search leads to, but for what belongs to the page one is on. */
export const PLACES: readonly PlaceFound[] = [
  ...pages(),
  ...scenarios(),
  ...calls(),
  ...commandLines(),
  ...rules(),
  ...terms(),
  ...traps(),
  ...beliefs(),
  ...limits(),
];
