import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { promised } from '../never.ts';
import { postForm } from '../s3/postForm.ts';
import type { PostCondition } from '../s3/postForm.ts';
import { base64Decode } from '../sigv4/base64.ts';
import { presign } from '../sigv4/presign.ts';
import { parsePresignedUrl } from '../sigv4/presignedUrl.ts';
import { parseQuery, queryValue } from '../sigv4/query.ts';
import type { Pair } from '../sigv4/query.ts';
import type { Signer } from '../sigv4/signer.ts';
import { signPolicy } from '../sigv4/signPolicy.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import { verify } from '../sigv4/verify.ts';
import { at, parseAmzDate, parseIsoDate, seconds } from '../time.ts';
import { dissect, remarksAt } from './dissect.ts';
import type { Part } from './part.ts';
import type { RemarkId } from './remark.ts';
import { TOOL_CREDENTIALS, TOOL_FORMS, TOOL_URLS } from './tools.vectors.ts';
import type { ToolUrl } from './toolUrl.ts';
import type { DissectedUrl, Signing } from './url.ts';

const NOON = at('2026-01-15T12:00:00Z');
const BUCKET = 'quarterly-reports';
const KEY = '2026/summary.pdf';
const ODD_KEY = 'Q3 – 100%+ü&(1)~.pdf';

const signerOf = ({ signer }: Pick<ToolUrl, 'signer'>): Signer => TOOL_CREDENTIALS[signer];

/** What there is to say of each tool’s URL: how it is signed, its host after the bucket, its life in seconds, its mistakes. */
interface Said {
  readonly signing: Signing;
  readonly host: string;
  readonly life: number;
  readonly key?: string;
  readonly remarks?: readonly RemarkId[];
}

const REGIONAL = 's3.eu-central-1.amazonaws.com';
const GLOBAL = 's3.amazonaws.com';

const v4 = (host: string, life: number, more: Partial<Said> = {}): Said => ({
  signing: 'v4',
  host,
  life,
  ...more,
});

const v2 = (more: Partial<Said> = {}): Said => ({
  signing: 'v2',
  host: GLOBAL,
  life: 3600,
  ...more,
  remarks: ['old-signing', ...(more.remarks ?? [])],
});

const boto3 = (prefix: string): Readonly<Record<string, Said>> => ({
  [`${prefix}-default`]: v4(GLOBAL, 3600),
  [`${prefix}-us-east-1`]: v2(),
  [`${prefix}-us-east-1-session`]: v2(),
  [`${prefix}-s3v4-session`]: v4(GLOBAL, 3600, { key: ODD_KEY }),
  [`${prefix}-response-version`]: v4(GLOBAL, 300),
  [`${prefix}-put`]: v4(GLOBAL, 3600, { remarks: ['headers-needed'] }),
});

const SAID: Readonly<Record<string, Said>> = {
  'cli2-default': v4(REGIONAL, 3600),
  'cli2-session-odd-key': v4(REGIONAL, 3600, { key: ODD_KEY }),
  'cli2-us-east-1': v4('s3.us-east-1.amazonaws.com', 3600),
  'cli2-over-seven-days': v4(REGIONAL, 604_801, { remarks: ['over-seven-days'] }),
  'cli1-default': v4(GLOBAL, 3600),
  'cli1-session-odd-key': v4(GLOBAL, 3600, { key: ODD_KEY }),
  'cli1-us-east-1': v2(),
  'cli1-over-seven-days': v4(GLOBAL, 604_801, { remarks: ['over-seven-days'] }),
  ...boto3('boto3'),
  'boto3-who-am-i': v4('sts.eu-central-1.amazonaws.com', 60),
  ...boto3('boto3-2022'),
  'boto3-2022-who-am-i': v4('sts.amazonaws.com', 60),
  'rclone-default': v4(REGIONAL, 604_800),
  'rclone-an-hour-session': v4(REGIONAL, 3600, { key: ODD_KEY }),
  's3cmd-an-hour': v2({ remarks: ['no-https'] }),
  's3cmd-token-left-out': v2({ remarks: ['token-missing', 'no-https'], key: ODD_KEY }),
  'js-default': v4(REGIONAL, 900),
  'js-session-odd-key': v4(REGIONAL, 900, { key: ODD_KEY }),
  'js-put': v4(REGIONAL, 900, { remarks: ['headers-needed'] }),
  'js-seven-days': v4(REGIONAL, 604_800),
  'ruby-default': v4(REGIONAL, 900),
  'ruby-put-session': v4(REGIONAL, 900, { key: ODD_KEY }),
};

