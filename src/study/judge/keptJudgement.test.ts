import { expect, test } from 'vitest';

import { findScenario } from '#content/scenarios/all.ts';

import { ownJudgement } from './gradeJudgement.ts';
import { answerOf, judged, judgementOf } from './keptJudgement.ts';

const trace = findScenario('presigned', 'seven-days')?.play({}).trace;
const own = trace && ownJudgement(trace, 'open-url');
const at = '2026-11-23T12:00:00.000Z';

test('a judgement is read as it was kept', () => {
  expect(own && judgementOf(answerOf(own))).toEqual(own);
  expect(own?.checks.some(({ pick }) => pick !== undefined)).toBe(true);
});

test('what cannot be read of an answer is left out', () => {
  const answer = ['s3.url-alive=pass', 'toString=pass', 's3.token-alive=perhaps', 'x', ''];
  expect(judgementOf(answer)).toEqual({ checks: [{ rule: 's3.url-alive', verdict: 'pass' }] });
});

test('it counts as right where nothing was missed', () => {
  if (!trace || !own) throw new Error('no scenario');
  const run = { trace, act: 'open-url' };
  expect(judged('be/x', run, { said: own, at }).isCorrect).toBe(true);
  expect(judged('be/x', run, { said: { ...own, answer: 'granted' }, at }).isCorrect).toBe(false);
});
