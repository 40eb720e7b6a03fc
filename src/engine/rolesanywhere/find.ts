import { accountOf } from '../arn.ts';
import type { Certificate, CertificateList, Fingerprint } from '../x509/certificate.ts';
import type { World } from '../world.ts';
import { NO_RESOURCES } from './resources.ts';
import type { Crl, Profile, RolesAnywhere, TrustAnchor } from './resources.ts';

/** Resources and certificates looked up by texts that may be anything a request says. */

const own = <T>(things: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(things, name) ? things[name] : undefined;

/** What an account has of Roles Anywhere. */
export const resourcesOf = (world: World, account: string): RolesAnywhere =>
  own(world.accounts, account)?.rolesAnywhere ?? NO_RESOURCES;

/** A trust anchor by ARN; undefined when there is none. */
export const findAnchor = (world: World, arn: string): TrustAnchor | undefined =>
  own(resourcesOf(world, accountOf(arn)).trustAnchors, arn);

/** A profile by ARN; undefined when there is none. */
export const findProfile = (world: World, arn: string): Profile | undefined =>
  own(resourcesOf(world, accountOf(arn)).profiles, arn);

/** The revocation lists imported for a trust anchor. */
export const crlsOf = (world: World, { arn }: TrustAnchor): readonly Crl[] =>
  Object.values(resourcesOf(world, accountOf(arn)).crls).filter(
    ({ trustAnchorArn }) => trustAnchorArn === arn,
  );

/** A certificate by fingerprint; undefined when the world has none such. */
export const findCertificate = (world: World, id: Fingerprint): Certificate | undefined =>
  world.x509?.certificates.find((certificate) => certificate.id === id);

/** A revocation list by fingerprint; undefined when the world has none such. */
export const findList = (world: World, id: Fingerprint): CertificateList | undefined =>
  world.x509?.lists.find((list) => list.id === id);

/** What a trust anchor, profile or CRL is called: `trust anchor factory`; its id where it is not there. */
export function resourceName(world: World, arn: string): string {
  const { trustAnchors, profiles, crls } = resourcesOf(world, accountOf(arn));
  const named = { ...trustAnchors, ...profiles, ...crls }[arn]?.name ?? arn.slice(-12);
  const kind = arn.split(':')[5]?.split('/')[0] ?? '';
  return `${KINDS[kind] ?? 'resource'} “${named}”`;
}

const KINDS: Readonly<Record<string, string>> = {
  'trust-anchor': 'trust anchor',
  profile: 'profile',
  crl: 'revocation list',
};
