import { describe, expect, test } from 'vitest';
import { at, seconds } from '../time.ts';
import { presign, type PresignInput } from './presign.ts';

const INPUT: PresignInput = {
  method: 'GET',
  host: 'examplebucket.s3.eu-central-1.amazonaws.com',
  path: '/report.pdf',
  signer: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
  region: 'eu-central-1',
  service: 's3',
  date: at('2026-01-15T23:59:59Z'),
  expires: seconds(900),
};

/** The query of the URL, read by the platform and not by us. */
const queryOf = (change: Partial<PresignInput>) =>
  new URL(presign({ ...INPUT, ...change }).url).searchParams;

describe('presign', () => {
  test('it is deterministic', () => {
    expect(presign(INPUT)).toEqual(presign({ ...INPUT }));
  });

  test('it puts the parameters in canonical order and the signature last', () => {
    const { signature, query, url } = presign({
      ...INPUT,
      query: [
        ['x-id', 'GetObject'],
        ['A', '1'],
      ],
    });
    expect([...new URL(url).searchParams.keys()]).toEqual([
      'A',
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-SignedHeaders',
      'x-id',
      'X-Amz-Signature',
    ]);
    expect(query.map(({ name }) => name)).toEqual([...new URL(url).searchParams.keys()]);
    expect(url.endsWith(`&X-Amz-Signature=${signature}`)).toBe(true);
  });

  test.each([0, -1, 604_800, 604_801])(
    'it checks no bound: %d seconds are signed as given',
    (expires) => {
      expect(queryOf({ expires: seconds(expires) }).get('X-Amz-Expires')).toBe(String(expires));
    },
  );

  test('it signs a session token, and has none without', () => {
    const signer = { ...INPUT.signer, sessionToken: 'a+b/c==' };
    const { canonicalRequest, url } = presign({ ...INPUT, signer });
    expect(canonicalRequest).toContain('&X-Amz-Security-Token=a%2Bb%2Fc%3D%3D&');
    expect(new URL(url).searchParams.get('X-Amz-Security-Token')).toBe('a+b/c==');
    expect(queryOf({}).has('X-Amz-Security-Token')).toBe(false);
  });

  test('it signs every header given, and one Host', () => {
    const headers = [
      ['X-Amz-Acl', 'private'],
      ['Content-Type', 'a/b'],
      ['Host', 'other'],
    ] as const;
    const { canonicalRequest, signedHeaders } = presign({ ...INPUT, headers });
    expect(signedHeaders).toBe('content-type;host;x-amz-acl');
    expect(canonicalRequest).toContain(
      `\ncontent-type:a/b\nhost:${INPUT.host}\nx-amz-acl:private\n\n${signedHeaders}\n`,
    );
  });

  test.each([
    ['https', 'LOCALHOST:443', 'https://localhost/report.pdf'],
    ['http', 'localhost:80', 'http://localhost/report.pdf'],
    ['http', 'localhost:9000', 'http://localhost:9000/report.pdf'],
  ] as const)('it signs %s://%s for %s', (scheme, host, start) => {
    const { url, canonicalRequest } = presign({ ...INPUT, scheme, host });
    expect(url.split('?')[0]).toBe(start);
    expect(canonicalRequest).toContain(`\nhost:${new URL(start).host}\n`);
  });

  test('it ends with UNSIGNED-PAYLOAD unless told otherwise', () => {
    expect(presign(INPUT).canonicalRequest).toMatch(/\nUNSIGNED-PAYLOAD$/);
    expect(presign({ ...INPUT, payloadHash: 'e3b0' }).canonicalRequest).toMatch(/\ne3b0$/);
  });

  test('it signs / when the path is empty', () => {
    expect(presign({ ...INPUT, path: '' })).toEqual(presign({ ...INPUT, path: '/' }));
  });
});

describe('a key derived before', () => {
  const { signingKey } = presign(INPUT);

  test('it gives the same URL', () => {
    expect(presign({ ...INPUT, signingKey })).toEqual(presign(INPUT));
  });

  test('it is the one used', () => {
    const forged = { ...signingKey, bytes: new Uint8Array(32) };
    expect(presign({ ...INPUT, signingKey: forged }).signature).not.toBe(presign(INPUT).signature);
  });

  test.each<[string, Partial<PresignInput>]>([
    ['day', { date: at('2026-01-16T00:00:00Z') }],
    ['region', { region: 'us-east-1' }],
    ['service', { service: 'sts' }],
  ])('it cannot sign for another %s', (_, change) => {
    expect(() => presign({ ...INPUT, ...change, signingKey })).toThrow('20260115/eu-central-1/s3');
  });
});
