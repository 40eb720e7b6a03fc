import { ANYWHERE_LIMITS } from './anywhereLimits.ts';
import { CONSOLE_LIMITS } from './consoleLimits.ts';
import type { LimitGroup } from './limit.ts';
import { POLICY_LIMITS } from './policyLimits.ts';
import { STS_DURATIONS } from './stsLimits.ts';
import { STS_SIZES } from './stsSizeLimits.ts';
import { URL_LIMITS } from './urlLimits.ts';

/** The whole cheat sheet, in the order it is printed. */
export const LIMIT_GROUPS: readonly LimitGroup[] = [
  { id: 'sts', title: 'AWS STS', limits: [...STS_DURATIONS, ...STS_SIZES] },
  { id: 'presigned', title: 'Presigned URLs and S3', limits: URL_LIMITS },
  { id: 'rolesanywhere', title: 'IAM Roles Anywhere', limits: ANYWHERE_LIMITS },
  { id: 'policies', title: 'Lengths of policies', limits: POLICY_LIMITS },
  { id: 'console', title: 'Console, Identity Center, Cognito', limits: CONSOLE_LIMITS },
];
