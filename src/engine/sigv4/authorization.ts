import { type CredentialScope, parseCredential } from './credentialScope.ts';
import { ALGORITHM } from './stringToSign.ts';

/** The three parts of an Authorization header; header names stand between semicolons. */
export interface Authorization {
  readonly scope: CredentialScope;
  readonly signedHeaders: string;
  readonly provided: string;
}

const PARTS = ['Credential', 'SignedHeaders', 'Signature'] as const;

/**
 * Reads an Authorization header in its canonical form; undefined unless it has the algorithm and each part
 * once (sig-v4-header-based-auth). Spaces behind a comma and any order are modelled on what signers send.
 */
export function parseAuthorization(header: string): Authorization | undefined {
  const [algorithm, ...rest] = header.split(' ');
  const pieces = rest.join(' ').split(/ ?, ?/);
  if (algorithm !== ALGORITHM || pieces.length !== PARTS.length) return undefined;
  const [credential, signedHeaders, provided] = PARTS.map((part) =>
    pieces.find((piece) => piece.startsWith(`${part}=`))?.slice(part.length + 1),
  );
  const scope = parseCredential(credential ?? '');
  if (!scope || signedHeaders === undefined || provided === undefined) return undefined;
  return { scope, signedHeaders, provided };
}
