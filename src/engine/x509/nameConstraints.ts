import { isNameWithin } from './compareName.ts';
import type { Certificate } from './certificate.ts';
import { extensionOf } from './extension.ts';
import type { ExtensionValue, GeneralName } from './extension.ts';
import { formatName } from './name.ts';

/** Which names a CA may give (RFC 5280, 4.2.1.10). */

export type NameConstraints = Extract<ExtensionValue, { readonly kind: 'nameConstraints' }>;

type NameOf<K extends GeneralName['kind']> = Extract<GeneralName, { readonly kind: K }>;

/** A constraint on hosts: with a dot in front only what lies below it, otherwise also the host itself. */
const isHostBelow = (host: string, base: string): boolean =>
  base === '' || host.endsWith(base.startsWith('.') ? base : `.${base}`);

/** DNS names: the base and everything below it, whatever the case. */
function isDnsWithin({ value }: NameOf<'DNS'>, base: NameOf<'DNS'>): boolean {
  const [name, limit] = [value.toLowerCase(), base.value.toLowerCase()];
  return name === limit || isHostBelow(name, limit);
}

/** Hosts of mail addresses and URIs: exactly the base, or below it where the base starts with a dot. */
const isHostWithin = (host: string, base: string): boolean =>
  base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base;

function isEmailWithin({ value }: NameOf<'email'>, base: NameOf<'email'>): boolean {
  const split = (text: string) => {
    const at = text.lastIndexOf('@');
    return [text.slice(0, Math.max(0, at)), text.slice(at + 1).toLowerCase()] as const;
  };
  const [local, host] = split(value);
  const [wantedLocal, wantedHost] = split(base.value);
  // The part before the @ may matter to the mail server: it is compared as it is.
  if (base.value.includes('@')) return local === wantedLocal && host === wantedHost;
  return isHostWithin(host, wantedHost);
}

/** The host of a URI; undefined where it has none, or an address in its place. */
function hostOf(uri: string): string | undefined {
  const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return host === '' || host.startsWith('[') || /^[\d.]+$/.test(host)
    ? undefined
    : host.toLowerCase();
}

function isUriWithin({ value }: NameOf<'URI'>, base: NameOf<'URI'>): boolean {
  const host = hostOf(value);
  return host !== undefined && isHostWithin(host, base.value.toLowerCase());
}

/** Addresses: the base holds an address and a mask behind it, both as long as the name. */
function isAddressWithin({ octets }: NameOf<'IP'>, base: NameOf<'IP'>): boolean {
  if (base.octets.length !== 2 * octets.length || octets.length === 0) return false;
  const mask = BigInt(`0x${base.octets.slice(octets.length)}`);
  const network = BigInt(`0x${base.octets.slice(0, octets.length)}`);
  return (BigInt(`0x${octets}`) & mask) === (network & mask);
}

/** Whether a name lies within a subtree of its own kind; undefined for kinds nobody here can compare. */
function isWithin(name: GeneralName, base: GeneralName): boolean | undefined {
  if (name.kind === 'DNS' && base.kind === 'DNS') return isDnsWithin(name, base);
  if (name.kind === 'email' && base.kind === 'email') return isEmailWithin(name, base);
  if (name.kind === 'URI' && base.kind === 'URI') return isUriWithin(name, base);
  if (name.kind === 'IP' && base.kind === 'IP') return isAddressWithin(name, base);
  if (name.kind === 'Name' && base.kind === 'Name') return isNameWithin(name.value, base.value);
  return undefined;
}

/** Whether a name can be judged at all: a URI without a host cannot (RFC 5280, 4.2.1.10). */
const isJudgeable = (name: GeneralName): boolean =>
  ['DNS', 'email', 'IP', 'Name'].includes(name.kind) ||
  (name.kind === 'URI' && hostOf(name.value) !== undefined);

/** Why a name is not within the constraints; undefined where it is. */
export function nameRefusal(
  name: GeneralName,
  { permitted, excluded }: NameConstraints,
): 'excluded' | 'not permitted' | 'not comparable' | undefined {
  const ofKind = ({ kind }: GeneralName): boolean => kind === name.kind;
  const [allowed, refused] = [permitted.filter(ofKind), excluded.filter(ofKind)];
  if (allowed.length + refused.length === 0) return undefined;
  if (!isJudgeable(name)) return 'not comparable';
  if (refused.some((base) => isWithin(name, base))) return 'excluded';
  return allowed.length > 0 && !allowed.some((base) => isWithin(name, base))
    ? 'not permitted'
    : undefined;
}

/** The names of a certificate that constraints apply to: its subject, mail addresses in it, and its alternative names. */
export function constrainedNames(certificate: Certificate): readonly GeneralName[] {
  const { subject } = certificate;
  const emails = subject.flat().filter(({ short }) => short === 'emailAddress');
  return [
    ...(subject.length > 0 ? [{ kind: 'Name', value: subject } as const] : []),
    ...emails.map(({ value }) => ({ kind: 'email', value }) as const),
    ...(extensionOf(certificate, 'subjectAltName')?.names ?? []),
  ];
}

/** A name of any kind as OpenSSL prints it, such as `DNS:web-01.sim.example`. */
export function formatGeneralName(name: GeneralName): string {
  switch (name.kind) {
    case 'DNS':
    case 'email':
    case 'URI':
      return `${name.kind}:${name.value}`;
    case 'Name':
      return `DirName:${formatName(name.value)}`;
    case 'IP':
      return `IP:${formatAddress(name.octets)}`;
    case 'RID':
      return `RID:${name.oid}`;
    case 'otherName':
      return `otherName:${name.oid}`;
    case 'x400':
    case 'ediParty':
      return `${name.kind}:${name.der}`;
  }
}

/** Octets as an address: dotted for four, in groups for sixteen, with the mask behind a slash in a constraint. */
function formatAddress(octets: string): string {
  const parts = (width: number): readonly string[] =>
    octets.match(new RegExp(`.{${width}}`, 'g')) ?? [];
  const dotted = (bytes: readonly string[]) =>
    bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const grouped = (groups: readonly string[]) =>
    groups.map((group) => group.replace(/^0{1,3}/, '')).join(':');
  if (octets.length === 8) return dotted(parts(2));
  if (octets.length === 32) return grouped(parts(4));
  if (octets.length === 16) return `${dotted(parts(2).slice(0, 4))}/${dotted(parts(2).slice(4))}`;
  if (octets.length === 64) return `${grouped(parts(4).slice(0, 8))}/${grouped(parts(4).slice(8))}`;
  return octets;
}
