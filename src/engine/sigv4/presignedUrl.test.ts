import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPresignedUrl, hostHeader, parsePresignedUrl, SCHEMES } from './presignedUrl.ts';

describe('hostHeader', () => {
  test.each([
    ['https', 'b.s3.amazonaws.com', 'b.s3.amazonaws.com'],
    ['https', 'B.S3.amazonaws.com:443', 'b.s3.amazonaws.com'],
    ['http', 'localhost:80', 'localhost'],
    ['http', 'localhost:443', 'localhost:443'],
    ['https', 'localhost:80', 'localhost:80'],
    ['https', 'localhost:9000', 'localhost:9000'],
    ['https', 'localhost:', 'localhost'],
    ['https', '[::1]', '[::1]'],
    ['https', '[::1]:443', '[::1]'],
  ] as const)('it writes %s://%s as %s', (scheme, host, expected) => {
    expect(hostHeader(scheme, host)).toBe(expected);
  });
});

describe('parsePresignedUrl', () => {
  test.each([
    ['https://b.example/k?a=1', 'https', 'b.example', '/k', 'a=1'],
    ['https://b.example', 'https', 'b.example', '/', ''],
    ['https://b.example?a=1', 'https', 'b.example', '/', 'a=1'],
    ['HTTPS://B.example:443/K', 'https', 'b.example', '/K', ''],
    ['http://b.example:9000/?', 'http', 'b.example:9000', '/', ''],
    ['https://b.example//a/./../b', 'https', 'b.example', '//a/./../b', ''],
    ['https://b.example/k?a=?/b', 'https', 'b.example', '/k', 'a=?/b'],
    ['https://b.example/k?a#f?x', 'https', 'b.example', '/k', 'a'],
    ['https://b.example/k#?a', 'https', 'b.example', '/k', ''],
    ['http://[::1]:9000/k', 'http', '[::1]:9000', '/k', ''],
  ])('it splits %s', (text, ...parts) => {
    const found = parsePresignedUrl(text);
    expect(found && [found.scheme, found.host, found.rawPath, found.rawQuery]).toEqual(parts);
  });

  test.each([
    '',
    'b.example/k',
    '//b.example/k',
    'ftp://b.example/k',
    's3://bucket/key',
    'https:///k',
    'https://user@b.example/k',
    'https://b.example:80:80/',
    'https://b.example:65536/',
    'https://b.example:x/',
    'https://b example/',
    'https://b.example\\k',
    ' https://b.example/',
  ])('it refuses %j', (text) => {
    expect(parsePresignedUrl(text)).toBeUndefined();
  });

  test('it never throws', () => {
    const piece = fc.constantFrom(
      'https',
      'http',
      '://',
      ':',
      '/',
      '?',
      '#',
      '@',
      '[',
      ']',
      '443',
      'a',
      '.',
      '\n',
      'é',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(() => parsePresignedUrl(any)).not.toThrow();
        expect(() => parsePresignedUrl(`https://${any}`)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  test('it splits URLs where the browser does', () => {
    const authoritySettings = { withPort: true };
    const url = fc.webUrl({ authoritySettings, withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(url, (text) => {
        const browser = new URL(text);
        expect(parsePresignedUrl(text)).toMatchObject({
          scheme: browser.protocol.slice(0, -1),
          host: browser.host,
        });
      }),
    );
  });

  test('it reads back what formatPresignedUrl wrote', () => {
    const url = fc.record({
      scheme: fc.constantFrom(...SCHEMES),
      host: fc.constantFrom('b.s3.us-east-1.amazonaws.com', 'localhost:9000', '[::1]:8443'),
      rawPath: fc.string({ unit: 'binary' }).map((text) => `/${text.replace(/[?#]/g, '')}`),
      rawQuery: fc.string({ unit: 'binary' }).map((text) => text.replace(/#/g, '')),
    });
    fc.assert(
      fc.property(url, (parts) => {
        expect(parsePresignedUrl(formatPresignedUrl(parts))).toEqual(parts);
      }),
    );
  });
});
