import type {
  Certificate,
  CertificateList,
  PublicKey,
  VerifiedSignature,
  VerifiedText,
  X509Material,
} from '#engine/x509/certificate.ts';
import { isSameName } from '#engine/x509/compareName.ts';
import { publicKeyBytes, signedBytes } from '#engine/x509/signedBytes.ts';
import { sha256Hex } from '#engine/sigv4/stringToSign.ts';
import { sidesOf } from './ecdsa.ts';
import type { Octets } from './ecdsa.ts';

/** Signatures, really verified by WebCrypto. What it cannot compute is unsupported, which never counts as valid. */

type Result = VerifiedSignature['result'];

/** The browser's cryptography; undefined on plain http, where browsers leave it out. */
export const subtle = (): SubtleCrypto | undefined =>
  // The type promises it, but an insecure page has none.
  (globalThis.crypto as Crypto | undefined)?.subtle;

/** How a signature is to be verified. */
export interface Scheme {
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa';
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly saltLength?: number;
}

const WIDTHS: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 };

/** A copy in a buffer of its own, which WebCrypto asks for. */
const octets = (bytes: Uint8Array): Octets => Uint8Array.from(bytes);

interface Attempt {
  readonly import: RsaHashedImportParams | EcKeyImportParams;
  readonly verify: AlgorithmIdentifier | RsaPssParams | EcdsaParams;
  readonly signature: Octets;
}

/** What WebCrypto is asked; undefined where key and scheme do not fit or the form is broken. */
function attemptOf(
  key: PublicKey,
  { scheme, hash, saltLength = 0 }: Scheme,
  signature: Uint8Array,
): Attempt | undefined {
  if (scheme === 'ecdsa') {
    const width = key.kind === 'ec' ? WIDTHS[key.curve] : undefined;
    const sides = width === undefined ? undefined : sidesOf(signature, width);
    if (key.kind !== 'ec' || !sides) return undefined;
    return {
      import: { name: 'ECDSA', namedCurve: key.curve },
      verify: { name: 'ECDSA', hash },
      signature: sides,
    };
  }
  if (key.kind !== 'rsa') return undefined;
  const name = scheme === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  return {
    import: { name, hash },
    verify: scheme === 'rsa-pss' ? { name, saltLength } : { name },
    signature: octets(signature),
  };
}

/** Verifies a signature over a text with a public key: `spki` is its DER, `key` what that says. */
export async function verifyBytes(
  { key, spki }: { readonly key: PublicKey; readonly spki: Uint8Array },
  scheme: Scheme,
  { text, signature }: { readonly text: Uint8Array; readonly signature: Uint8Array },
): Promise<Result> {
  const crypto = subtle();
  if (!crypto) return 'unsupported';
  const attempt = attemptOf(key, scheme, signature);
  if (!attempt) return 'invalid';
  try {
    const imported = await crypto.importKey('spki', octets(spki), attempt.import, false, [
      'verify',
    ]);
    const isValid = await crypto.verify(attempt.verify, imported, attempt.signature, octets(text));
    return isValid ? 'valid' : 'invalid';
  } catch {
    // A key that WebCrypto refuses to import, such as one that names RSASSA-PSS itself.
    return 'unsupported';
  }
}

/** The scheme of a certificate's or list's signature; undefined where WebCrypto has none such. */
function schemeOf({ signatureAlgorithm }: Certificate | CertificateList): Scheme | undefined {
  const { scheme, hash, saltLength } = signatureAlgorithm;
  const isKnown = scheme === 'rsa-pkcs1' || scheme === 'rsa-pss' || scheme === 'ecdsa';
  if (!isKnown || hash === undefined || hash === 'MD2' || hash === 'MD5' || hash === 'SHA-224') {
    return undefined;
  }
  return { scheme, hash, ...(saltLength === undefined ? {} : { saltLength }) };
}

/** Verifies the signature on a certificate or list with the key of a certificate. */
export async function verifySignature(
  child: Certificate | CertificateList,
  issuer: Certificate,
): Promise<VerifiedSignature> {
  const scheme = schemeOf(child);
  const { tbs, signature } = signedBytes(child);
  const key = { key: issuer.publicKey, spki: publicKeyBytes(issuer) };
  const result = scheme
    ? await verifyBytes(key, scheme, { text: tbs, signature })
    : ('unsupported' as const);
  return { child: child.id, issuer: issuer.id, result };
}

/** Verifies CreateSession's signature over a string to sign with the key of a certificate: SHA-256 always, RSA as PKCS#1 v1.5, ECDSA in DER. */
export async function verifyText(
  certificate: Certificate,
  text: string,
  signature: string,
): Promise<VerifiedText> {
  const { publicKey } = certificate;
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const scheme =
    publicKey.kind === 'rsa' ? 'rsa-pkcs1' : publicKey.kind === 'ec' ? 'ecdsa' : undefined;
  const result = scheme
    ? await verifyBytes(
        { key: publicKey, spki: publicKeyBytes(certificate) },
        { scheme, hash: 'SHA-256' },
        { text: new TextEncoder().encode(text), signature: bytes },
      )
    : ('unsupported' as const);
  return { certificate: certificate.id, text: sha256Hex(text), signature, result };
}

/** What was sent once or more, each once. */
const distinct = <T extends Certificate | CertificateList>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

/** Whoever may have signed whom, by the names alone: at most `MAX_PAIRS`. */
const pairsOf = (given: readonly Certificate[], lists: readonly CertificateList[]) => {
  const certificates = distinct(given);
  return [...certificates, ...distinct(lists)]
    .flatMap((child) =>
      certificates
        .filter(({ subject }) => isSameName(subject, child.issuer))
        .map((issuer) => ({ child, issuer })),
    )
    .slice(0, MAX_PAIRS);
};

/** The certificates and lists with every signature taken for valid: for a page without cryptography, which must say so. */
export const assumeAll = (
  certificates: readonly Certificate[],
  lists: readonly CertificateList[],
): X509Material => ({
  certificates,
  lists,
  verified: pairsOf(certificates, lists).map(({ child, issuer }) => ({
    child: child.id,
    issuer: issuer.id,
    result: 'valid',
  })),
  texts: [],
});

/** The certificates and lists with every signature verified that their names allow: at most `MAX_PAIRS`. */
export async function verifyAll(
  certificates: readonly Certificate[],
  lists: readonly CertificateList[],
): Promise<X509Material> {
  const pairs = pairsOf(certificates, lists);
  const verified = await Promise.all(
    pairs.map(({ child, issuer }) => verifySignature(child, issuer)),
  );
  return { certificates, lists, verified, texts: [] };
}

/** Enough for any chain a person pastes; a hostile one is cut off, and what is not verified is not trusted. */
export const MAX_PAIRS = 400;
