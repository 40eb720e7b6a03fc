import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { HttpMethod, SendForm, SignForm } from '../act.ts';
import { signerOf } from '../credentials.ts';
import { simulate } from '../everything.fixture.ts';
import { parsePolicy } from '../policy/parse.ts';
import { addressOf } from '../s3/host.ts';
import type { HostStyle } from '../s3/host.ts';
import type { PostCondition } from '../s3/postForm.ts';
import { presign } from '../sigv4/presign.ts';
import { parsePresignedUrl } from '../sigv4/presignedUrl.ts';
import type { Pair } from '../sigv4/query.ts';
import { BUCKET, KEY, REGION, START, USER_KEY, WORLD } from '../testWorld.fixture.ts';
import { after, seconds } from '../time.ts';
import { answerS3 } from './answerS3.ts';
import { unescapeXml } from './xml.ts';

/**
 * Answers of the real S3, recorded by the tests of localstack/localstack (tests/aws/services/s3, *.snapshot.json; Apache
 * License 2.0, see NOTICE): each is matched, or left out with the reason. The requests are those of its test_s3.py.
 */

type Recorded = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const RECORDED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recordedS3.vectors.json'), 'utf8'),
) as Recorded;

const CASES = Object.entries(RECORDED).flatMap(([name, answers]) =>
  Object.entries(answers).map(([answer, content]) => [`${name} ${answer}`, content] as const),
);

interface Use {
  readonly method?: HttpMethod;
  readonly style?: HostStyle;
  readonly expires?: number;
  /** Headers that are signed. */
  readonly signed?: readonly Pair[];
  /** Headers that are sent; absent: those that were signed. */
  readonly sent?: readonly Pair[];
  readonly change?: (query: string) => string;
  /** How many seconds after signing. */
  readonly used?: number;
}

