import type { Term } from './term.ts';

/** How requests are signed, and what a link is made of. */
export const SIGNING_TERMS: readonly Term[] = [
  {
    id: 'signature-version-4',
    name: 'Signature Version 4',
    also: ['SigV4', 'AWS4-HMAC-SHA256'],
    says: 'How requests to AWS are signed: from the request and a key that is derived for one day, one Region and one service.',
    source: 'iam.create-signature',
  },
  {
    id: 'presigned-url',
    name: 'presigned URL',
    also: ['presigned URLs', 'presigned link', 'pre-signed URL'],
    says: 'An address whose query carries a signature. Whoever has it may do what it was signed for, as the one who signed it.',
    source: 's3.presigned',
  },
  {
    id: 'canonical-request',
    name: 'canonical request',
    says: 'A request written in one fixed form, so that signer and verifier hash the same bytes.',
    source: 'iam.create-signature',
  },
  {
    id: 'string-to-sign',
    name: 'string to sign',
    says: 'Four lines: the algorithm, the time, the credential scope and the hash of the canonical request. This is what gets signed.',
    source: 'iam.create-signature',
  },
  {
    id: 'signing-key',
    name: 'signing key',
    says: 'A key derived from the secret key for one day, one Region and one service.',
    source: 'iam.create-signature',
  },
  {
    id: 'credential-scope',
    name: 'credential scope',
    also: ['X-Amz-Credential'],
    says: 'Day, Region and service for which a signature is made. It stands behind the key ID in X-Amz-Credential.',
    source: 's3.query-auth',
  },
  {
    id: 'signed-headers',
    name: 'signed headers',
    also: ['SignedHeaders', 'X-Amz-SignedHeaders'],
    says: 'The headers that the signature covers. They must arrive as they were signed.',
    source: 's3.query-auth',
  },
  {
    id: 'payload-hash',
    name: 'payload hash',
    also: ['UNSIGNED-PAYLOAD'],
    says: 'The hash of the body in the canonical request. A presigned URL has UNSIGNED-PAYLOAD there, because its signer does not know the body.',
    source: 's3.query-auth',
  },
  {
    id: 'x-amz-expires',
    name: 'X-Amz-Expires',
    says: 'How many seconds a presigned URL may be used after X-Amz-Date: 604800 at most, which is seven days.',
    source: 's3.query-auth',
  },
  {
    id: 'x-amz-date',
    name: 'X-Amz-Date',
    says: 'The moment of signing, in UTC, as in 20260115T120000Z.',
    source: 's3.query-auth',
  },
  {
    id: 'post-policy',
    name: 'POST policy',
    also: ['form policy'],
    says: 'What a browser’s upload form must keep to: an expiration and conditions on its fields. The form is signed with it.',
    source: 's3.post-policy',
  },
  {
    id: 'signature-age',
    name: 's3:signatureAge',
    also: ['signature age'],
    says: 'A condition key for the age of a signature in milliseconds. A bucket policy can refuse older ones with it.',
    source: 's3.condition-keys',
  },
  {
    id: 'block-public-access',
    name: 'Block Public Access',
    says: 'Settings of a bucket or an account that shut out the public, whatever its policies and ACLs allow.',
    source: 's3.block-public',
  },
];
