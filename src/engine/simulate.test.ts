import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { needsOf } from './act.ts';
import type { Act } from './act.ts';
import { revocationPolicy } from './change/policies.ts';
import type { WorldChange } from './change/worldChange.ts';
import { simulate } from './everything.fixture.ts';
import {
  ACCOUNT,
  BUCKET,
  KEY,
  PIPELINE,
  policyOf,
  REGION,
  ROLE,
  says,
  SESSION_KEY,
  START,
  USER,
  USER_KEY,
  WORLD,
} from './testWorld.fixture.ts';
import { after, hours, isoDate, minutes, seconds } from './time.ts';
import { outcomeOf } from './trace.ts';
import type { Trace } from './trace.ts';
import { findBucket, findRole, findUser } from './world.ts';
import type { World } from './world.ts';

const later = (count: number) => after(START, seconds(count));

const assume = (id: string, count = 0, durationSeconds = 3600): Act => ({
  id,
  kind: 'sts:AssumeRole',
  at: later(count),
  by: 'build-server',
  to: 'sts',
  credentials: { keyId: USER_KEY.id },
  region: REGION,
  roleArn: ROLE,
  roleSessionName: 'nightly-build',
  durationSeconds: seconds(durationSeconds),
});

const sign = (id: string, session?: string, count = 0): Act => ({
  id,
  kind: 'presign',
  at: later(count),
  by: 'build-server',
  credentials: session === undefined ? { keyId: USER_KEY.id } : { issuedBy: session },
  method: 'GET',
  bucket: BUCKET,
  key: KEY,
  region: REGION,
  expires: seconds(86_400),
});

const share = (id: string, url: string, count = 0): Act => ({
  id,
  kind: 'hand-over',
  at: later(count),
  by: 'build-server',
  to: 'holder',
  url,
});

const open = (id: string, url: string, count = 0): Act => ({
  id,
  kind: 'open-url',
  at: later(count),
  by: 'holder',
  to: 's3',
  url,
  method: 'GET',
  headers: [],
  edits: [],
});

const wait = (id: string, count: number, ...needs: string[]): Act => ({
  id,
  kind: 'wait',
  at: later(count),
  needs,
});

const change = (id: string, what: WorldChange, count = 0): Act => ({
  id,
  kind: 'change',
  at: later(count),
  by: 'administrator',
  change: what,
});

const rows = (trace: Trace): readonly string[] =>
  trace.steps.map(({ row, act }) => `${act.id} ${row}`);

/** A thing nobody can change: a write to it throws. */
function frozen<T>(thing: T): T {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    for (const part of Object.values(thing)) frozen(part);
  }
  return thing;
}

const STORY: readonly Act[] = [
  assume('assume-role'),
  sign('sign', 'assume-role'),
  share('share', 'sign'),
  wait('wait', 600, 'share'),
  open('open-url', 'sign', 600),
];

