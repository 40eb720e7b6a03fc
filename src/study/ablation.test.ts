import { describe, expect, test } from 'vitest';

import { isBreached } from '#content/attack.ts';
import type { RawKnobs } from '#content/knob.ts';
import { openings } from '#content/scenario.ts';
import { SCENARIOS } from '#content/scenarios/all.ts';

import { guarded, switchesOff } from './ablation.ts';

const ATTACKED = SCENARIOS.filter(({ attacker }) => attacker !== undefined);

/**
 * Stories of a safeguard that was never there: their titles say so, their defaults play it, and the banner names it from
 * the first step. No other story may begin without one.
 */
const UNGUARDED: ReadonlySet<string> = new Set([
  'only-once',
  'revocation-race',
  'used-again',
  'github-wildcard',
  'leak-and-respond',
  'stolen-disk',
  'any-certificate',
  'lost-mapping',
  'other-profile',
  'own-name',
  'late-list',
  'thief-again',
]);

test('every story with an attacker has a safeguard, and no other story has one', () => {
  const guardedOnes = SCENARIOS.filter(({ safeguards = [] }) => safeguards.length > 0);
  expect(guardedOnes).toEqual(ATTACKED);
  expect(ATTACKED.length).toBeGreaterThan(10);
});

test('none is off by default, but where the story is that it was never there', () => {
  const off = ATTACKED.filter((scenario) => openings(scenario, {}).length > 0);
  expect(new Set(off.map(({ id }) => id))).toEqual(UNGUARDED);
});

test('one is switched off alone where its loss is enough, and two together where each is enough to stop it', () => {
  const changes = (id: string): readonly number[] => {
    const scenario = ATTACKED.find((one) => one.id === id);
    if (!scenario) throw new Error(`no scenario ${id}`);
    const play = (raw: RawKnobs) => scenario.play(raw).trace;
    const switches = switchesOff(scenario, guarded(scenario, {}, play), play);
    return switches.map((one) => one.changes.length);
  };
  expect(changes('confused-deputy')).toEqual([1, 1]);
  expect(changes('other-profile')).toEqual([2]);
});

describe.each(ATTACKED)('$id', (scenario) => {
  const play = (raw: RawKnobs) => scenario.play(raw).trace;
  const safe = guarded(scenario, {}, play);

  test('with its safeguards on, the attack is stopped, and no banner says otherwise', () => {
    expect(isBreached(scenario, play(safe))).toBe(false);
    expect(openings(scenario, safe)).toEqual([]);
  });

  test('a safeguard can be switched off: the attack succeeds, a banner says so, and one click brings it back', () => {
    const switches = switchesOff(scenario, safe, play);
    expect(switches.length).toBeGreaterThan(0);
    for (const { knobs, changes } of switches) {
      expect(isBreached(scenario, play(knobs))).toBe(true);
      expect(openings(scenario, knobs).length).toBeGreaterThan(0);
      expect(JSON.stringify(changes)).not.toMatch(/undefined/);
      expect(changes.length).toBeGreaterThan(0);
      const again = guarded(scenario, knobs, play);
      expect(openings(scenario, again)).toEqual([]);
      expect(isBreached(scenario, play(again))).toBe(false);
    }
  });

  test('while the attack goes through, nothing more is offered to be switched off', () => {
    for (const { knobs } of switchesOff(scenario, safe, play)) {
      expect(switchesOff(scenario, knobs, play)).toEqual([]);
    }
  });
});
