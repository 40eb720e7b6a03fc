import { nameOf, parseArn } from '#engine/arn.ts';
import type { Change } from '#engine/act.ts';
import type {
  BucketChange,
  IdentityChange,
  KeyChange,
  SettingChange,
  WorldChange,
} from '#engine/change/worldChange.ts';
import { promised } from '#engine/never.ts';
import { principalArn } from '#engine/principal.ts';
import type { Tags } from '#engine/principal.ts';
import { findBucket } from '#engine/world.ts';
import type { World } from '#engine/world.ts';
import { GLOBAL_REGION } from '#engine/regions.ts';

import type { ApiOperation, Value } from './apiOperation.ts';
import { cliText } from './awsCli.ts';
import { boto3Text } from './boto3.ts';
import type { Commands } from './command.ts';
import {
  deleteAllInline,
  iam,
  organizationOperations,
  POLICY_ID,
  policyOperations,
  putInline,
} from './policyOperations.ts';

/** What administrators change, by the AWS CLI and boto3. */

type Kind = WorldChange['kind'];
type Operations = {
  readonly [K in Kind]: (
    world: World,
    change: Extract<WorldChange, { kind: K }>,
  ) => readonly ApiOperation[];
};

const tagList = (tags: Tags): Value =>
  Object.entries(tags).map(([Key, text]) => ({ Key, Value: text }));

/** The path of a user or role, which stands before the name in the ARN; `/` need not be said. */
function pathOf(arn: string): Readonly<Record<string, Value>> {
  const path = /:(?:user|role)(\/.*\/|\/)[^/]*$/.exec(parseArn(arn) ? arn : '')?.[1] ?? '/';
  return path === '/' ? {} : { Path: path };
}

const createUser = ({ user, policies }: Extract<IdentityChange, { kind: 'create-user' }>) => [
  iam('CreateUser', { ...pathOf(user), UserName: nameOf(user) }),
  ...policies.map((policy) => putInline(user, policy)),
];

function createRole(
  change: Extract<IdentityChange, { kind: 'create-role' }>,
): readonly ApiOperation[] {
  const { role, trustPolicy, policies, maxSessionDuration, tags } = change;
  return [
    iam('CreateRole', {
      ...pathOf(role),
      RoleName: nameOf(role),
      AssumeRolePolicyDocument: JSON.stringify(trustPolicy.document),
      ...(maxSessionDuration !== undefined && { MaxSessionDuration: maxSessionDuration }),
      ...(tags && { Tags: tagList(tags) }),
    }),
    ...policies.map((policy) => putInline(role, policy)),
  ];
}

/** Keys, devices and policies go first: IAM refuses to delete a user that has any. */
function deleteUser(world: World, user: string): readonly ApiOperation[] {
  const UserName = nameOf(user);
  const keys = Object.values(world.accessKeys).filter(
    (key) =>
      key.kind === 'long-term' && key.status !== 'Deleted' && principalArn(key.owner) === user,
  );
  const devices = Object.values(world.accounts)
    .flatMap(({ mfaDevices }) => mfaDevices)
    .filter((device) => device.user === user);
  return [
    ...keys.map(({ id }) => iam('DeleteAccessKey', { UserName, AccessKeyId: id })),
    ...devices.map(({ serialNumber }) =>
      iam('DeactivateMFADevice', { UserName, SerialNumber: serialNumber }),
    ),
    ...deleteAllInline(world, user),
    iam('DeleteUser', { UserName }),
  ];
}

/** A call about a key; the root user’s own keys name no user. */
function aboutKey(
  world: World,
  { keyId }: Exclude<KeyChange, { kind: 'create-key' }>,
  operation: string,
  status?: string,
): readonly ApiOperation[] {
  const owner = world.accessKeys[keyId]?.owner;
  return [
    iam(operation, {
      ...(owner?.kind === 'user' && { UserName: nameOf(owner.arn) }),
      AccessKeyId: keyId,
      ...(status !== undefined && { Status: status }),
    }),
  ];
}

const deleteProvider = (provider: string): ApiOperation =>
  provider.includes(':saml-provider/')
    ? iam('DeleteSAMLProvider', { SAMLProviderArn: provider })
    : iam('DeleteOpenIDConnectProvider', { OpenIDConnectProviderArn: provider });

