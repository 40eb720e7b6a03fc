import type { Signer } from '#engine/sigv4/signer.ts';

/** A call to a service's API as its model describes it: both the AWS CLI and boto3 are written from it. */

export type Value =
  | string
  | number
  | boolean
  | FileValue
  | readonly Value[]
  | { readonly [name: string]: Value };

/** What stands in a file on the caller's machine. */
export interface FileValue {
  readonly file: string;
}

export interface ApiOperation {
  /** As boto3 names it: `s3`. */
  readonly service: string;
  /** `AssumeRole`. */
  readonly operation: string;
  readonly region: string;
  readonly endpoint?: string;
  readonly parameters: Readonly<Record<string, Value>>;
  /** Where the AWS CLI writes what it is given, which it asks for behind the options. */
  readonly outputFile?: string;
  /** False where the call is not signed. */
  readonly isSigned?: boolean;
}

/** Who signs: the key, its secret and the token of temporary credentials. */
export type KeyParts = Signer;

/** Whether a value stands in a file. */
export const isFile = (value: Value): value is FileValue =>
  typeof value === 'object' && !Array.isArray(value) && 'file' in value;

/** A name of the model with its words apart, as botocore cuts it: `RoleArn` is `role-arn`. */
export const wordsOf = (name: string, between: '-' | '_'): string =>
  name
    .replaceAll(/(.)([A-Z][a-z]+)/g, `$1${between}$2`)
    .replaceAll(/([a-z0-9])([A-Z])/g, `$1${between}$2`)
    .toLowerCase();
