import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act, SendForm, SignForm } from '../act.ts';
import { simulate } from '../everything.fixture.ts';
import { base64Encode } from '../sigv4/base64.ts';
import {
  ACCOUNT,
  BUCKET,
  OBJECT,
  policyOf,
  REGION,
  SESSION_KEY,
  START,
  USER,
  USER_KEY,
  withBucket,
  WORLD,
} from '../testWorld.fixture.ts';
import { after, minutes } from '../time.ts';
import type { Trace } from '../trace.ts';
import type { Bucket } from '../world.ts';
import { readFormPolicy } from './formPolicy.ts';
import { endOf, responseOf } from './use.fixture.ts';

/** Uploads by a browser's form: presigned-urls.md 1.6 and 5.6. */

interface Upload {
  readonly bucket?: Partial<Bucket>;
  readonly sign?: Partial<SignForm>;
  readonly send?: Partial<SendForm>;
}

/** Signs a form for a quarter of an hour and sends it ten minutes later with a small file. */
function uploaded({ bucket = {}, sign = {}, send = {} }: Upload): Trace {
  const script: readonly Act[] = [
    {
      id: 'sign',
      kind: 'sign-form',
      at: START,
      by: 'site',
      credentials: { keyId: USER_KEY.id },
      bucket: BUCKET,
      key: 'photos/${filename}',
      region: REGION,
      expires: minutes(15),
      ...sign,
    },
    {
      id: 'send',
      kind: 'send-form',
      at: after(START, minutes(10)),
      by: 'browser',
      to: 's3',
      form: 'sign',
      file: { name: 'rex.jpg', body: 'abcdef' },
      edits: [],
      ...send,
    },
  ];
  return simulate(withBucket(WORLD, bucket), script);
}

const set = (name: string, value: string): Partial<SendForm> => ({
  edits: [{ kind: 'set-field', name, value }],
});
const drop = (...names: string[]): Partial<SendForm> => ({
  edits: names.map((name) => ({ kind: 'drop-field', name })),
});
const limited = (min: number, max: number): Partial<SignForm> => ({
  conditions: [['content-length-range', min, max]],
});
const redirecting: Partial<SignForm> = {
  fields: { success_action_redirect: 'http://localhost.test/random' },
};
const refused = 'AccessDenied Invalid according to Policy:';
const field = (name: string) =>
  `s3.form-complete: 400 InvalidArgument Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`;

test.each<readonly [string, Upload, string]>([
  ['it is granted', {}, 'granted'],
  ['a session signs too', { sign: { credentials: { keyId: SESSION_KEY.id } } }, 'granted'],
  [
    'its policy has expired',
    { send: { at: after(START, minutes(16)) } },
    `s3.form-alive: 403 ${refused} Policy expired.`,
  ],
  ['the last second counts', { send: { at: after(START, minutes(15)) } }, 'granted'],
  [
    'a field is another',
    { sign: redirecting, send: set('success_action_redirect', 'http://wrong.test') },
    `s3.form-conditions: 403 ${refused} Policy Condition failed: ["eq", "$success_action_redirect", "http://localhost.test/random"]`,
  ],
  [
    'values are compared to the letter',
    { sign: redirecting, send: set('success_action_redirect', 'HTTP://localhost.test/random') },
    `s3.form-conditions: 403 ${refused} Policy Condition failed: ["eq", "$success_action_redirect", "http://localhost.test/random"]`,
  ],
  [
    'the key begins otherwise',
    { send: set('key', 'index.html') },
    `s3.form-conditions: 403 ${refused} Policy Condition failed: ["starts-with", "$key", "photos/"]`,
  ],
  [
    'a field is not covered',
    { send: set('x-amz-meta-a', '1') },
    `s3.form-covered: 403 ${refused} Extra input fields: x-amz-meta-a`,
  ],
  ['what S3 shall ignore needs no cover', { send: set('x-ignore-a', '1') }, 'granted'],
  ['there is no signature', { send: drop('x-amz-signature') }, field('X-Amz-Signature')],
  ['there is no algorithm', { send: drop('x-amz-algorithm') }, field('X-Amz-Algorithm')],
  [
    'nobody signed',
    {
      send: drop('policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-signature'),
    },
    's3.form-complete: 403 AccessDenied Access Denied',
  ],
  [
    'it is not multipart',
    { send: { enctype: 'application/x-www-form-urlencoded' } },
    's3.form-complete: 412 PreconditionFailed At least one of the pre-conditions you specified did not hold',
  ],
  [
    'the policy was altered',
    { send: set('policy', base64Encode('{"expiration":"2030-01-01T00:00:00Z","conditions":[]}')) },
    's3.signature-matches: 403 SignatureDoesNotMatch The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  [
    'the file is too large',
    { sign: limited(1, 5) },
    's3.form-size: 400 EntityTooLarge Your proposed upload exceeds the maximum allowed size',
  ],
  [
    'the file is too small',
    { sign: limited(7, 10) },
    's3.form-size: 400 EntityTooSmall Your proposed upload is smaller than the minimum allowed size',
  ],
  ['bounds are included', { sign: limited(6, 6) }, 'granted'],
  [
    'the Region is wrong',
    { send: set('x-amz-credential', `${USER_KEY.id}/20260115/us-east-1/s3/aws4_request`) },
    `s3.credential-scope: 400 InvalidArgument the region 'us-east-1' is wrong; expecting '${REGION}'`,
  ],
  [
    'a list is asked for where there are none',
    { sign: { fields: { acl: 'public-read' } } },
    's3.acl-accepted: 400 AccessControlListNotSupported The bucket does not allow ACLs',
  ],
])('%s', (_, upload, end) => {
  expect(endOf(uploaded(upload))).toBe(end);
});

