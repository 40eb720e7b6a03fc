import { LIMITS } from '#engine/policy/limits.ts';
import type { PolicyType } from '#engine/policy/document.ts';

import type { Written } from '../facts/tools.ts';
import type { Limit } from './limit.ts';
import { PUBLISHED } from './published.ts';

const documented = 'documented';
const quota = { source: 'iam.quotas', basis: documented } as const;

/** The length of a policy, as the engine’s parser counts it. */
const lengthOf = (type: PolicyType, name: string, written: Written, note?: string): Limit => ({
  id: `policy-${type}`,
  name,
  unit: 'characters',
  bounds: { max: LIMITS[type].characters },
  ...((note ?? (LIMITS[type].countsSpace ? undefined : 'white space is free')) !== undefined && {
    note: note ?? 'white space is free',
  }),
  ...written,
});

/** How long policies may be. */
export const POLICY_LIMITS: readonly Limit[] = [
  lengthOf('identity', 'Managed policy, also as a boundary', quota),
  {
    id: 'inline-role',
    name: 'All inline policies of a role',
    unit: 'characters',
    bounds: { max: PUBLISHED.inlineOfRole },
    ...quota,
  },
  {
    id: 'inline-group',
    name: 'All inline policies of a group',
    unit: 'characters',
    bounds: { max: PUBLISHED.inlineOfGroup },
    ...quota,
  },
  {
    id: 'inline-user',
    name: 'All inline policies of a user',
    unit: 'characters',
    bounds: { max: PUBLISHED.inlineOfUser },
    ...quota,
  },
  lengthOf('trust', 'Trust policy of a role', quota, 'adjustable; white space is free'),
  lengthOf('service-control', 'Service control policy', {
    source: 'orgs.scp-doubled',
    basis: 'observed',
  }),
  lengthOf('resource-control', 'Resource control policy', {
    source: 'orgs.quotas',
    basis: documented,
  }),
  {
    ...lengthOf('bucket', 'Bucket policy', { source: 's3.bucket-policy-size', basis: documented }),
    unit: 'bytes',
  },
  lengthOf('vpc-endpoint', 'Policy of a VPC endpoint', {
    source: 'vpc.endpoint-policies',
    basis: documented,
  }),
];
