import { all, decided, each, stepIn } from './place.ts';
import type { Places } from './place.ts';

/** Where questions about IAM Roles Anywhere are seen, and what is wrong about them is refuted. */

const at = stepIn('rolesanywhere');

const OPENED = at('three-actions', 'create-session.answer', { allows: 'all' });
const PINNED = at('any-certificate', 'open-other.assume-role-allowed', {
  tests: 'both',
  other: 'namesake',
});
const WEST = at('two-regions', 'create-session.profile-found');
const GOOD = at('leaf-on-trial', 'create-session.answer', { made: 'good', wanted: 'nobody' });
const COMMON_NAME = { mapped: 'name', place: 'trust', machine: 'batch' };

export const ROLES_ANYWHERE_PLACES: Places = {
  'three-actions-of-trust': each(
    at('any-certificate', 'open-batch.tag-session-allowed', { tests: 'untagged' }),
    all(['create-session', 'web-identity', 'pass-role'], OPENED),
  ),
  'inside-create-session': decided(at('key-file', 'create-session.answer')),
  'one-profile-two-roles': each(
    at('any-certificate', 'open-other.assume-role-allowed', { tests: 'subject' }),
    {
      adler: at('lost-mapping', 'create-session.assume-role-allowed', {
        mapped: 'all',
        tested: 'equals',
        place: 'trust',
      }),
      birke: at('lost-mapping', 'create-session.assume-role-allowed', {
        mapped: 'none',
        tested: 'equals',
        place: 'trust',
      }),
      dachs: at('other-profile', 'create-session.role-listed', { second: 'elsewhere' }),
    },
  ),
  'narrow-the-role': each(PINNED, all(['source-account', 'external-id', 'principal-arn'], PINNED)),
  'mapping-taken-away': each(
    at('lost-mapping', 'create-session.assume-role-allowed', {
      ...COMMON_NAME,
      tested: 'equals',
    }),
    {
      neither: at('lost-mapping', 'create-session.answer', { ...COMMON_NAME, tested: 'not' }),
      ...all(
        ['bridge', 'both'],
        at('lost-mapping', 'create-session.assume-role-allowed', {
          ...COMMON_NAME,
          tested: 'equals',
        }),
      ),
    },
  ),
  'two-units-in-one-tag': decided(
    at('lost-mapping', 'create-session.answer', { mapped: 'all', machine: 'engineer' }),
  ),
  'a-session-name-of-choice': decided(
    at('own-name', 'create-session.session-name-accepted', { named: 'own' }),
  ),
  'attribute-and-trace': decided(
    at('any-certificate', 'open-batch.assume-role-allowed', { tests: 'both' }),
  ),
  'revoked-at-the-ca': each(at('late-list', 'renew.not-revoked', { last: 'renew' }), {
    ...all(
      ['address', 'responder'],
      at('late-list', 'renew.not-revoked', { listed: 'none', last: 'renew' }),
    ),
    'disabled-list': at('late-list', 'renew.not-revoked', {
      listed: 'imported',
      last: 'renew',
    }),
  }),
  'listed-while-at-work': each(
    at('late-list', 'renew.not-revoked', { listed: 'imported', last: 'renew' }),
    {
      ...all(
        ['neither', 'old-session'],
        at('late-list', 'renew.not-revoked', { listed: 'imported', last: 'renew' }),
      ),
      'new-session': at('late-list', 'read.token-alive', { listed: 'imported' }),
    },
  ),
  'anchor-switched-off': each(at('switched-off', 'renew.anchor-enabled', { last: 'renew' }), {
    'a-alone': at('thief-again', 'read-old.allowed', { last: 'old' }),
    ...all(['b-alone', 'both'], at('switched-off', 'renew.anchor-enabled', { last: 'renew' })),
  }),
  'certificate-ends-first': decided(
    at('dead-certificate', 'renew.certificate-current', { last: 'renew' }),
  ),
  'certificates-refused': each(at('leaf-on-trial', 'create-session.certificate-sufficient'), {
    'no-eku': GOOD,
    'ec-key': GOOD,
    'private-ca': GOOD,
  }),
  'stops-new-sessions': each(
    at('switched-off', 'renew.profile-enabled', { switched: 'profile', last: 'renew' }),
    {
      'ca-only': at('late-list', 'renew.not-revoked', { listed: 'none', last: 'renew' }),
      sessions: at('thief-again', 'open-again.answer'),
    },
  ),
  'two-regions-in-two-arns': each(WEST, all(['bucket', 'certificate', 'role'], WEST)),
  'profile-request-role': decided(
    at('too-long-for-role', 'create-session.duration-within-role', {
      asked: 'five',
      profile: '43200',
      role: '36000',
    }),
  ),
  'profile-and-request': decided(
    at('too-long-for-role', 'create-session.duration-within-role', {
      asked: 'five',
      profile: '43200',
      role: '14400',
    }),
  ),
  'why-not-a-key-file': each(
    at('key-file', 'create-session.signature-matches', { signer: 'other' }),
    {
      'old-key-monday': at('stolen-disk', 'write-again.key-known', { way: 'key', cure: 'door' }),
      'certificate-monday': at('key-file', 'create-session.signature-matches', { signer: 'other' }),
      'session-tuesday': at('stolen-disk', 'write-old.token-alive', {
        last: 'old',
        tries: '20260116T090000Z',
      }),
      'anchor-tuesday': at('key-file', 'create-session.signature-matches', { signer: 'other' }),
    },
  ),
};
