import { describe, expect, test } from 'vitest';

import type { Knobs, RawKnobs } from '#content/knob.ts';
import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { formatPolicy } from '#engine/policy/format.ts';
import type { Statement } from '#engine/policy/document.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import { withChange } from './change.ts';
import { endsWell, goalOf, isFlipped } from './goal.ts';
import { sayChange } from './sayChange.ts';
import { searchFlip } from './searchFlip.ts';
import type { Flip } from './searchFlip.ts';

const materials = { parsePolicy };

const scenarioOf = (lab: string, id: string): Scenario => {
  const found = findScenario(lab, id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};

/** What a search finds when nothing interrupts it, and how many runs it played. */
function searched(scenario: Scenario, raw: RawKnobs) {
  const search = searchFlip(scenario, raw, materials);
  let runs = 0;
  let next = search.next();
  for (; !next.done; next = search.next()) runs += 1;
  return { flip: next.value, runs };
}

const flipOf = (scenario: Scenario, raw: RawKnobs): Flip | undefined =>
  searched(scenario, raw).flip;

const saidOf = (scenario: Scenario, raw: RawKnobs): readonly string[] | undefined =>
  flipOf(scenario, raw)?.changes.map((change) => {
    const { what, becomes } = sayChange(scenario.knobs, raw, change);
    return `${what}: ${becomes}`;
  });

const isWell = (scenario: Scenario, raw: RawKnobs): boolean =>
  endsWell(scenario, scenario.play(raw, materials).trace);

/** Each story and, from scenario to scenario another, one of its variations: all of them take too long. */
const FAILING = SCENARIOS.flatMap((scenario, index) =>
  [{}, scenario.variations[index % scenario.variations.length]?.knobs ?? {}]
    .filter((raw) => !isWell(scenario, raw))
    .map((raw) => ({ id: scenario.id, scenario, raw })),
);

test.each(FAILING)(
  'what is found turns the end around, and no part of it does: $id $raw',
  ({ scenario, raw }) => {
    const goal = goalOf(scenario, scenario.play(raw, materials).trace);
    const flip = flipOf(scenario, raw);
    if (!goal || !flip) throw new Error('nothing was found');
    const flips = (knobs: RawKnobs): boolean =>
      isFlipped(scenario, goal, scenario.play(knobs, materials).trace);
    expect(scenario.play(flip.knobs, materials).notices).toEqual([]);
    expect(flips(flip.knobs)).toBe(true);
    expect(isWell(scenario, flip.knobs)).toBe(true);
    expect([1, 2]).toContain(flip.changes.length);
    const parts = flip.changes.length === 2 ? flip.changes : [];
    expect(parts.filter((change) => flips(withChange(raw, change)))).toEqual([]);
    for (const change of flip.changes) {
      const { what, becomes, insteadOf } = sayChange(scenario.knobs, raw, change);
      expect(becomes).not.toBe(insteadOf);
      expect(`${what}${becomes}`).not.toMatch(/undefined|NaN/);
    }
  },
);

test.each(SCENARIOS.filter(({ attacker }) => attacker === undefined))(
  'nothing is searched for where a run ends as it should: $id',
  (scenario) => {
    expect(isWell(scenario, scenario.working)).toBe(true);
    expect(searched(scenario, scenario.working)).toEqual({ flip: undefined, runs: 0 });
  },
);

test('it gives up after 1,500 runs at most, in an order that never changes', () => {
  const { play, ...rest } = scenarioOf('presigned', 'seven-days');
  const refused = play({});
  const asked: RawKnobs[] = [];
  const stubborn = {
    ...rest,
    play: (raw: RawKnobs) => {
      asked.push(raw);
      return refused;
    },
  };
  const found = searched(stubborn, {});
  expect(found.flip).toBeUndefined();
  expect(found.runs).toBeGreaterThan(100);
  expect(found.runs).toBeLessThanOrEqual(1500);
  const first = asked.splice(0);
  searched(stubborn, {});
  expect(asked).toEqual(first);
});

const sevenDays = scenarioOf('presigned', 'seven-days');

describe('limits to the second', () => {
  test.each<[string, string, RawKnobs, readonly string[]]>([
    ['presigned', 'seven-days', {}, ['Link is used at: 12:59:59']],
    ['presigned', 'seven-days', { session: '7200', maximum: '3600' }, ['Role allows: 2 h']],
    ['presigned', 'user-signed', { expires: '691200' }, ['X-Amz-Expires: 7 d']],
    ['presigned', 'skewed-clock', {}, ['Link is used at: 11:05:01']],
    ['sts', 'twelve-hours-asked', {}, ['Role allows: 12 h']],
  ])('%s/%s %o: %o', (lab, id, raw, says) => {
    expect(saidOf(scenarioOf(lab, id), raw)).toEqual(says);
  });

  test('a second later the link is as dead as before', () => {
    const used = flipOf(sevenDays, {})?.knobs['used'];
    expect(used).toBe('20260115T125959Z');
    const late = sevenDays.play({ used: '20260115T130001Z' }).trace;
    expect(endsWell(sevenDays, late)).toBe(false);
  });
});

/** In time, with other permissions for whoever signs. */
const permitted = (...Statement: readonly Statement[]): RawKnobs => ({
  used: '20260115T124500Z',
  permissions: formatPolicy({ Version: '2012-10-17', Statement }),
});

const mayRead: Statement = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::quarterly-reports/*',
};

/** The same story without the knobs that would do instead of a policy. */
const policiesOnly: Scenario = {
  ...sevenDays,
  knobs: Object.fromEntries(
    Object.entries<Knobs[string]>(sevenDays.knobs).filter(([name]) => name === 'permissions'),
  ),
};

describe('policies', () => {
  const report = 'arn:aws:s3:::quarterly-reports/report.pdf';
  test.each<[string, readonly Statement[], readonly string[]]>([
    [
      'an action is missing',
      [{ ...mayRead, Action: 's3:ListBucket' }],
      ['What the signer may do: with the action s3:GetObject in statement 1'],
    ],
    [
      'a resource is missing',
      [{ ...mayRead, Sid: 'Salaries', Resource: 'arn:aws:s3:::salaries/*' }],
      [`What the signer may do: with the resource ${report} in statement 1 (Salaries)`],
    ],
    [
      'a value of a condition is missing',
      [{ ...mayRead, Condition: { StringEquals: { 'aws:PrincipalAccount': '444455556666' } } }],
      [
        'What the signer may do: with 111122223333 among the values of aws:PrincipalAccount in statement 1',
      ],
    ],
    [
      'a statement denies',
      [mayRead, { ...mayRead, Sid: 'Never', Effect: 'Deny' }],
      ['What the signer may do: without statement 2 (Never), its Deny'],
    ],
    [
      'action and resource are missing, it is as it was',
      [{ ...mayRead, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::salaries/*' }],
      ['What the signer may do: as it was before it was edited'],
    ],
  ])('where %s', (_, statements, says) => {
    expect(saidOf(policiesOnly, permitted(...statements))).toEqual(says);
  });
});

describe('attacks that went through', () => {
  test.each<[string, string, RawKnobs, readonly string[]]>([
    ['sts', 'confused-deputy', { condition: 'none' }, ['Anna’s role wants: her id (StringEquals)']],
    [
      'sts',
      'github-wildcard',
      {},
      ['Trust policy tests the subject: StringEquals, the main branch of the shop'],
    ],
    ['presigned', 'only-once', {}, ['If-None-Match: * is signed: yes']],
    ['presigned', 'used-again', {}, ['At 09:00 the next day: the object is deleted']],
    ['rolesanywhere', 'any-certificate', {}, ['Trust policy tests: trust anchor and common name']],
    ['sts', 'why-temporary', { stolen: 'key' }, ['What Mia pastes: a role session']],
    ['sts', 'leak-and-respond', {}, ['Thief tries again at: 20 Jan 20:00:01']],
  ])('%s/%s %o: %o', (lab, id, raw, says) => {
    expect(saidOf(scenarioOf(lab, id), raw)).toEqual(says);
  });
});