describe('playing a script', () => {
  test('it leaves nothing behind for an empty one', () => {
    const trace = simulate(WORLD, []);
    expect(trace).toEqual({ start: WORLD, steps: [], outcomes: {}, unplayed: [] });
    expect(outcomeOf(trace)).toEqual({ kind: 'granted' });
  });

  test('it turns each act into rows of its own kind', () => {
    const trace = simulate(WORLD, STORY);
    expect(rows(trace)).toEqual([
      'assume-role call',
      ...Array.from({ length: 7 }, () => 'assume-role check'),
      'assume-role answer',
      'sign work',
      'share call',
      'wait clock',
      'open-url call',
      ...Array.from({ length: 15 }, () => 'open-url check'),
      'open-url answer',
    ]);
    expect(trace.unplayed).toEqual([]);
    expect(Object.values(trace.outcomes)).toEqual(STORY.map(() => ({ kind: 'granted' })));
  });

  test('it names rows by act and check, so that links to them last', () => {
    expect(simulate(WORLD, [...STORY, open('open-late', 'sign', 4000)]).steps.map(({ id }) => id))
      .toMatchInlineSnapshot(`
      [
        "assume-role.request",
        "assume-role.parameters-valid",
        "assume-role.signature-current",
        "assume-role.caller-authenticated",
        "assume-role.caller-kind",
        "assume-role.assume-role-allowed",
        "assume-role.duration-when-chained",
        "assume-role.duration-within-role",
        "assume-role.answer",
        "sign.done",
        "share.sent",
        "wait.clock",
        "open-url.request",
        "open-url.one-mechanism",
        "open-url.six-parameters",
        "open-url.credential-scope",
        "open-url.date-well-formed",
        "open-url.expires-in-range",
        "open-url.not-in-the-future",
        "open-url.url-alive",
        "open-url.key-known",
        "open-url.token-accepted",
        "open-url.token-alive",
        "open-url.headers-signed",
        "open-url.signature-matches",
        "open-url.bucket-found",
        "open-url.signer-allowed",
        "open-url.object-found",
        "open-url.answer",
        "open-late.request",
        "open-late.one-mechanism",
        "open-late.six-parameters",
        "open-late.credential-scope",
        "open-late.date-well-formed",
        "open-late.expires-in-range",
        "open-late.not-in-the-future",
        "open-late.url-alive",
        "open-late.key-known",
        "open-late.token-accepted",
        "open-late.token-alive",
        "open-late.not-reached",
        "open-late.answer",
      ]
    `);
  });

  test('it never changes the world it was given', () => {
    const world = frozen(structuredClone(WORLD));
    const changes: readonly WorldChange[] = [
      { kind: 'revoke-sessions', role: ROLE },
      { kind: 'replace-policies', principal: USER, policies: [] },
      { kind: 'delete-object', bucket: BUCKET, key: KEY },
      { kind: 'delete-key', keyId: USER_KEY.id },
      { kind: 'put-bucket-policy', bucket: BUCKET, policy: policyOf('None', 'bucket') },
    ];
    const script = frozen([
      ...STORY,
      ...changes.map((what, index) => change(`change-${index}`, what)),
    ]);
    expect(simulate(world, script).start).toEqual(WORLD);
  });

  test('it gives the same trace for the same script', () => {
    expect(simulate(structuredClone(WORLD), structuredClone([...STORY]))).toEqual(
      simulate(WORLD, STORY),
    );
  });

  test('it shares what did not change between the worlds of a run', () => {
    const { steps } = simulate(WORLD, STORY);
    expect(steps.at(-1)?.world.accounts).toBe(WORLD.accounts);
  });
});

describe('the outcome of a run', () => {
  test('it is that of the last call, whatever came after', () => {
    const trace = simulate(WORLD, [
      open('open-url', 'sign'),
      assume('assume-role', 0, 60),
      wait('wait', 60),
    ]);
    expect(outcomeOf(trace)).toMatchObject({ kind: 'refused', rule: 'sts.parameters-valid' });
  });
});

describe('an act that needs another', () => {
  test.each<[string, readonly Act[], readonly string[]]>([
    [
      'whose credentials were refused',
      [assume('assume-role', 0, 60), sign('sign', 'assume-role'), open('open-url', 'sign')],
      ['sign', 'open-url'],
    ],
    ['whose credentials nobody asked for', [sign('sign', 'assume-role')], ['sign']],
    [
      'whose URL was never signed',
      [open('open-url', 'sign'), share('share', 'sign')],
      ['open-url', 'share'],
    ],
    ['that says so', [assume('assume-role', 0, 60), wait('wait', 60, 'assume-role')], ['wait']],
    ['that comes too early in the script', [open('open-url', 'sign'), sign('sign')], ['open-url']],
    ['with a name of JavaScript’s own', [wait('wait', 60, 'constructor')], ['wait']],
    [
      'that needs two, of which one was refused',
      [sign('sign'), assume('assume-role', 0, 60), wait('wait', 60, 'sign', 'assume-role')],
      ['wait'],
    ],
  ])('it does not happen: %s', (_, script, unplayed) => {
    const trace = simulate(WORLD, script);
    expect(trace.unplayed).toEqual(unplayed);
    expect(trace.steps.some(({ act }) => unplayed.includes(act.id))).toBe(false);
    expect(Object.keys(trace.outcomes)).toEqual(
      script.map(({ id }) => id).filter((id) => !unplayed.includes(id)),
    );
  });

  test('it does not move the clock when it does not happen', () => {
    const { steps } = simulate(WORLD, [open('open-url', 'sign', 9000), assume('assume-role')]);
    expect(steps.at(-1)?.world.now).toBe(START);
  });

  test('it happens once all it needs was granted', () => {
    const { unplayed } = simulate(WORLD, [...STORY, wait('end', 700, 'open-url', 'assume-role')]);
    expect(unplayed).toEqual([]);
  });
});

