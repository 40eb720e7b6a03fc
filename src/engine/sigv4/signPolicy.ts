import { amzDate } from '../time.ts';
import { base64Encode } from './base64.ts';
import { type CredentialScope, formatCredential } from './credentialScope.ts';
import type { Pair } from './query.ts';
import { keyOf, scopeOf, type Signing } from './signer.ts';
import { type SigningKey, signWith } from './signingKey.ts';
import { ALGORITHM } from './stringToSign.ts';

/** A POST policy to be signed: `policy` is its JSON text. */
export interface SignPolicyInput extends Omit<Signing, 'service'> {
  readonly policy: string;
}

/** A signed POST policy; `fields` are those of the form that carry the signature. */
export interface SignedPolicy {
  readonly stringToSign: string;
  readonly signingKey: SigningKey;
  readonly signature: string;
  readonly scope: CredentialScope;
  readonly fields: readonly Pair[];
}

/** Signs a browser upload's policy: its base64 is the string to sign, and there is no canonical request (sigv4-authentication-HTTPPOST). */
export function signPolicy(input: SignPolicyInput): SignedPolicy {
  const signing: Signing = { ...input, service: 's3' };
  const scope = scopeOf(signing);
  const signingKey = keyOf(signing, scope);
  const stringToSign = base64Encode(input.policy);
  const signature = signWith(signingKey, stringToSign);
  const { sessionToken } = input.signer;
  const token: readonly Pair[] =
    sessionToken === undefined ? [] : [['x-amz-security-token', sessionToken]];
  const fields: readonly Pair[] = [
    ['policy', stringToSign],
    ['x-amz-algorithm', ALGORITHM],
    ['x-amz-credential', formatCredential(scope)],
    ['x-amz-date', amzDate(input.date)],
    ...token,
    ['x-amz-signature', signature],
  ];
  return { stringToSign, signingKey, signature, scope, fields };
}
