import { promised } from '#engine/never.ts';
import vectors from '#engine/rolesanywhere/createSession.vectors.json' with { type: 'json' };

/** Test support, no part of the app: CreateSession requests that were really signed. */
export const PUBLISHED = vectors.signing.map(
  ({ id, serial, headers, stringToSign, authorization }) => ({
    id,
    serial,
    stringToSign,
    certificate: promised(
      headers.find(([name]) => name === 'X-Amz-X509')?.[1],
      'every request carries its certificate',
    ),
    signature: promised(/Signature=(\w+)$/.exec(authorization)?.[1], 'every request is signed'),
  }),
);