describe('AWS’s clock', () => {
  test('it moves to the moment of each act, and only a wait gets a row for it', () => {
    const { steps } = simulate(WORLD, [
      sign('sign', undefined, 30),
      wait('wait', 90),
      share('share', 'sign', 120),
    ]);
    expect(steps.map(({ row, world }) => [row, isoDate(world.now)])).toEqual([
      ['work', '2026-01-15T12:00:30Z'],
      ['clock', '2026-01-15T12:01:30Z'],
      ['call', '2026-01-15T12:02:00Z'],
    ]);
    expect(steps[1]).toMatchObject({ from: later(30), until: later(90) });
  });

  test('it never goes back: an act dated earlier happens now', () => {
    const { steps } = simulate(WORLD, [
      wait('wait', 600),
      sign('sign', undefined, -60),
      wait('again', 300),
    ]);
    expect(steps.map(({ world }) => world.now)).toEqual([later(600), later(600), later(600)]);
    expect(steps.at(-1)).toMatchObject({ row: 'clock', from: later(600), until: later(600) });
  });
});

describe('a session', () => {
  test('it is counted from AWS’s clock, not from the date an act bears', () => {
    const { world } =
      simulate(WORLD, [wait('wait', 600), assume('assume-role')]).steps.at(-1) ?? {};
    const key = Object.values(world?.accessKeys ?? {}).at(-1);
    expect(key).toMatchObject({
      issuedBy: 'assume-role',
      issuedAt: later(600),
      expiresAt: later(4200),
    });
  });
});

describe('signing', () => {
  test('it is arithmetic: a key that was deleted, of a user without permission, signs as well', () => {
    const { steps } = simulate(WORLD, [
      change('delete', { kind: 'delete-key', keyId: USER_KEY.id }),
      change('strip', { kind: 'replace-policies', principal: USER, policies: [] }),
      sign('sign'),
      open('open-url', 'sign'),
    ]);
    expect(steps.map(({ id }) => id)).toContain('sign.done');
    expect(steps.at(-1)).toMatchObject({
      row: 'answer',
      status: 403,
      outcome: { rule: 's3.key-known' },
    });
  });

  test('it shows what it worked on, rung by rung', () => {
    const [step] = simulate(WORLD, [sign('sign')]).steps;
    expect(step?.artifacts.map(({ kind }) => kind)).toEqual([
      'url',
      'canonical-request',
      'string-to-sign',
      'signing-key',
      'signature',
    ]);
    const text = (kind: string) =>
      step?.artifacts.find((artifact) => artifact.kind === kind)?.text ?? '';
    expect(
      text('signing-key')
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['kDate', 'kRegion', 'kService', 'kSigning']);
    expect(text('url')).toContain(`X-Amz-Signature=${text('signature')}`);
    expect(text('canonical-request').split('\n').at(-1)).toBe('UNSIGNED-PAYLOAD');
    expect(text('url')).not.toContain(USER_KEY.secretAccessKey);
  });

  test('it makes the signer the first holder, and whoever is given the URL the next', () => {
    const { steps } = simulate(WORLD, [sign('sign'), share('share', 'sign')]);
    expect(steps.map(({ world }) => world.presignedUrls['sign']?.holders)).toEqual([
      ['build-server'],
      ['build-server', 'holder'],
    ]);
  });
});

