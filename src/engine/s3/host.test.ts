import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { QUERY_VECTORS } from '../sigv4/sigv4.vectors.ts';
import { addressOf, HOST_STYLES, readAddress, readHost } from './host.ts';
import type { HostStyle } from './host.ts';

const OBJECT = { bucket: 'reports', key: 'a/b c.pdf', region: 'eu-west-1' };
const POINT = 'reports-111122223333';

test.each<[HostStyle, string, string]>([
  ['virtual-hosted', 'reports.s3.eu-west-1.amazonaws.com', '/a/b c.pdf'],
  ['global', 'reports.s3.amazonaws.com', '/a/b c.pdf'],
  ['path', 's3.eu-west-1.amazonaws.com', '/reports/a/b c.pdf'],
  ['dualstack', 'reports.s3.dualstack.eu-west-1.amazonaws.com', '/a/b c.pdf'],
  ['path-dualstack', 's3.dualstack.eu-west-1.amazonaws.com', '/reports/a/b c.pdf'],
  ['fips', 'reports.s3-fips.eu-west-1.amazonaws.com', '/a/b c.pdf'],
  ['accelerate', 'reports.s3-accelerate.amazonaws.com', '/a/b c.pdf'],
  ['accelerate-dualstack', 'reports.s3-accelerate.dualstack.amazonaws.com', '/a/b c.pdf'],
  ['access-point', 'reports.s3-accesspoint.eu-west-1.amazonaws.com', '/a/b c.pdf'],
  ['custom-domain', 'reports', '/a/b c.pdf'],
])('it writes the %s style', (style, host, path) => {
  expect(addressOf({ ...OBJECT, style })).toEqual({ host, path });
});

test('it writes what SDKs write when no style is asked for', () => {
  expect(addressOf(OBJECT).host).toBe('reports.s3.eu-west-1.amazonaws.com');
  const dotted = addressOf({ ...OBJECT, bucket: 'files.example.com' });
  expect(dotted).toEqual({
    host: 's3.eu-west-1.amazonaws.com',
    path: '/files.example.com/a/b c.pdf',
  });
});

test('it writes the domain of China for its Regions', () => {
  const { host } = addressOf({ ...OBJECT, region: 'cn-north-1' });
  expect(host).toBe('reports.s3.cn-north-1.amazonaws.com.cn');
  expect(readHost(host)).toMatchObject({ name: 'reports', region: 'cn-north-1' });
});

const anyPlace = fc.record({
  bucket: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,20}[a-z0-9]$/),
  key: fc.string({ unit: 'binary', maxLength: 40 }),
  region: fc.constantFrom('us-east-1', 'eu-west-1', 'us-gov-west-1', 'ap-southeast-4'),
  style: fc.constantFrom(...HOST_STYLES.filter((one) => one !== 'access-point')),
});

test('it reads back the bucket, key and Region of whatever it writes', () => {
  fc.assert(
    fc.property(anyPlace, fc.constantFrom('', ':443', ':8443'), (place, port) => {
      const { host, path } = addressOf(place);
      const found = readAddress(`${host}${port}`, path);
      expect(found).toMatchObject({ bucket: place.bucket, key: place.key });
      expect([undefined, place.region]).toContain(found?.region);
    }),
    { numRuns: 1000 },
  );
});

describe('it reads', () => {
  test.each([
    ['reports.s3-eu-west-1.amazonaws.com', { kind: 'virtual-hosted', name: 'reports' }],
    ['s3-eu-west-1.amazonaws.com', { kind: 'path', name: '', region: 'eu-west-1' }],
    ['s3.amazonaws.com', { kind: 'path', name: '' }],
    ['a.s3.b.s3.eu-west-1.amazonaws.com', { kind: 'virtual-hosted', name: 'a.s3.b' }],
    ['r.s3-fips.dualstack.us-east-1.amazonaws.com', { isFips: true, isDualstack: true, name: 'r' }],
    [
      `${POINT}.s3-accesspoint.dualstack.eu-west-1.amazonaws.com`,
      { kind: 'access-point', name: 'reports', account: '111122223333', isDualstack: true },
    ],
    [
      'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com',
      { kind: 'multi-region-access-point', name: 'mfzwi23gnjvgw.mrap' },
    ],
    ['r.s3-website-us-east-1.amazonaws.com', { kind: 'website', region: 'us-east-1' }],
    ['r.s3-website.eu-central-1.amazonaws.com', { kind: 'website', name: 'r' }],
  ])('%s', (host, found) => {
    expect(readHost(host)).toMatchObject(found);
  });

  test.each([
    'files.example.com',
    'sts.eu-west-1.amazonaws.com',
    'reports.s3.eu-west-1.amazonaws.com.evil.example',
    'reports.s3.eu-west-1.amazonaws.org',
  ])('no host of S3 in %s', (host) => {
    expect(readHost(host)).toBeUndefined();
  });

  test('the bucket behind a custom domain', () => {
    expect(readAddress('files.example.com:8080', '/a.pdf')).toEqual({
      bucket: 'files.example.com',
      key: 'a.pdf',
    });
  });

  test.each([
    'r.s3-website-us-east-1.amazonaws.com',
    `${POINT}.s3-accesspoint.eu-west-1.amazonaws.com`,
    'mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com',
  ])('no bucket in %s', (host) => {
    expect(readAddress(host, '/a.pdf')).toBeUndefined();
  });
});

test('it knows every host of S3 that the vectors were signed for', () => {
  const hosts = QUERY_VECTORS.filter(({ service }) => service === 's3').map(({ host }) => host);
  expect(hosts.length).toBeGreaterThan(10);
  expect(hosts.filter((host) => !readHost(host))).toEqual([]);
});
