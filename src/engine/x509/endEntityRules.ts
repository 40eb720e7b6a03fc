import type { Certificate, Hash, PublicKey, SignatureAlgorithm } from './certificate.ts';
import { extensionOf } from './extension.ts';
import type { CertificateRule } from './judgeCertificates.ts';
import { formatName } from './name.ts';

/** What IAM Roles Anywhere itself asks of certificates, beyond RFC 5280 (rolesanywhere trust-model, "Signature validation"). */

export const END_ENTITY_RULE_IDS = [
  'leaf.version-3',
  'leaf.key-supported',
  'leaf.hash-strong',
  'leaf.signature-supported',
  'leaf.digital-signature',
  'leaf.not-a-ca',
] as const;
export type EndEntityRuleId = (typeof END_ENTITY_RULE_IDS)[number];

export const IDENTITY_RULE_IDS = ['leaf.subject-named'] as const;
export type IdentityRuleId = (typeof IDENTITY_RULE_IDS)[number];

export const ANCHOR_RULE_IDS = [
  'anchor.is-a-ca',
  'anchor.may-sign',
  'anchor.hash-strong',
  'anchor.signature-supported',
] as const;
export type AnchorRuleId = (typeof ANCHOR_RULE_IDS)[number];

const STRONG: readonly (Hash | undefined)[] = ['SHA-256', 'SHA-384', 'SHA-512'];
const HASHING: readonly SignatureAlgorithm['scheme'][] = ['rsa-pkcs1', 'rsa-pss', 'ecdsa', 'dsa'];

/** Whether a signature is made with SHA-256 or stronger, or by a scheme that brings its own hash. */
const isStrong = ({ scheme, hash }: SignatureAlgorithm): boolean =>
  HASHING.includes(scheme) ? STRONG.includes(hash) : hash === undefined;

/** AWS names keys of RSA, EC and ML-DSA; that a CA’s signature of another kind is not taken is modelled. */
const SUPPORTED: readonly SignatureAlgorithm['scheme'][] = [
  'rsa-pkcs1',
  'rsa-pss',
  'ecdsa',
  'ml-dsa',
];

/** A key as `RSA 2048` or `EC P-256`. */
export function formatKey(key: PublicKey): string {
  switch (key.kind) {
    case 'rsa':
      return `RSA ${key.bits}`;
    case 'ec':
      return `EC ${key.curve}`;
    case 'dsa':
      return `DSA ${key.bits}`;
    case 'ml-dsa':
      return `ML-DSA-${key.set}`;
    case 'ed25519':
      return 'Ed25519';
    case 'ed448':
      return 'Ed448';
    case 'unknown':
      return key.oid;
  }
}

const SUPPORTED_CURVES = ['P-256', 'P-384', 'P-521'];

/** AWS names RSA, EC and ML-DSA; the least size and the list of curves are modelled. */
const isSupported = (key: PublicKey): boolean =>
  key.kind === 'ml-dsa' ||
  (key.kind === 'rsa' && key.bits >= 2048) ||
  (key.kind === 'ec' && SUPPORTED_CURVES.includes(key.curve));

const findHash = ({ id, signatureAlgorithm }: Certificate) => [
  {
    of: id,
    field: 'signatureAlgorithm' as const,
    value: signatureAlgorithm.name,
    wanted: 'SHA-256 or stronger',
    met: isStrong(signatureAlgorithm),
  },
];

const findSignature = ({ id, signatureAlgorithm }: Certificate) => [
  {
    of: id,
    field: 'signatureAlgorithm' as const,
    value: signatureAlgorithm.name,
    wanted: 'a signature of RSA, ECDSA or ML-DSA',
    met: SUPPORTED.includes(signatureAlgorithm.scheme),
  },
];

/** The requirements on the certificate that signs the request. Extended key usage is none of them. */
export const END_ENTITY_RULES: readonly CertificateRule<Certificate, EndEntityRuleId>[] = [
  {
    id: 'leaf.version-3',
    find: ({ id, version }) => [
      { of: id, field: 'version', value: `v${version}`, wanted: 'v3', met: version === 3 },
    ],
  },
  {
    id: 'leaf.key-supported',
    find: ({ id, publicKey }) => [
      {
        of: id,
        field: 'subjectPublicKeyInfo',
        value: formatKey(publicKey),
        wanted: 'RSA 2048 or more, EC P-256, P-384 or P-521, or ML-DSA',
        met: isSupported(publicKey),
      },
    ],
  },
  { id: 'leaf.hash-strong', find: findHash },
  { id: 'leaf.signature-supported', find: findSignature },
  {
    id: 'leaf.digital-signature',
    find: (leaf) => {
      const usages = extensionOf(leaf, 'keyUsage')?.usages;
      return [
        {
          of: leaf.id,
          field: 'keyUsage',
          value: usages?.join(', ') ?? 'absent',
          wanted: 'digitalSignature',
          met: usages?.includes('digitalSignature') ?? false,
        },
      ];
    },
  },
  {
    id: 'leaf.not-a-ca',
    find: (leaf) => {
      const ca = extensionOf(leaf, 'basicConstraints')?.ca;
      return [
        {
          of: leaf.id,
          field: 'basicConstraints',
          value: ca === undefined ? 'absent' : `CA:${ca ? 'TRUE' : 'FALSE'}`,
          wanted: 'CA:FALSE, or absent',
          met: ca !== true,
        },
      ];
    },
  },
];

/** What the session is made of: AWS wants a subject, and where there is none was seen to say only that it cannot assume the role. */
export const IDENTITY_RULES: readonly CertificateRule<Certificate, IdentityRuleId>[] = [
  {
    id: 'leaf.subject-named',
    find: ({ id, subject }) => [
      {
        of: id,
        field: 'subject',
        value: formatName(subject) || 'empty',
        wanted: 'not empty',
        met: subject.length > 0,
      },
    ],
  },
];

/** The requirements on a certificate of a trust anchor, made when the anchor is. */
export const ANCHOR_RULES: readonly CertificateRule<Certificate, AnchorRuleId>[] = [
  {
    id: 'anchor.is-a-ca',
    find: (anchor) => {
      const ca = extensionOf(anchor, 'basicConstraints')?.ca;
      return [
        {
          of: anchor.id,
          field: 'basicConstraints',
          value: ca === undefined ? 'absent' : `CA:${ca ? 'TRUE' : 'FALSE'}`,
          wanted: 'CA:TRUE',
          met: ca === true,
        },
      ];
    },
  },
  {
    id: 'anchor.may-sign',
    find: (anchor) => {
      const usages = extensionOf(anchor, 'keyUsage')?.usages;
      return [
        {
          of: anchor.id,
          field: 'keyUsage',
          value: usages?.join(', ') ?? 'absent',
          wanted: 'keyCertSign',
          met: usages?.includes('keyCertSign') ?? false,
        },
      ];
    },
  },
  { id: 'anchor.hash-strong', find: findHash },
  { id: 'anchor.signature-supported', find: findSignature },
];