describe('a change', () => {
  const changed = (...changes: WorldChange[]): World =>
    simulate(
      WORLD,
      changes.map((what, index) => change(`change-${index}`, what, 600 * (index + 1))),
    ).steps.at(-1)?.world ?? WORLD;
  const at = (count: number): World => ({ ...WORLD, now: later(count) });
  const none = policyOf('None', 'identity', says('Deny', '*'));

  test('it replaces the policies of a user, and of nobody else', () => {
    const world = changed({ kind: 'replace-policies', principal: USER, policies: [none] });
    expect(findUser(world, USER)?.policies).toEqual([none]);
    expect(findRole(world, ROLE)).toEqual(findRole(WORLD, ROLE));
  });

  test('it replaces the policies of a role, and leaves its trust policy', () => {
    const world = changed({ kind: 'replace-policies', principal: ROLE, policies: [] });
    expect(findRole(world, ROLE)).toEqual({ ...findRole(WORLD, ROLE), policies: [] });
  });

  test('it revokes the sessions of a role by a policy that denies older ones', () => {
    const world = changed({ kind: 'revoke-sessions', role: ROLE });
    expect(findRole(world, ROLE)?.policies.slice(1)).toEqual([revocationPolicy(later(600))]);
    // The document IAM attaches, word for word (id_roles_use_revoke-sessions).
    expect(revocationPolicy(later(600)).document).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: ['*'],
          Resource: ['*'],
          Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-01-15T12:10:00Z' } },
        },
      ],
    });
    expect(findRole(world, PIPELINE)).toEqual(findRole(WORLD, PIPELINE));
  });

  test('it moves the date of the one policy when sessions are revoked again', () => {
    const revoke = { kind: 'revoke-sessions', role: ROLE } as const;
    expect(findRole(changed(revoke, revoke), ROLE)?.policies.slice(1)).toEqual([
      revocationPolicy(later(1200)),
    ]);
  });

  test('it leaves a session its token: revoking takes rights away, not credentials', () => {
    expect(changed({ kind: 'revoke-sessions', role: ROLE }).accessKeys).toBe(WORLD.accessKeys);
  });

  test('it puts a bucket policy in the place of the one before', () => {
    const [first, second] = [policyOf('First', 'bucket'), policyOf('Second', 'bucket')];
    const put = (policy: typeof first): WorldChange => ({
      kind: 'put-bucket-policy',
      bucket: BUCKET,
      policy,
    });
    expect(findBucket(changed(put(first), put(second)), BUCKET)?.bucket.policy).toBe(second);
  });

  test('it deletes an object', () => {
    expect(
      findBucket(changed({ kind: 'delete-object', bucket: BUCKET, key: KEY }), BUCKET)?.bucket
        .objects,
    ).toEqual({});
  });

  test('it deactivates or deletes a key, and a deleted one stays deleted', () => {
    const off = { kind: 'deactivate-key', keyId: USER_KEY.id } as const;
    const gone = { kind: 'delete-key', keyId: USER_KEY.id } as const;
    const status = (...changes: WorldChange[]) => {
      const key = changed(...changes).accessKeys[USER_KEY.id];
      return key?.kind === 'long-term' && key.status;
    };
    expect([status(off), status(gone), status(off, gone), status(gone, off)]).toEqual([
      'Inactive',
      'Deleted',
      'Deleted',
      'Deleted',
    ]);
  });

  test('it leaves the sessions of a key that goes', () => {
    expect(changed({ kind: 'delete-key', keyId: USER_KEY.id }).accessKeys[SESSION_KEY.id]).toBe(
      SESSION_KEY,
    );
  });

  test.each<[string, WorldChange]>([
    [
      'a user',
      {
        kind: 'replace-policies',
        principal: 'arn:aws:iam::111122223333:user/nobody',
        policies: [none],
      },
    ],
    [
      'an account',
      {
        kind: 'replace-policies',
        principal: 'arn:aws:iam::constructor:user/nobody',
        policies: [none],
      },
    ],
    ['a role', { kind: 'revoke-sessions', role: `arn:aws:iam::${ACCOUNT}:role/Nobody` }],
    ['a bucket', { kind: 'put-bucket-policy', bucket: 'no-such-bucket', policy: none }],
    ['an object', { kind: 'delete-object', bucket: BUCKET, key: 'no-such-key' }],
    ['a bucket of an object', { kind: 'delete-object', bucket: 'constructor', key: KEY }],
    ['a key', { kind: 'deactivate-key', keyId: 'AKIAIOSFODNN7EXAMPLE' }],
    ['a key to delete', { kind: 'delete-key', keyId: 'AKIAIOSFODNN7EXAMPLE' }],
  ])('it changes nothing where there is no such thing: %s', (_, what) => {
    expect(changed(what)).toEqual(at(600));
  });

  test('it shows the policy it attaches', () => {
    const shown = (what: WorldChange) =>
      simulate(WORLD, [change('change', what)]).steps[0]?.artifacts.map(({ name }) => name);
    expect(shown({ kind: 'revoke-sessions', role: ROLE })).toEqual(['AWSRevokeOlderSessions']);
    expect(shown({ kind: 'put-bucket-policy', bucket: BUCKET, policy: none })).toEqual(['None']);
    expect(shown({ kind: 'replace-policies', principal: USER, policies: [none] })).toEqual([
      'None',
    ]);
    expect(shown({ kind: 'delete-object', bucket: BUCKET, key: KEY })).toEqual([]);
  });
});

