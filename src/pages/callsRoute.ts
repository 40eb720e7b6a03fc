import { CALLS_VIEWS, CHOICES, FIRST_CHOICES, SORTS } from '#content/calls/choices.ts';
import type { StepId } from '#engine/trace.ts';
import type { CallsPlace } from '#stores/stage.ts';

import { addChoices, readChoices } from './choicesRoute.ts';

/** The link of the page "Which call?": `#/calls/<view>/<run>/<step>?v=1&…`, with the choices that are not the first. */

/** Where the page starts. */
export const CALLS_START: CallsPlace = {
  page: 'calls',
  view: 'choose',
  choices: FIRST_CHOICES,
  sort: SORTS[0],
  isFitting: false,
};

/** A place without the run that is open there. */
export const withoutRun = ({ page, view, choices, sort, isFitting }: CallsPlace): CallsPlace => ({
  page,
  view,
  choices,
  sort,
  isFitting,
});

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const STEP = /^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$/;

/** The choices of the case, and those of the comparison. */
const ALL = { ...CHOICES, sort: SORTS, fitting: ['no', 'yes'] } as const;
const FIRST = { ...FIRST_CHOICES, sort: SORTS[0], fitting: 'no' } as const;

/** Reads the path of a link and its parameters; undefined where it names no part of the page. */
export function readCalls(
  [page, view = 'choose', run, step, ...rest]: readonly string[],
  parameters: URLSearchParams,
  notices: string[],
): CallsPlace | undefined {
  const found = CALLS_VIEWS.find((each) => each === view);
  const isRun = run === undefined || (found === 'behind' && NAME.test(run));
  if (page !== 'calls' || !found || !isRun || rest.length > 0) return undefined;
  const tab = parameters.get('tab');
  const { sort, fitting, ...choices } = readChoices(ALL, FIRST, parameters, notices);
  return {
    page: 'calls',
    view: found,
    choices,
    sort,
    isFitting: fitting === 'yes',
    ...(run !== undefined && { run }),
    ...readStep(step, notices),
    ...(tab !== null && NAME.test(tab) && { tab }),
  };
}

function readStep(step: string | undefined, notices: string[]): { readonly step?: StepId } {
  if (step === undefined) return {};
  // The form is checked right here.
  if (STEP.test(step)) return { step: step as StepId };
  notices.push('The link names a step that cannot exist; the run is at its start.');
  return {};
}

/** Writes the path of a place on the page. */
export const callsPath = ({ view, run, step }: CallsPlace): string =>
  view === 'choose'
    ? 'calls'
    : ['calls', view, run, run === undefined ? undefined : step]
        .filter((part) => part !== undefined)
        .join('/');

/** Adds what was chosen, where it is not the first. */
export function addCalls(parameters: URLSearchParams, place: CallsPlace): void {
  const { choices, sort, isFitting, tab } = place;
  addChoices<typeof ALL>(parameters, FIRST, {
    ...choices,
    sort,
    fitting: isFitting ? 'yes' : 'no',
  });
  if (tab === undefined) return;
  parameters.set('v', '1');
  parameters.set('tab', tab);
}
