import { expect, test } from 'vitest';

import { roleArn } from '../arn.ts';
import type { Statement } from '../policy/document.ts';
import { simulate } from '../simulate.ts';
import { ACCOUNT, policyOf, REGION, START, WORLD } from '../testWorld.fixture.ts';
import { after, hours, minutes } from '../time.ts';
import type { World } from '../world.ts';
import type { AssumeRoleWithWebIdentity } from './acts.ts';
import { STS_SERVICE } from './service.ts';

/** Cognito needs no provider in the account, and STS keeps no list of audiences for it (IAM User Guide, roles for OIDC). */

const HOST = 'cognito-identity.amazonaws.com';
const GUEST = roleArn(ACCOUNT, 'Guest');
const GUESTS = 'arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy';

function worldTrusting(Condition: NonNullable<Statement['Condition']>): World {
  const trust = policyOf('GuestTrust', 'trust', {
    Effect: 'Allow',
    Principal: { Federated: HOST },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition,
  });
  const account = WORLD.accounts[ACCOUNT];
  if (!account) throw new Error('The test world has its account');
  const guest = {
    arn: GUEST,
    roleId: 'AROAGUEST',
    trustPolicy: trust,
    policies: [],
    maxSessionDuration: hours(1),
    tags: {},
  } as const;
  const roles = { ...account.roles, [GUEST]: guest };
  return { ...WORLD, accounts: { ...WORLD.accounts, [ACCOUNT]: { ...account, roles } } };
}

const assume = (fields: Partial<AssumeRoleWithWebIdentity> = {}): AssumeRoleWithWebIdentity => ({
  id: 'assume',
  kind: 'sts:AssumeRoleWithWebIdentity',
  at: START,
  by: 'app',
  to: 'sts',
  region: REGION,
  roleArn: GUEST,
  roleSessionName: 'guest',
  webIdentityToken: {
    issuer: `https://${HOST}`,
    subject: 'eu-central-1:guest',
    audience: 'eu-central-1:pool',
    issuedAt: START,
    expiresAt: after(START, minutes(10)),
    algorithm: 'RS512',
    signedBy: 'cognito',
    claims: { amr: ['unauthenticated'] },
  },
  ...fields,
});

const endOf = (audience: string) =>
  simulate(
    worldTrusting({ StringEquals: { [`${HOST}:aud`]: audience } }),
    [assume()],
    [STS_SERVICE],
  );

test.each([
  ['its own pool', 'eu-central-1:pool', 'granted', undefined],
  ['another pool', 'eu-central-1:other', 'refused', 'sts.federation-allowed'],
])('it leaves the audience to the trust policy: %s', (_, audience, kind, rule) => {
  const { outcomes, steps } = endOf(audience);
  expect(outcomes['assume']).toMatchObject({ kind, ...(rule !== undefined && { rule }) });
  expect(steps.map(({ id }) => id)).not.toContain('assume.token-audience');
});

test('it opens a guest’s session with the policy that Cognito passes', () => {
  const world = worldTrusting({ StringEquals: { [`${HOST}:aud`]: 'eu-central-1:pool' } });
  const { steps } = simulate(world, [assume({ policyArns: [GUESTS] })], [STS_SERVICE]);
  const [key] = Object.values(steps.at(-1)?.world.accessKeys ?? {}).filter(
    (each) => each.kind === 'temporary' && each.issuedBy === 'assume',
  );
  expect(key?.owner).toMatchObject({ sessionPolicies: [{ id: GUESTS }] });
});
