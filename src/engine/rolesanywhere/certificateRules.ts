import { actField } from '../credentials.ts';
import type { Constraints } from '../evidence.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import type { Certificate, Hash } from '../x509/certificate.ts';
import { extensionOf } from '../x509/extension.ts';
import { formatName } from '../x509/name.ts';
import { anchorIn, anchorOf, chainOf, denied, leafOf } from './context.ts';
import type { SessionContext } from './context.ts';
import { crlsOf, findCertificate, findList } from './find.ts';
import { findPath } from './paths.ts';
import type { Path } from './paths.ts';

/** Roles Anywhere's checks of the certificate: by itself, against the trust anchor, against revocation lists (roles-anywhere.md 2). */

type Row = Constraints['parameters'][number];

const WEAK: ReadonlySet<Hash> = new Set(['MD2', 'MD5', 'SHA-1', 'SHA-224']);

/** What AWS asks of an end-entity certificate (User Guide, trust model). The subject has a rule of its own: its error is another. */
function rowsOf(leaf: Certificate): readonly Row[] {
  const { version, signatureAlgorithm, publicKey } = leaf;
  const usages = extensionOf(leaf, 'keyUsage')?.usages ?? [];
  const isCa = extensionOf(leaf, 'basicConstraints')?.ca === true;
  const { hash, name } = signatureAlgorithm;
  return [
    { name: 'version', value: `${version}`, constraint: 'must be 3', met: version === 3 },
    {
      name: 'basicConstraints',
      value: isCa ? 'CA' : 'no CA',
      constraint: 'must not be a CA’s',
      met: !isCa,
    },
    {
      name: 'keyUsage',
      value: usages.join(', ') || 'none',
      constraint: 'must include digitalSignature',
      met: usages.includes('digitalSignature'),
    },
    {
      name: 'signature algorithm',
      value: name,
      constraint: 'must be of SHA-256 or stronger',
      met: hash === undefined ? signatureAlgorithm.scheme === 'ml-dsa' : !WEAK.has(hash),
    },
    {
      name: 'public key',
      value: keyText(publicKey),
      constraint: 'must be RSA of 2048 bits or more, EC or ML-DSA',
      met: isTaken(publicKey),
    },
  ];
}

const keyText = (key: Certificate['publicKey']): string =>
  'bits' in key ? `${key.kind} of ${key.bits} bits` : key.kind;

/** RSA's least length and the curves are not published (roles-anywhere.md 2.1). */
const isTaken = (key: Certificate['publicKey']): boolean =>
  key.kind === 'rsa' ? key.bits >= 2048 : key.kind === 'ec' || key.kind === 'ml-dsa';

const INSUFFICIENT = 'Untrusted certificate. Insufficient certificate';

export const certificateSufficient: Rule<SessionContext, 'rolesanywhere.certificate-sufficient'> = {
  id: 'rolesanywhere.certificate-sufficient',
  test: (context) => {
    const leaf = leafOf(context);
    const parameters = rowsOf(leaf);
    const broken = parameters.find(({ met }) => !met);
    return finding(
      { kind: 'constraints', parameters, paths: [`certificate:${leaf.id}/extensions`] },
      // Seen where digitalSignature was missing (roles-anywhere.md 5.1, row 2).
      broken && denied(INSUFFICIENT, broken.name === 'keyUsage' ? 'observed' : 'modelled'),
    );
  },
};

/** Both ends belong to the validity (RFC 5280, 4.1.2.5). What AWS answers outside it was not found. */
export const certificateCurrent: Rule<SessionContext, 'rolesanywhere.certificate-current'> = {
  id: 'rolesanywhere.certificate-current',
  test: (context) => {
    const { id, notBefore: from, notAfter: until } = leafOf(context);
    const at = context.world.now;
    return finding(
      { kind: 'window', at, from, until, paths: [`certificate:${id}/validity`, 'clock'] },
      at < from || at > until ? denied(INSUFFICIENT, 'modelled') : undefined,
    );
  },
};

