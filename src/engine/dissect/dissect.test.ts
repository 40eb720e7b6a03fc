import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { promised } from '../never.ts';
import { POST_POLICY_VECTORS, QUERY_VECTORS } from '../sigv4/sigv4.vectors.ts';
import { base64Encode } from '../sigv4/base64.ts';
import { presign } from '../sigv4/presign.ts';
import suite from '../sigv4/suite.vectors.json' with { type: 'json' };
import { after, at, isoDate, parseAmzDate, seconds } from '../time.ts';
import { LONGEST_READ } from './damage.ts';
import { dissect, remarksAt } from './dissect.ts';
import type { Dissection } from './dissect.ts';
import { V2_URLS, V4A_URLS } from './dissect.vectors.ts';
import { REMARKS } from './remark.ts';
import type { DissectedUrl } from './url.ts';

const NOON = at('2026-01-15T12:00:00Z');

const GOOD = presign({
  method: 'GET',
  host: 'reports.s3.eu-west-1.amazonaws.com',
  path: '/2026/summary.pdf',
  signer: {
    accessKeyId: 'ASIAQAAAAAAAAEXAMPLE',
    secretAccessKey: 'EXAMPLEKEY',
    sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE+/==',
  },
  region: 'eu-west-1',
  service: 's3',
  date: NOON,
  expires: seconds(3600),
}).url;

function url(text: string): DissectedUrl {
  const read = dissect(text);
  if (read.kind !== 'url') throw new Error(`Not read as a URL but as ${JSON.stringify(read)}`);
  return read;
}

const ids = (text: string, now = NOON): readonly string[] => {
  const read = dissect(text);
  return read.kind === 'url' || read.kind === 'post-policy'
    ? remarksAt(read, now).map(({ id }) => id)
    : [];
};

/** What vectors without Region in their host or with made-up keys may still be told. */
const EXPECTED_OF_VECTORS = new Set(['headers-needed', 'no-https', 'double-encoded-key']);

describe('a URL of a published vector', () => {
  test.each(QUERY_VECTORS.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    const read = url(vector.expected.url);
    const from = promised(parseAmzDate(vector.date), 'vectors have dates');
    expect(read).toMatchObject({
      signing: 'v4',
      signedHeaders: vector.signedHeaders.split(';'),
      signer: {
        keyId: vector.signer.accessKeyId,
        hasToken: vector.expected.url.includes('X-Amz-Security-Token'),
        scope: { region: vector.region, service: vector.service, day: vector.date.slice(0, 8) },
      },
      life: { from, until: after(from, seconds(vector.expires)) },
    });
    expect(read.parts.find(({ kind }) => kind === 'path')?.value).toBe(vector.path);
    const query = read.parts.filter(({ kind }) => kind === 'parameter');
    expect(query.map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining(vector.query.map(([name, value]) => [name, value])),
    );
    expect(read.remarks.map(({ id }) => id).filter((id) => !EXPECTED_OF_VECTORS.has(id))).toEqual(
      vector.expires > 604_800 ? ['over-seven-days'] : [],
    );
  });

  test.each(Object.entries(suite.cases))('AWS suite %s', (_, files) => {
    const [, target = ''] = /^\S+ (.*) HTTP/.exec(files['query-signed-request.txt']) ?? [];
    const { signature, context } = {
      signature: files['query-signature.txt'].trim(),
      context: files['context.json'],
    };
    const read = url(`https://example.amazonaws.com${encodeURI(decodeURI(target))}`);
    expect(read).toMatchObject({
      signing: 'v4',
      signer: {
        keyId: context.credentials.access_key_id,
        scope: { region: context.region, service: context.service },
      },
    });
    expect(read.parts.find(({ name }) => name === 'X-Amz-Signature')?.value).toBe(signature);
  });

  test.each(V4A_URLS.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const read = url(row.url);
    expect(read).toMatchObject({
      signing: 'v4a',
      signedHeaders: row.signedHeaders,
      signer: {
        keyId: 'AKIDEXAMPLE',
        hasToken: row.hasToken,
        scope: { regionSet: 'us-east-1', service: 'service', day: '20150830' },
      },
      life: { from: at('2015-08-30T12:36:00Z'), until: at('2015-08-30T13:36:00Z') },
    });
    expect(read.signer?.scope).not.toHaveProperty('region');
    expect(read.remarks.filter(({ id }) => id !== 'headers-needed')).toEqual([]);
  });

  test.each(V2_URLS.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const read = url(row.url);
    expect(read).toMatchObject({
      signing: 'v2',
      host: { style: 'virtual-hosted', bucket: 'johnsmith', key: 'photos/puppy.jpg' },
      signer: { keyId: 'AKIAIOSFODNN7EXAMPLE', kind: 'long-term' },
      life: { until: row.expires * 1000 },
    });
    expect(ids(row.url, at('2026-01-15T12:00:00Z'))).toEqual(['expired', 'old-signing']);
  });
});

