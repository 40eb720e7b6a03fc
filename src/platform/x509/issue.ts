import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsagesExtension,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  X509CrlGenerator,
  X509CrlReason,
} from '@peculiar/x509';
import type { JsonGeneralName, JsonName } from '@peculiar/x509';
import { constructed, primitive, readWhole, TAG } from '#engine/x509/der.ts';
import { KEY_USAGES } from '#engine/x509/extension.ts';
import type { KeyUsage, RevocationReason } from '#engine/x509/extension.ts';
import type { Instant } from '#engine/time.ts';
import { dateOf } from '../clock.ts';
import { ascii, element } from './derWriter.ts';
import { derOfSides } from './ecdsa.ts';
import type { Octets } from './ecdsa.ts';

/** Real certificates, requests and revocation lists. Every choice is the caller's: no clock and no chance here. */

/** A name as `C=US, O=Sim Corp, CN=web-01`, in the order of the certificate. */
export type NameText = string;

/** Who signs: a name and a pair of keys, not necessarily the ones that belong together. */
export interface Signer {
  readonly name: NameText;
  readonly keys: CryptoKeyPair;
  /** The key that the authority key identifier names. */
  readonly named?: CryptoKey;
}

export interface CertificateOrder {
  readonly subject: NameText;
  readonly publicKey: CryptoKey;
  /** Hex digits. */
  readonly serial: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Absent: no basic constraints at all. */
  readonly basic?: { readonly ca: boolean; readonly pathLength?: number };
  readonly usages?: readonly KeyUsage[];
  /** OIDs of extended key usage. */
  readonly purposes?: readonly string[];
  readonly names?: readonly { readonly type: JsonGeneralName['type']; readonly value: string }[];
  /** DNS names below which alone a CA may name, with which its subjects are bound. */
  readonly permittedDns?: readonly string[];
  /** The OID of an extension nobody knows, marked critical. */
  readonly unknownCritical?: string;
  readonly hash?: 'SHA-1' | 'SHA-256';
}

const nameOf = (text: NameText): JsonName =>
  text
    .split(', ')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return { [part.slice(0, at)]: [part.slice(at + 1)] };
    });

const usageBits = (usages: readonly KeyUsage[]): number =>
  usages.reduce((bits, usage) => bits | (1 << KEY_USAGES.indexOf(usage)), 0);

/** Name constraints that permit DNS names, critical as RFC 5280, 4.2.1.10, wants them. */
function nameConstraints(permitted: readonly string[]): Extension {
  const subtrees = permitted.map((name) =>
    element(TAG.sequence, element(primitive(2), ascii(name))),
  );
  return new Extension(
    '2.5.29.30',
    true,
    element(TAG.sequence, element(constructed(0), ...subtrees)),
  );
}

/** An optional thing as a list of one or none. */
const given = <T, U>(value: T | undefined, make: (value: T) => U): readonly U[] =>
  value === undefined ? [] : [make(value)];

async function extensionsOf(order: CertificateOrder, signer: Signer, crypto: Crypto) {
  const { basic, usages, purposes, names, permittedDns, unknownCritical } = order;
  return [
    ...given(basic, ({ ca, pathLength }) => new BasicConstraintsExtension(ca, pathLength, true)),
    ...given(usages, (all) => new KeyUsagesExtension(usageBits(all), true)),
    ...given(purposes, (all) => new ExtendedKeyUsageExtension([...all], false)),
    ...given(names, (all) => new SubjectAlternativeNameExtension([...all], false)),
    ...given(permittedDns, nameConstraints),
    ...given(unknownCritical, (oid) => new Extension(oid, true, element(TAG.null))),
    await SubjectKeyIdentifierExtension.create(order.publicKey, false, crypto),
    await AuthorityKeyIdentifierExtension.create(
      signer.named ?? signer.keys.publicKey,
      false,
      crypto,
    ),
  ];
}

const algorithmOf = ({ privateKey }: CryptoKeyPair, hash: string) => ({
  name: privateKey.algorithm.name,
  hash,
});

/** Issues a certificate of version 3; its DER. */
export async function issueCertificate(
  order: CertificateOrder,
  signer: Signer,
  crypto: Crypto,
): Promise<Octets> {
  const { rawData } = await X509CertificateGenerator.create(
    {
      serialNumber: order.serial,
      subject: nameOf(order.subject),
      issuer: nameOf(signer.name),
      notBefore: dateOf(order.notBefore),
      notAfter: dateOf(order.notAfter),
      publicKey: order.publicKey,
      signingKey: signer.keys.privateKey,
      signingAlgorithm: algorithmOf(signer.keys, order.hash ?? 'SHA-256'),
      extensions: await extensionsOf(order, signer, crypto),
    },
    crypto,
  );
  return new Uint8Array(rawData);
}

/** The same certificate in version 1, which has no extensions, signed again with an elliptic key. */
export async function asVersion1(der: Octets, { keys }: Signer, crypto: Crypto): Promise<Octets> {
  const [tbs, algorithm] = readWhole({ bytes: der }, { start: 0, end: der.length }).parts;
  const bytes = ({ start, end }: { readonly start: number; readonly end: number }) =>
    der.subarray(start, end);
  const kept = (tbs?.parts ?? []).filter(
    ({ tag }) => tag !== constructed(0) && tag !== constructed(3),
  );
  const signed = element(TAG.sequence, ...kept.map(({ range }) => bytes(range)));
  const sides = await crypto.subtle.sign(algorithmOf(keys, 'SHA-256'), keys.privateKey, signed);
  const signature = derOfSides(new Uint8Array(sides));
  return element(
    TAG.sequence,
    signed,
    bytes(algorithm?.range ?? { start: 0, end: 0 }),
    element(TAG.bitString, Uint8Array.of(0), signature),
  );
}

export interface ListOrder {
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly number: number;
  readonly entries: readonly {
    readonly serial: string;
    readonly at: Instant;
    readonly reason: Exclude<RevocationReason, 'unused'>;
  }[];
}

/** Issues a revocation list; its DER. */
export async function issueList(order: ListOrder, signer: Signer, crypto: Crypto): Promise<Octets> {
  const { rawData } = await X509CrlGenerator.create(
    {
      issuer: nameOf(signer.name),
      thisUpdate: dateOf(order.thisUpdate),
      nextUpdate: dateOf(order.nextUpdate),
      signingAlgorithm: algorithmOf(signer.keys, 'SHA-256'),
      signingKey: signer.keys.privateKey,
      extensions: [
        await AuthorityKeyIdentifierExtension.create(
          signer.named ?? signer.keys.publicKey,
          false,
          crypto,
        ),
        new Extension('2.5.29.20', false, element(TAG.integer, Uint8Array.of(order.number & 0x7f))),
      ],
      entries: order.entries.map(({ serial, at, reason }) => ({
        serialNumber: serial,
        revocationDate: dateOf(at),
        reason: X509CrlReason[reason],
      })),
    },
    crypto,
  );
  return new Uint8Array(rawData);
}

/** Issues a request for a certificate (PKCS#10), signed with the key it is about; its DER. */
export async function issueRequest(
  subject: NameText,
  keys: CryptoKeyPair,
  crypto: Crypto,
): Promise<Octets> {
  const { rawData } = await Pkcs10CertificateRequestGenerator.create(
    { name: nameOf(subject), keys, signingAlgorithm: algorithmOf(keys, 'SHA-256') },
    crypto,
  );
  return new Uint8Array(rawData);
}
