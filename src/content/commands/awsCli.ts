import { isFile, wordsOf } from './apiOperation.ts';
import type { ApiOperation, KeyParts, Value } from './apiOperation.ts';
import { broken, exported, script, word } from './shell.ts';

/** The AWS CLI. */

/** The credentials of a command in the environment; a token of somebody else must not stay there. */
export function cliCredentials(key: KeyParts | undefined): string {
  if (!key) return '';
  const { accessKeyId, secretAccessKey, sessionToken } = key;
  return script(
    exported('AWS_ACCESS_KEY_ID', accessKeyId),
    exported('AWS_SECRET_ACCESS_KEY', secretAccessKey),
    sessionToken === undefined
      ? 'unset AWS_SESSION_TOKEN'
      : exported('AWS_SESSION_TOKEN', sessionToken),
  );
}

/** S3’s own operations stand under `s3api`: `s3` is for copying files. */
const commandOf = (service: string): string => (service === 's3' ? 's3api' : service);

/** A body is streamed from its file; any other value is read from it whole. */
const fileText = (name: string, file: string): string =>
  name === 'Body' ? word(file) : word(`fileb://${file}`);

/** A value behind its option: one that begins with a dash would be taken for the next option. */
const behind = (text: string): string => `${text.startsWith('-') ? '=' : ' '}${word(text)}`;

function option(name: string, value: Value): string {
  const flag = `--${wordsOf(name, '-')}`;
  if (typeof value === 'boolean') return value ? flag : flag.replace('--', '--no-');
  if (isFile(value)) return `${flag} ${fileText(name, value.file)}`;
  if (typeof value !== 'object') return `${flag}${behind(String(value))}`;
  // Version 1 of the AWS CLI fetches a value that is an address, and both versions read files: in JSON it stays a text.
  const isPlain =
    Array.isArray(value) && value.every((one) => /^(?!\w+:\/\/)[\w.:/*-]+$/.test(String(one)));
  return isPlain && value.length > 0
    ? `${flag} ${value.map((one) => word(String(one))).join(' ')}`
    : `${flag} ${word(JSON.stringify(value))}`;
}

/** One call by the AWS CLI. */
export const cliLine = (call: ApiOperation): string =>
  broken([
    `aws ${commandOf(call.service)} ${wordsOf(call.operation, '-')}`,
    ...Object.entries(call.parameters).map(([name, value]) => option(name, value)),
    ...(call.outputFile === undefined ? [] : [word(call.outputFile)]),
    `--region ${word(call.region)}`,
    ...(call.endpoint === undefined ? [] : [`--endpoint-url ${word(call.endpoint)}`]),
    ...(call.isSigned === false ? ['--no-sign-request'] : []),
  ]);

/** Calls one after the other, with one caller’s credentials. */
export const cliText = (calls: readonly ApiOperation[], key: KeyParts | undefined): string =>
  script(cliCredentials(key), ...calls.map(cliLine));