describe('any script', () => {
  const moment = fc.integer({ min: -600, max: 100_000 });
  // Some of these are signed and opened by a script, some are not.
  const session = fc.constantFrom('session-0', 'session-1', 'session-2', 'session-3');
  const url = fc.constantFrom('url-0', 'url-0', 'url-0', 'url-1', 'url-2');
  const changes = fc.constantFrom<WorldChange>(
    { kind: 'revoke-sessions', role: ROLE },
    { kind: 'replace-policies', principal: ROLE, policies: [] },
    { kind: 'delete-key', keyId: USER_KEY.id },
    { kind: 'deactivate-key', keyId: USER_KEY.id },
    { kind: 'delete-object', bucket: BUCKET, key: KEY },
  );
  type Made = readonly [name: string, make: (id: string) => Act];
  const acts: fc.Arbitrary<Made> = fc.oneof(
    fc
      .tuple(moment, fc.constantFrom(60, 900, 3600))
      .map(([count, length]): Made => ['session', (id) => assume(id, count, length)]),
    fc
      .tuple(fc.option(session, { nil: undefined }), moment)
      .map(([by, count]): Made => ['url', (id) => sign(id, by, count)]),
    fc.tuple(url, moment).map(([what, count]): Made => ['share', (id) => share(id, what, count)]),
    fc.tuple(url, moment).map(([what, count]): Made => ['open', (id) => open(id, what, count)]),
    fc
      .tuple(moment, fc.array(fc.oneof(url, session), { maxLength: 2 }))
      .map(([count, needs]): Made => ['wait', (id) => wait(id, count, ...needs)]),
    fc
      .tuple(changes, moment)
      .map(([what, count]): Made => ['change', (id) => change(id, what, count)]),
  );
  // Left alone, few scripts would open a link: most begin with one that is signed, by a session or a user.
  const bySession: readonly Made[] = [
    ['session', (id) => assume(id)],
    ['url', (id) => sign(id, 'session-0')],
  ];
  const beginnings = fc.constantFrom<readonly Made[]>([], bySession, [['url', (id) => sign(id)]]);
  /** Acts named by their kind and their place among those of their kind. */
  const scripts = fc
    .tuple(beginnings, fc.array(acts, { maxLength: 10, size: 'max' }))
    .map(([beginning, rest]): readonly Act[] => {
      const made = [...beginning, ...rest];
      return made.map(([name, make], index) => {
        const before = made.slice(0, index).filter(([other]) => other === name).length;
        return make(`${name}-${before}`);
      });
    });

  const holds = (claim: (trace: Trace, script: readonly Act[]) => void): void =>
    fc.assert(
      fc.property(scripts, (script) => {
        claim(simulate(WORLD, script), script);
      }),
    );

  test('it is often one in which links are opened, some with sessions: what follows is not said of nothing', () => {
    const traces = fc
      .sample(scripts, { numRuns: 300, seed: 1 })
      .map((script) => simulate(WORLD, script));
    const opened = traces.filter(({ outcomes }) =>
      Object.keys(outcomes).some((id) => id.startsWith('open')),
    );
    const withSession = opened.filter(({ steps }) =>
      steps.some(({ id }) => /^open.*\.token-alive$/.test(id)),
    );
    expect(opened.length).toBeGreaterThan(60);
    expect(withSession.length).toBeGreaterThan(20);
    expect(traces.filter(({ unplayed }) => unplayed.length > 0).length).toBeGreaterThan(100);
  });

  test('it plays each act or names it as unplayed, and in its order', () => {
    holds((trace, script) => {
      const played = [...new Set(trace.steps.map(({ act }) => act))];
      expect(played).toEqual(script.filter(({ id }) => !trace.unplayed.includes(id)));
      expect(Object.keys(trace.outcomes)).toEqual(played.map(({ id }) => id));
    });
  });

  test('it gives each step an id of its own, which begins with its act', () => {
    holds(({ steps }) => {
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const { id, act } of steps) expect(id.startsWith(`${act.id}.`)).toBe(true);
    });
  });

  test('it never turns the clock back, and is never behind an act', () => {
    holds(({ steps }) => {
      let now = START;
      for (const { world, act } of steps) {
        expect(world.now).toBeGreaterThanOrEqual(now);
        expect(world.now).toBeGreaterThanOrEqual(act.at);
        ({ now } = world);
      }
    });
  });

  test('it ends every call with its one answer, and says the same in the outcomes', () => {
    holds(({ steps, outcomes }) => {
      for (const step of steps.filter((one) => one.row === 'answer')) {
        expect(outcomes[step.act.id]).toEqual(step.outcome);
        expect(step.status >= 400).toBe(step.outcome.kind === 'refused');
      }
      const calls = steps
        .filter(({ act, row }) => row === 'call' && act.kind !== 'hand-over')
        .map(({ act }) => act.id);
      const answers = steps.filter(({ row }) => row === 'answer').map(({ act }) => act.id);
      expect(answers).toEqual(calls);
    });
  });

  test('it grants nothing that needs what was refused', () => {
    holds(({ outcomes, unplayed }, script) => {
      const orphans = script.filter((act) =>
        needsOf(act).some((id) => outcomes[id]?.kind !== 'granted'),
      );
      expect(orphans.filter(({ id }) => !unplayed.includes(id))).toEqual([]);
    });
  });

  test('it is the same when it is cut short: what is to come changes nothing', () => {
    holds((trace, script) => {
      const { steps } = simulate(WORLD, script.slice(0, -1));
      expect(trace.steps.slice(0, steps.length)).toEqual(steps);
    });
  });
});

test('a session lives as long as it asked, seen through a link', () => {
  const lives = (count: number) =>
    outcomeOf(
      simulate(WORLD, [
        assume('assume-role', 0, 1800),
        sign('sign', 'assume-role'),
        open('open-url', 'sign', count),
      ]),
    ).kind;
  expect([
    lives(Number(minutes(30))),
    lives(Number(minutes(30)) + 1),
    lives(Number(hours(1))),
  ]).toEqual(['granted', 'refused', 'refused']);
});
