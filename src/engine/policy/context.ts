import { accountOf, nameOf } from '../arn.ts';
import { principalAccount } from '../principal.ts';
import type { Principal, Tags } from '../principal.ts';
import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { World } from '../world.ts';
import type { AccessRequest } from './decide.ts';
import { findKnownRole, findKnownUser } from './holders.ts';
import { organizationPath } from './organization.ts';
import { byKind } from './principalKinds.ts';
import type { ByKind } from './principalKinds.ts';

/** Condition keys by name, in any case; a list is a multi-valued key. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** The condition keys of one request, asked for in lower case: key names ignore case. */
export interface Context {
  readonly get: (key: string) => string | readonly string[] | undefined;
}

type Entry = readonly [key: string, value: string | readonly string[] | undefined];

/** The keys a policy can ask for; those that follow from the world are worked out when the first is asked for. */
export function contextOf(request: AccessRequest, world: World): Context {
  const given = collected(Object.entries(request.context));
  let derived: ReadonlyMap<string, string | readonly string[]> | undefined;
  return {
    get: (key) => given.get(key) ?? (derived ??= derivedKeys(request, world)).get(key),
  };
}

/** Every key that follows from principal, resource and time, in lower case (IAM User Guide, global condition keys). */
export function derivedKeys(
  { principal, resource, resourceAccount }: AccessRequest,
  world: World,
): ReadonlyMap<string, string | readonly string[]> {
  return collected([
    ...byKind(IDENTITY_KEYS, principal),
    ...accountKeys('Principal', principalAccount(principal), world),
    ...accountKeys('Resource', resourceAccount, world),
    ...mfaKeys(principal, world.now),
    ...tagKeys('aws:PrincipalTag', principalTags(principal, world)),
    ...['aws:ResourceTag', 'iam:ResourceTag'].flatMap((key) =>
      tagKeys(key, resourceTags(principal, resource, world)),
    ),
    ['aws:CurrentTime', isoDate(world.now)],
    ['aws:EpochTime', String(Math.floor(world.now / 1000))],
    ['aws:ViaAWSService', 'false'],
  ]);
}

function collected(entries: readonly Entry[]): ReadonlyMap<string, string | readonly string[]> {
  const keys = new Map<string, string | readonly string[]>();
  for (const [key, value] of entries) {
    if (value !== undefined) keys.set(key.toLowerCase(), value);
  }
  return keys;
}

const person = (arn: string, type: string, userId: string): readonly Entry[] => [
  ['aws:PrincipalArn', arn],
  ['aws:PrincipalType', type],
  ['aws:userid', userId],
  ['aws:PrincipalIsAWSService', 'false'],
];

const root = ({ account }: { readonly account: string }): readonly Entry[] =>
  person(`arn:aws:iam::${account}:root`, 'Account', account);

const user = ({
  arn,
  userId,
}: {
  readonly arn: string;
  readonly userId: string;
}): readonly Entry[] => [...person(arn, 'User', userId), ['aws:username', nameOf(arn)]];

// Who calls: the table of principal values (IAM User Guide, policy variables; sts.md 3.3).
const IDENTITY_KEYS: ByKind<readonly Entry[]> = {
  root,
  'root-session': ({ account, sessionPolicies, sourceIdentity }) => [
    ...root({ account }),
    // Only AssumeRoot gives a root session a policy.
    ['aws:AssumedRoot', sessionPolicies && 'true'],
    ['aws:SourceIdentity', sourceIdentity],
  ],
  user,
  'user-session': user,
  'role-session': ({ role, roleId, sessionName, sourceIdentity, federation }) => [
    ['aws:FederatedProvider', federation?.provider],
    ...Object.entries(federation?.keys ?? {}),
    // The role with its path, not the session (IAM User Guide, aws:PrincipalArn).
    ...person(role, 'AssumedRole', `${roleId}:${sessionName}`),
    ['aws:SourceIdentity', sourceIdentity],
  ],
  'federated-user': ({ arn, sourceIdentity }) => [
    ...person(arn, 'FederatedUser', `${arn.split(':')[4]}:${nameOf(arn)}`),
    ['aws:SourceIdentity', sourceIdentity],
  ],
  'saml-identity': ({ provider, subject }) => [
    ['aws:FederatedProvider', provider],
    ['saml:doc', `${accountOf(provider)}/${nameOf(provider)}`],
    ['saml:sub', subject],
  ],
  'web-identity': ({ provider, subject }) => [
    ['aws:FederatedProvider', provider],
    [subjectKey(provider), subject],
  ],
  service: ({ name }) => [
    ['aws:PrincipalIsAWSService', 'true'],
    ['aws:PrincipalServiceName', name],
  ],
  anonymous: () => [
    ['aws:PrincipalType', 'Anonymous'],
    ['aws:userid', 'anonymous'],
  ],
};