const inBucket = (
  world: World,
  { bucket }: BucketChange,
  operation: string,
  parameters: Readonly<Record<string, Value>>,
): ApiOperation => ({
  service: 's3',
  operation,
  region: promised(findBucket(world, bucket), 'a bucket that changes is there').bucket.region,
  parameters: { Bucket: bucket, ...parameters },
});

const settings = (change: Exclude<SettingChange, { kind: 'set-sts-region' }>): ApiOperation =>
  change.kind === 'enable-region'
    ? {
        service: 'account',
        operation: 'EnableRegion',
        region: GLOBAL_REGION,
        parameters: { RegionName: change.region },
      }
    : iam('SetSecurityTokenServicePreferences', {
        GlobalEndpointTokenVersion: change.version === 1 ? 'v1Token' : 'v2Token',
      });

const OPERATIONS: Operations = {
  'replace-policies': policyOperations,
  'put-policy': policyOperations,
  'detach-policy': policyOperations,
  'put-boundary': policyOperations,
  'delete-boundary': policyOperations,
  'put-trust-policy': policyOperations,
  'revoke-sessions': policyOperations,
  'create-role': (_, change) => createRole(change),
  'delete-role': (world, { role }) => [
    ...deleteAllInline(world, role),
    iam('DeleteRole', { RoleName: nameOf(role) }),
  ],
  'create-user': (_, change) => createUser(change),
  'delete-user': (world, { user }) => deleteUser(world, user),
  'tag-role': (_, { role, tags }) => [
    iam('TagRole', { RoleName: nameOf(role), Tags: tagList(tags) }),
  ],
  'untag-role': (_, { role, tagKeys }) => [
    iam('UntagRole', { RoleName: nameOf(role), TagKeys: tagKeys }),
  ],
  'set-max-session-duration': (_, { role, maxSessionDuration }) => [
    iam('UpdateRole', { RoleName: nameOf(role), MaxSessionDuration: maxSessionDuration }),
  ],
  'delete-provider': (_, { provider }) => [deleteProvider(provider)],
  'create-key': (_, { user }) => [iam('CreateAccessKey', { UserName: nameOf(user) })],
  'activate-key': (world, change) => aboutKey(world, change, 'UpdateAccessKey', 'Active'),
  'deactivate-key': (world, change) => aboutKey(world, change, 'UpdateAccessKey', 'Inactive'),
  'delete-key': (world, change) => aboutKey(world, change, 'DeleteAccessKey'),
  'put-scp': organizationOperations,
  'put-rcp': organizationOperations,
  'detach-control-policy': organizationOperations,
  'set-sts-region': () => [],
  'enable-region': (_, change) => [settings(change)],
  'set-token-version': (_, change) => [settings(change)],
  'put-bucket-policy': (world, change) => [
    inBucket(world, change, 'PutBucketPolicy', { Policy: JSON.stringify(change.policy.document) }),
  ],
  'delete-object': (world, change) => [
    inBucket(world, change, 'DeleteObject', { Key: change.key }),
  ],
};

/** A change as the calls that make it, in order. */
export function changeOperations(world: World, { change }: Change): readonly ApiOperation[] {
  // The table holds each kind's calls under the kind itself.
  const operations = OPERATIONS[change.kind] as (
    world: World,
    change: WorldChange,
  ) => readonly ApiOperation[];
  return operations(world, change);
}

export const ADMINISTRATOR_NOTE = 'It is run with the administrator’s own credentials.';

/** Calls of an administrator, or why there is none. */
export function administrators(
  calls: readonly ApiOperation[],
  notes: readonly string[],
  because: string,
): Commands {
  if (calls.length === 0) return { kind: 'none', because };
  return {
    kind: 'commands',
    commands: [
      { tool: 'cli', text: cliText(calls, undefined) },
      { tool: 'boto3', text: boto3Text(calls, undefined) },
    ],
    notes: [ADMINISTRATOR_NOTE, ...notes],
  };
}

/** The commands of a change. */
export function changeCommands(world: World, act: Change): Commands {
  const calls = changeOperations(world, act);
  const namesPolicy = calls.some(({ parameters }) => parameters['PolicyId'] === POLICY_ID);
  return administrators(
    calls,
    namesPolicy ? [`Organizations answers with the policy’s id. ${POLICY_ID} stands for it.`] : [],
    act.change.kind === 'set-sts-region'
      ? 'This is set in the console, in the account settings of IAM.'
      : 'Nothing has to be called: the policies are the same as before.',
  );
}
