import { unixTime } from './life.ts';
import { parameter } from './part.ts';
import type { Part } from './part.ts';
import { remark, remarkIf } from './remark.ts';
import { keyRemarks } from './scopeRemarks.ts';
import { readSigner } from './signerReading.ts';
import type { V4Reading } from './v4.ts';

const WANTED = ['AWSAccessKeyId', 'Expires', 'Signature'] as const;

/** Reads the parameters of Signature Version 2: no scope, no seven days, an absolute end (RESTAuthentication). */
export function readV2(parts: readonly Part[], whole: Part): V4Reading {
  const keyId = parameter(parts, 'AWSAccessKeyId');
  const expires = parameter(parts, 'Expires');
  const signature = parameter(parts, 'Signature');
  const hasToken = parts.some(({ name }) => name.toLowerCase() === 'x-amz-security-token');
  const signer = keyId && readSigner(keyId.value, hasToken, undefined);
  const until = expires && unixTime(expires.value);
  return {
    signer,
    life: expires && until !== undefined ? { from: undefined, until, at: expires } : undefined,
    signedHeaders: [],
    remarks: [
      remark('old-signing', keyId ?? whole),
      ...WANTED.filter((name) => !parameter(parts, name)).map((name) =>
        remark('missing-parameter', whole, { name }),
      ),
      ...(signer && keyId ? keyRemarks(signer, keyId) : []),
      ...(expires
        ? remarkIf(!/^\d+$/.test(expires.value), 'expires-no-number', expires, {
            value: expires.value,
          })
        : []),
      ...(signature
        ? remarkIf(!/^[A-Za-z\d+/]{27}=$/.test(signature.value), 'signature-malformed', signature, {
            length: String(signature.value.length),
            wanted: 'base64 of 28 characters',
          })
        : []),
    ],
  };
}
