import type { Dated, PartyId } from '../act.ts';
import type { Seconds } from '../time.ts';
import type { Fingerprint } from '../x509/certificate.ts';
import type { ResourceChange } from './resourceChange.ts';

/** CreateSession: a certificate and a signature made with its key, for credentials of a role (roles-anywhere.md 3). */
export interface CreateSession extends Dated {
  readonly kind: 'rolesanywhere:CreateSession';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly region: string;
  /** Left out: the Regional endpoint. */
  readonly endpoint?: 'dual-stack' | 'fips';
  readonly certificate: Fingerprint;
  /** What X-Amz-X509-Chain carries, in its order; the header is left out where there is none. */
  readonly chain: readonly Fingerprint[];
  readonly trustAnchorArn: string;
  readonly profileArn: string;
  readonly roleArn: string;
  /** Left out: the profile's. */
  readonly durationSeconds?: Seconds;
  /** Left out: the certificate's serial number in hex. */
  readonly roleSessionName?: string;
  /** The certificate whose private key signs, where that is not the one that is sent. */
  readonly signedWith?: Fingerprint;
  /** What the caller asked for and signed, where the request was changed on its way. */
  readonly signedAs?: Pick<CreateSession, 'durationSeconds'>;
}

/** An administrator changes something of Roles Anywhere. */
export interface ChangeRolesAnywhere extends Dated {
  readonly kind: 'rolesanywhere:change';
  readonly by: PartyId;
  readonly change: ResourceChange;
}

export type RolesAnywhereAct = CreateSession | ChangeRolesAnywhere;
