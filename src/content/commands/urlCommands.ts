import type { OpenUrl, Presign } from '#engine/act.ts';
import { credentialsOf, signerOf } from '#engine/credentials.ts';
import { receive } from '#engine/s3/received.ts';
import { signUrl } from '#engine/s3/presign.ts';
import type { PresignByTool } from '#engine/tool/acts.ts';
import { writtenLifetime } from '#engine/tool/signingTool.ts';
import type { Artifact } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import { wordsOf } from './apiOperation.ts';
import type { Value } from './apiOperation.ts';
import { cliCredentials } from './awsCli.ts';
import { argumentLines, signingClient } from './boto3.ts';
import type { Command, Commands } from './command.ts';
import { signingScript } from './openssl.ts';
import { broken, script, word } from './shell.ts';

/** A presigned URL: signed by the AWS CLI, boto3 and openssl, and used by curl. */

type ToSign = Omit<Presign, 'kind'>;

const OPERATIONS = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
} as const;

const OWN_NAMES: Readonly<Record<string, string>> = {
  'x-amz-acl': 'ACL',
  'x-amz-server-side-encryption-aws-kms-key-id': 'SSEKMSKeyId',
  'x-amz-checksum-sha256': 'ChecksumSHA256',
  'content-md5': 'ContentMD5',
};

/** A header or parameter of a request as the API model names it: `content-type` is ContentType. */
export const memberOf = (name: string): string =>
  OWN_NAMES[name.toLowerCase()] ??
  name
    .replace(/^x-amz-/i, '')
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

function memberValues(named: readonly (readonly [string, string])[]): Record<string, Value> {
  const isMeta = ([name]: readonly [string, string]): boolean => /^x-amz-meta-/i.test(name);
  const meta = named
    .filter(isMeta)
    .map(([name, value]) => [name.slice('x-amz-meta-'.length), value] as const);
  const metadata: Readonly<Record<string, Value>> = Object.fromEntries(meta);
  return {
    ...Object.fromEntries(named.filter((one) => !isMeta(one)).map(([n, v]) => [memberOf(n), v])),
    ...(meta.length > 0 && { Metadata: metadata }),
  };
}

/** The parameters of the operation that a URL stands for. */
export const presignedParameters = (act: ToSign | PresignByTool): Record<string, Value> => ({
  Bucket: act.bucket,
  Key: act.key,
  ...memberValues(Object.entries({ ...act.parameters, ...act.headers })),
});

/** `aws s3 presign` signs downloads, and nothing beside bucket and key. */
const isPlain = ({ method, headers, parameters, style, endpoint }: ToSign | PresignByTool) =>
  method === 'GET' && !headers && !parameters && !style && !endpoint;

/** What boto3 sends as a header and would sign as one; it writes only a few parameters into a URL. */
const asHeaders = ({ parameters = {} }: ToSign | PresignByTool): readonly string[] =>
  Object.keys(parameters).filter((name) => !/^(?:response-|versionId$|partNumber$)/.test(name));

const boto3Signs = (act: ToSign | PresignByTool): boolean =>
  !act.style && !act.endpoint && asHeaders(act).length === 0;

function cliPresign(world: World, act: ToSign | PresignByTool, expires?: number): Command {
  const key = credentialsOf(world, act.credentials);
  const line = broken([
    `aws s3 presign ${word(`s3://${act.bucket}/${act.key}`)}`,
    ...(expires === undefined ? [] : [`--expires-in ${expires}`]),
    `--region ${word(act.region)}`,
  ]);
  return { tool: 'cli', text: script(cliCredentials(key && signerOf(key)), line) };
}

function boto3Presign(world: World, act: ToSign | PresignByTool, expires?: number): Command {
  const key = credentialsOf(world, act.credentials);
  const values = argumentLines({
    ClientMethod: wordsOf(OPERATIONS[act.method], '_'),
    Params: presignedParameters(act),
    ...(expires !== undefined && { ExpiresIn: expires }),
  });
  const text = [
    ...signingClient(key && signerOf(key), act.region),
    `print(client.generate_presigned_url(\n${values}))`,
  ];
  return { tool: 'boto3', text: text.join('\n') };
}

const textOf = (artifacts: readonly Artifact[], kind: Artifact['kind']): string =>
  artifacts.find((one) => one.kind === kind)?.text ?? '';

