import { isFile, wordsOf } from './apiOperation.ts';
import type { ApiOperation, KeyParts, Value } from './apiOperation.ts';

/** boto3, AWS’s SDK for Python. */

/** A text as Python writes it: JSON’s escapes mean the same there. */
const text = (value: string): string => JSON.stringify(value);

/** A value as Python writes it. */
export function literal(value: Value): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (isFile(value)) return `open(${text(value.file)}, "rb")`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const entries = Object.entries(value).map(([name, one]) => `${text(name)}: ${literal(one)}`);
  return `{${entries.join(', ')}}`;
}

/** Lines that set arguments by name, one a line. */
export const argumentLines = (values: Readonly<Record<string, Value>>): string =>
  Object.entries(values)
    .map(([name, value]) => `    ${name}=${argument(name, value)},\n`)
    .join('');

/** A body is read while it is sent; any other file is read first. */
const argument = (name: string, value: Value): string =>
  isFile(value) && name !== 'Body' ? `${literal(value)}.read()` : literal(value);

const call = (name: string, values: string): string =>
  values === '' ? `${name}()` : `${name}(\n${values})`;

/** Sets the credentials in the environment, before anything is signed. */
function pythonCredentials(key: KeyParts | undefined): readonly string[] {
  if (!key) return [];
  const { accessKeyId, secretAccessKey, sessionToken } = key;
  return [
    `os.environ["AWS_ACCESS_KEY_ID"] = ${text(accessKeyId)}`,
    `os.environ["AWS_SECRET_ACCESS_KEY"] = ${text(secretAccessKey)}`,
    sessionToken === undefined
      ? 'os.environ.pop("AWS_SESSION_TOKEN", None)'
      : `os.environ["AWS_SESSION_TOKEN"] = ${text(sessionToken)}`,
  ];
}

/** The line that makes a client. */
function clientLine({
  service,
  region,
  endpoint,
  isSigned,
}: Pick<ApiOperation, 'service' | 'region' | 'endpoint' | 'isSigned'>): string {
  const more = [
    `region_name=${text(region)}`,
    ...(endpoint === undefined ? [] : [`endpoint_url=${text(endpoint)}`]),
    ...(isSigned === false ? ['config=Config(signature_version=UNSIGNED)'] : []),
  ];
  return `client = boto3.client(${[text(service), ...more].join(', ')})`;
}

/** What a file begins with. */
const imports = (key: KeyParts | undefined, isSigned = true): readonly string[] => [
  ...(key ? ['import os', ''] : []),
  'import boto3',
  ...(isSigned ? [] : ['from botocore import UNSIGNED', 'from botocore.config import Config']),
  '',
];

/** What a file begins with that signs for S3 by itself: without being told, boto3 still signs some Regions’ links by Version 2. */
export const signingClient = (key: KeyParts | undefined, region: string): readonly string[] => [
  ...imports(key).slice(0, -1),
  'from botocore.config import Config',
  '',
  ...pythonCredentials(key),
  'client = boto3.client(',
  '    "s3",',
  `    region_name=${text(region)},`,
  `    endpoint_url=${text(`https://s3.${region}.amazonaws.com`)},`,
  '    config=Config(signature_version="s3v4", s3={"addressing_style": "virtual"}),',
  ')',
];

/** Calls one after the other, with one caller’s credentials. */
export function boto3Text(calls: readonly ApiOperation[], key: KeyParts | undefined): string {
  const isSigned = calls.every((one) => one.isSigned !== false);
  const lines = calls.flatMap((one, index) => {
    const client = clientLine(one);
    const before = calls[index - 1];
    return [
      ...(before && clientLine(before) === client ? [] : [client]),
      call(`client.${wordsOf(one.operation, '_')}`, argumentLines(one.parameters)),
    ];
  });
  return [...imports(key, isSigned), ...pythonCredentials(key), ...lines].join('\n');
}