test.each([
  ['policy', 'e30=', ['policy']],
  ['x-amz-signature', '0'.repeat(64), []],
])(
  'a form whose %s was changed after signing is told so, of its policy alone',
  (name, value, differs) => {
    const check = uploaded({ send: set(name, value) }).steps.find(
      (step) => step.row === 'check' && step.check.rule === 's3.signature-matches',
    );
    expect(check).toMatchObject({ check: { result: 'fail', evidence: { differs } } });
  },
);

describe('the error', () => {
  test('of an altered policy shows what was signed, and no canonical request', () => {
    const response = responseOf(uploaded({ send: set('policy', 'e30=') }));
    expect(response).toContain('<StringToSign>e30=</StringToSign>');
    expect(response).not.toContain('CanonicalRequest');
  });

  test('of a size names both', () => {
    expect(responseOf(uploaded({ sign: limited(1, 5) }))).toContain(
      '<ProposedSize>6</ProposedSize>\n  <MaxSizeAllowed>5</MaxSizeAllowed>',
    );
    expect(responseOf(uploaded({ sign: limited(7, 9) }))).toContain(
      '<ProposedSize>6</ProposedSize>\n  <MinSizeAllowed>7</MinSizeAllowed>',
    );
  });

  test('of a wrong type names the condition', () => {
    const send = { enctype: 'application/x-www-form-urlencoded' } as const;
    expect(responseOf(uploaded({ send }))).toContain(
      '<Condition>Bucket POST must be of the enclosure-type multipart/form-data</Condition>',
    );
  });
});

describe('policies at use', () => {
  test('they see a form: s3:authType is POST, and its signature has an age', () => {
    const guard = (Condition: Parameters<typeof policyOf>[2]['Condition'] & object) => ({
      policy: policyOf('Guard', 'bucket', {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${BUCKET}/*`,
        Condition,
      }),
    });
    const denied = `s3.signer-allowed: 403 AccessDenied User: ${USER} is not authorized to perform: s3:PutObject on resource: "${OBJECT.replace('report.pdf', 'photos/rex.jpg')}" with an explicit deny in a resource-based policy`;
    const byForm = guard({ StringEquals: { 's3:authType': 'POST' } });
    const byAge = guard({ NumericGreaterThan: { 's3:signatureAge': '599999' } });
    expect(endOf(uploaded({ bucket: byForm }))).toBe(denied);
    expect(endOf(uploaded({ bucket: byAge }))).toBe(denied);
  });
});

describe('what is stored', () => {
  test('is the file under the key with its name', () => {
    const trace = uploaded({ sign: { fields: { 'Content-Type': 'image/jpeg' } } });
    const stored = trace.steps.at(-1)?.world.accounts[ACCOUNT]?.buckets[BUCKET]?.objects;
    expect(stored?.['photos/rex.jpg']).toEqual({ contentType: 'image/jpeg', body: 'abcdef' });
  });
});

describe('the answer', () => {
  const answer = (fields: Readonly<Record<string, string>>) =>
    responseOf(uploaded({ sign: { fields } }));
  const place = `https://${BUCKET}.s3.${REGION}.amazonaws.com/photos/rex.jpg`;

  test('is 204, unless the form asks for another status', () => {
    expect(answer({})).toMatch(/^HTTP\/1\.1 204 No Content\n/);
    expect(answer({ success_action_status: '200' })).toMatch(/^HTTP\/1\.1 200 OK\n/);
    expect(answer({ success_action_status: '418' })).toMatch(/^HTTP\/1\.1 204 /);
    const created = answer({ success_action_status: '201' });
    expect(created).toMatch(/^HTTP\/1\.1 201 Created\n/);
    expect(created).toContain(`<Location>${place}</Location>`);
  });

  test('sends the browser on where the form asks for it', () => {
    const sent = answer({ success_action_redirect: 'https://pets.example.com/thanks' });
    expect(sent).toMatch(/^HTTP\/1\.1 303 See Other\n/);
    expect(sent).toContain(
      `\nLocation: https://pets.example.com/thanks?bucket=${BUCKET}&key=photos%2Frex.jpg`,
    );
  });
});

test('a policy is read with what is wrong in it', () => {
  const read = (document: unknown) => readFormPolicy(base64Encode(JSON.stringify(document)));
  const expiration = '2026-01-15T12:15:00Z';
  expect(read({ expiration, conditions: [{ acl: 'private' }] })?.fields).toHaveLength(1);
  for (const condition of [{ a: '1', b: '2' }, {}, ['like', '$key', 'a'], 'key', 7]) {
    expect(read({ expiration, conditions: [condition] })).toMatchObject({ isFlawed: true });
  }
  expect(read({ expiration: 'soon', conditions: [] })).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readFormPolicy(text)).not.toThrow();
    }),
  );
});