const NO_ANCHOR = "Specified Trust Anchor wasn't found.";

export const anchorFound: Rule<SessionContext, 'rolesanywhere.anchor-found'> = {
  id: 'rolesanywhere.anchor-found',
  test: (context) => {
    const { trustAnchorArn } = context.act;
    const isFound = anchorIn(context) !== undefined;
    return finding(
      {
        kind: 'presence',
        wanted: [trustAnchorArn],
        missing: isFound ? [] : [trustAnchorArn],
        paths: [actField(context.act, 'trustAnchorArn'), actField(context.act, 'region')],
      },
      isFound ? undefined : denied(NO_ANCHOR, 'observed'),
    );
  },
};

/** With a disabled anchor requests are unauthorized (DisableTrustAnchor); the words are those for one that is not there. */
export const anchorEnabled: Rule<SessionContext, 'rolesanywhere.anchor-enabled'> = {
  id: 'rolesanywhere.anchor-enabled',
  test: (context) => {
    const { arn, name, enabled } = anchorOf(context);
    return finding(
      {
        kind: 'equality',
        what: name,
        expected: 'enabled',
        actual: enabled ? 'enabled' : 'disabled',
        paths: [`trust-anchor:${arn}/enabled`],
      },
      enabled ? undefined : denied(NO_ANCHOR, 'modelled'),
    );
  },
};

/** The path from the caller's certificate to the trust anchor. */
export const pathOf = (context: SessionContext): Path =>
  findPath({
    leaf: leafOf(context),
    offered: chainOf(context),
    anchors: anchorOf(context).source.certificates.flatMap(
      (id) => findCertificate(context.world, id) ?? [],
    ),
    material: promised(context.world.x509, 'where there is a certificate there is material'),
    at: context.world.now,
  });

export const pathTrusted: Rule<SessionContext, 'rolesanywhere.path-trusted'> = {
  id: 'rolesanywhere.path-trusted',
  test: (context) => {
    const { isTrusted, rows } = pathOf(context);
    return finding(
      {
        kind: 'constraints',
        parameters: rows,
        paths: [
          actField(context.act, 'certificate'),
          actField(context.act, 'chain'),
          `trust-anchor:${context.act.trustAnchorArn}/source`,
        ],
      },
      isTrusted ? undefined : denied('Untrusted signing certificate', 'observed'),
    );
  },
};

/**
 * The certificates of the path that an enabled list revokes. A list counts where its issuer's name and key are those of
 * the certificate's issuer; that it still counts after nextUpdate, and for intermediates too, is modelled.
 */
function revokedIn(context: SessionContext): readonly string[] {
  const { world } = context;
  const lists = crlsOf(world, anchorOf(context))
    .filter(({ enabled }) => enabled)
    .flatMap(({ list }) => findList(world, list) ?? []);
  const { certificates } = pathOf(context);
  return certificates.flatMap((certificate, index) => {
    const issuer = certificates[index + 1];
    if (!issuer) return [];
    const isListed = lists.some(
      (list) =>
        formatName(list.issuer) === formatName(certificate.issuer) &&
        world.x509?.verified.some(
          (one) => one.child === list.id && one.issuer === issuer.id && one.result === 'valid',
        ) &&
        list.revoked.some(({ serialNumber }) => serialNumber.hex === certificate.serialNumber.hex),
    );
    return isListed ? [certificate.serialNumber.hex] : [];
  });
}

/** No OCSP and no distribution point: only lists that were imported and enabled count (User Guide, revocation). */
export const notRevoked: Rule<SessionContext, 'rolesanywhere.not-revoked'> = {
  id: 'rolesanywhere.not-revoked',
  test: (context) => {
    const found = revokedIn(context);
    const crls = crlsOf(context.world, anchorOf(context));
    return finding(
      {
        kind: 'absence',
        found,
        paths: crls.map(({ arn }) => `crl:${arn}/enabled` as const),
      },
      found.length === 0 ? undefined : denied('Certificate revoked', 'observed'),
    );
  },
};
