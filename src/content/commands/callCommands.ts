import type { ApiCall } from '#engine/api/acts.ts';
import { operationOf } from '#engine/api/services.ts';
import { nameOf } from '#engine/arn.ts';
import { credentialsOf, signerOf } from '#engine/credentials.ts';
import { GLOBAL_REGION } from '#engine/regions.ts';
import type { World } from '#engine/world.ts';

import type { ApiOperation, Value } from './apiOperation.ts';
import { cliText } from './awsCli.ts';
import { boto3Text } from './boto3.ts';
import type { Commands } from './command.ts';

/** A call to any API by the AWS CLI and boto3. */

/** Actions that are named otherwise than the operation they stand for. */
const OPERATIONS: Readonly<Record<string, string>> = {
  's3:ListBucket': 'ListObjectsV2',
  's3:ListAllMyBuckets': 'ListBuckets',
};

/** What an operation asks for and the run leaves open. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  'cloudformation:CreateStack': { StackName: 'EXAMPLE' },
  'ec2:RunInstances': { ImageId: 'ami-EXAMPLE', MinCount: 1, MaxCount: 1 },
  'iam:CreateRole': {
    RoleName: 'EXAMPLE',
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
  },
  'iam:SendDelegationToken': { DelegationRequestId: 'EXAMPLE-EXAMPLE-EXAMPLE' },
};

/** The thing acted on, as the operation takes it. */
function resourceParameters({
  action,
  resources: [resource = ''],
}: ApiCall): Record<string, Value> {
  const { service, operation } = operationOf({ action });
  if (action === 'secretsmanager:GetSecretValue') return { SecretId: resource };
  if (service.name !== 's3' || resource === '') return {};
  const [bucket = '', ...parts] = resource.replace(/^arn:aws:s3:::/, '').split('/');
  const key = parts.join('/');
  return {
    Bucket: bucket,
    ...(key !== '' && { Key: key }),
    ...(operation === 'PutObject' && { Body: { file: nameOf(key) } }),
  };
}

/** A call as its API model describes it. */
export function callOperation(act: ApiCall): ApiOperation {
  const { service, operation } = operationOf(act);
  const found = resourceParameters(act);
  return {
    service: service.name,
    operation: OPERATIONS[act.action] ?? operation,
    region: service.isGlobal ? GLOBAL_REGION : act.region,
    parameters: { ...EXAMPLES[act.action], ...found, ...act.parameters },
    ...(act.action === 's3:GetObject' && { outputFile: nameOf(act.resources[0] ?? 'object') }),
  };
}

/** The AWS CLI counts instances with an option of its own, which is 1 by itself. */
const forCli = (call: ApiOperation): ApiOperation => ({
  ...call,
  parameters: Object.fromEntries(
    Object.entries(call.parameters).filter(([name]) => !/^M(?:in|ax)Count$/.test(name)),
  ),
});

/** The commands of a call. */
export function callCommands(world: World, act: ApiCall): Commands {
  const key = credentialsOf(world, act.credentials);
  const signer = key && signerOf(key);
  const call = callOperation(act);
  return {
    kind: 'commands',
    commands: [
      { tool: 'cli', text: cliText([forCli(call)], signer) },
      { tool: 'boto3', text: boto3Text([call], signer) },
    ],
    notes:
      EXAMPLES[act.action] === undefined
        ? []
        : ['The run leaves some values open. EXAMPLE stands for them.'],
  };
}