const rows = TOOL_URLS.map((row) => [row.id, row] as const);
const signedBy = (signing: Signing) => rows.filter(([id]) => SAID[id]?.signing === signing);

const read = ({ url }: ToolUrl): DissectedUrl => {
  const dissected = dissect(url);
  if (dissected.kind !== 'url') throw new Error(`Not read as a URL: ${url}`);
  return dissected;
};

/** When it was signed: only rclone’s clock cannot be stopped. */
const signedAt = ({ url }: ToolUrl) =>
  parseAmzDate(/X-Amz-Date=([^&]+)/.exec(url)?.[1] ?? '') ?? NOON;

const partOf = (parts: readonly Part[], kind: Part['kind']): string =>
  promised(
    parts.find((part) => part.kind === kind),
    `a URL has a ${kind}`,
  ).value;

test('each row is there once, and each is said something about', () => {
  expect(TOOL_URLS.map(({ id }) => id).toSorted()).toEqual(Object.keys(SAID).toSorted());
});

test.each(rows)('%s is taken apart', (id, row) => {
  const { host, life, key = KEY, signing, remarks = [] } = promised(SAID[id], id);
  const dissected = read(row);
  const isS3 = row.service === 's3';
  expect(dissected.signing).toBe(signing);
  expect(partOf(dissected.parts, 'host')).toBe(isS3 ? `${BUCKET}.${host}` : host);
  expect(partOf(dissected.parts, 'path')).toBe(isS3 ? `/${key}` : '/');
  expect(dissected.signer).toMatchObject({
    keyId: signerOf(row).accessKeyId,
    kind: row.signer === 'user' ? 'long-term' : 'temporary',
    hasToken: row.signer === 'session' && id !== 's3cmd-token-left-out',
  });
  const from = signedAt(row);
  expect(dissected.life?.until).toBe(from + life * 1000);
  expect(dissected.signedHeaders).toEqual(
    signing === 'v2'
      ? []
      : (new URL(row.url).searchParams.get('X-Amz-SignedHeaders') ?? '').split(';'),
  );
  expect(remarksAt(dissected, from).map((remark) => remark.id)).toEqual(remarks);
});

test('the lifetime nobody asked for is the tool’s own, whoever signs', () => {
  const lives = TOOL_URLS.filter(({ isDefault }) => isDefault).map((row) => [
    row.tool,
    (promised(read(row).life, row.id).until - signedAt(row)) / 1000,
  ]);
  expect(Object.fromEntries(lives)).toEqual({
    'AWS CLI': 3600,
    boto3: 3600,
    rclone: 604_800,
    'AWS SDK for JavaScript': 900,
    'AWS SDK for Ruby': 900,
  });
  expect(new Set(lives.map(String)).size).toBe(5);
});

const ADDED_BY_SIGNING =
  /^X-Amz-(?:Algorithm|Credential|Date|Expires|Security-Token|SignedHeaders|Signature)$/;

/** A URL with its parameters in one order: every tool has its own, and S3 sorts them anyway. */
const inOrder = (url: string): string => {
  const [front = '', query = ''] = url.split('?');
  return `${front}?${query.split('&').toSorted().join('&')}`;
};

describe('a signature of version 4', () => {
  const OUR_ORDER =
    /^cli.-(?:default|us-east-1|over-seven-days)$|^boto3-(?:default|put|who-am-i)$|^rclone|^ruby-default$/;

  test.each(signedBy('v4'))('%s is ours too', (id, row) => {
    const url = promised(parsePresignedUrl(row.url), 'tools write URLs');
    const payload = row.service === 's3' ? {} : { payloadHash: sha256Hex('') };
    const { secretAccessKey } = signerOf(row);
    const checked = promised(
      verify({ ...url, ...payload, method: row.method, headers: row.headers, secretAccessKey }),
      'all parts of the claim are there',
    );
    expect(checked.expected).toBe(checked.provided);

    const query = parseQuery(url.rawQuery);
    const asked = query.filter(({ name }) => !ADDED_BY_SIGNING.test(name));
    const ours = presign({
      ...payload,
      method: row.method,
      host: url.host,
      path: decodeURIComponent(url.rawPath),
      query: asked.map(({ name, value }): Pair => [name, value]),
      headers: row.headers.filter(([name]) =>
        checked.signedHeaders.split(';').includes(name.toLowerCase()),
      ),
      signer: signerOf(row),
      region: checked.scope.region,
      service: row.service,
      date: signedAt(row),
      expires: seconds(Number(queryValue(query, 'X-Amz-Expires'))),
    });
    expect(inOrder(ours.url)).toBe(inOrder(row.url));
    expect(ours.url === row.url).toBe(OUR_ORDER.test(id));
  });

  test.each(signedBy('v4'))('%s is good for nothing once a byte of it differs', (_, row) => {
    const url = promised(parsePresignedUrl(row.url), 'tools write URLs');
    const { secretAccessKey } = signerOf(row);
    const payload = row.service === 's3' ? {} : { payloadHash: sha256Hex('') };
    const changed = { ...url, rawPath: `${url.rawPath}x` };
    const { headers, method } = row;
    expect(verify({ ...changed, ...payload, method, headers, secretAccessKey })?.matches).toBe(
      false,
    );
  });
});

