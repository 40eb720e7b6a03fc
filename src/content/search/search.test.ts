import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cursorOf } from '#engine/cursor.ts';

import { LISTED_RULES, SERVICE_NAMES, findRules } from '../ruleSteps/listRules.ts';
import { codesOf } from '../ruleSteps/ruleSteps.ts';
import { GLOSSARY } from '../glossary/glossary.ts';
import { sevenDays as written } from '../scenarios/presigned/sevenDays.ts';
import { readyNow } from '../subjects/all.ts';
import { MOST_OF_GROUP, indexed, search, wordsOf } from './rank.ts';
import type { Entry } from './rank.ts';
import { stepEntries } from './stepEntries.ts';

const TERMS: readonly Entry[] = GLOSSARY.map(({ id, name, says, also = [] }) => ({
  id,
  group: 'Words',
  title: name,
  note: says,
  also: also.join(' '),
}));
const RULES: readonly Entry[] = LISTED_RULES.map(({ id, name, service, statement }) => ({
  id,
  group: 'Rules',
  title: `${SERVICE_NAMES[service]}: ${name}`,
  note: statement,
  also: `${id} ${codesOf(id)}`,
}));
const index = indexed([...TERMS, ...RULES]);
const found = (query: string) =>
  search(index, query).flatMap(({ entries }) => entries.map(({ id }) => id));

describe('search', () => {
  test.each([
    ['MaxSessionDuration', 'maximum-session-duration'],
    ['max session dur', 'maximum-session-duration'],
    ['confused dep', 'confused-deputy'],
    ['deputy confused', 'confused-deputy'],
    ['rôle chaîning', 'role-chaining'],
    ['presinged url', 'presigned-url'],
    ['canonicl request', 'canonical-request'],
    ['scp', 'scp'],
    ['s3.token-alive', 's3.token-alive'],
  ])('it puts first what %j means: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  test('it finds rules by the code of their error', () => {
    expect(found('ExpiredToken')).toContain('s3.token-alive');
    expect(found('SignatureDoesNotMatch')).toContain('s3.signature-matches');
  });

  test('it finds nothing for nothing, and for what is nowhere', () => {
    for (const query of ['', '  ', '…', 'kubernetes', 'role kubernetes']) {
      expect(found(query)).toEqual([]);
    }
  });

  test('it shows a few of each group, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('s', 'token', 'role s')), (query) => {
        const groups = search(index, query);
        expect(groups.every(({ entries }) => entries.length <= MOST_OF_GROUP)).toBe(true);
        expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
      }),
      { numRuns: 30 },
    );
  });

  test('it reads a name in one word whole and in parts', () => {
    expect(wordsOf('MaxSessionDuration')).toEqual([
      'maxsessionduration',
      'max',
      'session',
      'duration',
    ]);
    expect(wordsOf('X-Amz-Expires é')).toEqual(['x', 'amz', 'expires', 'e']);
  });
});

describe('the steps of a run', () => {
  const sevenDays = readyNow(written);
  const { trace } = sevenDays.play({});
  const titlesAt = (cursor: number) =>
    stepEntries(trace, cursor, sevenDays).map(({ title, also }) => `${title} ${also}`);

  test('they tell no outcome before it is on screen, and all of it then', () => {
    const { cursor } = cursorOf(trace, 'open-url.token-alive');
    const before = titlesAt(cursor - 1).join('\n');
    expect(before).toContain('Check: session token lifetime'.slice(0, 7));
    expect(before).not.toMatch(/ExpiredToken|ended|not reached|403/);
    expect(titlesAt(cursor).join('\n')).toContain('ExpiredToken');
    expect(stepEntries(trace, trace.steps.length, sevenDays)).toHaveLength(trace.steps.length);
  });

  test('they are as many as may be seen of a run', () => {
    const seen = { ...trace, steps: trace.steps.slice(0, 3) };
    expect(stepEntries(seen, 3, sevenDays)).toHaveLength(3);
  });
});

describe('the list of rules', () => {
  const all = { service: 'all', basis: 'all' } as const;

  test('it finds a rule by its id alone, and others by words', () => {
    expect(findRules(all, 's3.token-alive').map(({ id }) => id)).toEqual(['s3.token-alive']);
    expect(findRules(all, 'trust policy').length).toBeGreaterThan(0);
    expect(findRules(all, '')).toHaveLength(LISTED_RULES.length);
  });

  test('it keeps to a service and to a basis', () => {
    const sts = findRules({ service: 'sts', basis: 'observed' }, '');
    expect(sts.length).toBeGreaterThan(0);
    for (const { id, basis, wordings } of sts) {
      expect(id).toMatch(/^sts\./);
      expect([basis.verdict, basis.order, ...wordings]).toContain('observed');
    }
  });
});
