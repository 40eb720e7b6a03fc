import { expect, test } from 'vitest';
import { DIFFERENCES } from './differences.mjs';
import { failureOf, report, unseen } from './report.mjs';
import { TOOL_CREDENTIALS, TOOL_FORMS, TOOL_URLS } from '../../src/engine/dissect/tools.vectors.ts';
import { CREDENTIALS } from './tools/programs.mjs';
import { FORM_ROWS, ROWS } from './tools/rows.mjs';

const LISTED = { kind: 'Another Region', ours: '400 AuthorizationQueryParametersError' };

test.each([
  ['answered alike', { kind: 'a', ours: 'served', theirs: 'served', wrong: '' }, ''],
  ['answered otherwise, as listed', { ...LISTED, theirs: 'served', wrong: '' }, ''],
  [
    'answered otherwise in a way that is not listed',
    { ...LISTED, theirs: '404 NoSuchKey', wrong: '' },
    'we say 400 AuthorizationQueryParametersError, radosgw says 404 NoSuchKey',
  ],
  [
    'listed, but of another kind',
    { ...LISTED, kind: 'Expired', theirs: 'served', wrong: '' },
    'we say 400 AuthorizationQueryParametersError, radosgw says served',
  ],
  [
    'served with other bytes',
    { kind: 'a', ours: 'served', theirs: 'served', wrong: 'radosgw sent other bytes' },
    'radosgw sent other bytes',
  ],
])('it judges what is %s', (_, result, failure) => {
  expect(failureOf(result)).toBe(failure);
  expect(report([result], 'ceph')).toContain(
    failure === '' ? '**1 passed, 0 failed**' : '**0 passed, 1 failed**',
  );
});

test('it misses every listed difference that no case has shown', () => {
  const kinds = DIFFERENCES.flatMap((each) => each.kinds);
  expect(unseen([])).toHaveLength(kinds.length);
  expect(unseen([{ ...LISTED, theirs: 'served', wrong: '' }])).toHaveLength(kinds.length - 1);
});

test('it lists each kind once, differing, and says what AWS says or that it is modelled', () => {
  const kinds = DIFFERENCES.flatMap((each) => each.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(DIFFERENCES.filter(({ ours, theirs }) => ours === theirs)).toEqual([]);
  expect(DIFFERENCES.filter(({ because }) => !/\(.*\)|modelled/.test(because))).toEqual([]);
});

test('what is recorded of the tools is what they are asked for now', () => {
  /** @param {readonly { id: string, command: string, signer: string }[]} rows */
  const asked = (rows) => rows.map(({ id, command, signer }) => ({ id, command, signer }));
  expect(asked(TOOL_URLS)).toEqual(asked(ROWS));
  expect(asked(TOOL_FORMS)).toEqual(asked(FORM_ROWS));
  expect(TOOL_CREDENTIALS).toEqual(CREDENTIALS);
  const ids = [...TOOL_URLS, ...TOOL_FORMS].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
