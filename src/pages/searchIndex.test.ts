import { expect, test } from 'vitest';

import { CATALOGUE } from '#content/scenarios/catalogue.ts';
import { indexed, search } from '#content/search/rank.ts';
import type { Entry } from '#content/search/rank.ts';
import { SCENARIO_WORDS } from '#content/search/scenarioWords.ts';
import { KEYMAP } from '#views/keymap.ts';
import { COMMAND_ALSO, COMMAND_WORDS } from '#views/keymapWords.ts';

import { PLACES } from './searchIndex.ts';

const COMMANDS: readonly Entry[] = KEYMAP.map(({ command }) => ({
  id: `do ${command}`,
  group: 'Commands',
  title: COMMAND_WORDS[command],
  also: COMMAND_ALSO[command],
}));
const index = indexed<Entry>([...PLACES, ...COMMANDS]);
const firstOf = (query: string, most = 3): readonly string[] =>
  search(index, query)
    .flatMap(({ entries }) => entries.map(({ id }) => id))
    .slice(0, most);

/** What students type, and what answers it: one of these is among the first three. */
test.each<[query: string, ...answers: string[]]>([
  [
    'why does my presigned url expire early',
    'scenario presigned seven-days',
    'trap E1',
    'rule s3.token-alive',
    'belief seven-days-by-role',
  ],
  [
    'how long does a presigned url last',
    'page Longest life by signer',
    'limit expires',
    'term x-amz-expires',
    'trap E1',
  ],
  ['external id', 'term external-id'],
  ['predict', 'page Predictions'],
  [
    'safeguard',
    'scenario sts confused-deputy',
    'scenario presigned used-again',
    'scenario sts why-temporary',
  ],
  ['mallory', 'scenario sts confused-deputy'],
  ['be aws', 'page You are AWS'],
  ['clock skew', 'scenario presigned skewed-clock', 'rule s3.not-in-the-future'],
  ['403 vs 400', 'belief expired-token-403'],
  ['crl', 'term crl', 'rule rolesanywhere.not-revoked'],
  ['rotate', 'scenario presigned instance-rotation', 'scenario presigned used-again', 'trap D11'],
  ['max 12 hours', 'limit role-maximum', 'term maximum-session-duration', 'belief twelve-hours'],
  ['GetFederationToken', 'call GetFederationToken'],
  [
    'role chaining one hour',
    'rule sts.duration-when-chained',
    'scenario sts one-hour-chained',
    'limit chained',
    'trap B3',
  ],
  ['what is the confused deputy', 'term confused-deputy', 'scenario sts confused-deputy'],
  ['stolen access key', 'scenario sts leak-and-respond', 'scenario sts why-temporary', 'trap D4'],
  [
    'temporary credentials leaked, what now',
    'scenario sts why-temporary',
    'scenario sts leak-and-respond',
    'trap D1',
  ],
  ['how do I revoke a session', 'term revoke-sessions', 'trap D2'],
  ['upload size limit', 'trap E17', 'limit upload', 'rule s3.form-size', 'belief put-size'],
  [
    'presigned post',
    'scenario presigned photo-form',
    'term post-policy',
    'line generate_presigned_post',
  ],
  [
    'wrong content type SignatureDoesNotMatch',
    'scenario presigned signed-header',
    'rule s3.signature-matches',
    'belief content-type',
  ],
  [
    'does block public access stop presigned urls',
    'belief block-public-access',
    'scenario presigned public-block',
    'trap E14',
  ],
  ['mfa lost after assume role', 'scenario sts mfa-after-assume', 'trap A4'],
  ['github actions oidc', 'scenario sts github-wildcard', 'trap G3'],
  ['saml 5 minutes', 'limit saml-age', 'scenario sts saml-corporate', 'rule sts.token-current'],
  ['certificate revoked but session still works', 'trap F7', 'scenario rolesanywhere late-list'],
  [
    'trust anchor disabled',
    'rule rolesanywhere.anchor-enabled',
    'scenario rolesanywhere switched-off',
    'trap F8',
  ],
  ['expired certificate, session goes on', 'trap F10', 'scenario rolesanywhere dead-certificate'],
  ['user deleted and created again', 'scenario sts deleted-principal', 'trap C12'],
  [
    'shortest session duration',
    'limit role-session',
    'term session-duration',
    'rule sts.parameters-valid',
  ],
  [
    'default expiry boto3',
    'limit default-boto3',
    'page Default by tool',
    'belief default-by-signer',
  ],
  ['lambda presigned url', 'scenario presigned lambda-signer'],
  [
    'console still open after credentials expire',
    'scenario sts console-clock',
    'trap B6',
    'limit console-session',
  ],
  [
    'decode encoded authorization message',
    'call DecodeAuthorizationMessage',
    'line aws sts decode-authorization-message',
  ],
  ['ec2 instance link 6 hours', 'belief instance-six-hours', 'limit instance'],
  [
    'can a session policy add permissions',
    'trap C8',
    'term session-policy',
    'scenario sts session-policy',
  ],
  [
    'one-time link',
    'belief single-use',
    'trap E6',
    'scenario presigned used-again',
    'scenario presigned only-once',
  ],
  ['AccessDenied KMS', 'rule s3.kms-allowed', 'scenario presigned locked-twice', 'trap E13'],
  ['aws sts assume-role --duration-seconds', 'line aws sts assume-role'],
  ['dark mode', 'do theme'],
  ['keyboard shortcuts', 'do help'],
  ['next failing check', 'do next-failure'],
  ['who really did it, cloudtrail', 'trap G9', 'term source-identity', 'trap E18', 'trap F21'],
])('%j is answered among the first three', (query, ...answers) => {
  const first = firstOf(query);
  const isAnswered = first.some((id) => answers.includes(id));
  expect({ first, isAnswered }).toEqual({ first, isAnswered: true });
});

test('every story is found by what it is about, and no other is named', () => {
  expect(Object.keys(SCENARIO_WORDS)).toEqual(CATALOGUE.map(({ lab, id }) => `${lab}/${id}`));
  const found = CATALOGUE.filter(({ lab, id }) =>
    firstOf(SCENARIO_WORDS[`${lab}/${id}`] ?? '', 1).includes(`scenario ${lab} ${id}`),
  );
  expect(found).toHaveLength(CATALOGUE.length);
});
