import { describe, expect, test } from 'vitest';

import { promised } from '#engine/never.ts';
import { sessionTrial } from '#engine/rolesanywhere/sessionTrial.ts';
import type { Trial } from '#engine/x509/trial.ts';
import { refusalOf } from '#engine/x509/trial.ts';

import type { RawKnobs } from '../knob.ts';
import { keyFile } from '../scenarios/rolesanywhere/keyFile.ts';
import { readyNow } from '../subjects/all.ts';

const story = readyNow(keyFile);

/** The trials of a run, each with the step at which it is seen. */
const trialsOf = (knobs: RawKnobs): readonly (readonly [string, Trial])[] => {
  const { trace } = story.play(knobs);
  return trace.steps.flatMap(({ id }, index): readonly (readonly [string, Trial])[] => {
    const trial = sessionTrial(trace, index + 1);
    return trial ? [[id.slice(id.indexOf('.') + 1), trial]] : [];
  });
};

const reached = ({ checks }: Trial): number =>
  checks.filter(({ result }) => result !== 'not-reached').length;

test('a run shows its chain at each check of the certificate, and more is known each time', () => {
  const trials = trialsOf({});
  expect(trials.map(([step]) => step)).toEqual([
    'certificate-sufficient',
    'certificate-current',
    'path-trusted',
    'not-revoked',
    'subject-named',
  ]);
  expect(trials.map(([, trial]) => reached(trial))).toEqual([6, 7, 16, 17, 18]);
  expect(trials.every(([, { end, ladder }]) => end === 'anchor' && ladder.length === 3)).toBe(true);
});

describe('where it ends', () => {
  test.each([
    ['authority', 'certificate-sufficient', 'leaf.not-a-ca'],
    ['weak', 'certificate-sufficient', 'leaf.hash-strong'],
    ['ended', 'certificate-current', 'leaf.valid-now'],
    ['altered', 'path-trusted', 'path.signatures-verify'],
    ['other', 'path-trusted', 'path.names-chain'],
    ['nameless', 'subject-named', 'leaf.subject-named'],
  ])('a certificate that is %s is refused at %s', (certificate, step, rule) => {
    const [last, trial] = promised(trialsOf({ certificate }).at(-1), 'there is a trial');
    expect([last, refusalOf(trial)?.rule]).toEqual([step, rule]);
  });

  test('revoked, once the list is enabled', () => {
    const [step, trial] = promised(
      trialsOf({ certificate: 'revoked', listed: 'enabled' }).at(-1),
      'there is a trial',
    );
    expect([step, refusalOf(trial)?.rule]).toEqual(['not-revoked', 'path.not-revoked']);
  });
});

test('nothing is told before a check has found it', () => {
  const [, first] = promised(trialsOf({ certificate: 'altered' })[0], 'there is a trial');
  expect([refusalOf(first), first.struck]).toEqual([undefined, []]);
});
