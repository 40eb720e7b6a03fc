import { accountOf, roleArn, userArn } from '#engine/arn.ts';
import type { AccountId } from '#engine/arn.ts';
import { secretAccessKey, sessionToken, uniqueId } from '#engine/ids.ts';
import type {
  OneOrMany,
  Policy,
  PolicyDocument,
  PolicyType,
  Statement,
} from '#engine/policy/document.ts';
import { after, hours } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import { emptyAccount } from '#engine/world.ts';
import type {
  AccessKey,
  Account,
  Bucket,
  LongTermKey,
  Role,
  TemporaryKey,
  User,
  World,
} from '#engine/world.ts';

/** The bricks of a scenario's world: each has what AWS gives it by itself, and takes what the story changes. */

/** A policy document of these statements. */
export const document = (...statements: readonly Statement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** A statement that allows these actions on these resources. */
export const allow = (
  action: OneOrMany,
  resource: OneOrMany,
  fields: Partial<Statement> = {},
): Statement => ({ Effect: 'Allow', Action: action, Resource: resource, ...fields });

/** A policy whose name is its id. */
export const policy = (id: string, type: PolicyType, content: PolicyDocument): Policy => ({
  id,
  name: id,
  type,
  document: content,
});

/** A user; `policies` are identity-based. */
export const user = (account: AccountId, name: string, fields: Partial<User> = {}): User => {
  const arn = userArn(account, name);
  return { arn, userId: uniqueId('AIDA', account, arn), policies: [], tags: {}, ...fields };
};

/** A role; sessions of it may last an hour, as where nobody set a maximum. */
export const role = (
  account: AccountId,
  name: string,
  fields: Partial<Role> & Pick<Role, 'trustPolicy'>,
): Role => {
  const arn = roleArn(account, name);
  return {
    arn,
    roleId: uniqueId('AROA', account, arn),
    policies: [],
    maxSessionDuration: hours(1),
    tags: {},
    ...fields,
  };
};

/** A user's long-term access key. */
export const userKey = ({ arn, userId }: User): LongTermKey => {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return {
    kind: 'long-term',
    id: uniqueId('AKIA', arn.split(':')[4] ?? '', name),
    secretAccessKey: secretAccessKey(name),
    owner: { kind: 'user', arn, userId },
    status: 'Active',
  };
};

/** The trust policy of a role: these AWS principals may assume it. */
export const trusting = (
  name: string,
  principals: OneOrMany,
  fields: Partial<Statement> = {},
): Policy =>
  policy(
    `${name}Trust`,
    'trust',
    document({
      Effect: 'Allow',
      Principal: { AWS: principals },
      Action: 'sts:AssumeRole',
      ...fields,
    }),
  );

/** The trust policy of a role that a service of AWS hands out: `lambda.amazonaws.com`. */
export const serviceTrust = (name: string, service: string): Policy =>
  policy(
    `${name}Trust`,
    'trust',
    document({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }),
  );

interface HandedOut {
  readonly from: Instant;
  readonly until: Instant;
  /** The name of the service on the timeline. */
  readonly by: string;
  readonly via?: 'ec2' | 'service';
  /** Tells credentials of one session apart. */
  readonly label?: string;
}

/** The credentials of a role that a service of AWS gave to what runs in it. */
export const serviceKey = (
  { arn, roleId }: Role,
  sessionName: string,
  { from, until, by, via = 'service', label = sessionName }: HandedOut,
): TemporaryKey => ({
  kind: 'temporary',
  id: uniqueId('ASIA', accountOf(arn), label),
  secretAccessKey: secretAccessKey(label),
  sessionToken: sessionToken(label),
  owner: {
    kind: 'role-session',
    role: arn,
    roleId,
    sessionName,
    via,
    sessionPolicies: [],
    tags: {},
    transitiveTagKeys: [],
  },
  issuedAt: from,
  expiresAt: until,
  issuedBy: by,
});

/** The credentials EC2 gave an instance for its role, good for six hours; those of one instance are told apart by `issuedBy`. */
export const instanceKey = (
  holder: Role,
  instance: `i-${string}`,
  from: Instant,
  issuedBy = 'ec2',
): TemporaryKey =>
  serviceKey(holder, instance, {
    from,
    until: after(from, hours(6)),
    by: issuedBy,
    via: 'ec2',
    label: issuedBy === 'ec2' ? instance : `${instance} ${issuedBy}`,
  });

interface AccountParts extends Partial<Omit<Account, 'users' | 'roles' | 'buckets'>> {
  readonly users?: readonly User[];
  readonly roles?: readonly Role[];
  readonly buckets?: readonly Bucket[];
}

/** An account with what is in it. */
export const account = (
  id: AccountId,
  name: string,
  region: string,
  { users = [], roles = [], buckets = [], ...fields }: AccountParts = {},
): Account => ({
  ...emptyAccount(id, name, region),
  ...fields,
  users: Object.fromEntries(users.map((one) => [one.arn, one])),
  roles: Object.fromEntries(roles.map((one) => [one.arn, one])),
  buckets: Object.fromEntries(buckets.map((one) => [one.name, one])),
});

/** A world of these accounts and keys at a moment. */
export const world = (
  now: Instant,
  accounts: readonly Account[],
  keys: readonly AccessKey[],
  fields: Partial<World> = {},
): World => ({
  now,
  clockSkew: {},
  accounts: Object.fromEntries(accounts.map((one) => [one.id, one])),
  accessKeys: Object.fromEntries(keys.map((one) => [one.id, one])),
  presignedUrls: {},
  ...fields,
});
