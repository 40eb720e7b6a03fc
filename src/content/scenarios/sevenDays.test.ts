import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lifetimesOf } from '#engine/lifetimes.ts';
import { formatPolicy } from '#engine/policy/format.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { Policy } from '#engine/policy/document.ts';
import { after, amzDate, at, isoDate, seconds } from '#engine/time.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { AnswerStep, Step, Trace } from '#engine/trace.ts';
import { clockOf } from '#engine/world.ts';
import type { World } from '#engine/world.ts';

import { initialText, isRelevant } from '../knob.ts';
import type { Knob, RawKnobs } from '../knob.ts';
import { readyNow } from '../subjects/all.ts';
import { sevenDays as written } from './presigned/sevenDays.ts';

const sevenDays = { ...readyNow(written), knobs: written.knobs };

const START = at('2026-01-15T12:00:00Z');

const play = (knobs: RawKnobs): Trace => sevenDays.play(knobs, { parsePolicy }).trace;
const at1245 = { used: '20260115T124500Z' };

const WRITE_ONLY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
});
const LIST_TOO = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }],
});
const DENY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' },
  ],
});

/** Any text a knob can have, from end to end of its range. */
function texts(knob: Knob): fc.Arbitrary<string> {
  switch (knob.kind) {
    case 'toggle':
      return fc.constantFrom('on', 'off');
    case 'choice':
      return fc.constantFrom(...Object.keys(knob.options));
    case 'duration':
      return fc.oneof(
        fc.constantFrom(...knob.stops, knob.min, knob.max).map(String),
        fc.integer({ min: knob.min, max: knob.max }).map(String),
      );
    case 'moment':
      return fc
        .integer({ min: 0, max: (knob.max - knob.min) / 1000 })
        .chain((most) => fc.integer({ min: 0, max: most })) // half of them early, while things live
        .map((count) => amzDate(after(knob.min, seconds(count))));
    case 'policy':
      return fc.constantFrom(initialText(knob), WRITE_ONLY, LIST_TOO, DENY);
  }
}

