import { nameOf } from '../arn.ts';
import { accountInKeyId, requestId } from '../ids.ts';
import { promised } from '../never.ts';
import { findKnownRole, findKnownUser } from '../policy/holders.ts';
import { organizationPath } from '../policy/organization.ts';
import { principalArn } from '../principal.ts';
import type { Principal, Tags } from '../principal.ts';
import { after, isoDate } from '../time.ts';
import type { World } from '../world.ts';
import type {
  DecodeAuthorizationMessage,
  GetAccessKeyInfo,
  GetCallerIdentity,
  GetWebIdentityToken,
  IdentityToken,
  Json,
} from './acts.ts';
import { knownIssuer } from './answerRules.ts';
import { decodeMessage } from './authorizationMessage.ts';
import { callerAccount, callerKey, servingRegion } from './context.ts';
import type { StsContext } from './context.ts';
import type { Grant } from './issue.ts';
import { TOKEN_DURATION } from './limits.ts';
import { claimsOf, formatWebToken } from './webToken.ts';

/** What the four operations answer that issue no credentials. */

/** A caller's unique id (IAM User Guide, policy variables: aws:userid). */
function userIdOf(principal: Principal): string {
  switch (principal.kind) {
    case 'root':
    case 'root-session':
      return principal.account;
    case 'user':
    case 'user-session':
      return principal.userId;
    case 'role-session':
      return `${principal.roleId}:${principal.sessionName}`;
    case 'federated-user':
      return `${principal.arn.split(':')[4]}:${nameOf(principal.arn)}`;
    case 'saml-identity':
    case 'web-identity':
    case 'service':
    case 'anonymous':
      return '';
  }
}

export function grantCallerIdentity(context: StsContext<GetCallerIdentity>): Grant {
  const { owner } = callerKey(context);
  return {
    result: [
      ['Arn', principalArn(owner) ?? ''],
      ['UserId', userIdOf(owner)],
      ['Account', callerAccount(context)],
    ],
  };
}

export const grantAccessKeyInfo = ({ act }: StsContext<GetAccessKeyInfo>): Grant => ({
  result: [['Account', promised(accountInKeyId(act.accessKeyId), 'sts.key-known passed')]],
});

export function grantDecodedMessage({ act }: StsContext<DecodeAuthorizationMessage>): Grant {
  const message = promised(decodeMessage(act.encodedMessage), 'sts.message-decodable passed');
  return {
    result: [['DecodedMessage', message]],
    artifacts: [
      { kind: 'message', text: JSON.stringify(JSON.parse(message) as Json, undefined, 2) },
    ],
  };
}

/** The tags a principal brings: a user's own, a role's with the session's over them. */
function tagsOf(world: World, principal: Principal): Tags {
  if (principal.kind === 'user') return findKnownUser(world, principal.arn)?.tags ?? {};
  if (principal.kind !== 'role-session') return {};
  return { ...findKnownRole(world, principal.role)?.tags, ...principal.tags };
}

/** The token of outbound federation: its subject is the user or the role, not the session (IAM User Guide, token claims). */
export function grantWebIdentityToken(context: StsContext<GetWebIdentityToken>): Grant {
  const { world, act } = context;
  const { owner } = callerKey(context);
  const issuer = knownIssuer(context);
  const expiresAt = after(world.now, act.durationSeconds ?? TOKEN_DURATION);
  const { organization } = world;
  const path = organization && organizationPath(organization, callerAccount(context));
  const told: Json = {
    aws_account: callerAccount(context),
    source_region: servingRegion(act),
    ...(organization &&
      path && {
        org_id: organization.id,
        ou_path: [`${[organization.id, ...path.map(({ id }) => id)].join('/')}/`],
      }),
    principal_tags: tagsOf(world, owner),
    request_tags: Object.fromEntries((act.tags ?? []).map(({ key, value }) => [key, value])),
  };
  const token: IdentityToken = {
    issuer,
    subject: owner.kind === 'role-session' ? owner.role : (principalArn(owner) ?? ''),
    audience: act.audience.length === 1 ? (act.audience[0] ?? '') : act.audience,
    issuedAt: world.now,
    expiresAt,
    algorithm: act.signingAlgorithm,
    signedBy: issuer,
    claims: { jti: requestId(`token ${act.id}`), 'https://sts.amazonaws.com/': told },
  };
  return {
    result: [
      ['WebIdentityToken', formatWebToken(token)],
      ['Expiration', isoDate(expiresAt)],
    ],
    artifacts: [{ kind: 'claims', text: JSON.stringify(claimsOf(token), undefined, 2) }],
  };
}
