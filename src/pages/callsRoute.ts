import { CALLS_VIEWS, CHOICES, FIRST_CHOICES, SORTS } from '#content/calls/choices.ts';
import type { Choices } from '#content/calls/choices.ts';
import type { StepId } from '#engine/trace.ts';
import type { CallsPlace } from '#stores/stage.ts';

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

const UNKNOWN = 'The link asks for a choice that does not exist; the first one stands.';

const chosen = <T extends string>(
  options: readonly T[],
  asked: string | null,
  initial: T,
  notices: string[],
): T => {
  const found = options.find((option) => option === asked);
  if (asked !== null && found === undefined) notices.push(UNKNOWN);
  return found ?? initial;
};

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
  return {
    page: 'calls',
    view: found,
    choices: readChoices(parameters, notices),
    sort: chosen(SORTS, parameters.get('sort'), SORTS[0], notices),
    isFitting: chosen(['no', 'yes'], parameters.get('fitting'), 'no', notices) === 'yes',
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

function readChoices(parameters: URLSearchParams, notices: string[]): Choices {
  const read = <T extends string>(name: keyof Choices, options: readonly T[], initial: T): T =>
    chosen(options, parameters.get(name), initial, notices);
  return {
    caller: read('caller', CHOICES.caller, FIRST_CHOICES.caller),
    from: read('from', CHOICES.from, FIRST_CHOICES.from),
    target: read('target', CHOICES.target, FIRST_CHOICES.target),
    mfa: read('mfa', CHOICES.mfa, FIRST_CHOICES.mfa),
    lasts: read('lasts', CHOICES.lasts, FIRST_CHOICES.lasts),
  };
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
  const added: readonly (readonly [string, string | undefined])[] = [
    // The names of a record of choices are those of the choices.
    ...(Object.keys(CHOICES) as (keyof Choices)[]).map(
      (name) => [name, choices[name] === FIRST_CHOICES[name] ? undefined : choices[name]] as const,
    ),
    ['sort', sort === SORTS[0] ? undefined : sort],
    ['fitting', isFitting ? 'yes' : undefined],
    ['tab', tab],
  ];
  const said = added.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  if (said.length > 0) parameters.set('v', '1');
  for (const [name = '', value = ''] of said) parameters.set(name, value);
}