// Two built-in issuers have names of their own for it (IAM User Guide, IAM condition keys; sts.md 5.8).
const SUBJECT_NAMES: ReadonlyMap<string, string> = new Map([
  ['www.amazon.com', 'user_id'],
  ['graph.facebook.com', 'id'],
]);

/** The condition key that holds the subject of an OIDC token: the issuer without its scheme, a colon, the claim. */
function subjectKey(provider: string): string {
  const issuer = provider.replace(/^arn:.*?:oidc-provider\//, '');
  return `${issuer}:${SUBJECT_NAMES.get(issuer) ?? 'sub'}`;
}

/** An account and its place in the organization; the management account counts too (IAM User Guide, aws:PrincipalOrgID). */
function accountKeys(
  side: 'Principal' | 'Resource',
  account: string | undefined,
  world: World,
): readonly Entry[] {
  if (!account) return [];
  const { organization } = world;
  const path = organization && organizationPath(organization, account);
  const steps = path?.map(({ id }) => id) ?? [];
  return [
    [`aws:${side}Account`, account],
    [`aws:${side}OrgID`, path && organization.id],
    [`aws:${side}OrgPaths`, path && [`${[organization.id, ...steps].join('/')}/`]],
  ];
}

/** Absent for long-term keys, present with temporary ones (IAM User Guide, aws:MultiFactorAuthPresent). */
function mfaKeys(principal: Principal, now: Instant): readonly Entry[] {
  if (!isTemporary(principal)) return [];
  const { mfaAt } = principal;
  if (mfaAt === undefined) return [['aws:MultiFactorAuthPresent', 'false']];
  return [
    ['aws:MultiFactorAuthPresent', 'true'],
    ['aws:MultiFactorAuthAge', String(Math.floor((now - mfaAt) / 1000))],
  ];
}

const TEMPORARY = ['user-session', 'root-session', 'role-session', 'federated-user'] as const;

const isTemporary = (
  principal: Principal,
): principal is Extract<Principal, { readonly kind: (typeof TEMPORARY)[number] }> =>
  (TEMPORARY as readonly string[]).includes(principal.kind);

const tagKeys = (key: string, tags: Tags): readonly Entry[] =>
  Object.entries(tags).map(([name, value]) => [`${key}/${name}`, value]);

/** A user's tags, or a role's with the session's over them (IAM User Guide, session tags). */
function principalTags(principal: Principal, world: World): Tags {
  if (principal.kind === 'user' || principal.kind === 'user-session') {
    return findKnownUser(world, principal.arn)?.tags ?? {};
  }
  if (principal.kind === 'role-session') {
    return overlaid(findKnownRole(world, principal.role)?.tags ?? {}, principal.tags);
  }
  if (principal.kind !== 'federated-user') return {};
  return overlaid(findKnownUser(world, principal.user)?.tags ?? {}, principal.tags);
}

/** The tags of the user or role acted on; a transitive tag of the caller stands in for the role's own. */
function resourceTags(principal: Principal, resource: string, world: World): Tags {
  const role = findKnownRole(world, resource);
  if (!role) return findKnownUser(world, resource)?.tags ?? {};
  if (principal.kind !== 'role-session') return role.tags;
  const transitive = new Set(principal.transitiveTagKeys.map((key) => key.toLowerCase()));
  const inherited = Object.entries(principal.tags).filter(([key]) =>
    transitive.has(key.toLowerCase()),
  );
  return overlaid(role.tags, Object.fromEntries(inherited));
}

/** Tags with others over them; keys are compared without case. */
function overlaid(under: Tags, over: Tags): Tags {
  const taken = new Set(Object.keys(over).map((key) => key.toLowerCase()));
  const kept = Object.entries(under).filter(([key]) => !taken.has(key.toLowerCase()));
  return Object.fromEntries([...kept, ...Object.entries(over)]);
}
