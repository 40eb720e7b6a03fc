import type { Scenario } from '../scenario.ts';
import { sevenDays } from './presigned/sevenDays.ts';
import { assumeRoot } from './sts/assumeRoot.ts';
import { federationToken } from './sts/federationToken.ts';
import { oneHourChained } from './sts/oneHourChained.ts';
import { sessionPolicy } from './sts/sessionPolicy.ts';
import { sessionTags } from './sts/sessionTags.ts';
import { sessionTokenMfa } from './sts/sessionTokenMfa.ts';
import { sourceIdentity } from './sts/sourceIdentity.ts';
import { twelveHoursAsked } from './sts/twelveHoursAsked.ts';
import { whoAmI } from './sts/whoAmI.ts';
import { whyTemporary } from './sts/whyTemporary.ts';

/** Every scenario at once, in the catalogue's order: for tests and for questions; the app loads one at a time. */
export const SCENARIOS: readonly Scenario[] = [
  sevenDays,
  whyTemporary,
  whoAmI,
  twelveHoursAsked,
  oneHourChained,
  sessionPolicy,
  sessionTags,
  sourceIdentity,
  federationToken,
  sessionTokenMfa,
  assumeRoot,
];

/** A scenario by lab and id; undefined when there is none. */
export const findScenario = (lab: string, id: string): Scenario | undefined =>
  SCENARIOS.find((scenario) => scenario.lab === lab && scenario.id === id);
