import { describe, expect, test } from 'vitest';

import { decide } from '#engine/policy/decide.ts';
import { worldOfCase } from '#engine/policy/accessCase.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { POLICY_TYPES } from '#engine/policy/document.ts';
import { at } from '#engine/time.ts';

import { CALLER_NAMES, readDraft, resourceAccountOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { POLICY_EXAMPLES } from './examples.ts';
import { nameOfNew } from './policyTypes.ts';
import { templateOf } from './templates.ts';

const NOW = at('2026-01-15T12:00:00Z');
const decided = (draft: Draft) => {
  const read = readDraft(draft, parsePolicy);
  if (read.kind !== 'case') throw new Error(JSON.stringify(read.obstacles));
  const { request, world } = worldOfCase(read.case, NOW);
  return decide(request, world);
};

describe('the gallery', () => {
  test.each(POLICY_EXAMPLES)('it keeps its promise: $id', ({ draft, verdict, gate }) => {
    const decision = decided(draft);
    expect([decision.verdict, decision.decidedBy.gate]).toEqual([verdict, gate]);
    expect(decision.basis).toBe('documented');
  });

  test('it tells its examples apart', () => {
    expect(new Set(POLICY_EXAMPLES.map(({ id }) => id)).size).toBe(POLICY_EXAMPLES.length);
    expect(new Set(POLICY_EXAMPLES.map(({ title }) => title)).size).toBe(POLICY_EXAMPLES.length);
  });
});

test.each(POLICY_TYPES)('a new %s policy is one AWS accepts, without a warning', (type) => {
  expect(parsePolicy(templateOf(type), type)).toMatchObject({ warnings: [] });
  expect(nameOfNew(type, [{ name: nameOfNew(type, []) }])).toBe(`${nameOfNew(type, [])} 2`);
});

const [plain] = POLICY_EXAMPLES.map(({ draft }) => draft);
if (!plain) throw new Error('Broken promise: there is an example');

describe('a draft', () => {
  test.each([
    ['action', { action: 's3:*' }],
    ['action', { action: '' }],
    ['action', { action: 'GetObject' }],
    ['resource', { resource: 'reports/may.pdf' }],
    ['resource', { resource: '' }],
    ['resource', { resource: 'arn:aws:s3:::a b' }],
    ['name', { caller: { kind: 'user', name: '', session: '' } }],
    ['name', { caller: { kind: 'service', name: 'a b', session: '' } }],
    ['session', { caller: { kind: 'role-session', name: 'worker', session: '' } }],
    ['policy', { policies: plain.policies.map((policy) => ({ ...policy, text: '{' })) }],
  ] as const)('it says what is in the way: %s of %j', (place, change) => {
    const read = readDraft({ ...plain, ...change }, parsePolicy);
    expect(read.kind === 'obstacles' && read.obstacles[0]?.at).toBe(place);
  });

  test('it asks no name of a caller that has none', () => {
    for (const kind of ['root', 'anonymous'] as const) {
      expect(CALLER_NAMES[kind].name).toBeUndefined();
      const read = readDraft({ ...plain, caller: { kind, name: '', session: '' } }, parsePolicy);
      expect(read.kind).toBe('case');
    }
  });

  test('it believes an ARN that names an account, and asks where it names none', () => {
    const queue = 'arn:aws:sqs:eu-west-1:999988887777:jobs';
    expect(resourceAccountOf({ ...plain, resource: queue })).toBe('999988887777');
    expect(resourceAccountOf({ ...plain, owner: 'other' })).toBe('444455556666');
    expect(resourceAccountOf({ ...plain, resource: '*' })).toBe('111122223333');
  });

  test('it reads lines as values, and leaves out keys without a name', () => {
    const keys = [
      { id: 'a', key: ' aws:TagKeys ', values: 'team\ncost\n' },
      { id: 'b', key: 'aws:SourceIp', values: '203.0.113.7' },
      { id: 'c', key: '', values: 'x' },
    ];
    const read = readDraft({ ...plain, keys }, parsePolicy);
    expect(read.kind === 'case' && read.case.context).toEqual({
      'aws:TagKeys': ['team', 'cost'],
      'aws:SourceIp': '203.0.113.7',
    });
  });
});
