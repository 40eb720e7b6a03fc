import { expect, test } from 'vitest';

import { isPlayed } from '../../question.ts';
import type { Shown } from '../../question.ts';
import { findScenario } from '../../scenarios/all.ts';
import { QUESTIONS } from '../all.ts';
import { PLACES, refutedAt, shownOf } from './all.ts';
import { placeFaults } from './placeFaults.ts';

/** The questions that no run shows, each with what the lab would need for it. */
const UNSEEN: Readonly<Record<string, string>> = {
  'ban-links-keep-programs': 'requests of Signature Version 2 are read, and not served',
  'who-downloaded-it': 'server access logs',
  'two-kinds-of-signed-urls': 'CloudFront',
  'sdk-alone': 'the configuration files of an SDK',
  'where-the-helper-puts-them': 'the files of the credential helper',
  'mfa-at-the-company': 'a second factor at an identity provider',
  prefixes: 'nothing: it asks for names',
  'reserved-role': 'IAM Identity Center',
  'portal-eight-hours': 'IAM Identity Center',
  'portal-session-deleted': 'IAM Identity Center',
  'compromised-user': 'IAM Identity Center',
  'where-the-global-endpoint-runs': 'where AWS serves an endpoint',
  'thumbprint-of-a-provider': 'TLS certificates of identity providers',
  'user-pool-and-identity-pool': 'Cognito user pools',
  'staff-in-many-accounts': 'IAM Identity Center',
  'things-with-an-alias': 'AWS IoT Core',
  'patches-for-the-cellar': 'Systems Manager',
};

test('every question leads into the simulator, but for those that no run can show', () => {
  const unseen = QUESTIONS.filter((question) => !shownOf(question)).map(({ id }) => id);
  expect(unseen.toSorted()).toEqual(Object.keys(UNSEEN).toSorted());
  expect(QUESTIONS.length - unseen.length).toBe(183);
});

test('a place belongs to a question of the bank', () => {
  const written = QUESTIONS.filter((question) => !isPlayed(question)).map(({ id }) => id);
  expect(Object.keys(PLACES).filter((id) => !written.includes(id))).toEqual([]);
});

test.each(Object.entries(PLACES))(
  '%s: its steps exist, and nothing there is modelled',
  (_, place) => {
    const others = typeof place.refutes === 'object' ? Object.values(place.refutes) : [];
    const all = [place.shows, ...others];
    expect(all.flatMap((shown) => placeFaults(shown, findScenario))).toEqual([]);
  },
);

test('what is wrong about a played question is refuted by its own run', () => {
  const [played] = QUESTIONS.filter(isPlayed);
  if (!played) throw new Error('no played question');
  expect(refutedAt(played, played.options[0]?.id ?? '')).toEqual(played.shows);
});

test.each<[string, Partial<Shown>]>([
  ['no scenario presigned/nowhere', { scenario: 'nowhere' }],
  ['the run has no step a.b', { step: 'a.b' }],
  ['something this scenario does not have', { knobs: { sesion: '1' } }],
  [
    'the verdict is modelled: sts.packed-size',
    {
      lab: 'sts',
      scenario: 'session-policy',
      step: 'assume-role.packed-size',
      knobs: { passed: 'long' },
    },
  ],
])('a place with a fault: %s', (fault, change) => {
  const shown = {
    lab: 'presigned',
    scenario: 'seven-days',
    knobs: {},
    step: 'open-url.token-alive',
    ...change,
  } as const;
  expect(placeFaults(shown, findScenario).join('\n')).toContain(fault);
});
