import { amzDate } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import type { TemporaryKey } from '#engine/world.ts';

import { stepIn } from '../places/place.ts';
import { firstFailure, linkEnds, linkLasts, s3Answers } from '../claim.ts';
import { endWorld, openingIn } from '../runFacts.ts';
import { endOf, lastSession } from './proof.fixture.ts';
import type { Proofs } from './proof.fixture.ts';

const at = stepIn('presigned');

/** What lies in the bucket of a run. */
const VERSIONS = (trace: Trace): string => {
  const [bucket] = Object.values(endWorld(trace).accounts).flatMap((one) =>
    Object.values(one.buckets),
  );
  const current = Object.keys(bucket?.objects ?? {}).length;
  const older = Object.values(bucket?.earlier ?? {}).flat().length;
  return `${current} current, ${older} older`;
};

/** Whether the link of a run has a text in it. */
const says =
  (part: (key: TemporaryKey) => string) =>
  (trace: Trace): boolean => {
    const key = lastSession(trace);
    const [link] = Object.values(endWorld(trace).presignedUrls);
    return key !== undefined && (link?.url.includes(part(key)) ?? false);
  };

export const PRESIGNED_PROOFS: Proofs = {
  'link-of-an-instance': {
    kind: 'run',
    reads: linkEnds,
    claims: {
      rotation: 'ends-20260112T130000Z',
      asked: 'ends-20260112T133000Z',
      'old-end': 'ends-20260112T140000Z',
      'new-end': 'ends-20260112T190000Z',
    },
  },
  'download-across-the-end': {
    kind: 'run',
    reads: (trace) => `${endOf(trace, 'open-url')}-${endOf(trace, 'resume')}`,
    claims: {
      minute: 'cut-refused',
      half: 'granted-refused',
      whole: 'granted-granted',
      rest: 'refused-granted',
    },
  },
  'a-week-from-the-console': {
    kind: 'run',
    reads: linkLasts,
    claims: {
      hour: 'lasts-3600',
      'twelve-hours': 'lasts-43200',
      'user-session': 'lasts-129600',
      week: 'lasts-604800',
    },
  },
  'a-week-from-a-function': {
    kind: 'run',
    reads: linkLasts,
    claims: {
      hour: 'lasts-3600',
      'twelve-hours': 'lasts-43200',
      'day-and-half': 'lasts-129600',
      'five-days': 'lasts-432000',
    },
  },
  'tool-and-default': {
    kind: 'pairs',
    says: 'response',
    reads: (trace) =>
      endOf(trace, 'sign') === 'refused'
        ? 'refused'
        : `lasts-${Object.values(endWorld(trace).presignedUrls)[0]?.expires}`,
    claims: {
      quarter: 'lasts-900',
      hour: 'lasts-3600',
      week: 'lasts-604800',
      refuses: 'refused',
    },
  },
  'what-ends-a-link-early': {
    kind: 'each',
    wants: 'refused',
    right: {
      'key-off': at('used-again', 'use-stranger.key-known', { answer: 'off' }),
      permission: at('used-again', 'use-stranger.signer-allowed', { answer: 'stripped' }),
      age: at('signature-age', 'open-url.signer-allowed', {
        guard: 'milliseconds',
        used: '20260130T091200Z',
      }),
    },
    // The lab has no passwords.
    unplayed: ['password'],
  },
  'signing-without-permission': {
    kind: 'run',
    reads: firstFailure,
    claims: {
      s3: 'fails-open-url',
      sts: 'fails-assume-role',
      sdk: 'fails-sign',
      browser: 'fails-share',
    },
  },
  'permission-given-later': {
    kind: 'run',
    reads: s3Answers,
    claims: {
      object: 'answers-200',
      token: 'answers-400-ExpiredToken',
      denied: 'answers-403-AccessDenied',
      signature: 'answers-403-SignatureDoesNotMatch',
    },
  },
  'what-the-holder-may': {
    kind: 'each',
    wants: 'granted',
    right: {
      replace: at('wrong-method', 'open-url.signature-matches', { signed: 'PUT', sent: 'PUT' }),
    },
    // To act as the signer takes a secret key, which no link holds.
    unplayed: ['act'],
  },
  'signed-inside-used-outside': {
    kind: 'each',
    wants: 'granted',
    right: {
      ben: at('other-network', 'open-url.signer-allowed', { guard: 'endpoint', place: 'vpc' }),
    },
  },
  'link-to-an-encrypted-file': {
    kind: 'each',
    wants: 'granted',
    right: {
      'role-generate': at('locked-twice', 'open-url.kms-allowed', {
        method: 'PUT',
        'edit-ReadAndWriteXRays': JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject', 'kms:GenerateDataKey'],
              Resource: '*',
            },
          ],
        }),
      }),
    },
  },
  'public-access-blocked': {
    kind: 'each',
    wants: 'granted',
    right: { bo: at('public-block', 'open-url.signer-allowed') },
  },
  'looked-at-on-use': {
    kind: 'each',
    wants: 'refused',
    right: {
      'role-policy': at('permission-lost', 'open-url.signer-allowed'),
      'bucket-policy': at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'denied' }),
      hotel: at('other-network', 'open-url.signer-allowed'),
    },
    // Where a link was signed stands nowhere in a world.
    unplayed: ['studio'],
  },
  'symptom-and-cause': {
    kind: 'pairs',
    says: 'prompt',
    reads: (trace) => {
      const outcome = openingIn(trace)?.outcome;
      if (outcome?.kind !== 'refused') return 'granted';
      const { code, message } = outcome.error;
      const about = /Request has expired|no identity-based policy allows/.exec(message)?.[0] ?? '';
      return `${code} ${about}`.trim();
    },
    claims: {
      'expired-token': 'ExpiredToken',
      'request-expired': 'AccessDenied Request has expired',
      mismatch: 'SignatureDoesNotMatch',
      'no-policy': 'AccessDenied no identity-based policy allows',
    },
  },
  'from-signing-to-bytes': {
    kind: 'order',
    rows: {
      sign: 'sign.done',
      send: 'share.sent',
      request: 'open-url.request',
      verify: 'open-url.signature-matches',
      bytes: 'open-url.answer',
    },
  },
  'read-from-the-url': {
    kind: 'statements',
    holds: {
      'key-id': says((key) => key.id),
      secret: says((key) => key.secretAccessKey),
      token: says((key) => encodeURIComponent(key.sessionToken)),
      end: says((key) => amzDate(key.expiresAt)),
      region: says(() => '%2Feu-central-1%2Fs3'),
      policy: says(() => 'Allow'),
    },
  },
  'one-link-three-wishes': {
    kind: 'runs',
    runs: [
      [at('wrong-method', 'open-url.answer', { signed: 'GET', sent: 'GET' }), 'open-url'],
      [at('wrong-method', 'open-url.answer'), 'open-url'],
      [at('wrong-method', 'open-url.answer', { signed: 'PUT', sent: 'GET' }), 'open-url'],
      [at('wrong-method', 'open-url.answer', { signed: 'PUT', sent: 'PUT' }), 'open-url'],
    ],
    claims: { 'get-logo': 'grrr', 'as-signed': 'grrg', 'gets-and-put': 'grgg', four: 'gggg' },
  },
  'upload-on-top': {
    kind: 'run',
    reads: VERSIONS,
    claims: {
      first: '1 current, 0 older: the first',
      second: '1 current, 0 older',
      versions: '1 current, 1 older',
      'two-keys': '2 current, 0 older',
    },
  },
  'a-limit-for-uploads': {
    kind: 'each',
    wants: 'refused',
    right: { range: at('photo-form', 'send-form.form-size') },
  },
  'longer-without-signing': {
    kind: 'run',
    reads: s3Answers,
    claims: {
      object: 'answers-200',
      token: 'answers-400-ExpiredToken',
      denied: 'answers-403-AccessDenied',
      mismatch: 'answers-403-SignatureDoesNotMatch',
    },
  },
  'signed-header-on-upload': {
    kind: 'run',
    reads: (trace) => {
      const stored = Object.values(endWorld(trace).accounts)
        .flatMap((one) => Object.values(one.buckets))
        .flatMap(({ objects }) => Object.values(objects))
        .at(-1);
      return openingIn(trace)?.outcome.kind === 'granted'
        ? `stored as ${stored?.contentType}`
        : s3Answers(trace);
    },
    claims: {
      'stored-sent': 'stored as application/msword',
      'stored-signed': 'stored as application/pdf',
      refused: 'answers-403-AccessDenied',
      mismatch: 'answers-403-SignatureDoesNotMatch',
    },
  },
  'age-against-expiry': {
    kind: 'each',
    wants: 'granted',
    right: { young: at('signature-age', 'open-url.signer-allowed', { guard: 'milliseconds' }) },
  },
  'one-link-in-a-forum': {
    kind: 'each',
    // The link is to be refused, and others are to go on: what is wrong fails in one or the other.
    wants: { 'revoke-sessions': 'refused', deactivate: 'refused', 'deny-query': 'granted' },
    right: {
      'revoke-sessions': at('revocation-race', 'use-session.signer-allowed', { last: 'session' }),
    },
    // The lab deletes an object, and uploads it to no link again.
    unplayed: ['delete-object'],
  },
  'one-link-of-five': {
    kind: 'run',
    reads: (trace) => {
      const works = (act: string, links: number) => (endOf(trace, act) === 'granted' ? links : 0);
      // Two sessions are old, with two links each; one session came after the revocation.
      return `${works('use-session', 4) + works('use-later', 1)}`;
    },
    claims: { 'no-link': '0', 'later-one': '1', 'other-session': '3', 'all-but-one': '4' },
  },
  'ends-a-link-early': {
    kind: 'each',
    wants: 'refused',
    right: {
      off: at('revocation-race', 'use-user.key-known', { also: 'off' }),
      deny: at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'denied' }),
    },
  },
  'where-a-deny-can-stand': {
    kind: 'each',
    wants: 'refused',
    right: {
      scp: at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'control' }),
      boundary: at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'boundary' }),
      bucket: at('permission-lost', 'open-url.signer-allowed', { meanwhile: 'denied' }),
    },
    // A policy’s statements have no order in the engine either.
    unplayed: ['order'],
  },
};