describe('a POST policy', () => {
  const [vector] = POST_POLICY_VECTORS;
  const document = vector?.policy ?? '';
  const encoded = vector?.expected.stringToSign ?? '';
  const form = JSON.stringify({ url: 'https://b.s3.amazonaws.com/', fields: { policy: encoded } });

  test.each([
    ['JSON', document, false],
    ['base64', encoded, true],
    ['base64 in lines', encoded.replace(/.{76}/g, '$&\r\n'), true],
    ['the answer of an SDK', form, true],
  ])('as %s is taken apart', (_, text, isDecoded) => {
    const read = dissect(text);
    expect(read).toMatchObject({
      kind: 'post-policy',
      text: document,
      isDecoded,
      signer: {
        keyId: 'AKIAIOSFODNN7EXAMPLE',
        scope: { day: '20151229', region: 'us-east-1', service: 's3' },
      },
      life: { from: at('2015-12-29T00:00:00Z'), until: at('2015-12-30T12:00:00Z') },
      size: undefined,
    });
    const parts = read.kind === 'post-policy' ? read.parts : [];
    expect(parts.map(({ name }) => name)).toEqual([
      'expiration',
      'bucket',
      'key',
      'acl',
      'success_action_redirect',
      'Content-Type',
      'x-amz-meta-uuid',
      'x-amz-server-side-encryption',
      'x-amz-meta-tag',
      'x-amz-credential',
      'x-amz-algorithm',
      'x-amz-date',
    ]);
    expect(parts.map(({ raw }) => JSON.parse(raw) as unknown)).toHaveLength(12);
    expect(ids(text)).toEqual(['expired', 'policy-open', 'policy-any-size']);
  });

  test.each([
    ['{"expiration":"soon","conditions":[]}', 'policy-bad-expiration'],
    ['{"conditions":[]}', 'policy-no-expiration'],
    ['{"expiration":"2026-01-15T13:00:00Z"}', 'policy-no-conditions'],
    ['{"conditions":[{"a":"b","c":"d"}]}', 'policy-bad-condition'],
    ['{"conditions":[["eq","key","x"]]}', 'policy-bad-condition'],
    ['{"conditions":[["content-length-range",0,"x"]]}', 'policy-bad-condition'],
    ['{"conditions":[["starts-with","$key",""]]}', 'policy-open'],
    ['{"conditions":[{"x-amz-credential":"AKIA/x"}]}', 'credential-malformed'],
    ['{"conditions":[{"bucket":"b"}]}', 'policy-missing'],
  ])('%s is told %s', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  test('says how large a file may be', () => {
    expect(dissect('{"conditions":[["content-length-range", 1, "1048576"]]}')).toMatchObject({
      size: { min: '1', max: '1048576' },
    });
  });
});

describe('a host', () => {
  const scope = '?X-Amz-Credential=AKID/20260115/r/s3/aws4_request';
  test.each([
    [
      'b.s3.eu-west-1.amazonaws.com/k/x',
      { style: 'virtual-hosted', bucket: 'b', key: 'k/x', region: 'eu-west-1' },
    ],
    [
      'b.s3-eu-west-1.amazonaws.com/k',
      { style: 'virtual-hosted', bucket: 'b', region: 'eu-west-1' },
    ],
    ['my.dotted.b.s3.amazonaws.com/k', { style: 'virtual-hosted', bucket: 'my.dotted.b' }],
    [
      's3.us-gov-west-1.amazonaws.com/b/k%20x',
      { style: 'path-style', bucket: 'b', key: 'k x', region: 'us-gov-west-1' },
    ],
    ['s3.amazonaws.com/b', { style: 'path-style', bucket: 'b' }],
    [
      'b.s3.dualstack.us-west-2.amazonaws.com/k',
      { bucket: 'b', isDualStack: true, region: 'us-west-2' },
    ],
    ['b.s3-fips.us-east-1.amazonaws.com/k', { bucket: 'b', isFips: true }],
    [
      'b.s3-fips.dualstack.us-east-1.amazonaws.com/k',
      { bucket: 'b', isFips: true, isDualStack: true },
    ],
    [
      'b.s3-accelerate.dualstack.amazonaws.com/k',
      { bucket: 'b', isAccelerated: true, isDualStack: true },
    ],
    ['b.s3.cn-north-1.amazonaws.com.cn/k', { bucket: 'b', isChina: true, region: 'cn-north-1' }],
    [
      'finance-ap-111122223333.s3-accesspoint.us-west-2.amazonaws.com/k',
      { style: 'access-point', accessPoint: 'finance-ap', account: '111122223333', key: 'k' },
    ],
    [
      'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com/k',
      { style: 'multi-region', accessPoint: 'mfzwi23gnjvgw.mrap' },
    ],
    [
      'b.s3-website-us-east-1.amazonaws.com/k',
      { style: 'website', bucket: 'b', region: 'us-east-1' },
    ],
    ['b.s3-website.eu-central-1.amazonaws.com/k', { style: 'website', region: 'eu-central-1' }],
    ['sts.us-east-1.amazonaws.com:443/', { style: 'service', service: 'sts', region: 'us-east-1' }],
    ['sts.amazonaws.com/', { style: 'service', service: 'sts' }],
    [
      'a1b2.execute-api.eu-west-1.amazonaws.com/prod',
      { style: 'service', service: 'execute-api', region: 'eu-west-1' },
    ],
    ['x-ats.iot.eu-west-1.amazonaws.com/mqtt', { style: 'service', service: 'iot' }],
    ['localhost:9000/b/k', { style: 'unknown' }],
    ['s3.amazonaws.com.evil.example/b', { style: 'unknown' }],
  ])('%s is read', (address, expected) => {
    expect(url(`https://${address}${scope}`).host).toMatchObject(expected);
  });
});

const edited = (from: string | RegExp, to: string): string => {
  const text = GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  return text;
};

describe('a mistake', () => {
  test('is not found where there is none', () => {
    expect(ids(GOOD)).toEqual([]);
    expect(ids(GOOD.replace('https', 'wss'))).toEqual([]);
  });

  test.each([
    ['expired', GOOD, '2026-01-15T13:00:01Z'],
    ['not-yet-valid', GOOD, '2026-01-15T11:44:59Z'],
  ])('%s at a moment', (id, text, now) => {
    expect(ids(text, at(now))).toEqual([id]);
  });

  test('of time is none up to the last second, nor a quarter of an hour before', () => {
    expect(ids(GOOD, at('2026-01-15T13:00:00Z'))).toEqual([]);
    expect(ids(GOOD, at('2026-01-15T11:45:00Z'))).toEqual([]);
  });

  const date = /X-Amz-Date=\w+/;
  const MISTAKES = [
    ['wrapped', `"${GOOD}"`],
    ['wrapped', `<${GOOD}>`],
    ['surrounded', `curl -o x '${GOOD}' -v`],
    ['surrounded', `See ${GOOD} for more`],
    ['entities', GOOD.replaceAll('&', '&amp;')],
    ['entities', GOOD.replaceAll('&', '&#38;')],
    ['white-space', edited('&X-Amz-Date', '\n  &X-Amz-Date')],
    ['white-space', edited('summary', 'the summary')],
    ['json-escapes', GOOD.replaceAll('&', '\\u0026')],
    ['no-scheme', edited('https://', '')],
    ['token', base64Encode(GOOD)],
    ['shortened', edited(/.{20}$/, '…')],
    ['fragment', `${GOOD}#page=2`],
    ['no-https', edited('https', 'http')],
    ['two-versions', `${GOOD}&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE`],
    ['missing-parameter', edited(date, '')],
    ['repeated-parameter', `${GOOD}&X-Amz-Expires=3600`],
    ['name-case', edited('X-Amz-Expires', 'x-amz-expires')],
    ['unknown-algorithm', edited('HMAC-SHA256', 'HMAC-SHA1')],
    ['double-encoded', edited(/%2F/g, '%252F')],
    ['double-encoded-key', edited('summary', 'a%2520summary')],
    ['credential-malformed', edited('%2Fs3%2F', '%2F')],
    ['wrong-terminal', edited('aws4_request', 'aws5_request')],
    ['wrong-service', edited('%2Fs3%2F', '%2Fsns%2F')],
    ['wrong-region', edited('%2Feu-west-1%2F', '%2Fus-east-1%2F')],
    ['bad-scope-date', edited('%2F20260115%2F', '%2F2026-01-15%2F')],
    ['scope-date-differs', edited('%2F20260115%2F', '%2F20260114%2F')],
    ['bad-date', edited(date, 'X-Amz-Date=2026-01-15T12:00:00Z')],
    ['expires-no-number', edited('Expires=3600', 'Expires=1h')],
    ['expires-negative', edited('Expires=3600', 'Expires=-5')],
    ['expires-zero', edited('Expires=3600', 'Expires=0')],
    ['over-seven-days', edited('Expires=3600', 'Expires=604801')],
    ['no-access-key', edited('ASIA', 'AROA')],
    ['token-missing', edited(/X-Amz-Security-Token=[^&]*&/, '')],
    ['token-unneeded', edited('ASIA', 'AKIA')],
    ['bare-plus', edited('%2B', '+')],
    ['host-unsigned', edited('SignedHeaders=host', 'SignedHeaders=range')],
    ['headers-needed', edited('SignedHeaders=host', 'SignedHeaders=host%3Bx-amz-acl')],
    ['headers-order', edited('SignedHeaders=host', 'SignedHeaders=x-amz-acl%3Bhost')],
    ['headers-order', edited('SignedHeaders=host', 'SignedHeaders=host%3BX-Amz-Acl')],
    ['signature-malformed', edited(/.$/, '')],
    ['signature-malformed', edited(/[\da-f]{64}$/, 'A'.repeat(64))],
    ['broken-escape', `${GOOD}&x=%E0%A4%A`],
    ['needs-v4a', edited('reports.s3.eu-west-1', 'a.mrap.accesspoint.s3-global')],
    ['website-host', edited('.s3.', '.s3-website.')],
  ] as const;

  test.each(MISTAKES)('%s is found', (id, text) => {
    expect(ids(text)).toContain(id);
  });

  test('of a link around the URL is found', () => {
    const text = `https://safelinks.example/?url=${encodeURIComponent(GOOD)}&data=1`;
    expect(ids(text)).toEqual(['link-around']);
  });

  test('of 604800 seconds is none', () => {
    expect(ids(edited('Expires=3600', 'Expires=604800'))).toEqual([]);
  });

  test('stands where it is made', () => {
    const text = `  '${edited('Expires=3600', 'Expires=604801')}'`;
    const read = url(text);
    const found = remarksAt(read, NOON).find(({ id }) => id === 'over-seven-days');
    expect(text.slice(found?.at.from, found?.at.to)).toBe('X-Amz-Expires=604801');
  });

  test('of a date ahead stands at the date, and not at the lifetime', () => {
    const found = remarksAt(url(GOOD), at('2026-01-15T11:44:59Z')).find(
      ({ id }) => id === 'not-yet-valid',
    );
    expect(GOOD.slice(found?.at.from, found?.at.to)).toMatch(/^X-Amz-Date=/);
  });

  test('of a form is that it is one, whatever URL it names', () => {
    const form = `<form action="${GOOD}" method="post"><input name="policy" value="x"></form>`;
    expect(dissect(form)).toMatchObject({ kind: 'unreadable', why: 'form' });
  });

  test('of each kind is found in some URL', () => {
    const elsewhere = ['too-long', 'link-around', 'old-signing', 'expired', 'not-yet-valid'];
    const found = new Set<string>([...MISTAKES.map(([id]) => id), ...elsewhere]);
    expect(
      Object.keys(REMARKS).filter((id) => !id.startsWith('policy-') && !found.has(id)),
    ).toEqual([]);
  });
});

const tokenOf = (text: string): string =>
  base64Encode(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

describe('damage', () => {
  test.each([
    ['entities', GOOD.replaceAll('&', '&amp;')],
    ['JSON', GOOD.replaceAll('&', '\\u0026')],
    ['an encoding as a token', `k8s-aws-v1.${tokenOf(GOOD)}`],
    ['line breaks', GOOD.replace(/.{60}/g, '$&\n')],
    ['quotes', `“${GOOD}”`],
    ['a command around', `curl "${GOOD}" --output x`],
  ])('by %s is seen through', (_, text) => {
    const whole = url(GOOD);
    const read = url(text);
    const values = (of: DissectedUrl) =>
      of.parts.map(({ name, value }) => [name, value.replace(/\s/g, '')]);
    expect(values(read)).toEqual(values(whole));
    expect(read.life?.until).toBe(whole.life?.until);
  });
});

describe('what is no URL', () => {
  test.each([
    ['', 'nothing'],
    [' \n', 'nothing'],
    ['hello', 'text'],
    ['https://', 'no-host'],
    ['https%3A%2F%2Fb.s3.amazonaws.com%2Fk%3FX-Amz-Date%3D1', 'encoded-url'],
    ['s3://bucket/key', 's3-uri'],
    ['arn:aws:s3:::bucket/key', 'arn'],
    ['b.s3.amazonaws.com/k?versionId=1', 'no-scheme'],
    ['aHR0cHM6', 'text'],
    ['k8s-aws-v1.aHR0aHR0', 'text'],
    ['X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=1', 'query-only'],
    ['Authorization: AWS4-HMAC-SHA256 Credential=AKID/x', 'header'],
    ['ftp://example.com/x', 'other-scheme'],
    ['{"a":1}', 'json'],
    ['{"expiration":', 'json'],
    ['eyJhIjoxfQ==', 'base64'],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'secret'],
    ['aws_secret_access_key = x', 'secret'],
    ['{"Credentials":{"SecretAccessKey":"x"}}', 'secret'],
  ])('%s is %s', (text, expected) => {
    const read = dissect(text);
    expect(read.kind === 'unreadable' ? read.why : read.kind).toBe(expected);
  });
});

/** Every range of a dissection with the text it lies in. */
function rangesOf(text: string, read: Dissection) {
  if (read.kind === 'nothing') return [];
  if (read.kind === 'unreadable') return [{ ...read.at, within: text }];
  return [...read.parts, ...remarksAt(read, NOON).map(({ at: where }) => where)].map(
    ({ from, to }) => ({ from, to, within: read.text }),
  );
}

function expectInside(text: string): void {
  const read = dissect(text);
  for (const { from, to, within } of rangesOf(text, read)) {
    if (!(from >= 0 && from <= to && to <= within.length)) {
      throw new Error(`${from} to ${to} is not inside ${within.length} of ${text.slice(0, 200)}`);
    }
  }
  if (read.kind === 'url' || read.kind === 'post-policy') {
    if (read.life) isoDate(read.life.until);
    for (const { from, to, raw, valueFrom } of read.parts) {
      if (read.kind === 'url' && read.text.slice(valueFrom, to) !== raw) {
        throw new Error(`${raw} does not stand at ${from}`);
      }
    }
  }
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    'https://',
    'HTTP://',
    'b.s3.eu-west-1.amazonaws.com',
    '/',
    '?',
    '&',
    '&amp;',
    '&#38;',
    '#',
    '=',
    '%',
    '%25',
    '%2F',
    '%ff',
    '+',
    ' ',
    '\n',
    '"',
    "'",
    '<',
    '>',
    '…',
    'X-Amz-Date=',
    '20260115T120000Z',
    'X-Amz-Expires=',
    '99999999999999999999',
    'X-Amz-Credential=',
    'AKIAIOSFODNN7EXAMPLE',
    '20260115',
    'us-east-1',
    's3',
    'aws4_request',
    'X-Amz-Signature=',
    'Expires=',
    'AWSAccessKeyId=',
    'Signature=',
    'X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256',
    '{"conditions":[',
    ']}',
    '{"expiration":"',
    'wss://',
    '\\u0026',
    'k8s-aws-v1.aHR0cHM6Ly9h',
    '"}',
    '["starts-with","$key",""]',
    '\uD800',
    '\u0000',
    '\u202E',
    'eyJ',
    '__proto__',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
    fc
      .tuple(fc.nat(GOOD.length), fc.nat(20), fc.array(pieces, { maxLength: 3 }))
      .map(([from, cut, put]) => GOOD.slice(0, from) + put.join('') + GOOD.slice(from + cut)),
    fc
      .array(pieces, { maxLength: 12 })
      .map((list) => `{"expiration":"x","conditions":[${list.join('')}]}`),
  );

  test('is dissected without a throw, all places inside it, 10,000 times', () => {
    fc.assert(fc.property(texts, expectInside), { numRuns: 10_000 });
  });

  test.each([
    ['a megabyte of letters', 'a'.repeat(1_000_000)],
    ['a megabyte of white space', `${' '.repeat(1_000_000)}x`],
    ['a megabyte of ampersands', `https://x.amazonaws.com/?${'a&'.repeat(500_000)}`],
    ['a megabyte of percent signs', `https://x.amazonaws.com/${'%25'.repeat(333_333)}`],
    ['a megabyte of a host', `https://${'a.'.repeat(500_000)}amazonaws.com/`],
    ['a megabyte of hash signs', `https://a/${'&#'.repeat(500_000)}`],
    ['a megabyte of brackets', '{"conditions":'.repeat(70_000)],
    ['a megabyte of base64', 'eyJ9'.repeat(250_000)],
    ['a megabyte of quotes', `"https://${'"'.repeat(1_000_000)}`],
  ])('that is %s is dissected', (_, text) => {
    expect(() => expectInside(text)).not.toThrow();
  });

  test('that is too long is read as far as URLs go, and says so', () => {
    const read = url(`${GOOD}&x=${'a'.repeat(1_000_000)}`);
    expect(read.life?.until).toBe(at('2026-01-15T13:00:00Z'));
    expect(read.remarks.find(({ id }) => id === 'too-long')?.at.from).toBe(LONGEST_READ);
  });
});
