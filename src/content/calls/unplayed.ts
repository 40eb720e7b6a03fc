import { roleArn } from '#engine/arn.ts';
import { promised } from '#engine/never.ts';
import { decide } from '#engine/policy/decide.ts';
import { seconds } from '#engine/time.ts';
import { findRole } from '#engine/world.ts';

import { spokenLength } from '../words.ts';
import type { OtherCall } from './callIds.ts';
import type { Choices } from './choices.ts';
import { CALL_FACTS, OTHER_FROM, OTHER_LENGTHS } from './facts.ts';
import { fits, unfit } from './fit.ts';
import type { Verdict } from './fit.ts';
import { OWN, ROLE_NAME, tinyWorld } from './tinyWorld.ts';
import type { ServicePrincipal } from './tinyWorld.ts';

/** The calls that the engine of STS does not play: those of other services, and those a service signs for itself. */

/** What becomes of a call that is not STS: who may make it is a fact. */
export function otherVerdict(call: OtherCall, choices: Choices, says: string): Verdict {
  const { from, lasts, mfa } = choices;
  const { shows = '' } = CALL_FACTS[call];
  const lengths = OTHER_LENGTHS[call];
  const { least, initial, most } = lengths;
  if (from !== OTHER_FROM[call]) return unfit(call, `It takes ${shows}, and the caller has none.`);
  if (call === 'CreateSession' && mfa === 'yes') {
    return unfit(call, 'A certificate stands for a machine; no parameter takes a code.');
  }
  const asked = lasts === 'default' ? initial : Number(lasts);
  if (asked >= least && asked <= most) return fits(call, says);
  const [shortest, longest] = [least, most].map((length) => spokenLength(seconds(length)));
  return unfit(call, `Its sessions last ${shortest} to ${longest}.`, lengths);
}

const SERVICE_ROLES = { source: 'iam.role-terms', basis: 'documented' } as const;

/** What becomes of AssumeRole by a service: it signs with keys that nobody sees, so the trust policy alone is asked. */
export function serviceVerdict(choices: Choices): Verdict {
  if (choices.target !== 'same-account') {
    const why = 'A service takes a role of the account it works in, for its own work there.';
    return unfit('AssumeRole', why, SERVICE_ROLES);
  }
  const says =
    'The trust policy names the service, and somebody passed the role to it with iam:PassRole.';
  return trustsService('lambda.amazonaws.com')
    ? fits('AssumeRole', says, SERVICE_ROLES)
    : unfit('AssumeRole', 'The role’s trust policy does not name the service.', SERVICE_ROLES);
}

/** Whether the trust policy of the role in the caller's account lets a service in. */
export function trustsService(name: ServicePrincipal): boolean {
  const world = tinyWorld({ caller: 'service', from: 'account', mfa: 'no' });
  const arn = roleArn(OWN, ROLE_NAME);
  const role = promised(findRole(world, arn), 'the tiny world has the role');
  const request = {
    principal: { kind: 'service', name },
    action: 'sts:AssumeRole',
    resource: arn,
    resourceAccount: OWN,
    resourcePolicy: role.trustPolicy,
    context: {},
  } as const;
  return decide(request, world).verdict === 'allow';
}
