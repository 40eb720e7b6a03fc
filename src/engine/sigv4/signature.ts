import { canonicalRequest, type SignedMessage } from './canonicalRequest.ts';
import { type SigningKey, signWith } from './signingKey.ts';
import { ALGORITHM, stringToSign } from './stringToSign.ts';

/** A signature with every intermediate value on the way to it. */
export interface Signature {
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  readonly signingKey: SigningKey;
  readonly signature: string;
}

/** How a message is signed: `date` as X-Amz-Date has it, header names in lower case. */
export interface SigningTerms {
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly signingKey: SigningKey;
}

/** The three tasks of Signature Version 4 in a row (sig-v4-header-based-auth). */
export function signMessage(message: SignedMessage, terms: SigningTerms): Signature {
  const canonical = canonicalRequest(message, terms.signedHeaders);
  const { date, signingKey } = terms;
  const text = stringToSign({
    algorithm: ALGORITHM,
    date,
    scope: signingKey.scope,
    canonicalRequest: canonical,
  });
  return {
    canonicalRequest: canonical,
    stringToSign: text,
    signingKey,
    signature: signWith(signingKey, text),
  };
}
