import { objectArn, roleArn, userArn } from './arn.ts';
import type { RoleArn, UserArn } from './arn.ts';
import { secretAccessKey, sessionToken, uniqueId } from './ids.ts';
import type { Policy, PolicyType, Statement } from './policy/document.ts';
import type { Principal, RoleSession } from './principal.ts';
import { after, at, hours } from './time.ts';
import type { Account, Bucket, LongTermKey, Role, TemporaryKey, User, World } from './world.ts';
import { emptyAccount } from './world.ts';

/** Test support, no part of the app: a small world in which every call succeeds, and one-line changes to it. */

export const ACCOUNT = '111122223333';
export const PARTNER = '444455556666';
export const REGION = 'eu-central-1';
export const BUCKET = 'quarterly-reports';
export const KEY = 'report.pdf';
export const OBJECT = objectArn(BUCKET, KEY);
export const START = at('2026-01-15T12:00:00Z');
export const USER = userArn(ACCOUNT, 'build-server');
export const ROLE = roleArn(ACCOUNT, 'ReportReader');
export const PIPELINE = roleArn(ACCOUNT, 'Pipeline');
export const PARTNER_USER = userArn(PARTNER, 'auditor');

/** A policy of these statements. */
export const policyOf = (id: string, type: PolicyType, ...Statement: Statement[]): Policy => ({
  id,
  name: id,
  type,
  document: { Version: '2012-10-17', Statement },
});

/** A statement of an identity-based policy. */
export const says = (
  Effect: Statement['Effect'],
  Action: string | string[],
  Resource: string | string[] = '*',
): Statement => ({ Effect, Action, Resource });

/** A statement of a trust policy: these principals may, or may not, assume the role. */
export const trusts = (
  AWS: string | string[],
  Effect: Statement['Effect'] = 'Allow',
): Statement => ({
  Effect,
  Principal: { AWS },
  Action: 'sts:AssumeRole',
});

/** A long-term key that belongs to somebody. */
export const longTermKey = (label: string, owner: Principal, account = ACCOUNT): LongTermKey => ({
  kind: 'long-term',
  id: uniqueId('AKIA', account, label),
  secretAccessKey: secretAccessKey(label),
  owner,
  status: 'Active',
});

/** A temporary key that belongs to somebody, issued at the start for an hour. */
export const temporaryKey = (label: string, owner: Principal): TemporaryKey => ({
  kind: 'temporary',
  id: uniqueId('ASIA', ACCOUNT, label),
  secretAccessKey: secretAccessKey(label),
  sessionToken: sessionToken(label),
  owner,
  issuedAt: START,
  expiresAt: after(START, hours(1)),
  issuedBy: label,
});

/** Somebody who has assumed a role. */
export const sessionOf = (role: RoleArn, fields: Partial<RoleSession> = {}): RoleSession => ({
  kind: 'role-session',
  role,
  roleId: uniqueId('AROA', ACCOUNT, role),
  sessionName: 'nightly-build',
  via: 'AssumeRole',
  sessionPolicies: [],
  tags: {},
  transitiveTagKeys: [],
  ...fields,
});

const userOf = (account: string, arn: UserArn, ...policies: Policy[]): User => ({
  arn,
  userId: uniqueId('AIDA', account, arn),
  policies,
  tags: {},
});

const roleOf = (arn: RoleArn, trustPolicy: Policy, ...policies: Policy[]): Role => ({
  arn,
  roleId: uniqueId('AROA', ACCOUNT, arn),
  trustPolicy,
  policies,
  maxSessionDuration: hours(12),
  tags: {},
});

/** An IAM user as a caller. */
export const userPrincipal = (
  arn: UserArn,
  account = ACCOUNT,
): Extract<Principal, { kind: 'user' }> => ({
  kind: 'user',
  arn,
  userId: uniqueId('AIDA', account, arn),
});

