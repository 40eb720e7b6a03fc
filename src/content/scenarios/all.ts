import type { Scenario } from '../scenario.ts';
import { sevenDays } from './sevenDays.ts';

/** Every scenario, in the order a learner meets them. */
export const SCENARIOS: readonly Scenario[] = [sevenDays];

/** A scenario by lab and id; undefined when there is none. */
export const findScenario = (lab: string, id: string): Scenario | undefined =>
  SCENARIOS.find((scenario) => scenario.lab === lab && scenario.id === id);