/** The same URL, made with openssl: every byte of it, with the moment of the run. */
function opensslPresign(world: World, act: ToSign): Command {
  const key = credentialsOf(world, act.credentials);
  const { artifacts } = signUrl(world, act);
  const [unsigned = ''] = textOf(artifacts, 'url').split('&X-Amz-Signature=');
  const text = signingScript({
    secretAccessKey: key?.secretAccessKey ?? '',
    stringToSign: textOf(artifacts, 'string-to-sign'),
    canonicalRequest: textOf(artifacts, 'canonical-request'),
    prints: `"$URL&X-Amz-Signature=$SIGNATURE"`,
    before: `URL=${word(unsigned)}`,
  });
  return { tool: 'openssl', text };
}

/** Seen with 1.45.11. */
const HOST_NOTE = 'Version 1 of the AWS CLI signs for the host without a Region.';
const CLOCK_NOTE =
  'The AWS CLI and boto3 take the clock of their own machine. The openssl lines keep the moment of this run, so they print this very link.';

/** The commands that sign a URL. */
export function presignCommands(world: World, act: Presign): Commands {
  const openssl = opensslPresign(world, act);
  const tools = [
    ...(isPlain(act) ? [cliPresign(world, act, act.expires)] : []),
    ...(boto3Signs(act) ? [boto3Presign(world, act, act.expires)] : []),
  ];
  const [first = openssl, ...others] = tools;
  const notes = [
    isPlain(act) ? '' : 'aws s3 presign signs plain downloads only, so it has no line here.',
    ...asHeaders(act).map((name) => `boto3 signs ${name} as a header, not in the link.`),
    isPlain(act) ? HOST_NOTE : '',
    tools.length > 0
      ? CLOCK_NOTE
      : 'The openssl lines keep the moment of this run, so they print this very link.',
  ];
  return {
    kind: 'commands',
    commands: tools.length === 0 ? [openssl] : [first, ...others, openssl],
    notes: notes.filter((note) => note !== ''),
  };
}

/** The command of a tool that presigns, and what it signs, where it signs. */
export function toolCommands(world: World, act: PresignByTool): Commands {
  const { tool, asked } = act;
  const written = writtenLifetime(tool, asked);
  const openssl =
    written.kind === 'written' ? [opensslPresign(world, { ...act, expires: written.expires })] : [];
  const own =
    tool.name === 'boto3' && boto3Signs(act)
      ? [boto3Presign(world, act, asked)]
      : /AWS CLI/.test(tool.name) && isPlain(act)
        ? [cliPresign(world, act, asked)]
        : [];
  const [first, ...others] = [...own, ...openssl];
  if (!first) {
    return { kind: 'none', because: 'The tool signs nothing, so there is no link to make again.' };
  }
  const notes =
    own.length > 0
      ? [...(own.some((one) => one.tool === 'cli') ? [HOST_NOTE] : []), CLOCK_NOTE]
      : ['This tool is no command. The openssl lines make the link that it signs.'];
  return { kind: 'commands', commands: [first, ...others], notes };
}

/** What curl needs to be told to send just this body: it would call it a form. */
function bodyOptions({ method, body, headers }: OpenUrl): readonly string[] {
  if (method !== 'PUT' && body === undefined) return [];
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return [...(isTyped ? [] : ["--header 'Content-Type:'"]), `--data-raw ${word(body ?? '')}`];
}

/** A header; curl takes a colon without a value for a header to be left out. */
const headerOption = ([name, value]: readonly [string, string]): string =>
  `--header ${word(value === '' ? `${name};` : `${name}: ${value}`)}`;

/** What keeps curl from tidying a URL up. */
const urlOptions = (url: string): readonly string[] => [
  ...(/\/\.{1,2}(?:[/?]|$)/.test(url) ? ['--path-as-is'] : []),
  ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
];

const METHOD_OPTIONS = {
  GET: [],
  HEAD: ['--head'],
  PUT: ['--request PUT'],
  DELETE: ['--request DELETE'],
} as const;

/** The request that a URL is used with, by curl: the very URL, headers and body. */
export function openUrlCommands(world: World, act: OpenUrl): Commands {
  const { host, rawPath, rawQuery, scheme = 'https' } = receive(world, act).received;
  const url = `${scheme}://${host}${rawPath}${rawQuery === '' ? '' : `?${rawQuery}`}`;
  const text = broken([
    'curl',
    ...METHOD_OPTIONS[act.method],
    ...act.headers.map(headerOption),
    ...bodyOptions(act),
    ...urlOptions(url),
    word(url),
  ]);
  const { origin } = act;
  return {
    kind: 'commands',
    commands: [{ tool: 'curl', text }],
    notes: origin
      ? [`curl sends it from your machine. In the run it comes from ${origin.ip}.`]
      : [],
  };
}
