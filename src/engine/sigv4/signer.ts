import { amzDay, type Instant } from '../time.ts';
import type { PathMode } from './canonicalPath.ts';
import { type CredentialScope, formatScope, TERMINAL } from './credentialScope.ts';
import type { Pair } from './query.ts';
import { type DeriveKey, type SigningKey, signingKey } from './signingKey.ts';

/** The credentials that sign: with a session token when they are temporary. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Who signs, where and when. */
export interface Signing {
  readonly signer: Signer;
  readonly region: string;
  readonly service: string;
  readonly date: Instant;
  /** The key of this signer, day, region and service, when it was derived before. */
  readonly signingKey?: SigningKey;
  /** How the key is derived; absent: anew each time. */
  readonly derive?: DeriveKey;
}

/** The call to be signed: `path` is decoded and begins with `/`, every header given is signed, Host comes from `host`. */
export interface SigningInput extends Signing {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly pathMode?: PathMode;
  readonly query?: readonly Pair[];
  readonly headers?: readonly Pair[];
}

/** The scope a signature of this input is good for (sig-v4-header-based-auth). */
export const scopeOf = ({ signer, date, region, service }: Signing): CredentialScope => ({
  accessKeyId: signer.accessKeyId,
  day: amzDay(date),
  region,
  service,
  terminal: TERMINAL,
});

/** The signing key of a scope: the one given, or derived from the secret (sig-v4-header-based-auth). */
export function keyOf(input: Signing, scope: CredentialScope): SigningKey {
  const { signer, derive = signingKey } = input;
  if (!input.signingKey) return derive(signer.secretAccessKey, scope);
  if (input.signingKey.scope === formatScope(scope)) return input.signingKey;
  throw new Error(
    `A signing key of ${input.signingKey.scope} cannot sign for ${formatScope(scope)}`,
  );
}
