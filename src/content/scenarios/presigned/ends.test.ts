import { expect, test } from 'vitest';

import { outcomeOf } from '#engine/trace.ts';

import type { RawKnobs } from '../../knob.ts';
import { findScenario } from '../all.ts';

/** How runs end that no variation shows, or whose error no transcript shows: code and rule, or `granted`. */
type End = readonly [scenario: string, knobs: RawKnobs, end: string];

const ENDS: readonly End[] = [
  // A user's key: only the number of the last second is too many, and deleting the user deletes the key.
  ['user-signed', { used: '20260115T090000Z' }, 'granted'],
  ['user-signed', { before: 'deleted' }, 'InvalidAccessKeyId s3.key-known'],
  ['user-signed', { before: 'gone' }, 'InvalidAccessKeyId s3.key-known'],
  ['user-signed', { signer: 'session', used: '20260109T210000Z' }, 'granted'],
  ['user-signed', { expires: '604801' }, 'AuthorizationQueryParametersError s3.expires-in-range'],
  // What is left of the session when it signs is what the link gets, whatever tool signs.
  ['chained-hour', { used: '20260120T130000Z' }, 'granted'],
  ['chained-hour', { used: '20260120T130001Z' }, 'ExpiredToken s3.token-alive'],
  ['chained-hour', { tool: 'capped', used: '20260120T130000Z' }, 'granted'],
  ['chained-hour', { session: '3601' }, 'ValidationError sts.duration-when-chained'],
  ['chained-hour', { way: 'direct', session: '14400' }, 'granted'],
  // Rotation takes nothing from the old credentials and gives them nothing.
  ['instance-rotation', { used: '20260112T140000Z' }, 'granted'],
  ['instance-rotation', { signing: 'next', used: '20260112T190000Z' }, 'granted'],
  [
    'instance-rotation',
    { signing: 'next', used: '20260112T190001Z' },
    'ExpiredToken s3.token-alive',
  ],
  // The role's maximum binds AssumeRole, not what Lambda hands out.
  [
    'lambda-signer',
    { before: 'maximum', left: '28800', expires: '43200', used: '20260114T170000Z' },
    'granted',
  ],
  [
    'lambda-signer',
    { left: '28800', expires: '43200', used: '20260114T180001Z' },
    'ExpiredToken s3.token-alive',
  ],
  // Who may not list is not told that the object is missing.
  ['permission-lost', { meanwhile: 'deleted' }, 'AccessDenied s3.object-found'],
  ['permission-lost', { signer: 'partner', meanwhile: 'nothing' }, 'granted'],
  [
    'permission-lost',
    { signer: 'partner', meanwhile: 'removed' },
    'AccessDenied s3.signer-allowed',
  ],
  [
    'permission-lost',
    { signer: 'partner', meanwhile: 'control' },
    'AccessDenied s3.signer-allowed',
  ],
  // A request signed in its headers has no age, and nobody signed it ahead by a wrong clock.
  ['signature-age', { asks: 'app', guard: 'milliseconds', used: '20260130T103000Z' }, 'granted'],
  ['signature-age', { asks: 'app', guard: 'seconds', clock: 'far' }, 'granted'],
  ['signature-age', { asks: 'app', guard: 'links' }, 'granted'],
  // HEAD is a method like any other, and needs the permission to read.
  ['wrong-method', { sent: 'HEAD' }, 'SignatureDoesNotMatch s3.signature-matches'],
  ['wrong-method', { sent: 'DELETE', may: 'all' }, 'SignatureDoesNotMatch s3.signature-matches'],
  ['wrong-method', { signed: 'HEAD', sent: 'HEAD', may: 'read' }, 'granted'],
  ['wrong-method', { signed: 'HEAD', sent: 'GET' }, 'SignatureDoesNotMatch s3.signature-matches'],
  ['wrong-method', { signed: 'DELETE', sent: 'DELETE' }, 'AccessDenied s3.signer-allowed'],
  // A signed header must come as it was signed; a missing one is a change, too.
  ['signed-header', { type: 'none' }, 'SignatureDoesNotMatch s3.signature-matches'],
  ['signed-header', { tool: 'javascript', type: 'none' }, 'granted'],
  ['signed-header', { tool: 'javascript', extra: 'meta' }, 'AccessDenied s3.headers-signed'],
  // What was retyped is another key; what was tidied up is another path.
  [
    'odd-key',
    { name: 'accent', signed: 'stored', sent: 'tidy' },
    'SignatureDoesNotMatch s3.signature-matches',
  ],
  ['odd-key', { name: 'plus' }, 'NoSuchKey s3.object-found'],
  [
    'odd-key',
    { name: 'plus', signed: 'stored', sent: 'tidy' },
    'SignatureDoesNotMatch s3.signature-matches',
  ],
  ['odd-key', { name: 'percent' }, 'NoSuchKey s3.object-found'],
  ['odd-key', { name: 'percent', signed: 'stored' }, 'granted'],
  [
    'odd-key',
    { name: 'percent', signed: 'stored', sent: 'tidy' },
    'SignatureDoesNotMatch s3.signature-matches',
  ],
  ['odd-key', { name: 'slash' }, 'NoSuchKey s3.object-found'],
  ['odd-key', { name: 'dot', signed: 'typed' }, 'NoSuchKey s3.object-found'],
  // A redirect cannot be followed with the same link.
  [
    'wrong-region',
    { region: 'frankfurt', host: 'virginia', repair: 'host' },
    'SignatureDoesNotMatch s3.signature-matches',
  ],
  ['wrong-region', { host: 'virginia' }, 'AuthorizationQueryParametersError s3.credential-scope'],
  ['wrong-region', { host: 'frankfurt' }, 'AuthorizationQueryParametersError s3.credential-scope'],
  [
    'wrong-region',
    { region: 'frankfurt', repair: 'host' },
    'SignatureDoesNotMatch s3.signature-matches',
  ],
  // Fifteen minutes ahead are tolerated; behind, the link is only shorter, and may be older than 15 minutes.
  ['skewed-clock', { used: '20260122T110459Z' }, 'AccessDenied s3.not-in-the-future'],
  ['skewed-clock', { used: '20260122T110500Z' }, 'granted'],
  ['skewed-clock', { used: '20260122T115000Z' }, 'granted'],
  ['skewed-clock', { clock: 'slow', expires: '900', used: '20260122T110500Z' }, 'granted'],
  [
    'skewed-clock',
    { clock: 'slow', expires: '900', used: '20260122T110501Z' },
    'AccessDenied s3.url-alive',
  ],
  // Revoking reaches the sessions before it, deactivating only what the key itself signed.
  ['revocation-race', { revoked: 'off', last: 'session' }, 'granted'],
  ['revocation-race', { also: 'off', last: 'later' }, 'granted'],
  ['revocation-race', { also: 'off', last: 'session', revoked: 'off' }, 'granted'],
  [
    'revocation-race',
    { also: 'links', revoked: 'off', last: 'session' },
    'AccessDenied s3.signer-allowed',
  ],
  ['revocation-race', { used: '20260202T080001Z' }, 'AccessDenied s3.url-alive'],
  // The link lives as long as the key that signed it, not as the newest one.
  ['used-again', { used: '20260203T180000Z' }, 'granted'],
  ['used-again', { used: '20260203T180001Z' }, 'AccessDenied s3.url-alive'],
];

test.each(ENDS)('%s with %j ends so: %s', (id, knobs, end) => {
  const scenario = findScenario('presigned', id);
  if (!scenario) throw new Error(`There is no scenario ${id}`);
  const { trace, notices } = scenario.play(knobs);
  const outcome = outcomeOf(trace);
  expect(notices).toEqual([]);
  expect(outcome.kind === 'granted' ? 'granted' : `${outcome.error.code} ${outcome.rule}`).toBe(
    end,
  );
});
