import { expect, test } from 'vitest';

import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { wholeJourney } from '#content/scenarios/rolesanywhere/wholeJourney.ts';
import { readyNow } from '#content/subjects/all.ts';

import { artifactsAt } from './artifactsAt.ts';

const sevenDays = readyNow(written);

const { trace } = sevenDays.play({ before: 'revoked', used: '20260115T124500Z' });
const cursorOf = (id: string): number => trace.steps.findIndex((step) => step.id === id) + 1;

test('there is nothing to look at before the first step', () => {
  expect(artifactsAt(trace, 0)).toEqual([]);
});

test('there is only what the act has shown so far', () => {
  expect(artifactsAt(trace, cursorOf('assume-role.request')).map(({ id }) => id)).toEqual([
    'request',
    'command',
  ]);
  expect(artifactsAt(trace, cursorOf('assume-role.answer')).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['response', 'credentials', 'request', 'policy']),
  );
  expect(artifactsAt(trace, cursorOf('share.sent')).map(({ id }) => id)).toEqual(['url']);
});

test('the step’s own things come first, then the act’s, each in the order of the table', () => {
  expect(artifactsAt(trace, cursorOf('sign.done')).map(({ id }) => id)).toEqual([
    'url',
    'canonical-request',
    'string-to-sign',
    'signing-key',
    'signature',
    'command',
  ]);
  const own = artifactsAt(trace, cursorOf('open-url.signer-allowed')).slice(0, 2);
  expect(own.map(({ id, title }) => [id, title])).toEqual([
    ['policy', 'AWSRevokeOlderSessions'],
    ['policy-2', 'ReportReaderPolicy'],
  ]);
});

test('a tab’s name stays in a link', () => {
  for (let cursor = 1; cursor <= trace.steps.length; cursor += 1) {
    for (const { id } of artifactsAt(trace, cursor)) {
      expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
    }
  }
});

test('a policy that several checks looked at stands there once', () => {
  const journey = readyNow(wholeJourney).play({}).trace;
  const at = journey.steps.findIndex(({ id }) => id === 'create-session.answer') + 1;
  const ids = artifactsAt(journey, at).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('policy'))).toEqual(['policy']);
  expect(ids.at(-1)).toBe('helper');
});
