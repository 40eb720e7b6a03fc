import { expect, test } from 'vitest';

import { easements, isBreached, servesAttacker } from './attack.ts';
import type { RawKnobs } from './knob.ts';
import { findScenario } from './scenarios/all.ts';
import type { Scenario } from './scenario.ts';

const scenarioOf = (id: string): Scenario => {
  const found = findScenario('sts', id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
};

interface Row {
  readonly id: string;
  readonly attacker?: string;
  readonly knobs?: RawKnobs;
  readonly serves: boolean;
}

const thief = { id: 'why-temporary', attacker: 'thief' };
const mallory = { id: 'confused-deputy', attacker: 'mallory' };

test.each<[string, Row]>([
  ['who asks for it', { ...thief, serves: true }],
  ['who has somebody else ask', { ...mallory, serves: true }],
  ['whose session it is read with', { ...mallory, knobs: { condition: 'none' }, serves: true }],
  ['nobody who was served before', { ...mallory, attacker: 'anna', serves: false }],
  ['nobody where nobody attacks', { id: 'confused-deputy', serves: false }],
])('the last answer serves %s', (_, { id, knobs = {}, serves, ...attacker }) => {
  expect(servesAttacker(attacker, scenarioOf(id).play(knobs).trace)).toBe(serves);
});

const burglar = { id: 'leak-and-respond', attacker: 'thief' };

test.each<[string, Row]>([
  ['the last attempt is granted', { ...burglar, serves: true }],
  [
    'another attempt is granted before it',
    { ...burglar, knobs: { role: 'revoked' }, serves: true },
  ],
  [
    'the key itself still works',
    { ...burglar, knobs: { user: 'nothing', role: 'gone' }, serves: true },
  ],
])('an attack gets through where %s', (_, { id, knobs = {}, serves, ...attacker }) => {
  expect(isBreached(attacker, scenarioOf(id).play(knobs).trace)).toBe(serves);
});

test.each<[RawKnobs, boolean, readonly RegExp[]]>([
  [{}, true, []],
  [{ file: 'same' }, false, [/was there already/]],
  [{ digest: 'on', file: 'same' }, false, [/was there already/]],
  [{ kept: 'on' }, true, [/versioned/]],
  [{ once: 'on' }, false, []],
])('an upload over another, %j, does harm: %s', (knobs, isHarmful, says) => {
  const scenario = findScenario('presigned', 'only-once');
  if (!scenario) throw new Error('no such scenario');
  const { trace } = scenario.play(knobs);
  expect(isBreached(scenario, trace)).toBe(isHarmful);
  const eased = easements(scenario, trace);
  expect(eased).toHaveLength(says.length);
  for (const [index, said] of says.entries()) expect(eased[index]).toMatch(said);
});

test.each<[string, Row]>([
  [
    'every attempt is refused',
    { ...burglar, knobs: { user: 'denied', role: 'revoked' }, serves: false },
  ],
  ['only what came before is granted', { ...thief, serves: false }],
  ['nobody attacks', { id: 'leak-and-respond', serves: false }],
])('no attack gets through where %s', (_, { id, knobs = {}, serves, ...attacker }) => {
  expect(isBreached(attacker, scenarioOf(id).play(knobs).trace)).toBe(serves);
});
