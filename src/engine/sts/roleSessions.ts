import { accountOf, sessionArn } from '../arn.ts';
import type { AssumeRole } from '../act.ts';
import { promised } from '../never.ts';
import type { Federation, RoleSession } from '../principal.ts';
import { after } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Xml } from '../wire/xml.ts';
import { findRole } from '../world.ts';
import type { TemporaryKey } from '../world.ts';
import type { AssumeRoleWithSaml, AssumeRoleWithWebIdentity } from './acts.ts';
import { actionOf, callerKey } from './context.ts';
import type { RoleAct, StsContext } from './context.ts';
import { isChained, roleDuration } from './durations.ts';
import { identityOf } from './identityProvider.ts';
import type { FederatedAct, Identity } from './identityProvider.ts';
import { credentialsXml, issueKey, sourceIdentityXml, tokenSizeXml } from './issue.ts';
import type { Grant } from './issue.ts';
import { withUsedCode } from './mfa.ts';
import { nameQualifier } from './samlIdentity.ts';
import { shortFormat, parseSamlResponse } from './samlResponse.ts';
import { packedSizeXml, sessionPoliciesOf } from './sessionPolicies.ts';
import { sessionBaggage, sessionRequest } from './sessionRequest.ts';

/** What the three ways to assume a role give: a session of the role, and its credentials. */

interface Origin {
  readonly via: RoleSession['via'];
  readonly mfaAt?: Instant;
  readonly isChained?: boolean;
  readonly federation?: Federation;
}

function sessionKey(context: StsContext<RoleAct>, origin: Origin): TemporaryKey {
  const { world, act } = context;
  const role = promised(findRole(world, act.roleArn), 'the trust policy let somebody in');
  const { sessionName } = sessionRequest(act);
  return issueKey(world, act, {
    account: accountOf(role.arn),
    label: `${role.arn} ${sessionName}`,
    owner: {
      kind: 'role-session',
      role: role.arn,
      roleId: role.roleId,
      sessionName,
      ...origin,
      sessionPolicies: sessionPoliciesOf(world, act),
      ...sessionBaggage(context),
    },
    expiresAt: after(world.now, roleDuration(act, world.now)),
  });
}

function roleResult({ act }: StsContext<RoleAct>, { owner, ...key }: TemporaryKey): readonly Xml[] {
  const assumed = owner.kind === 'role-session' ? owner : undefined;
  const session = promised(assumed, `${actionOf(act)} issues role sessions`);
  return [
    [
      'AssumedRoleUser',
      [
        ['AssumedRoleId', `${session.roleId}:${session.sessionName}`],
        ['Arn', sessionArn(session.role, session.sessionName)],
      ],
    ],
    credentialsXml({ owner, ...key }),
    ...packedSizeXml(act),
    ...sourceIdentityXml(session.sourceIdentity),
    ...tokenSizeXml(act, { owner, ...key }),
  ];
}

/**
 * AssumeRole's session. A code that comes with the call leaves no trace in it; MFA of the caller's own session was seen
 * to go on (sts.md 4).
 */
export function grantAssumeRole(context: StsContext<AssumeRole>): Grant {
  const { owner } = callerKey(context);
  const mfaAt = 'mfaAt' in owner ? owner.mfaAt : undefined;
  const key = sessionKey(context, {
    via: 'AssumeRole',
    ...(isChained(owner) && { isChained: true }),
    ...(mfaAt !== undefined && { mfaAt }),
    ...('federation' in owner && owner.federation && { federation: owner.federation }),
  });
  return { key, result: roleResult(context, key), world: withUsedCode(context) };
}

const identity = ({ world, act }: StsContext<FederatedAct>): Identity =>
  promised(identityOf(world, act), 'sts.token-readable passed');

const federationOf = ({ principal, lastingKeys }: Identity): Federation => ({
  provider: principal.provider,
  keys: lastingKeys,
});

export function grantWithSaml(context: StsContext<AssumeRoleWithSaml>): Grant {
  const { act } = context;
  const assertion = promised(parseSamlResponse(act.sAMLAssertion), 'sts.token-readable passed');
  const key = sessionKey(context, {
    via: 'AssumeRoleWithSAML',
    federation: federationOf(identity(context)),
  });
  const result: readonly Xml[] = [
    ...roleResult(context, key),
    ['Subject', assertion.subject ?? ''],
    ['SubjectType', shortFormat(assertion.subjectType)],
    ['Issuer', assertion.issuer],
    // The Recipient, not the audience (AssumeRoleWithSAML, Audience).
    ['Audience', assertion.recipient],
    ['NameQualifier', nameQualifier(assertion.issuer, act.principalArn)],
  ];
  return { key, result };
}

export function grantWithWebIdentity(context: StsContext<AssumeRoleWithWebIdentity>): Grant {
  const { issuer, audiences, principal, ...told } = identity(context);
  const key = sessionKey(context, {
    via: 'AssumeRoleWithWebIdentity',
    federation: federationOf({ issuer, audiences, principal, ...told }),
  });
  const result: readonly Xml[] = [
    ...roleResult(context, key),
    ['SubjectFromWebIdentityToken', principal.subject],
    ['Provider', context.act.providerId ?? issuer],
    ['Audience', audiences[0] ?? ''],
  ];
  return { key, result };
}
