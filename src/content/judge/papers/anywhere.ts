import { findCertificate } from '#engine/rolesanywhere/find.ts';
import { isoDate } from '#engine/time.ts';
import type { Account, World } from '#engine/world.ts';
import type { Certificate, X509Material } from '#engine/x509/certificate.ts';
import { formatName } from '#engine/x509/name.ts';

import { fieldRows } from '../../trial/fields.ts';
import { exactLength } from '../../words.ts';
import { listed, yesNo } from './paper.ts';
import type { Paper } from './paper.ts';

/** What IAM Roles Anywhere holds, and what the certificates say. */

const subjectOf = (world: World, id: string): string => {
  const certificate = findCertificate(world, id);
  return certificate ? formatName(certificate.subject) || 'no name' : id.slice(0, 12);
};

/** Trust anchors, profiles and revocation lists of an account. */
export function anywherePapers(world: World, { rolesAnywhere }: Account): readonly Paper[] {
  if (!rolesAnywhere) return [];
  const { trustAnchors, profiles, crls } = rolesAnywhere;
  return [
    ...Object.values(trustAnchors).map(({ arn, name, enabled, source }): Paper => ({
      title: `Trust anchor ${name}`,
      rows: [
        ['ARN', arn],
        ['Enabled', yesNo(enabled)],
        ['Certificates', listed(source.certificates.map((id) => subjectOf(world, id)))],
      ],
    })),
    ...Object.values(profiles).map((profile): Paper => ({
      title: `Profile ${profile.name}`,
      rows: [
        ['ARN', profile.arn],
        ['Enabled', yesNo(profile.enabled)],
        ['Roles', listed(profile.roleArns)],
        ['DurationSeconds', `${profile.durationSeconds} (${exactLength(profile.durationSeconds)})`],
        ['Accepts session names', yesNo(profile.acceptRoleSessionName)],
      ],
    })),
    ...Object.values(crls).map(({ name, enabled, trustAnchorArn, list }): Paper => ({
      title: `Revocation list ${name}`,
      rows: [
        ['Enabled', yesNo(enabled)],
        ['For the trust anchor', trustAnchorArn],
        ...listRows(world.x509, list),
      ],
    })),
  ];
}

/** The certificates of every trust anchor, each once. */
export const anchorCertificates = ({ accounts }: World): readonly string[] => [
  ...new Set(
    Object.values(accounts)
      .flatMap(({ rolesAnywhere }) => Object.values(rolesAnywhere?.trustAnchors ?? {}))
      .flatMap(({ source }) => source.certificates),
  ),
];

function listRows(material: X509Material | undefined, id: string): NonNullable<Paper['rows']> {
  const list = material?.lists.find((one) => one.id === id);
  if (!list) return [];
  return [
    ['Issuer', formatName(list.issuer)],
    ['Written', isoDate(list.thisUpdate)],
    ['Next one due', list.nextUpdate === undefined ? 'not said' : isoDate(list.nextUpdate)],
    ['Revoked serial numbers', listed(list.revoked.map(({ serialNumber }) => serialNumber.hex))],
  ];
}

/** Whose keys a certificate’s signature verifies with: nobody computes that by hand. */
const signersOf = (world: World, { id }: Certificate): string =>
  listed(
    (world.x509?.verified ?? [])
      .filter(({ child, result }) => child === id && result === 'valid')
      .map(({ issuer }) => subjectOf(world, issuer)),
    'none of those here',
  );

/** A certificate that came with the request, field by field. */
export function certificatePaper(world: World, id: string): Paper {
  const certificate = findCertificate(world, id);
  if (!certificate) return { title: 'A certificate that cannot be read' };
  return {
    title: formatName(certificate.subject) || 'A certificate without a name',
    rows: [
      ...fieldRows(certificate).map(({ name, value, isCritical }): readonly [string, string] => [
        isCritical === true ? `${name} (critical)` : name,
        value,
      ]),
      ['Its signature verifies with the key of', signersOf(world, certificate)],
    ],
  };
}
