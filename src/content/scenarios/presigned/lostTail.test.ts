import { expect, test } from 'vitest';

import { outcomeOf } from '#engine/trace.ts';

import type { RawKnobs } from '../../knob.ts';
import { readyNow } from '../../subjects/all.ts';
import { lostTail } from './lostTail.ts';

const { play } = readyNow(lostTail);

/** Where the settings end that no variation shows, and with which message (presigned-urls.md, section 5). */
const ENDS: readonly (readonly [knobs: RawKnobs, rule: string, message: RegExp])[] = [
  [{ damage: 'none', typed: 'region' }, 's3.credential-scope', /'us-east-1' is wrong; expecting/],
  [{ damage: 'twice' }, 's3.credential-scope', /the Credential is mal-formed/],
  [{ damage: 'token', key: 'clerk' }, 's3.token-accepted', /token is malformed/],
  [{ damage: 'lifetime' }, 's3.expires-in-range', /should be a number/],
  [{ damage: 'date' }, 's3.signature-matches', /does not match/],
  [{ damage: 'none', used: '20260203T100100Z' }, 's3.url-alive', /has expired/],
  [{ damage: 'dates', used: '20260204T092000Z' }, 's3.token-alive', /token has expired/],
  [{ sends: 'app' }, 's3.one-mechanism', /Only one auth mechanism allowed/],
];

test.each(ENDS)('with %j it ends at %s', (knobs, rule, message) => {
  const outcome = outcomeOf(play(knobs).trace);
  if (outcome.kind !== 'refused') throw new Error('The link was served');
  expect(outcome.rule).toBe(rule);
  expect(outcome.error.message).toMatch(message);
});
