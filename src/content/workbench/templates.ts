import { CALLER_ACCOUNT } from '#engine/policy/accessCase.ts';
import type { PolicyType, Statement } from '#engine/policy/document.ts';
import { formatPolicy } from '#engine/policy/format.ts';

/** What a new policy of each type begins with: a statement that AWS accepts there. */
const STATEMENTS: Record<PolicyType, Statement> = {
  identity: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  boundary: { Effect: 'Allow', Action: 's3:*', Resource: '*' },
  session: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  bucket: {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${CALLER_ACCOUNT}:root` },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::reports/*',
  },
  trust: {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${CALLER_ACCOUNT}:root` },
    Action: 'sts:AssumeRole',
  },
  'vpc-endpoint': { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' },
  'service-control': { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' },
  'resource-control': {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
  },
};

/** The text of a new policy. */
export const templateOf = (type: PolicyType): string =>
  formatPolicy({ Version: '2012-10-17', Statement: [STATEMENTS[type]] });
