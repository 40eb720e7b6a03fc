import type { RuleId } from '#engine/rules.ts';

import type { SourceId } from '../sources.ts';

/** What AWS publishes of the order of its checks. Whatever no pair speaks of may come in any order. */

/** Two checks of which AWS says that one comes first. */
export interface OrderPair {
  readonly first: RuleId;
  readonly second: RuleId;
  /** One sentence. */
  readonly says: string;
  readonly source: SourceId;
}

/** Who proves who the caller is, and what its policies are asked after that, by service. */
const AUTHENTICATED: readonly {
  readonly by: readonly RuleId[];
  readonly asked: readonly RuleId[];
}[] = [
  {
    by: ['sts.signature-current', 'sts.caller-authenticated', 'sts.signature-matches'],
    asked: [
      'sts.assume-role-allowed',
      'sts.tag-session-allowed',
      'sts.source-identity-allowed',
      'sts.context-allowed',
      'sts.action-allowed',
      'sts.tag-token-allowed',
    ],
  },
  {
    by: ['s3.key-known', 's3.token-accepted', 's3.token-alive', 's3.signature-matches'],
    asked: ['s3.signer-allowed', 's3.kms-allowed'],
  },
  { by: ['api.key-known', 'api.token-alive'], asked: ['api.allowed'] },
  {
    by: ['rolesanywhere.signature-matches'],
    asked: [
      'rolesanywhere.assume-role-allowed',
      'rolesanywhere.tag-session-allowed',
      'rolesanywhere.source-identity-allowed',
    ],
  },
];

/** Every pair of checks whose order AWS publishes. */
export const DOCUMENTED_ORDER: readonly OrderPair[] = [
  ...AUTHENTICATED.flatMap(({ by, asked }) =>
    by.flatMap((first) =>
      asked.map((second): OrderPair => ({
        first,
        second,
        says: 'AWS authenticates the caller first and evaluates policies after that.',
        source: 'iam.evaluation',
      })),
    ),
  ),
  {
    first: 'rolesanywhere.signature-matches',
    second: 'rolesanywhere.path-trusted',
    says: 'Roles Anywhere verifies the signature first, and then the path to the trust anchor.',
    source: 'rolesanywhere.trust-model',
  },
];
