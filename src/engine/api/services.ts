import type { ApiCall } from './acts.ts';

/** How services are spoken to (their API models, as published in botocore). */

export type Protocol = 'query' | 'ec2' | 'json' | 's3';

export interface Service {
  readonly name: string;
  readonly protocol: Protocol;
  /** The API version of a Query service, the prefix of X-Amz-Target of a JSON service. */
  readonly interface: string;
  /** One endpoint for all Regions, signed for us-east-1. */
  readonly isGlobal: boolean;
}

const SERVICES: Readonly<Record<string, readonly [Protocol, string, ('global' | 'regional')?]>> = {
  iam: ['query', '2010-05-08', 'global'],
  sts: ['query', '2011-06-15'],
  sns: ['query', '2010-03-31'],
  cloudformation: ['query', '2010-05-15'],
  ec2: ['ec2', '2016-11-15'],
  s3: ['s3', ''],
  organizations: ['json', 'AWSOrganizationsV20161128', 'global'],
  dynamodb: ['json', 'DynamoDB_20120810'],
  kms: ['json', 'TrentService'],
  secretsmanager: ['json', 'secretsmanager'],
  ssm: ['json', 'AmazonSSM'],
  sqs: ['json', 'AmazonSQS'],
  logs: ['json', 'Logs_20140328'],
  cloudtrail: ['json', 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101'],
};

/** The service and the operation of an action; a service not listed is taken to speak JSON. */
export function operationOf({ action }: Pick<ApiCall, 'action'>): {
  readonly service: Service;
  readonly operation: string;
} {
  const [prefix = '', operation = ''] = action.split(':', 2);
  const name = prefix.toLowerCase();
  const [protocol, version, scope] = Object.hasOwn(SERVICES, name)
    ? (SERVICES[name] ?? UNLISTED)
    : UNLISTED;
  const service = { name, protocol, interface: version || name, isGlobal: scope === 'global' };
  return { service, operation };
}

const UNLISTED = ['json', ''] as const;

/** Where a service listens. */
export const hostOf = ({ name, isGlobal }: Service, region: string): string =>
  isGlobal ? `${name}.amazonaws.com` : `${name}.${region}.amazonaws.com`;