/** The signature of SigV2, by Node: an HMAC-SHA1 of method, expiry, x-amz-* parameters and the path with its bucket (RESTAuthentication). */
const oldSignature = ({ url, method, ...row }: ToolUrl): string => {
  const { pathname, searchParams } = new URL(url);
  const token = searchParams.get('x-amz-security-token');
  const lines = [
    method,
    '',
    '',
    searchParams.get('Expires'),
    ...(token === null ? [] : [`x-amz-security-token:${token}`]),
    `/${BUCKET}${pathname}`,
  ];
  return createHmac('sha1', signerOf(row).secretAccessKey)
    .update(lines.join('\n'))
    .digest('base64');
};

describe('a signature of version 2', () => {
  test.each(signedBy('v2'))('%s has no Region, no date and no headers in it', (_, row) => {
    expect(new URL(row.url).searchParams.get('Signature')).toBe(oldSignature(row));
  });

  test('two tools give one signature where they are told the same', () => {
    const signatures = ['cli1-us-east-1', 'boto3-us-east-1', 's3cmd-an-hour'].map((id) =>
      new URL(promised(TOOL_URLS.find((row) => row.id === id)?.url, id)).searchParams.get(
        'Signature',
      ),
    );
    expect(new Set(signatures).size).toBe(1);
  });
});

interface PolicyJson {
  readonly expiration: string;
  readonly conditions: readonly PostCondition[];
}

/** Conditions as S3 takes them: without order, and field names in any case. */
const meaning = (conditions: readonly PostCondition[]): readonly string[] =>
  conditions
    .map((one) => {
      if (Array.isArray(one)) return JSON.stringify(one);
      const [[name, value] = ['', '']] = Object.entries(one);
      return JSON.stringify([name.toLowerCase(), value]);
    })
    .toSorted();

/** Each once: boto3 is told of `acl` twice, as a field and as a condition. */
const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

describe('a form', () => {
  test.each(TOOL_FORMS.map((row) => [row.id, row] as const))('%s is ours too', (id, row) => {
    const fields = Object.fromEntries(
      Object.entries(row.fields).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const policy = promised(base64Decode(fields['policy'] ?? ''), 'policies are base64');
    const { expiration, conditions } = JSON.parse(policy) as PolicyJson;
    const signing = { signer: signerOf(row), region: row.region, date: NOON };
    expect(Object.fromEntries(signPolicy({ ...signing, policy }).fields)).toEqual(
      Object.fromEntries(
        Object.entries(fields).filter(([name]) => /^(?:policy|x-amz-)/.test(name)),
      ),
    );

    const until = promised(parseIsoDate(expiration), 'policies end');
    const isSession = row.signer === 'session';
    const ours = postForm({
      ...signing,
      bucket: BUCKET,
      key: fields['key'] ?? '',
      expires: seconds((until - NOON) / 1000),
      fields: isSession ? [['acl', 'private']] : [],
      conditions: isSession
        ? [
            ['content-length-range', 1, 1_048_576],
            ['starts-with', '$Content-Type', 'image/'],
          ]
        : [],
    });
    const { conditions: oursSay } = JSON.parse(ours.policy) as PolicyJson;
    expect(until - NOON).toBe((isSession ? 900 : 3600) * 1000);
    expect(meaning(oursSay)).toEqual(once(meaning(conditions)));
    expect(dissect(policy)).toMatchObject({
      kind: 'post-policy',
      remarks: isSession ? [] : [{ id: 'policy-any-size' }],
    });
    // Where boto3 adds nothing of its own it even keeps our order: only the spaces of Python’s JSON differ.
    expect(ours.policy === JSON.stringify(JSON.parse(policy))).toBe(/boto3.*default/.test(id));
  });
});
