import { nameOf, sessionArn } from '../arn.ts';
import { credentialsOf } from '../credentials.ts';
import type { Principal } from '../principal.ts';
import type { StsAct } from '../sts/acts.ts';
import { identityOf } from '../sts/identityProvider.ts';
import { nameQualifier } from '../sts/samlIdentity.ts';
import { parseSamlResponse, shortFormat } from '../sts/samlResponse.ts';
import type { TemporaryKey, World } from '../world.ts';
import { spokenMoment } from './record.ts';
import type { Fields } from './record.ts';

/** What a record of a call to STS shows of the answer: the key id and the token, never the secret key (sts.md 8.2). */

/** `responseElements` of a call that issued credentials; null for all others. */
export function responseElements(after: World, act: StsAct): Fields | null {
  const key = credentialsOf(after, { issuedBy: act.id });
  if (key?.kind !== 'temporary') return null;
  return {
    credentials: credentials(key),
    ...sessionFields(key.owner),
    ...federatedFields(after, act),
  };
}

const credentials = ({ id, sessionToken, expiresAt }: TemporaryKey): Fields => ({
  accessKeyId: id,
  sessionToken,
  expiration: spokenMoment(expiresAt),
});

function sessionFields(owner: Principal): Fields {
  if (owner.kind === 'role-session') {
    const { role, roleId, sessionName, sourceIdentity } = owner;
    return {
      assumedRoleUser: {
        assumedRoleId: `${roleId}:${sessionName}`,
        arn: sessionArn(role, sessionName),
      },
      sourceIdentity,
    };
  }
  if (owner.kind !== 'federated-user') return {};
  const federatedUserId = `${owner.arn.split(':')[4]}:${nameOf(owner.arn)}`;
  return { federatedUser: { federatedUserId, arn: owner.arn } };
}

function federatedFields(world: World, act: StsAct): Fields {
  if (act.kind === 'sts:AssumeRoleWithSAML') {
    const assertion = parseSamlResponse(act.sAMLAssertion);
    if (!assertion) return {};
    return {
      subject: assertion.subject,
      subjectType: shortFormat(assertion.subjectType),
      issuer: assertion.issuer,
      audience: assertion.recipient,
      nameQualifier: nameQualifier(assertion.issuer, act.principalArn),
    };
  }
  if (act.kind !== 'sts:AssumeRoleWithWebIdentity') return {};
  const identity = identityOf(world, act);
  return {
    subjectFromWebIdentityToken: identity?.principal.subject,
    provider: act.providerId ?? identity?.principal.provider,
    audience: identity?.audiences[0],
  };
}