const elementsOf = (xml: string): Record<string, string> =>
  Object.fromEntries(
    [...xml.matchAll(/<([\w-]+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [
      name,
      unescapeXml(text),
    ]),
  );

/** Our answer to the use of a presigned URL, in the form of the recordings; those of exceptions have no status. */
const uses = (use: Use) => (): unknown => {
  const { method = 'PUT', style = 'virtual-hosted', signed = [], expires = 60 } = use;
  const { url } = presign({
    method,
    ...addressOf({ bucket: BUCKET, key: KEY, region: REGION, style }),
    signer: signerOf(USER_KEY),
    region: REGION,
    service: 's3',
    date: START,
    expires: seconds(expires),
    headers: signed,
  });
  const parts = parsePresignedUrl(url);
  if (!parts) throw new Error(url);
  const { answer } = answerS3(
    { ...WORLD, now: after(START, seconds(use.used ?? 1)) },
    {
      method,
      host: parts.host,
      path: parts.rawPath,
      query: use.change?.(parts.rawQuery) ?? parts.rawQuery,
      headers: [['Host', parts.host], ...(use.sent ?? signed)],
      body: '',
    },
  );
  return {
    ...(answer.status >= 400 && { Error: elementsOf(answer.body) }),
    StatusCode: answer.status,
  };
};

const wrongSignature = (query: string): string =>
  query.replace(/X-Amz-Signature=\w+/, 'X-Amz-Signature=invalid');

const URL = 'TestS3PresignedUrl::test_';
const CHUNKED = `${URL}put_object_with_md5_and_chunk_signature_bad_headers[s3v4-True]`;
const HEADERS = `${URL}s3_put_presigned_url_with_different_headers[s3v4]`;
const TWICE = `${URL}s3_put_presigned_url_same_header_and_qs_parameter`;

const chunked: readonly Pair[] = [
  ['X-Amz-Content-Sha256', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'],
  ['X-Amz-Date', '20260115T120000Z'],
];
const plain: readonly Pair[] = [['Content-Type', 'text/plain']];

/** What is said of a bucket policy that cannot be read. */
const malformed = (text: string) => () => {
  const parsed = parsePolicy(text, 'bucket');
  const [problem] = 'problems' in parsed ? parsed.problems : [];
  return {
    Error: { Code: 'MalformedPolicy', Message: problem?.message },
    ResponseMetadata: { HTTPHeaders: {}, HTTPStatusCode: 400 },
  };
};

const POLICY = 'TestS3BucketPolicy::test_bucket_policy_exc';

const MATCHED: Readonly<Record<string, () => unknown>> = {
  [`${POLICY} put-empty-bucket-policy`]: malformed(''),
  [`${POLICY} put-bucket-policy-randomstring`]: malformed('random'),
  [`${POLICY} put-bucket-policy-empty-json`]: malformed('{}'),
  [`${CHUNKED} with-decoded-content-length`]: uses({
    signed: [['Content-MD5', 'a']],
    sent: [...chunked, ['x-amz-decoded-content-length', '9']],
  }),
  [`${CHUNKED} without-decoded-content-length`]: uses({
    signed: [['Content-MD5', 'a']],
    sent: chunked,
  }),
  [`${URL}s3_presigned_url_expired[s3v4] expired-exception`]: uses({
    method: 'GET',
    expires: 2,
    used: 3,
  }),
  [`${URL}presigned_url_signature_authentication_expired[s3v4-False] expired`]: uses({
    method: 'GET',
    style: 'path',
    expires: 1,
    used: 2,
  }),
  [`${URL}presigned_url_signature_authentication_expired[s3v4-True] expired`]: uses({
    method: 'GET',
    expires: 1,
    used: 2,
  }),
  [`${URL}s3_put_presigned_url_missing_sig_param[s3v4] missing-param-exception`]: uses({
    change: (query) => query.replace(/&X-Amz-Signature=\w+/, ''),
  }),
  [`${HEADERS} content-type-exception`]: uses({
    signed: plain,
    sent: [['Content-Type', 'text/html']],
  }),
  [`${HEADERS} content-type-response`]: uses({ sent: plain }),
  [`${HEADERS} wrong-content-encoding-response`]: uses({
    signed: [['Content-Encoding', 'identity']],
    sent: [['Content-Encoding', 'gzip']],
  }),
  [`${TWICE} double-header-query-string`]: uses({ change: (query) => `${query}&X-Amz-Expires=1` }),
  [`${TWICE} override-signed-qs`]: uses({ sent: [['X-Amz-Expires', '300']] }),
  [`${URL}presigned_double_encoded_credentials error-malformed`]: uses({
    method: 'GET',
    change: (query) => query.replaceAll('%2F', '%252F'),
  }),
  ...Object.fromEntries(
    (['path', 'virtual-hosted'] as const).flatMap((style, index) => {
      const name = `${URL}presigned_url_signature_authentication[s3v4-${index === 0 ? 'False' : 'True'}]`;
      const wrong = { style, change: wrongSignature };
      return [
        [`${name} invalid-get-1`, uses({ ...wrong, method: 'GET' })],
        [`${name} invalid-put-1`, uses({ ...wrong, method: 'PUT' })],
      ];
    }),
  ),
  ...Object.fromEntries(
    ['True', 'False'].flatMap((verifies) => {
      const name = `${URL}put_url_metadata_with_sig_s3v4[${verifies}]`;
      const signed: readonly Pair[] = [['x-amz-meta-foo', 'bar']];
      return [
        [`${name} no-meta-headers`, uses({ signed, sent: [] })],
        [`${name} wrong-meta-headers`, uses({ signed, sent: [['x-amz-meta-wrong', 'wrong']] })],
      ];
    }),
  ),
};

interface Upload {
  readonly sign?: Partial<SignForm>;
  readonly send?: Partial<SendForm>;
}

/** Our answer to a browser's form of 12 bytes. */
const uploads =
  ({ sign = {}, send = {} }: Upload) =>
  (): unknown => {
    const trace = simulate(WORLD, [
      {
        id: 'sign',
        kind: 'sign-form',
        at: START,
        by: 'site',
        credentials: { keyId: USER_KEY.id },
        bucket: BUCKET,
        key: KEY,
        region: REGION,
        expires: seconds(60),
        ...sign,
      },
      {
        id: 'send',
        kind: 'send-form',
        at: after(START, seconds(1)),
        by: 'browser',
        to: 's3',
        form: 'sign',
        file: { name: 'file', body: 'abcdefghijkl' },
        edits: [],
        ...send,
      },
    ]);
    const last = trace.steps.at(-1);
    if (last?.row !== 'answer') throw new Error('An upload is answered');
    const text = last.artifacts.find(({ kind }) => kind === 'response')?.text ?? '';
    // An empty element was recorded as null.
    const elements = Object.entries(elementsOf(text)).map(([name, value]) => [name, value || null]);
    return { Error: Object.fromEntries(elements) as unknown, StatusCode: last.status };
  };

const drops = (...names: readonly string[]): Upload => ({
  send: { edits: names.map((name) => ({ kind: 'drop-field', name })) },
});

const REDIRECT = 'success_action_redirect';

/** A form whose policy has one more condition, of any form. */
const under = (condition: unknown, value = 'http://localhost.test/random'): Upload => ({
  // What a signer writes may be no condition at all.
  sign: { conditions: [condition as PostCondition] },
  send: { edits: [{ kind: 'set-field', name: REDIRECT, value }] },
});

const POST = 'TestS3PresignedPost::test_post_';
const EQ = `${POST}object_policy_conditions_validation_eq`;
const STARTS = `${POST}object_policy_conditions_validation_starts_with`;
const SIZE = `${POST}object_policy_validation_size`;
const AUTH_FIELDS = ['algorithm', 'credential', 'date', 'signature'].map((name) => `x-amz-${name}`);

const FORMS: Readonly<Record<string, () => unknown>> = {
  [`${POST}request_expires exception`]: uploads({ send: { at: after(START, seconds(61)) } }),
  [`${POST}request_malformed_policy[s3v4] exception-policy`]: uploads({
    send: { edits: [{ kind: 'set-field', name: 'policy', value: 'invalid' }] },
  }),
  [`${POST}request_missing_signature[s3v4] exception-missing-signature`]: uploads(
    drops('x-amz-signature'),
  ),
  [`${POST}request_missing_fields[s3v4] exception-missing-fields`]: uploads(
    drops('x-amz-algorithm'),
  ),
  [`${POST}request_missing_fields[s3v4] exception-no-sig-related-fields`]: uploads(
    drops('policy', ...AUTH_FIELDS),
  ),
  [`${POST}object_with_wrong_content_type invalid-content-type-error`]: uploads({
    send: { enctype: 'application/x-www-form-urlencoded' },
  }),
  [`${SIZE} invalid-content-length-too-big`]: uploads({
    sign: { conditions: [['content-length-range', 5, 10]] },
  }),
  [`${SIZE} invalid-content-length-too-small`]: uploads({
    sign: { conditions: [['content-length-range', 5, 10]] },
    send: { file: { name: 'file', body: 'a' } },
  }),
  [`${EQ} invalid-condition-eq`]: uploads(
    under(['eq', `$${REDIRECT}`, 'http://localhost.test/random'], 'http://wrong.test'),
  ),
  [`${EQ} invalid-condition-missing-prefix`]: uploads(
    under(['eq', REDIRECT, 'http://localhost.test/random']),
  ),
  [`${EQ} invalid-condition-wrong-condition`]: uploads(
    under({ [REDIRECT]: 'http://localhost.test/random', acl: 'private' }),
  ),
  [`${EQ} invalid-condition-wrong-value-casing`]: uploads(
    under(['eq', `$${REDIRECT}`, 'HTTP://localhost.test/random']),
  ),
  [`${STARTS} invalid-condition-starts-with`]: uploads(
    under(['starts-with', `$${REDIRECT}`, 'http://localhost'], 'http://wrong.test'),
  ),
  [`${STARTS} invalid-condition-starts-with-casing`]: uploads(
    under(['starts-with', `$${REDIRECT}`, 'http://localhost'], 'HTTP://localhost.test/random'),
  ),
};

const VERSION_2 = 'Signature Version 2 signed it, which is recognised, not spoken';

const LEFT_OUT: readonly (readonly [which: RegExp, why: string])[] = [
  [/\[s3(?:-True|-False)?\] /, VERSION_2],
  [/with_sig_s3(?:\[| )/, VERSION_2],
  [
    /^TestS3PresignedPost::/,
    'of what a form stores its bytes and their type are kept: no ETag, tags, metadata or class',
  ],
  [
    /^TestS3(?:BucketPolicy)?::.*bucket_policy/,
    'a policy is put by an act: its API is not simulated',
  ],
  [/^TestS3PutObjectChecksum::/, 'objects have no checksums here'],
  [/^TestS3BucketLifecycle::/, 'objects have no lifecycle here'],
  [/test_s3_copy_md5/, 'CopyObject is not served'],
  [
    / (?:get|head)[_-]object(?:-\d)?$/,
    'of an object its bytes and their type are kept: no ETag, checksum or metadata',
  ],
];

const PLACEHOLDER = /^(?:<[a-z0-9:-]+>|host-id|date|datetime)$/;

const ANY_TEXT: unknown = expect.any(String);

/** A recording with its placeholders open. */
function opened(content: unknown): unknown {
  if (typeof content === 'string') {
    return PLACEHOLDER.test(content) ? ANY_TEXT : content;
  }
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, opened(value)]));
}

const OURS = { ...MATCHED, ...FORMS };

const matched = CASES.filter(([name]) => Object.hasOwn(OURS, name));
const left = CASES.filter(([name]) => !Object.hasOwn(OURS, name));

describe('an answer of AWS is ours, too', () => {
  test.each(matched)('%s', (name, content) => {
    const recorded = opened(content) as object;
    const ours = OURS[name]?.() as object;
    // What was read from an exception says nothing of its status.
    expect('StatusCode' in recorded ? ours : { ...ours, StatusCode: undefined }).toEqual(recorded);
  });

  test('every one that is listed was recorded', () => {
    expect(matched.map(([name]) => name).toSorted()).toEqual(Object.keys(OURS).toSorted());
  });
});

describe('an answer of AWS is left out for a reason', () => {
  test.each(left)('%s', (name) => {
    expect(LEFT_OUT.find(([which]) => which.test(name))?.[1]).toBeDefined();
  });

  test('every signature of Version 4 in a query that was refused is matched', () => {
    const refused = left.filter(
      ([name, content]) =>
        name.startsWith('TestS3PresignedUrl') && JSON.stringify(content).includes('"Error"'),
    );
    const others = refused.filter(([name]) => !LEFT_OUT.slice(0, 2).some(([v2]) => v2.test(name)));
    expect(others.map(([name]) => name)).toEqual([]);
  });

  test('no reason stands without a case', () => {
    const used = new Set(left.map(([name]) => LEFT_OUT.findIndex(([which]) => which.test(name))));
    expect(used).toEqual(new Set(LEFT_OUT.keys()));
  });
});
