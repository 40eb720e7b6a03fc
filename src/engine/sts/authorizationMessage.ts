import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

import { principalArn } from '../principal.ts';
import type { AccessRequest, Decision } from '../policy/decide.ts';
import { utf8Text } from '../sigv4/utf8.ts';

/** The encoded message some services put into a refusal, which DecodeAuthorizationMessage opens. */

/** What the message says (STS examples, DecodeAuthorizationMessage): verdict, statements, request. */
export function authorizationMessage(request: AccessRequest, { verdict, gates }: Decision): string {
  const statements = gates
    .flatMap(({ policies }) => policies)
    .flatMap((policy) =>
      policy.statements
        .filter(({ matched, effect }) => matched && effect === 'Deny')
        .map(({ sid, effect }) => ({ statementId: sid ?? '', effect: effect.toUpperCase() })),
    );
  return JSON.stringify({
    allowed: verdict === 'allow',
    explicitDeny: verdict === 'explicit-deny',
    matchedStatements: { items: statements },
    failures: { items: [] },
    context: {
      principal: { arn: principalArn(request.principal) ?? '' },
      action: request.action,
      resource: request.resource,
      conditions: {
        items: Object.entries(request.context).map(([key, value]) => ({
          key,
          values: { items: [value].flat().map((one) => ({ value: one })) },
        })),
      },
    },
  });
}

const SEAL = 16;

/** Bytes that hide a message, as many as it has. */
function mask(seal: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; from += 32) {
    bytes.set(sha256(utf8ToBytes(`${seal} ${from}`)).subarray(0, length - from), from);
  }
  return bytes;
}

const masked = (bytes: Uint8Array, seal: string): Uint8Array => {
  const cover = mask(seal, bytes.length);
  return bytes.map((byte, index) => byte ^ (cover[index] ?? 0));
};

/** A message as nobody can read it; AWS's own encoding is not published, so this one is modelled. */
export function encodeMessage(message: string): string {
  const seal = bytesToHex(sha256(utf8ToBytes(`message ${message}`))).slice(0, SEAL);
  return seal + bytesToHex(masked(utf8ToBytes(message), seal));
}

/** The message behind an encoded one; undefined where a character is wrong or missing. */
export function decodeMessage(encoded: string): string | undefined {
  if (!/^(?:[0-9a-f]{2}){9,}$/.test(encoded)) return undefined;
  const message = utf8Text(masked(hexToBytes(encoded.slice(SEAL)), encoded.slice(0, SEAL)));
  return encodeMessage(message) === encoded ? message : undefined;
}
