import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Act } from './act.ts';
import { clampCursor, cursorOf, nextPhase, previousPhase, stepAt, worldAt } from './cursor.ts';
import { simulate } from './everything.fixture.ts';
import { BUCKET, KEY, REGION, ROLE, START, USER_KEY, WORLD } from './testWorld.fixture.ts';
import { after, hours, seconds } from './time.ts';
import type { StepId, Trace } from './trace.ts';

const script = (durationSeconds: number): readonly Act[] => [
  {
    id: 'assume-role',
    kind: 'sts:AssumeRole',
    at: START,
    by: 'build-server',
    to: 'sts',
    credentials: { keyId: USER_KEY.id },
    region: REGION,
    roleArn: ROLE,
    roleSessionName: 'nightly-build',
    durationSeconds: seconds(durationSeconds),
  },
  {
    id: 'sign',
    kind: 'presign',
    at: START,
    by: 'build-server',
    credentials: { issuedBy: 'assume-role' },
    method: 'GET',
    bucket: BUCKET,
    key: KEY,
    region: REGION,
    expires: seconds(604_800),
  },
  { id: 'wait', kind: 'wait', at: after(START, hours(2)), needs: ['sign'] },
  {
    id: 'open-url',
    kind: 'open-url',
    at: after(START, hours(2)),
    by: 'holder',
    to: 's3',
    url: 'sign',
    method: 'GET',
    headers: [],
    edits: [],
  },
];

/** Ends at s3.token-alive, with five checks not reached. */
const REFUSED = simulate(WORLD, script(3600));
/** Ends in STS; what comes after does not happen. */
const STOPPED = simulate(WORLD, script(60));
const NOTHING = simulate(WORLD, []);
const LENGTH = REFUSED.steps.length;

const cursors = fc.integer({ min: 0, max: LENGTH });
const ids = (trace: Trace): readonly StepId[] => trace.steps.map(({ id }) => id);

describe('a cursor', () => {
  test.each([
    ['nothing finished', 0, 0],
    ['the end', LENGTH, LENGTH],
    ['one before the start', -1, 0],
    ['one behind the end', LENGTH + 1, LENGTH],
    ['half a step', 2.7, 2],
    ['a negative half', -0.5, 0],
    ['no number', Number.NaN, 0],
    ['infinity', Infinity, LENGTH],
    ['minus infinity', -Infinity, 0],
  ])('it is kept inside the trace: %s', (_, cursor, expected) => {
    expect(clampCursor(REFUSED, cursor)).toBe(expected);
  });

  test('it stays where it is inside the trace', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(clampCursor(REFUSED, cursor)).toBe(cursor);
      }),
    );
  });

  test('it finds no step and the first world at the start', () => {
    expect(stepAt(REFUSED, 0)).toBeUndefined();
    expect(worldAt(REFUSED, 0)).toBe(REFUSED.start);
    expect(worldAt(NOTHING, 0)).toBe(WORLD);
  });

  test('it finds the step it has just finished and the world after it', () => {
    for (const [index, step] of REFUSED.steps.entries()) {
      expect(stepAt(REFUSED, index + 1)).toBe(step);
      expect(worldAt(REFUSED, index + 1)).toBe(step.world);
    }
  });
});

describe('a phase', () => {
  const walk = (
    move: (trace: Trace, cursor: number) => number,
    from: number,
  ): readonly number[] => {
    const to = move(REFUSED, from);
    return to === from ? [from] : [from, ...walk(move, to)];
  };

  test('it is walked through forward, from act to act', () => {
    const places = walk(nextPhase, 0);
    expect(places.slice(1).map((cursor) => stepAt(REFUSED, cursor)?.id)).toEqual([
      'assume-role.answer',
      'sign.done',
      'wait.clock',
      'open-url.answer',
    ]);
  });

  test('it is walked through backward over the same places', () => {
    expect(walk(previousPhase, LENGTH)).toEqual(walk(nextPhase, 0).toReversed());
  });

  test('it ends and begins where its own act does, from any step inside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LENGTH - 1 }), (cursor) => {
        const act = REFUSED.steps[cursor]?.act.id;
        const end = nextPhase(REFUSED, cursor);
        expect(stepAt(REFUSED, end)?.act.id).toBe(act);
        expect(REFUSED.steps[end]?.act.id).not.toBe(act);
        const start = previousPhase(REFUSED, cursor + 1);
        expect(REFUSED.steps[start]?.act.id).toBe(act);
        expect(stepAt(REFUSED, start)?.act.id).not.toBe(act);
      }),
    );
  });

  test('it has neither a next one at the end nor one before the start', () => {
    expect(nextPhase(REFUSED, LENGTH)).toBe(LENGTH);
    expect(previousPhase(REFUSED, 0)).toBe(0);
    expect([nextPhase(NOTHING, 0), previousPhase(NOTHING, 0)]).toEqual([0, 0]);
  });
});

describe('the cursor of a step', () => {
  test('it is the start for no step', () => {
    expect(cursorOf(REFUSED, undefined)).toEqual({ cursor: 0, exact: true });
  });

  test('it is found for every step of the run', () => {
    for (const [index, id] of ids(REFUSED).entries()) {
      expect(cursorOf(REFUSED, id)).toEqual({ cursor: index + 1, exact: true });
    }
  });

  test.each<[string, Trace, StepId, StepId]>([
    [
      'a check that was not reached: the row that says so',
      REFUSED,
      'open-url.signature-matches',
      'open-url.not-reached',
    ],
    [
      'a row that never was, of a call refused: the same row',
      REFUSED,
      'open-url.no-such-row',
      'open-url.not-reached',
    ],
    [
      'a row that never was, of a call granted: its last',
      REFUSED,
      'assume-role.no-such-row',
      'assume-role.answer',
    ],
    ['an act that did not happen: the end', STOPPED, 'open-url.answer', 'assume-role.answer'],
  ])('it is, for %s', (_, trace, id, expected) => {
    const { cursor, exact } = cursorOf(trace, id);
    expect(stepAt(trace, cursor)?.id).toBe(expected);
    expect(exact).toBe(false);
  });

  test('it is, for an act that never was: the start', () => {
    expect(cursorOf(REFUSED, 'no-such-act.answer')).toEqual({ cursor: 0, exact: false });
  });

  test('it is the start of a run without steps', () => {
    expect(cursorOf(NOTHING, 'open-url.answer')).toEqual({ cursor: 0, exact: false });
  });
});