export const USER_KEY = longTermKey('build-server', userPrincipal(USER));
export const PARTNER_KEY = longTermKey('auditor', userPrincipal(PARTNER_USER, PARTNER), PARTNER);
export const SESSION_KEY = temporaryKey('reader-session', sessionOf(ROLE));
export const PIPELINE_KEY = temporaryKey('pipeline-session', sessionOf(PIPELINE));

const OBJECTS = says(
  'Allow',
  ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
  objectArn(BUCKET, '*'),
);

const REPORTS: Account = {
  ...emptyAccount(ACCOUNT, 'reports', REGION),
  users: { [USER]: userOf(ACCOUNT, USER, policyOf('UserPolicy', 'identity', OBJECTS)) },
  roles: {
    [ROLE]: roleOf(
      ROLE,
      policyOf('ReaderTrust', 'trust', trusts([USER, PIPELINE])),
      policyOf('ReaderPolicy', 'identity', OBJECTS),
    ),
    [PIPELINE]: roleOf(PIPELINE, policyOf('PipelineTrust', 'trust', trusts(USER))),
  },
  buckets: {
    [BUCKET]: {
      name: BUCKET,
      region: REGION,
      objects: { [KEY]: { contentType: 'application/pdf', body: '%PDF-1.7 report' } },
    },
  },
};

const PARTNERS: Account = {
  ...emptyAccount(PARTNER, 'partner', REGION),
  users: {
    [PARTNER_USER]: userOf(
      PARTNER,
      PARTNER_USER,
      policyOf('AuditorPolicy', 'identity', OBJECTS, says('Allow', 'sts:AssumeRole', ROLE)),
    ),
  },
};

/** The world of the tests: a user and a role that may use one bucket, and a user of another account. */
export const WORLD: World = {
  now: START,
  clockSkew: {},
  accounts: { [ACCOUNT]: REPORTS, [PARTNER]: PARTNERS },
  accessKeys: Object.fromEntries(
    [USER_KEY, PARTNER_KEY, SESSION_KEY, PIPELINE_KEY].map((key) => [key.id, key]),
  ),
  presignedUrls: {},
};

type Edit<T> = (thing: T) => T;

const editAccount = (world: World, id: string, edit: Edit<Account>): World => {
  const account = world.accounts[id];
  if (!account) throw new Error(`The test world has no account ${id}`);
  return { ...world, accounts: { ...world.accounts, [id]: edit(account) } };
};

const edited = <T>(
  things: Readonly<Record<string, T>>,
  name: string,
  edit: Edit<T>,
): Record<string, T> => {
  const thing = things[name];
  if (!thing) throw new Error(`The test world has no ${name}`);
  return { ...things, [name]: edit(thing) };
};

/** The world with a user changed. */
export const withUser = (world: World, arn: UserArn, fields: Partial<User>): World =>
  editAccount(world, arn === PARTNER_USER ? PARTNER : ACCOUNT, (account) => ({
    ...account,
    users: edited(account.users, arn, (user) => ({ ...user, ...fields })),
  }));

/** The world with a role changed. */
export const withRole = (world: World, arn: RoleArn, fields: Partial<Role>): World =>
  editAccount(world, ACCOUNT, (account) => ({
    ...account,
    roles: edited(account.roles, arn, (role) => ({ ...role, ...fields })),
  }));

/** The world with the bucket changed. */
export const withBucket = (world: World, fields: Partial<Bucket>): World =>
  editAccount(world, ACCOUNT, (account) => ({
    ...account,
    buckets: edited(account.buckets, BUCKET, (bucket) => ({ ...bucket, ...fields })),
  }));

/** The world with a key added, or put in the place of the one with its id. */
export const withKey = (world: World, key: World['accessKeys'][string]): World => ({
  ...world,
  accessKeys: { ...world.accessKeys, [key.id]: key },
});

/** The world with both accounts in one organization, without control policies. */
export const inOneOrganization = (world: World): World => ({
  ...world,
  organization: {
    id: 'o-exampleorgid',
    managementAccount: '999999999999',
    root: {
      id: 'r-root',
      name: 'Root',
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      units: [],
      accounts: [ACCOUNT, PARTNER],
    },
  },
});
