import type { Scenario } from '../scenario.ts';
import { sevenDays } from './presigned/sevenDays.ts';

/** Every scenario at once, in the catalogue's order: for tests and for questions; the app loads one at a time. */
export const SCENARIOS: readonly Scenario[] = [sevenDays];

/** A scenario by lab and id; undefined when there is none. */
export const findScenario = (lab: string, id: string): Scenario | undefined =>
  SCENARIOS.find((scenario) => scenario.lab === lab && scenario.id === id);
