import { expect, test } from 'vitest';

import { outcomeOf } from '#engine/trace.ts';

import type { RawKnobs } from '../../knob.ts';
import { findScenario } from '../all.ts';

/** Where the settings end that no variation shows, by the facts (sts.md, sections 1 to 8). */
const ENDS: readonly (readonly [scenario: string, knobs: RawKnobs, end: string])[] = [
  // DurationSeconds: the default stays an hour, the model ends at twelve, and a maximum counts at issue only.
  ['twelve-hours-asked', { asked: 'day', maximum: '43200' }, 'sts.parameters-valid'],
  ['twelve-hours-asked', { change: 'raise' }, 'sts.duration-within-role'],
  ['twelve-hours-asked', { asked: 'default' }, 'granted'],
  // What starts a chain.
  ['one-hour-chained', { first: 'token' }, 'sts.duration-when-chained'],
  ['one-hour-chained', { first: 'token', asked: '3600' }, 'granted'],
  ['one-hour-chained', { first: 'instance', asked: '43200', used: '20260113T200000Z' }, 'granted'],
  // Who the bucket policy names.
  ['session-policy', { named: 'role' }, 'api.allowed'],
  ['session-policy', { named: 'role', passed: 'none' }, 'granted'],
  ['session-policy', { named: 'session', passed: 'foreign' }, 'sts.session-policies-valid'],
  // Both sides tag; role tags are replaced, never handed down.
  ['session-tags', { mayTag: 'role' }, 'sts.tag-session-allowed'],
  ['session-tags', { roleTag: 'heron' }, 'granted'],
  ['session-tags', { roleTag: 'heron', second: 'case' }, 'api.allowed'],
  ['session-tags', { second: 'twice' }, 'sts.tags-consistent'],
  ['session-tags', { second: 'same', transitive: 'on' }, 'sts.tags-consistent'],
  // A name once set.
  ['source-identity', { first: 'ben' }, 'sts.assume-role-allowed'],
  ['source-identity', { first: 'none', second: 'none' }, 'sts.assume-role-allowed'],
  // A federated user's rights: what user and session policy both allow, or what names the federated user.
  ['federation-token', { named: 'user' }, 'api.allowed'],
  ['federation-token', { named: 'user', passes: 'on' }, 'granted'],
  ['federation-token', { calls: 'assume', passes: 'on' }, 'api.session-kind'],
  ['federation-token', { caller: 'root' }, 'api.allowed'],
  ['federation-token', { caller: 'root', passes: 'on' }, 'granted'],
  ['federation-token', { passes: 'on', asked: '129600', used: '20260120T200000Z' }, 'granted'],
  // GetSessionToken's session.
  ['session-token-mfa', { factor: 'alone' }, 'sts.mfa-proved'],
  ['session-token-mfa', { use: 'results' }, 'granted'],
  ['session-token-mfa', { use: 'assume', endpoint: 'global' }, 'granted'],
  ['session-token-mfa', { use: 'again', factor: 'right' }, 'sts.caller-kind'],
  // Who signs is all that counts, and a key id tells no more than its account.
  ['who-am-i', { signs: 'deleted' }, 'sts.caller-authenticated'],
  ['who-am-i', { signs: 'role', secret: 'wrong' }, 'sts.signature-matches'],
  ['who-am-i', { asks: 'old', denies: 'off' }, 'sts.key-known'],
  // Root of a member account: one task, under the organization's policies.
  ['assume-root', { calls: 'unlock', switches: 'bound' }, 'api.allowed'],
  ['assume-root', { calls: 'unlock', switches: 'off' }, 'sts.root-access-central'],
  ['assume-root', { calls: 'clean' }, 'api.allowed'],
  ['assume-root', { calls: 'clean', task: 'credentials' }, 'granted'],
  ['assume-root', { calls: 'read' }, 'api.allowed'],
  // A delegation: counted from the sending, short or long.
  ['delegated-hour', { duration: '300', traded: '20260205T100600Z' }, 'sts.trade-in-current'],
  ['delegated-hour', { duration: '43200' }, 'granted'],
  // Nobody needs sts:SetContext who brings no context.
  ['context-provided', { brings: 'none', may: 'off' }, 'granted'],
];

test.each(ENDS)('%s with %j ends at %s', (id, knobs, end) => {
  const run = findScenario('sts', id)?.play(knobs);
  if (!run) throw new Error(`There is no scenario ${id}`);
  expect(run.notices).toEqual([]);
  const outcome = outcomeOf(run.trace);
  expect(outcome.kind === 'granted' ? 'granted' : outcome.rule).toBe(end);
});

test('CloudTrail names the source identity in what the last session does', () => {
  const { trace } = findScenario('sts', 'source-identity')?.play({ second: 'none' }) ?? {};
  const records = trace?.steps.flatMap(({ artifacts }) =>
    artifacts.filter(({ kind }) => kind === 'cloudtrail'),
  );
  expect(records?.at(-1)?.text).toContain('"sourceIdentity": "ana"');
});