// A key that is not required is left out, never undefined.
const settings = fc.record(
  Object.fromEntries(
    Object.entries<Knob>(sevenDays.knobs).map(([name, knob]) => [name, texts(knob)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<RawKnobs>;

const holds = (claim: (trace: Trace, knobs: RawKnobs) => void): void =>
  fc.assert(
    fc.property(settings, (knobs) => {
      claim(play(knobs), knobs);
    }),
    { numRuns: 150 },
  );

const isAnswer = (step: Step): step is AnswerStep => step.row === 'answer';

/** What a run comes to in a line: `403 AccessDenied s3.signer-allowed`, or the status alone. */
function endOf(trace: Trace): string {
  const outcome = outcomeOf(trace);
  const status = trace.steps.findLast(isAnswer)?.status;
  return outcome.kind === 'granted'
    ? `${status}`
    : `${status} ${outcome.error.code} ${outcome.rule}`;
}

describe('the story of seven days', () => {
  test('it ends by default with the session that signed', () => {
    const trace = play({});
    expect(endOf(trace)).toBe('400 ExpiredToken s3.token-alive');
    expect(sevenDays.decides).toBe('open-url.token-alive');
    expect(sevenDays.about).toBe('s3.token-alive');
  });

  test('it works with the knobs it calls working', () => {
    expect(endOf(play(sevenDays.working))).toBe('200');
  });

  test.each<[string, RawKnobs, string]>([
    ['used as the session ends', { used: '20260115T130000Z' }, '200'],
    ['used a second later', { used: '20260115T130001Z' }, '400 ExpiredToken s3.token-alive'],
    ['signed by a longer session', { session: '43200' }, '200'],
    ['signed by a user', { signer: 'user' }, '200'],
    [
      'signed by a user, used after seven days',
      { signer: 'user', used: '20260122T120001Z' },
      '403 AccessDenied s3.url-alive',
    ],
    ['used after both have ended', { used: '20260123T120000Z' }, '403 AccessDenied s3.url-alive'],
    [
      'asking for eight days',
      { expires: '691200' },
      '400 AuthorizationQueryParametersError s3.expires-in-range',
    ],
    [
      'asking for a second over seven days',
      { expires: '604801' },
      '400 AuthorizationQueryParametersError s3.expires-in-range',
    ],
    ['asking for a minute', { expires: '60', used: '20260115T120100Z' }, '200'],
    [
      'over the role’s maximum',
      { session: '7200', maximum: '3600' },
      '400 ValidationError sts.duration-within-role',
    ],
    ['chained, for an hour', { signer: 'chained', ...at1245 }, '200'],
    [
      'chained, for two hours',
      { signer: 'chained', session: '7200' },
      '400 ValidationError sts.duration-when-chained',
    ],
    ['not trusted', { trusted: 'off' }, '403 AccessDenied sts.assume-role-allowed'],
    ['not trusted, but not asked either', { trusted: 'off', signer: 'user' }, '200'],
    [
      'with a fast clock, refused by STS',
      { clock: 'fast' },
      '403 SignatureDoesNotMatch sts.signature-current',
    ],
    [
      'with a slow clock, refused by STS',
      { clock: 'slow' },
      '403 SignatureDoesNotMatch sts.signature-current',
    ],
    [
      'with a fast clock, signed by a user and used at once',
      { clock: 'fast', signer: 'user', used: '20260115T120000Z' },
      '403 AccessDenied s3.not-in-the-future',
    ],
    [
      'with a fast clock, signed by a user and used 5 minutes later',
      { clock: 'fast', signer: 'user', used: '20260115T120500Z' },
      '200',
    ],
    [
      'with a slow clock, which shortens the link',
      { clock: 'slow', signer: 'user', expires: '3600', ...at1245 },
      '403 AccessDenied s3.url-alive',
    ],
    [
      'with a fast clock, which lengthens it',
      { clock: 'fast', signer: 'user', expires: '3600', used: '20260115T131500Z' },
      '200',
    ],
    [
      'after the permission was removed',
      { before: 'permission', ...at1245 },
      '403 AccessDenied s3.signer-allowed',
    ],
    [
      'after the sessions were revoked',
      { before: 'revoked', ...at1245 },
      '403 AccessDenied s3.signer-allowed',
    ],
    [
      'after the sessions were revoked, signed by a user',
      { before: 'revoked', signer: 'user' },
      '200',
    ],
    [
      'after the user’s key was deactivated, signed by the role',
      { before: 'key-off', ...at1245 },
      '200',
    ],
    [
      'after the user’s key was deactivated, signed by the user',
      { before: 'key-off', signer: 'user' },
      '403 InvalidAccessKeyId s3.key-known',
    ],
    [
      'after the object was deleted',
      { before: 'deleted', ...at1245 },
      '403 AccessDenied s3.object-found',
    ],
    [
      'after the object was deleted, by who may list the bucket',
      { before: 'deleted', permissions: LIST_TOO, ...at1245 },
      '404 NoSuchKey s3.object-found',
    ],
    [
      'without any permission: signing does not mind',
      { permissions: WRITE_ONLY, ...at1245 },
      '403 AccessDenied s3.signer-allowed',
    ],
    [
      'with an explicit deny',
      { permissions: DENY, ...at1245 },
      '403 AccessDenied s3.signer-allowed',
    ],
    [
      'with another method',
      { change: 'method', ...at1245 },
      '403 SignatureDoesNotMatch s3.signature-matches',
    ],
    [
      'with another object',
      { change: 'key', ...at1245 },
      '403 SignatureDoesNotMatch s3.signature-matches',
    ],
    [
      'with a second less',
      { change: 'expires', ...at1245 },
      '403 SignatureDoesNotMatch s3.signature-matches',
    ],
    ['without its token', { change: 'token', ...at1245 }, '403 InvalidAccessKeyId s3.key-known'],
    ['without a token that a user’s link never had', { change: 'token', signer: 'user' }, '200'],
    ['with a header more', { change: 'header', ...at1245 }, '403 AccessDenied s3.headers-signed'],
  ])('it ends, %s', (_, knobs, end) => {
    expect(endOf(play(knobs))).toBe(end);
  });

  test('it breaks in another way in each variation', () => {
    const ends = sevenDays.variations.map(({ knobs }) => endOf(play(knobs)));
    expect(ends).toEqual([
      '200',
      '200',
      '400 ValidationError sts.duration-within-role',
      '400 ValidationError sts.duration-when-chained',
      '403 SignatureDoesNotMatch s3.signature-matches',
      '403 AccessDenied s3.signer-allowed',
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['user', ['session', 'maximum', 'trusted']],
    ['role', []],
    ['chained', []],
  ])('it hides what does not matter to the signer: %s', (signer, hidden) => {
    const idle = Object.entries<Knob>(sevenDays.knobs).filter(
      ([, knob]) => !isRelevant(sevenDays.knobs, knob, { signer }),
    );
    expect(idle.map(([name]) => name)).toEqual(hidden);
  });
});

describe('any run of seven days', () => {
  test('it ends with an answer', () => {
    holds(({ steps }) => {
      expect(steps.at(-1)?.row).toBe('answer');
    });
  });

  test('it gives each step an id of its own', () => {
    holds(({ steps }) => {
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    });
  });

  test('it never turns the clock back', () => {
    holds(({ steps, start }) => {
      const moments = [start, ...steps.map(({ world }) => world)].map(({ now }) => now);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    });
  });

  test('it is the same for the same knobs', () => {
    holds((trace, knobs) => {
      expect(play({ ...knobs })).toEqual(trace);
    });
  });

  test('it needs nothing put right', () => {
    holds((_, knobs) => {
      expect(sevenDays.play(knobs, { parsePolicy }).notices).toEqual([]);
    });
  });

  test('it stops where STS refuses: nothing is signed with credentials that never were', () => {
    holds(({ outcomes, unplayed, steps }) => {
      const refused = ['assume-pipeline', 'assume-role'].some(
        (id) => outcomes[id]?.kind === 'refused',
      );
      const signs = steps.some(({ act }) => act.id === 'sign');
      expect(signs).toBe(!refused);
      for (const id of ['sign', 'share', 'wait', 'open-url']) {
        expect(unplayed.includes(id)).toBe(refused);
      }
      expect(steps.some(({ act }) => unplayed.includes(act.id))).toBe(false);
    });
  });

  test('it does not depend on a knob that does not matter', () => {
    fc.assert(
      fc.property(settings, settings, (knobs, others) => {
        const idle = Object.entries<Knob>(sevenDays.knobs).filter(
          ([, knob]) => !isRelevant(sevenDays.knobs, knob, knobs),
        );
        const turned = Object.fromEntries(
          idle.flatMap(([name]) => (others[name] === undefined ? [] : [[name, others[name]]])),
        );
        const [trace, other] = [play(knobs), play({ ...knobs, ...turned })];
        expect(other.steps.map(({ id }) => id)).toEqual(trace.steps.map(({ id }) => id));
        expect(endOf(other)).toBe(endOf(trace));
      }),
    );
  });

  test('it agrees with the bars of the timeline: what lives is served, as far as time decides', () => {
    holds((trace) => {
      const last = trace.steps.findLast(isAnswer);
      const link = last && lifetimesOf(last.world).find(({ kind }) => kind === 'url');
      const isOver = last !== undefined && link !== undefined && last.world.now > link.until;
      const isCutShort = isOver && 'endedBy' in link;
      const rule = last?.outcome.kind === 'refused' ? last.outcome.rule : 'none';
      const expected: Readonly<Record<string, readonly unknown[]>> = {
        none: [false, false],
        's3.url-alive': [true, isCutShort],
        's3.token-alive': [true, true],
      };
      expect([isOver, isCutShort]).toEqual(expected[rule] ?? [isOver, isCutShort]);
    });
  });
});

describe('a limit that grows', () => {
  type Longer = readonly [knob: 'session' | 'maximum' | 'expires', rule: string];

  test.each<Longer>([
    ['session', 's3.token-alive'],
    ['maximum', 'sts.duration-within-role'],
    ['expires', 's3.url-alive'],
  ])('it never turns granted into refused by that limit: %s, %s', (name, rule) => {
    const { min, max } = sevenDays.knobs[name];
    const lengths = fc.integer({ min, max });
    fc.assert(
      fc.property(settings, lengths, lengths, (knobs, one, other) => {
        const run = (length: number): string => endOf(play({ ...knobs, [name]: `${length}` }));
        const [shorter, longer] = [Math.min(one, other), Math.max(one, other)].map(run);
        expect(shorter === '200' && longer?.includes(rule)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('it never turns granted into refused when the link is used earlier, short of its date', () => {
    const moments = fc.integer({ min: 0, max: 9 * 86_400 });
    fc.assert(
      fc.property(settings, moments, moments, (knobs, one, other) => {
        const run = (count: number): string =>
          endOf(play({ ...knobs, used: amzDate(after(START, seconds(count))) }));
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map(run);
        const isTooEarly = earlier === '403 AccessDenied s3.not-in-the-future';
        expect(later === '200' && earlier !== '200' && !isTooEarly).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('each step', () => {
  const textOf = (step: Step, kind: string): string | undefined =>
    step.artifacts.find((artifact) => artifact.kind === kind)?.text;
  const policiesIn = ({ accounts }: World): readonly Policy[] =>
    Object.values(accounts).flatMap(({ users, roles, buckets }) => [
      ...[...Object.values(users), ...Object.values(roles)].flatMap(({ policies }) => policies),
      ...Object.values(roles).map(({ trustPolicy }) => trustPolicy),
      ...Object.values(buckets).flatMap(({ policy }) => policy ?? []),
    ]);

  test('it shows the URL that its world holds', () => {
    holds(({ steps }) => {
      for (const step of steps) {
        if (step.act.kind !== 'presign' && step.act.kind !== 'hand-over') continue;
        const id = step.act.kind === 'presign' ? step.act.id : step.act.url;
        expect(textOf(step, 'url')).toBe(step.world.presignedUrls[id]?.url);
      }
    });
  });

  test('it shows the credentials that its world holds', () => {
    holds(({ steps }) => {
      for (const step of steps) {
        for (const { kind, name = '', text } of step.artifacts) {
          if (kind !== 'credentials') continue;
          const key = step.world.accessKeys[name];
          expect(JSON.parse(text)).toEqual({
            AccessKeyId: key?.id,
            SecretAccessKey: key?.secretAccessKey,
            SessionToken: key?.kind === 'temporary' && key.sessionToken,
            Expiration: key?.kind === 'temporary' && isoDate(key.expiresAt),
          });
        }
      }
    });
  });

  test('it shows policies as they stand in its world', () => {
    holds(({ steps }) => {
      for (const step of steps) {
        const standing = policiesIn(step.world);
        for (const { kind, name, text } of step.artifacts) {
          if (kind !== 'policy') continue;
          expect(
            standing
              .filter((policy) => policy.name === name)
              .map(({ document }) => formatPolicy(document)),
          ).toContain(text);
        }
      }
    });
  });

  test('it is dated by the clock of whoever signs, and checked by AWS’s', () => {
    holds(({ steps }) => {
      for (const step of steps) {
        const { world } = step;
        if (step.row !== 'check' || step.check.evidence.kind !== 'window') continue;
        const moment =
          step.check.rule === 'sts.signature-current' ? clockOf(world, 'build-server') : world.now;
        expect(step.check.evidence.at).toBe(moment);
      }
      for (const { row, act, artifacts, world } of steps) {
        if (row !== 'call' || act.kind !== 'sts:AssumeRole') continue;
        expect(artifacts[0]?.text).toContain(`\nX-Amz-Date: ${amzDate(clockOf(world, act.by))}\n`);
      }
    });
  });
});
