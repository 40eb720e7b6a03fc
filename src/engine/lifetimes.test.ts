import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lifetimesOf } from './lifetimes.ts';
import { SESSION_KEY, START, USER_KEY, WORLD } from './testWorld.fixture.ts';
import { after, at, days, hours, minutes, seconds } from './time.ts';
import type { Instant, Seconds } from './time.ts';
import type { AccessKey, PresignedUrl, World } from './world.ts';

const url = (key: AccessKey, expires: Seconds, date = START): PresignedUrl => ({
  url: '',
  signedWith: key.id,
  date,
  expires,
  canonicalRequest: '',
  holders: [],
});

const worldWith = (keys: readonly AccessKey[], presignedUrls: World['presignedUrls']): World => ({
  ...WORLD,
  accessKeys: Object.fromEntries(keys.map((key) => [key.id, key])),
  presignedUrls,
});

/** The life of one URL, signed with a key. */
const lifeOf = (key: AccessKey, expires: Seconds, date?: Instant) =>
  lifetimesOf(worldWith([key], { sign: url(key, expires, date) })).find(
    ({ kind }) => kind === 'url',
  );

describe('the lifetimes of a world', () => {
  test('it has none where nobody opened a session or signed a URL', () => {
    expect(lifetimesOf(worldWith([USER_KEY], {}))).toEqual([]);
  });

  test('it has a session from its issue to its expiry, and no long-term key', () => {
    expect(lifetimesOf(worldWith([USER_KEY, SESSION_KEY], {}))).toEqual([
      { kind: 'session', id: SESSION_KEY.id, from: START, until: after(START, hours(1)) },
    ]);
  });

  test('it has sessions in the order they were issued, then URLs in the order they were signed', () => {
    const other = { ...SESSION_KEY, id: 'ASIAAAAAAAAAAAAAAAAA' } as const;
    const world = worldWith([SESSION_KEY, other], {
      'sign-second': url(SESSION_KEY, days(7)),
      'sign-again': url(other, days(7)),
    });
    expect(lifetimesOf(world).map(({ id }) => id)).toEqual([
      SESSION_KEY.id,
      other.id,
      'sign-second',
      'sign-again',
    ]);
  });
});

describe('the life of a presigned URL', () => {
  const asAsked = (until: string) => ({ until: at(until) });
  const cutShort = (until: string) => ({ until: at(until), endedBy: SESSION_KEY.id });

  test.each([
    [
      'as long as it asked, with a user’s key',
      lifeOf(USER_KEY, days(7)),
      asAsked('2026-01-22T12:00:00Z'),
    ],
    [
      'as long as it asked, where the session lives longer',
      lifeOf(SESSION_KEY, minutes(15)),
      asAsked('2026-01-15T12:15:00Z'),
    ],
    [
      'as long as it asked, where both end at once',
      lifeOf(SESSION_KEY, hours(1)),
      asAsked('2026-01-15T13:00:00Z'),
    ],
    [
      'no longer than the session, by a second',
      lifeOf(SESSION_KEY, seconds(3601)),
      cutShort('2026-01-15T13:00:00Z'),
    ],
    [
      'no longer than the session, by days',
      lifeOf(SESSION_KEY, days(7)),
      cutShort('2026-01-15T13:00:00Z'),
    ],
  ])('it is %s', (_, life, end) => {
    expect(life).toMatchObject({ from: START, ...end });
    expect(life && 'endedBy' in life).toBe('endedBy' in end);
  });

  test('it keeps what was asked, however early it ends', () => {
    expect(lifeOf(SESSION_KEY, days(7))).toMatchObject({ asked: after(START, days(7)) });
  });

  test('it begins at the date in the URL, which is the signer’s clock', () => {
    const slow = after(START, minutes(-20));
    expect(lifeOf(USER_KEY, hours(1), slow)).toMatchObject({
      from: slow,
      asked: after(slow, hours(1)),
    });
  });

  test('it goes on by the URL’s own date once the key is gone: bars show what was promised', () => {
    const [life] = lifetimesOf(worldWith([], { sign: url(USER_KEY, days(7)) }));
    expect(life).toEqual({
      kind: 'url',
      id: 'sign',
      from: START,
      asked: after(START, days(7)),
      until: after(START, days(7)),
    });
  });

  test('it never ends before it begins, nor after what was asked, nor after the session', () => {
    const lengths = fc.integer({ min: 1, max: 604_800 }).map(seconds);
    const skews = fc.integer({ min: -7200, max: 7200 }).map(seconds);
    fc.assert(
      fc.property(lengths, lengths, skews, (session, expires, skew) => {
        const key = { ...SESSION_KEY, expiresAt: after(START, session) };
        const life = lifeOf(key, expires, after(START, skew));
        if (life?.kind !== 'url') throw new Error('One URL was signed');
        expect(life.until).toBeGreaterThanOrEqual(life.from);
        expect(life.until).toBeLessThanOrEqual(Math.min(life.asked, key.expiresAt));
        expect(life.endedBy === undefined).toBe(life.until === life.asked);
      }),
    );
  });
});
