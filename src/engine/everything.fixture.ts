import type { Act } from './act.ts';
import { API_SERVICE } from './api/service.ts';
import { CHANGE_SERVICE } from './change/service.ts';
import { ROLES_ANYWHERE_SERVICE } from './rolesanywhere/service.ts';
import { S3_SERVICE } from './s3/service.ts';
import { SIGNIN_SERVICE } from './signin/service.ts';
import { simulate as simulateWith } from './simulate.ts';
import { STS_SERVICE } from './sts/service.ts';
import { TOOL_SERVICE } from './tool/service.ts';
import type { Trace } from './trace.ts';
import type { World } from './world.ts';

/** Test support, no part of the app: a run with every service there is. */

const SERVICES = [
  STS_SERVICE,
  S3_SERVICE,
  API_SERVICE,
  SIGNIN_SERVICE,
  CHANGE_SERVICE,
  ROLES_ANYWHERE_SERVICE,
  TOOL_SERVICE,
];

/** Plays a script with every service. */
export const simulate = (start: World, script: readonly Act[]): Trace =>
  simulateWith(start, script, SERVICES);
