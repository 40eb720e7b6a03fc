import type { Act } from '#engine/act.ts';
import { roleArn } from '#engine/arn.ts';
import { uniqueId } from '#engine/ids.ts';
import { promised } from '#engine/never.ts';
import { OUTSIDE_SERVICE } from '#engine/outside/service.ts';
import type { Statement } from '#engine/policy/document.ts';
import type { RoleSession } from '#engine/principal.ts';
import { findRole } from '#engine/world.ts';
import type { World } from '#engine/world.ts';

import type { Party } from '../scenario.ts';
import { document, policy } from '../scenarios/build.ts';
import type { Subject } from '../subjects/subject.ts';
import type { StsCall } from './callIds.ts';
import type { Choices } from './choices.ts';
import { HOME } from './compare.ts';
import { actOf } from './script.ts';
import { NOW, OTHER, OWN, REGION, ROLE_NAME, temporaryKey, tinyWorld } from './tinyWorld.ts';
import type { ServicePrincipal } from './tinyWorld.ts';

/** The two shapes of a run behind the scenes: somebody calls STS, or a service has done so and hands the session over. */

const AWS_STS: Party = { id: 'sts', name: 'AWS STS', spoken: 'AWS STS' };

/** How a workload comes by the session that a service has taken for it. */
export const HAND_OVER: Subject = {
  service: OUTSIDE_SERVICE,
  rules: {},
  says: ({ act }, { who, to }) =>
    act.kind === 'tell'
      ? {
          label: act.what,
          title: `${who} ${act.what}`,
          caption: `${who} has taken the role with AssumeRole and gives the session to ${to}.`,
          because:
            'The trust policy names the service. Its own call is made inside AWS; CloudTrail names the service as the caller.',
        }
      : undefined,
};

/** Whom a role trusts: a statement that allows. */
export type Trust = Omit<Statement, 'Effect'>;

export interface Played {
  readonly summary: string;
  readonly parties: readonly Party[];
  readonly world: World;
  readonly script: readonly Act[];
}

export const caller = (name: string, spoken = `the ${name}`): Party => ({
  id: 'caller',
  name,
  spoken,
});

/** Who the caller is, once it has the session. */
export const WHO: Act = {
  id: 'who-am-i',
  kind: 'sts:GetCallerIdentity',
  at: NOW,
  by: 'caller',
  to: 'sts',
  region: REGION,
  credentials: { issuedBy: 'call' },
};

/** A call as its caller makes it, and what follows. */
export function called(
  party: Party,
  call: StsCall,
  {
    summary,
    choices = {},
    next = [WHO],
    change = {},
    trust,
  }: {
    readonly summary: string;
    readonly choices?: Partial<Choices>;
    readonly next?: readonly Act[];
    readonly change?: object;
    /** Whom the role lets in, where a role is taken. */
    readonly trust?: Trust;
  },
): Played {
  const all = { ...HOME[call], ...choices };
  const act = promised(actOf(call, all), 'the caller of a row has something to send');
  return {
    summary,
    parties: [party, AWS_STS],
    world: trust ? trusting(tinyWorld(all), trust) : tinyWorld(all),
    script: [{ ...act, ...change }, ...next],
  };
}

/** The world in which the role of the other account lets in whom the row is about, and nobody else. */
function trusting(world: World, trust: Trust): World {
  const arn = roleArn(OTHER, ROLE_NAME);
  const role = promised(findRole(world, arn), 'the tiny world has the role');
  const trustPolicy = policy(`${ROLE_NAME}Trust`, 'trust', document({ Effect: 'Allow', ...trust }));
  const account = promised(world.accounts[OTHER], 'the tiny world has the account');
  const roles = { ...account.roles, [arn]: { ...role, trustPolicy } };
  return { ...world, accounts: { ...world.accounts, [OTHER]: { ...account, roles } } };
}

/** A service's session in the hands of its workload, and what follows. */
export function handed(
  service: Party,
  workload: Party,
  [name, sessionName]: readonly [ServicePrincipal, string],
  next: readonly Act[] = [WHO],
): Played {
  const role = roleArn(OWN, ROLE_NAME);
  const owner: RoleSession = {
    kind: 'role-session',
    role,
    roleId: uniqueId('AROA', OWN, role),
    sessionName,
    via: name === 'ec2.amazonaws.com' ? 'ec2' : 'service',
    sessionPolicies: [],
    tags: {},
    transitiveTagKeys: [],
  };
  const key = temporaryKey('call', owner);
  const world = tinyWorld({ caller: 'none', from: 'account', mfa: 'no' });
  return {
    summary: `${service.spoken} has taken the role with AssumeRole as ${name}, which nobody else can do. What can be seen begins where ${workload.spoken} gets the session.`,
    parties: [service, workload, AWS_STS],
    world: { ...world, accessKeys: { ...world.accessKeys, [key.id]: key } },
    script: [
      {
        id: 'hand-over',
        kind: 'tell',
        at: NOW,
        by: service.id,
        to: workload.id,
        what: 'gives it the role’s session',
        credentials: { keyId: key.id },
      },
      ...next.map((act) => withoutNeed(act, key.id)),
    ],
  };
}

/** An act that signs with a key by its id, where no act of the run issued it. */
const withoutNeed = (act: Act, keyId: ReturnType<typeof temporaryKey>['id']): Act =>
  'credentials' in act ? { ...act, credentials: { keyId } } : act;

export const service = (name: string, spoken = name): Party => ({ id: 'service', name, spoken });
