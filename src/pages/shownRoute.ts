import type { RawKnobs } from '#content/knob.ts';
import { formatLook, parseLook } from '#content/trial/look.ts';
import { COMPARED_RUNS, MODES } from '#stores/stage.ts';
import type { Kept, LabPlace } from '#stores/stage.ts';

/** How a run is shown, as links say it: its mode, what it is compared with, and what of it one looks at. */

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

const DAMAGED = 'A part of the link is damaged; it was left out.';

type Shown = Pick<LabPlace, 'mode' | 'was' | 'tab' | 'trial' | 'gate'>;

/** Reads how a run is shown; `kept` are the knobs of the run that it is compared with. */
export const readShown = (
  parameters: URLSearchParams,
  kept: RawKnobs,
  notices: string[],
): Shown => ({
  mode: readMode(parameters.get('mode'), notices),
  ...readKept(parameters, kept, notices),
  ...readTab(parameters.get('tab'), notices),
  ...readTrial(parameters.get('trial'), notices),
  ...readGate(parameters.get('gate'), notices),
});

/** Adds how a run is shown, without the knobs of the run that it is compared with. */
export function addShown(
  parameters: URLSearchParams,
  { mode, was, tab, trial, gate }: Shown,
): void {
  if (was?.closer) parameters.set('closer', was.closer);
  if (mode !== 'study') parameters.set('mode', mode);
  if (tab !== undefined) parameters.set('tab', tab);
  if (trial) parameters.set('trial', formatLook(trial));
  if (gate) parameters.set('gate', gate);
}

function readKept(
  parameters: URLSearchParams,
  knobs: RawKnobs,
  notices: string[],
): { readonly was?: Kept } {
  const was = parameters.get('was');
  if (was === null && Object.keys(knobs).length === 0) return {};
  const asked = parameters.get('closer');
  const closer = COMPARED_RUNS.find((name) => name === asked);
  if (asked !== null && !closer) notices.push(DAMAGED);
  return { was: { knobs, isEach: was === 'each', ...(closer && { closer }) } };
}

function readMode(asked: string | null, notices: string[]): LabPlace['mode'] {
  const mode = MODES.find((name) => name === asked);
  if (asked !== null && !mode) notices.push('The link asks for a mode that does not exist.');
  return mode ?? 'study';
}

function readTab(asked: string | null, notices: string[]): { readonly tab?: string } {
  if (asked === null) return {};
  if (NAME.test(asked)) return { tab: asked };
  notices.push(DAMAGED);
  return {};
}

function readTrial(asked: string | null, notices: string[]): Pick<LabPlace, 'trial'> {
  if (asked === null) return {};
  const trial = parseLook(asked);
  if (!trial) notices.push(DAMAGED);
  return trial ? { trial } : {};
}

function readGate(asked: string | null, notices: string[]): Pick<LabPlace, 'gate'> {
  if (asked === 'on' || asked === 'off') return { gate: asked };
  if (asked !== null) notices.push(DAMAGED);
  return {};
}
