import { all, decided, each, statement, stepIn } from './place.ts';
import type { Places } from './place.ts';

/** Where questions about presigned URLs are seen, and what is wrong about them is refuted. */

const at = stepIn('presigned');

const inTime = { used: '20260115T124500Z' };
/** The portal may use the bucket, and of the key no more than Decrypt. */
const DECRYPT_ALONE = statement({
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject', 'kms:Decrypt'],
  Resource: '*',
});

export const PRESIGNED_PLACES: Places = {
  'link-of-an-instance': decided(
    at('instance-rotation', 'open-url.url-alive', {
      expires: '5400',
      used: '20260112T134500Z',
    }),
  ),
  'download-across-the-end': decided(at('film-night', 'resume.url-alive')),
  'a-week-from-the-console': decided(at('user-signed', 'open-url.url-alive')),
  'a-week-from-a-function': decided(
    at('seven-days', 'open-url.token-alive', {
      session: '43200',
      expires: '432000',
      used: '20260116T000500Z',
    }),
  ),
  'tool-and-default': each(at('whose-default', 'sign.answer', { tool: 'java' }), {
    cli: at('whose-default', 'open-url.url-alive', { tool: 'cli' }),
    boto3: at('whose-default', 'open-url.url-alive', { tool: 'boto3', credential: 'role' }),
    js: at('whose-default', 'open-url.url-alive'),
    go: at('whose-default', 'open-url.url-alive', { tool: 'go', credential: 'role' }),
    java: at('whose-default', 'sign.lifetime-given', { tool: 'java' }),
  }),
  'what-ends-a-link-early': each(
    at('used-again', 'use-stranger.signer-allowed', { answer: 'stripped' }),
    {
      'first-use': at('used-again', 'use-printer.answer', { answer: 'nothing' }),
      'new-key': at('used-again', 'use-stranger.key-known'),
    },
  ),
  'signing-without-permission': decided(
    at('permission-lost', 'open-url.signer-allowed', { allowed: 'off', meanwhile: 'nothing' }),
  ),
  'permission-given-later': decided(at('permission-lost', 'open-url.signer-allowed')),
  'what-the-holder-may': each(
    at('wrong-method', 'open-url.signature-matches', { signed: 'PUT', sent: 'PUT' }),
    {
      read: at('wrong-method', 'open-url.signature-matches', { signed: 'PUT', sent: 'GET' }),
      'upload-others': at('seven-days', 'open-url.signature-matches', {
        change: 'key',
        ...inTime,
      }),
    },
  ),
  'signed-inside-used-outside': each(
    at('other-network', 'open-url.signer-allowed', { guard: 'endpoint' }),
    {
      ...all(
        ['ada', 'cleo'],
        at('other-network', 'open-url.signer-allowed', { guard: 'endpoint' }),
      ),
      dana: at('other-network', 'open-url.signer-allowed', { guard: 'endpoint', place: 'office' }),
    },
  ),
  'link-to-an-encrypted-file': each(at('locked-twice', 'open-url.kms-allowed', { method: 'PUT' }), {
    ...all(
      ['client-decrypt', 'client-generate'],
      at('locked-twice', 'open-url.kms-allowed', { method: 'PUT' }),
    ),
    'role-decrypt': at('locked-twice', 'open-url.kms-allowed', {
      method: 'PUT',
      'edit-ReadAndWriteXRays': DECRYPT_ALONE,
    }),
  }),
  'public-access-blocked': each(at('public-block', 'open-url.signer-allowed'), {
    ana: at('public-block', 'open-url.signer-allowed', { sends: 'bare', policy: 'none' }),
    cy: at('public-block', 'open-url.public-access', { sends: 'bare' }),
    dee: at('public-block', 'open-url.signer-allowed', { signer: 'postdoc', policy: 'none' }),
  }),
  'looked-at-on-use': each(
    at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'denied' }),
    {
      'editor-policy': at('used-again', 'use-stranger.answer', { answer: 'nothing' }),
      'signing-policy': at('permission-lost', 'open-url.signer-allowed', {
        allowed: 'off',
        meanwhile: 'given',
      }),
    },
  ),
  'symptom-and-cause': each(at('seven-days', 'open-url.token-alive'), {
    'expired-token': at('seven-days', 'open-url.token-alive'),
    'request-expired': at('seven-days', 'open-url.url-alive', {
      expires: '1800',
      used: '20260115T124500Z',
    }),
    mismatch: at('seven-days', 'open-url.signature-matches', { change: 'method', ...inTime }),
    'no-policy': at('seven-days', 'open-url.signer-allowed', { before: 'permission', ...inTime }),
  }),
  'from-signing-to-bytes': decided(at('seven-days', 'open-url.answer', inTime)),
  'read-from-the-url': decided(at('seven-days', 'share.sent')),
  'one-link-three-wishes': each(at('wrong-method', 'open-url.signature-matches'), {
    'get-logo': at('wrong-method', 'open-url.answer', { signed: 'PUT', sent: 'PUT' }),
    'gets-and-put': at('wrong-method', 'open-url.signature-matches', {
      signed: 'PUT',
      sent: 'GET',
    }),
    four: at('wrong-method', 'open-url.signature-matches'),
  }),
  'upload-on-top': decided(at('only-once', 'again.answer', { kept: 'on' })),
  'a-limit-for-uploads': each(at('photo-form', 'send-form.form-size'), {
    ...all(['script', 'short-life'], at('only-once', 'open-url.answer')),
    'no-range': at('photo-form', 'send-form.answer', { limit: 'off' }),
  }),
  'longer-without-signing': decided(
    at('seven-days', 'open-url.url-alive', {
      signer: 'user',
      expires: '3600',
      used: '20260115T133000Z',
    }),
  ),
  'signed-header-on-upload': decided(
    at('signed-header', 'open-url.signature-matches', { tool: 'javascript' }),
  ),
  'age-against-expiry': each(
    at('signature-age', 'open-url.signer-allowed', { guard: 'milliseconds' }),
    {
      ...all(
        ['yesterday', 'an-hour'],
        at('signature-age', 'open-url.signer-allowed', {
          guard: 'milliseconds',
          used: '20260130T091200Z',
        }),
      ),
      expired: at('seven-days', 'open-url.url-alive', {
        signer: 'user',
        expires: '300',
        used: '20260115T120600Z',
      }),
    },
  ),
  'one-link-in-a-forum': each(
    at('revocation-race', 'use-session.signer-allowed', { last: 'session' }),
    {
      deactivate: at('revocation-race', 'use-session.answer', {
        revoked: 'off',
        also: 'off',
        last: 'session',
      }),
      'deny-query': at('revocation-race', 'use-user.signer-allowed', {
        revoked: 'off',
        also: 'links',
      }),
    },
  ),
  'one-link-of-five': decided(
    at('revocation-race', 'use-session.signer-allowed', { last: 'session' }),
  ),
  'ends-a-link-early': each(at('revocation-race', 'use-user.key-known', { also: 'off' }), {
    revoke: at('revocation-race', 'use-user.answer'),
    'new-key': at('used-again', 'use-stranger.key-known'),
    shorter: at('used-again', 'use-stranger.answer', { answer: 'nothing' }),
  }),
  'where-a-deny-can-stand': each(
    at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'control' }),
    {
      trust: {
        lab: 'sts',
        scenario: 'leak-and-respond',
        step: 'with-role.answer',
        knobs: { user: 'nothing', role: 'distrusted' },
      },
    },
  ),
};
