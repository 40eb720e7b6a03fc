import { expect, test } from 'vitest';

import { simulate } from '../simulate.ts';
import { SESSION_KEY, START, USER_KEY, withKey, WORLD } from '../testWorld.fixture.ts';
import type { AccessKeyId } from '../ids.ts';
import type { Tell } from './acts.ts';
import { OUTSIDE_SERVICE } from './service.ts';

const tell = (fields: Partial<Tell>): Tell => ({
  id: 'paste',
  kind: 'tell',
  at: START,
  by: 'mia',
  to: 'thief',
  what: 'pastes the key in a public chat',
  ...fields,
});

const play = (fields: Partial<Tell>) =>
  simulate(withKey(WORLD, SESSION_KEY), [tell(fields)], [OUTSIDE_SERVICE]);

test.each<[string, AccessKeyId, readonly string[]]>([
  ['a long-term key has two lines', USER_KEY.id, [USER_KEY.id, USER_KEY.secretAccessKey]],
  [
    'a session has a token too',
    SESSION_KEY.id,
    [SESSION_KEY.id, SESSION_KEY.secretAccessKey, SESSION_KEY.sessionToken],
  ],
])('it gives away credentials whole: %s', (_, keyId, values) => {
  const [step] = play({ credentials: { keyId } }).steps;
  expect(step?.artifacts[0]?.text.split('\n').map((line) => line.split(' = ')[1])).toEqual(values);
});

test('it changes nothing in the world and shows nothing where only words pass', () => {
  const { steps, start, outcomes } = play({});
  expect(steps).toHaveLength(1);
  expect(steps[0]).toMatchObject({ row: 'call', id: 'paste.said', artifacts: [], world: start });
  expect(outcomes['paste']?.kind).toBe('granted');
});

test('it does not happen with credentials that were never issued', () => {
  const { steps, unplayed } = play({ credentials: { issuedBy: 'assume-role' } });
  expect(steps).toEqual([]);
  expect(unplayed).toEqual(['paste']);
});
