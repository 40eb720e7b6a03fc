import { all, decided, each, statement, stepIn } from './place.ts';
import type { Places } from './place.ts';

/** Where questions about who may take a role, and what its sessions may do, are seen and refuted. */

const at = stepIn('sts');

const HOME_SILENT = at('both-sides', 'assume-role.assume-role-allowed');
const TRUSTED = at('both-sides', 'assume-role.answer', { identity: 'allows' });
const TOM = (knobs: Readonly<Record<string, string>>) =>
  at('named-user-or-root', 'assume-role.assume-role-allowed', knobs);
const NEW_BOB = (knobs: Readonly<Record<string, string>>) =>
  at('deleted-principal', 'assume-role.assume-role-allowed', knobs);

const SERVICE_TRUST = statement({
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const USERNAME_TRUST = statement({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'aws:username': 'bob' } },
});
const ROOT_TRUST = statement({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
});
const READING = statement({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::case-files/*',
});
const BY_REQUEST_TAG = statement({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::studio-files/*',
  Condition: { StringEquals: { 'aws:RequestTag/project': 'heron' } },
});
const UNTAGGED = at('session-tags', 'assume-entry.tag-session-allowed', { mayTag: 'role' });
const STILL_REQUEST = at('session-tags', 'read.allowed', {
  transitive: 'on',
  permissions: BY_REQUEST_TAG,
});
const GLOBAL = at('regional-endpoints', 'read-in-milan.token-fits-region');
const UNDER = (knobs: Readonly<Record<string, string>>) =>
  at('scp-over-everything', 'delete.allowed', { place: 'root', ...knobs });

export const ACCESS_PLACES: Places = {
  'yes-from-both-accounts': each(
    at('both-sides', 'assume-role.assume-role-allowed', { identity: 'allows' }),
    all(['bucket', 'permissions', 'boundary'], TRUSTED),
  ),
  'invited-and-refused': each(HOME_SILENT, {
    'lena-nora': HOME_SILENT,
    'max-otto': TOM({ trusts: 'other', identity: 'allows' }),
    'nora-otto': TOM({ trusts: 'other', identity: 'allows' }),
  }),
  'tom-in-his-own-account': each(TOM({ trusts: 'user' }), {
    'root-silent': TOM({}),
    'other-allowed': TOM({ trusts: 'other', identity: 'allows' }),
    'service-allowed': TOM({ trusts: 'own', trust: SERVICE_TRUST, identity: 'allows' }),
  }),
  'role-made-again': each(NEW_BOB({ trusts: 'condition' }), all(['early', 'late'], NEW_BOB({}))),
  'trust-that-survives': each(NEW_BOB({}), {
    condition: NEW_BOB({ trusts: 'condition' }),
    username: NEW_BOB({ 'edit-PressTrust': USERNAME_TRUST }),
    root: NEW_BOB({ 'edit-PressTrust': ROOT_TRUST }),
  }),
  'repaired-trust': decided(NEW_BOB({ saved: 'on' })),
  'who-chooses-the-id': each(
    at('confused-deputy', 'for-mallory.assume-role-allowed', { sends: 'typed' }),
    all(['account', 'vendor'], at('confused-deputy', 'for-mallory.assume-role-allowed')),
  ),
  'what-the-id-stops': each(
    at('confused-deputy', 'for-anna.assume-role-allowed', { sends: 'none' }),
    {
      customer: at('confused-deputy', 'for-mallory.assume-role-allowed', { sends: 'typed' }),
      insider: at('confused-deputy', 'for-anna.assume-role-allowed'),
    },
  ),
  'facts-about-external-ids': each(
    at('confused-deputy', 'for-anna.assume-role-allowed', { condition: 'optional', sends: 'none' }),
    {
      'vendor-other': at('confused-deputy', 'for-mallory.assume-role-allowed', {
        condition: 'optional',
      }),
      ...all(['own-right', 'own-none'], TOM({ trusts: 'other', identity: 'allows' })),
    },
  ),
  'two-lists-of-actions': each(at('session-policy', 'write.allowed'), {
    put: at('session-policy', 'write.allowed'),
    delete: at('session-policy', 'write.allowed', { passed: 'all', permissions: READING }),
    tag: at('session-policy', 'write.allowed', { permissions: READING }),
  }),
  'session-policy-for-everything': each(at('session-policy', 'write.allowed', { passed: 'all' }), {
    everything: at('session-policy', 'write.allowed', { passed: 'all', permissions: READING }),
    ...all(['read', 'nothing'], at('session-policy', 'write.allowed', { passed: 'all' })),
  }),
  'bucket-names-the-session': each(at('session-policy', 'write.allowed', { named: 'session' }), {
    ...all(['writing', 'nothing'], at('session-policy', 'read.allowed', { named: 'session' })),
    reading: at('session-policy', 'write.allowed', { named: 'session' }),
  }),
  'bucket-names-the-role': each(at('session-policy', 'write.allowed', { named: 'role' }), {
    ...all(['both', 'writing'], at('session-policy', 'write.allowed', { named: 'role' })),
    nothing: at('session-policy', 'read.allowed', { named: 'role' }),
  }),
  'three-circles': each(
    {
      lab: 'presigned',
      scenario: 'permission-lost',
      step: 'open-url.signer-allowed',
      knobs: { meanwhile: 'boundary' },
    },
    {
      lambda: {
        lab: 'presigned',
        scenario: 'permission-lost',
        step: 'open-url.signer-allowed',
        knobs: { allowed: 'off', meanwhile: 'nothing' },
      },
      s3: {
        lab: 'presigned',
        scenario: 'permission-lost',
        step: 'open-url.signer-allowed',
        knobs: { narrowed: 'on', meanwhile: 'nothing' },
      },
      sqs: {
        lab: 'presigned',
        scenario: 'permission-lost',
        step: 'open-url.signer-allowed',
        knobs: { meanwhile: 'boundary' },
      },
    },
  ),
  'whom-scps-limit': each(UNDER({ caller: 'root' }), {
    management: UNDER({ caller: 'management' }),
    linked: UNDER({ caller: 'linked' }),
  }),
  'root-under-an-scp': each(UNDER({ caller: 'management' }), {
    'member-root': UNDER({ caller: 'root' }),
    ...all(['member-admin', 'exact'], UNDER({})),
  }),
  'tag-stays-behind': each(STILL_REQUEST, all(['transitive', 'name', 'trust'], STILL_REQUEST)),
  'tag-session-refused': each(
    UNTAGGED,
    all(['trust', 'iam-tag', 'role-permission', 'transitive'], UNTAGGED),
  ),
  'tags-to-the-second-role': decided(at('session-tags', 'read.allowed', { transitive: 'on' })),
  'token-stops-at-milan': each(GLOBAL, all(['first-used', 'long', 'signed-there'], GLOBAL)),
  'ways-to-milan': each(
    at('regional-endpoints', 'read-in-milan.allowed', { endpoint: 'frankfurt' }),
    all(['longer', 'mfa', 'v4'], GLOBAL),
  ),
};
