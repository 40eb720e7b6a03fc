import { stepIn } from '../places/place.ts';
import type { Proofs } from './proof.fixture.ts';

const at = stepIn('sts');

const SILENT = at('both-sides', 'assume-role.answer');
const ALLOWED = at('both-sides', 'assume-role.answer', { identity: 'allows' });
const READ_ONLY =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::case-files/*"}]}';

/** Reading and writing in one run of the session policy. */
const bothIn = (knobs: Readonly<Record<string, string>>) =>
  [
    [at('session-policy', 'read.answer', knobs), 'read'],
    [at('session-policy', 'write.answer', knobs), 'write'],
  ] as const;

export const ACCESS_PROOFS: Proofs = {
  'yes-from-both-accounts': {
    kind: 'each',
    wants: 'refused',
    right: {
      own: at('both-sides', 'assume-role.assume-role-allowed'),
      trust: at('both-sides', 'assume-role.assume-role-allowed', {
        trusts: 'other',
        identity: 'allows',
      }),
    },
  },
  'invited-and-refused': {
    kind: 'runs',
    runs: [
      [SILENT, 'assume-role'],
      [ALLOWED, 'assume-role'],
      [at('named-user-or-root', 'assume-role.answer', { trusts: 'user' }), 'assume-role'],
      [
        at('named-user-or-root', 'assume-role.answer', { trusts: 'other', identity: 'allows' }),
        'assume-role',
      ],
    ],
    claims: { 'lena-nora': 'grgr', 'max-nora': 'rggr', 'max-otto': 'rgrg', 'nora-otto': 'rrgg' },
  },
  'tom-in-his-own-account': {
    kind: 'each',
    wants: 'granted',
    right: {
      'named-silent': at('named-user-or-root', 'assume-role.assume-role-allowed', {
        trusts: 'user',
      }),
      'root-allowed': at('named-user-or-root', 'assume-role.assume-role-allowed', {
        identity: 'allows',
      }),
    },
  },
  'role-made-again': {
    kind: 'each',
    wants: 'granted',
    right: {
      condition: at('deleted-principal', 'assume-role.assume-role-allowed', {
        trusts: 'condition',
      }),
    },
    // Bob is a user, and has no sessions to be named.
    unplayed: ['session'],
  },
  'trust-that-survives': {
    kind: 'each',
    wants: 'refused',
    right: { arn: at('deleted-principal', 'assume-role.assume-role-allowed') },
  },
  'repaired-trust': {
    kind: 'order',
    rows: { create: 'create.done', save: 'save.done', assume: 'assume-role.answer' },
  },
  'who-chooses-the-id': {
    kind: 'each',
    wants: 'granted',
    right: {
      customer: at('confused-deputy', 'for-mallory.assume-role-allowed', { sends: 'typed' }),
    },
    unplayed: ['number'],
  },
  'what-the-id-stops': {
    kind: 'each',
    wants: 'refused',
    right: { thief: at('confused-deputy', 'for-anna.assume-role-allowed', { sends: 'none' }) },
    // Whoever may read the data takes no role for it.
    unplayed: ['own-user'],
  },
  'facts-about-external-ids': {
    kind: 'each',
    wants: 'granted',
    right: {
      'vendor-right': at('confused-deputy', 'for-anna.assume-role-allowed', {
        condition: 'optional',
      }),
      'vendor-none': at('confused-deputy', 'for-anna.assume-role-allowed', {
        condition: 'optional',
        sends: 'none',
      }),
    },
  },
  'two-lists-of-actions': {
    kind: 'each',
    wants: 'granted',
    right: {
      get: at('session-policy', 'read.allowed'),
      list: at('session-policy', 'read.allowed', { passed: 'all' }),
    },
  },
  'session-policy-for-everything': {
    kind: 'runs',
    runs: [
      ...bothIn({ passed: 'all' }),
      [at('session-policy', 'write.answer', { passed: 'all', permissions: READ_ONLY }), 'write'],
    ],
    claims: { everything: 'ggg', 'read-write': 'ggr', read: 'grr', nothing: 'rrr' },
  },
  'bucket-names-the-session': {
    kind: 'runs',
    runs: bothIn({ named: 'session' }),
    claims: { writing: 'rg', both: 'gg', reading: 'gr', nothing: 'rr' },
  },
  'bucket-names-the-role': {
    kind: 'runs',
    runs: bothIn({ named: 'role' }),
    claims: { both: 'gg', writing: 'rg', nothing: 'rr', reading: 'gr' },
  },
  'three-circles': {
    kind: 'each',
    wants: 'granted',
    right: {
      ec2: stepIn('presigned')('permission-lost', 'open-url.signer-allowed', {
        meanwhile: 'nothing',
      }),
    },
  },
  'whom-scps-limit': {
    kind: 'each',
    wants: 'refused',
    right: {
      admin: at('scp-over-everything', 'delete.allowed', { place: 'root' }),
      'member-root': at('scp-over-everything', 'delete.allowed', { place: 'root', caller: 'root' }),
    },
    // The lab’s member account has no user who deletes backups.
    unplayed: ['user'],
  },
  'root-under-an-scp': {
    kind: 'each',
    wants: 'granted',
    right: {
      management: at('scp-over-everything', 'delete.allowed', {
        place: 'root',
        caller: 'management',
      }),
    },
  },
  'tag-stays-behind': {
    kind: 'each',
    wants: 'granted',
    right: { permission: at('session-tags', 'read.allowed', { transitive: 'on' }) },
  },
  'tag-session-refused': {
    kind: 'each',
    wants: 'granted',
    right: { permission: at('session-tags', 'assume-entry.tag-session-allowed') },
  },
  'tags-to-the-second-role': {
    kind: 'order',
    rows: {
      entry: 'assume-entry.answer',
      editor: 'assume-editor.answer',
      read: 'read.answer',
    },
  },
  'token-stops-at-milan': {
    kind: 'each',
    wants: 'granted',
    right: {
      regional: at('regional-endpoints', 'read-in-milan.token-fits-region', {
        endpoint: 'frankfurt',
      }),
    },
  },
  'ways-to-milan': {
    kind: 'each',
    wants: 'granted',
    right: {
      v2: at('regional-endpoints', 'read-in-milan.token-fits-region', { version: 'new' }),
      frankfurt: at('regional-endpoints', 'read-in-milan.token-fits-region', {
        endpoint: 'frankfurt',
      }),
    },
  },
};
