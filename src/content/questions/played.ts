import type { Scenario } from '../scenario.ts';
import { chainedHour } from '../scenarios/presigned/chainedHour.ts';
import { sevenDays } from '../scenarios/presigned/sevenDays.ts';
import { usedAgain } from '../scenarios/presigned/usedAgain.ts';
import { readyNow } from '../subjects/all.ts';

/** The scenarios that questions are about: no others are loaded with the questions. */
const PLAYED: readonly Scenario[] = [sevenDays, chainedHour, usedAgain].map(readyNow);

/** The scenario a question is about; undefined when it is not among the played ones. */
export const playedScenario = (lab: string, id: string): Scenario | undefined =>
  PLAYED.find((scenario) => scenario.lab === lab && scenario.id === id);
