import { describe, expect, test } from 'vitest';
import { canonicalPath, PATH_MODES } from './canonicalPath.ts';

// The rows of AWS's suite whose names speak of slashes and dots (aws-c-auth, aws-signing-test-suite/v4).
describe.each([
  ['/example/..', '/'],
  ['/example1/example2/../..', '/'],
  ['/./', '/'],
  ['/./example', '/example'],
  ['//', '/'],
  ['//example//', '/example/'],
  ['/../../a', '/a'],
  ['/a/b/../', '/a/'],
  ['/a%20b/.c/..d', '/a%20b/.c/..d'],
])('%s', (path, generic) => {
  test('it is kept for S3', () => {
    expect(canonicalPath(path, 's3')).toBe(path);
  });

  test(`it is ${generic} for others`, () => {
    expect(canonicalPath(path, 'generic')).toBe(generic);
  });
});

test.each(PATH_MODES)('it is / when empty (%s)', (mode) => {
  expect(canonicalPath('', mode)).toBe('/');
});
