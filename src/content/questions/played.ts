import type { Scenario } from '../scenario.ts';
import { sevenDays } from '../scenarios/presigned/sevenDays.ts';
import { readyNow } from '../subjects/all.ts';

/** The scenarios that questions are about: no others are loaded with the questions. */
const PLAYED: readonly Scenario[] = [sevenDays].map(readyNow);

/** The scenario a question is about; undefined when it is not among the played ones. */
export const playedScenario = (lab: string, id: string): Scenario | undefined =>
  PLAYED.find((scenario) => scenario.lab === lab && scenario.id === id);
