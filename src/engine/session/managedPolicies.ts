import { accountOf } from '../arn.ts';
import { findKnownAccount } from '../policy/holders.ts';
import type { Policy, Statement } from '../policy/document.ts';
import type { World } from '../world.ts';

/** Managed policies: those of accounts, and the few of AWS's own that matter here. */

/** Where the policies that AssumeRoot takes begin. */
export const ROOT_TASKS = 'arn:aws:iam::aws:policy/root-task/';

const awsPolicy = (path: string, ...Statement: readonly Statement[]): Policy => ({
  id: `arn:aws:iam::aws:policy/${path}`,
  name: path.slice(path.lastIndexOf('/') + 1),
  type: 'identity',
  document: { Version: '2012-10-17', Statement },
});

/** Root tasks deny: all but a few actions, and those on or by anybody but the account's own root user (iann0036/iam-dataset). */
const rootTask = (
  name: string,
  actions: readonly string[],
  second: Pick<Statement, 'NotResource' | 'Resource' | 'Condition'>,
): Policy =>
  awsPolicy(
    `root-task/${name}`,
    { Effect: 'Deny', NotAction: actions, Resource: '*' },
    { Effect: 'Deny', Action: actions, ...second },
  );

const OWN_ROOT = { NotResource: 'arn:aws:iam::*:root' } as const;
const BY_ROOT = {
  Resource: '*',
  Condition: { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
} as const;

const iam = (...names: readonly string[]): readonly string[] => names.map((name) => `iam:${name}`);

const READ_PASSWORD = iam('GetLoginProfile');
const LISTS = iam('ListAccessKeys', 'ListSigningCertificates', 'ListMFADevices');
const READS = iam('GetLoginProfile', 'GetAccountSummary', 'GetUser', 'GetAccessKeyLastUsed');

/** What Cognito's enhanced flow leaves to guests, in version 3 (AWS Managed Policy Reference). */
const COGNITO_GUESTS = awsPolicy('AmazonCognitoUnAuthedIdentitiesSessionPolicy', {
  Sid: 'CognitoUnAuthedIdentitiesSessionPolicy',
  Effect: 'Allow',
  Action: (
    'rum:PutRumEvents sagemaker:InvokeEndpoint polly:* comprehend:* translate:* transcribe:* ' +
    'rekognition:* mobiletargeting:* firehose:* personalize:* geo:GetMap* geo:SearchPlaceIndex* ' +
    'geo:GetPlace geo:CalculateRoute* geo:*Geofence geo:*Geofences geo:*DevicePosition* ' +
    'kms:Encrypt kms:Decrypt kms:ReEncryptTo kms:ReEncryptFrom kms:GenerateDataKey ' +
    'kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext ' +
    'kms:GenerateDataKeyWithoutPlaintext'
  ).split(' '),
  Resource: '*',
});

const AWS_POLICIES: readonly Policy[] = [
  awsPolicy('AdministratorAccess', { Effect: 'Allow', Action: '*', Resource: '*' }),
  COGNITO_GUESTS,
  rootTask('IAMAuditRootUserCredentials', [...LISTS, ...READS], OWN_ROOT),
  rootTask('IAMCreateRootUserPassword', [...iam('CreateLoginProfile'), ...READ_PASSWORD], OWN_ROOT),
  rootTask(
    'IAMDeleteRootUserCredentials',
    [
      ...iam('DeleteAccessKey', 'DeleteSigningCertificate', 'DeleteLoginProfile'),
      ...iam('DeleteVirtualMFADevice', 'DeactivateMFADevice'),
      ...LISTS,
      ...READS,
    ],
    OWN_ROOT,
  ),
  rootTask(
    'S3UnlockBucketPolicy',
    ['s3:DeleteBucketPolicy', 's3:PutBucketPolicy', 's3:GetBucketPolicy', 's3:ListAllMyBuckets'],
    BY_ROOT,
  ),
  rootTask(
    'SQSUnlockQueuePolicy',
    ['sqs:SetQueueAttributes', 'sqs:GetQueueAttributes', 'sqs:ListQueues', 'sqs:GetQueueUrl'],
    BY_ROOT,
  ),
];

/** A managed policy by ARN: one of AWS's own, or one of the account its ARN names; undefined when there is none. */
export function managedPolicy(world: World, arn: string): Policy | undefined {
  const account = accountOf(arn);
  if (account === 'aws') return AWS_POLICIES.find(({ id }) => id === arn);
  const policies = findKnownAccount(world, account)?.managedPolicies ?? {};
  return Object.hasOwn(policies, arn) ? policies[arn] : undefined;
}
