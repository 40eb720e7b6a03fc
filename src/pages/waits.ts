import { CATALOGUE } from '#content/scenarios/catalogue.ts';
import type { LabId } from '#content/scenario.ts';
import type { Settings } from '#platform/settings.ts';

/** Whether a run of a lab was seen to the end: the first one is an example. */
export const isKnown = (lab: string, seen: readonly string[]): boolean =>
  CATALOGUE.some((one) => one.lab === lab && seen.includes(one.id));

/** Whether outcomes wait in a lab, by what is kept: a link may say something else of its own run. */
export const waitsIn = (
  lab: LabId,
  { gate }: Pick<Settings, 'gate'>,
  seen: readonly string[],
): boolean => gate === 'on' || (gate === 'later' && isKnown(lab, seen));
