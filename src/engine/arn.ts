/** Amazon Resource Names. */

/** A 12-digit AWS account id. */
export type AccountId = string;

export type RootArn = `arn:aws:iam::${AccountId}:root`;
export type UserArn = `arn:aws:iam::${AccountId}:user/${string}`;
export type RoleArn = `arn:aws:iam::${AccountId}:role/${string}`;
export type SessionArn = `arn:aws:sts::${AccountId}:assumed-role/${string}/${string}`;
export type FederatedUserArn = `arn:aws:sts::${AccountId}:federated-user/${string}`;

/** The six parts of an ARN; `resource` may itself hold colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Reads an ARN; undefined when the text has fewer than six parts or does not begin with `arn:`. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...resource] = text.split(':');
  if (prefix !== 'arn' || !partition || !service || region === undefined || account === undefined) {
    return undefined;
  }
  if (resource.join(':') === '') return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** Writes an ARN from its parts. */
export const formatArn = (arn: Arn): string =>
  `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;

/** The ARN of an account's root user. */
export const rootArn = (account: AccountId): RootArn => `arn:aws:iam::${account}:root`;

/** The ARN of an IAM user; a `path` is written as `teams/red/`. */
export const userArn = (account: AccountId, name: string, path = ''): UserArn =>
  `arn:aws:iam::${account}:user/${path}${name}`;

/** The ARN of an IAM role; a `path` is written as `teams/red/`. */
export const roleArn = (account: AccountId, name: string, path = ''): RoleArn =>
  `arn:aws:iam::${account}:role/${path}${name}`;

/** The ARN of a role session: it drops the role's path (IAM User Guide, IAM identifiers). */
export const sessionArn = (role: RoleArn, sessionName: string): SessionArn =>
  `arn:aws:sts::${accountOf(role)}:assumed-role/${nameOf(role)}/${sessionName}`;

/** The ARN of an S3 object. */
export const objectArn = (bucket: string, key: string): string => `arn:aws:s3:::${bucket}/${key}`;

/** The account an ARN names; empty for resources without one, such as S3 buckets. */
export const accountOf = (arn: string): AccountId => parseArn(arn)?.account ?? '';

/** The last segment of an ARN's resource: a user's or role's name. */
export const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
