import { accountOf, parseArn } from '../arn.ts';
import { rolesAnywhereError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { promised } from '../never.ts';
import { seconds } from '../time.ts';
import type { Seconds } from '../time.ts';
import type { HttpCall } from '../wire/http.ts';
import { findRole } from '../world.ts';
import type { Role, World } from '../world.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Basis } from '../basis.ts';
import type { CreateSession } from './acts.ts';
import { findAnchor, findCertificate, findProfile } from './find.ts';
import type { Profile, TrustAnchor } from './resources.ts';

/** What Roles Anywhere knows when it checks a CreateSession. */
export interface SessionContext {
  readonly world: World;
  readonly act: CreateSession;
  /** The request as it was sent. */
  readonly call: HttpCall;
  /** Whether it came from outside: then only a signature that was verified counts. */
  readonly arrived?: true;
}

/** A request in its world, whatever was sent. */
export type Asked = Pick<SessionContext, 'world' | 'act'>;

/** A refusal as nearly all of them are: 403 and one sentence (roles-anywhere.md 5.1). */
export const denied = (message: string, wording: Basis): AwsError =>
  rolesAnywhereError('AccessDeniedException', message, wording);

/** The certificate that was sent; the first rule has found it. */
export const leafOf = ({ world, act }: Asked): Certificate =>
  promised(findCertificate(world, act.certificate), 'rolesanywhere.request-valid found it');

/** The certificates that were sent beside it. */
export const chainOf = ({ world, act }: Asked): readonly Certificate[] =>
  act.chain.flatMap((id) => findCertificate(world, id) ?? []);

const isOf = (arn: string, region: string): boolean => parseArn(arn)?.region === region;

/** The trust anchor that is named, where the Region of the endpoint has it. */
export const anchorIn = ({ world, act }: Asked): TrustAnchor | undefined =>
  isOf(act.trustAnchorArn, act.region) ? findAnchor(world, act.trustAnchorArn) : undefined;

/** The trust anchor; a rule has found it. */
export const anchorOf = (context: SessionContext): TrustAnchor =>
  promised(anchorIn(context), 'rolesanywhere.anchor-found passed');

/** The profile that is named, where it is of the trust anchor's account and of the endpoint's Region. */
export const profileIn = ({ world, act }: SessionContext): Profile | undefined =>
  isOf(act.profileArn, act.region) && accountOf(act.profileArn) === accountOf(act.trustAnchorArn)
    ? findProfile(world, act.profileArn)
    : undefined;

/** The profile; a rule has found it. */
export const profileOf = (context: SessionContext): Profile =>
  promised(profileIn(context), 'rolesanywhere.profile-found passed');

/** The role that is asked for, where it is one of the trust anchor's account. */
export const roleIn = ({ world, act }: SessionContext): Role | undefined =>
  accountOf(act.roleArn) === accountOf(act.trustAnchorArn)
    ? findRole(world, act.roleArn)
    : undefined;

/** How long the session is to be: the shorter of what the profile says and what is asked for (User Guide, CreateSession). */
export const durationOf = (context: SessionContext): Seconds => {
  const { durationSeconds } = profileOf(context);
  return seconds(Math.min(durationSeconds, context.act.durationSeconds ?? durationSeconds));
};

/** The session's name: the serial number in hex, unless the request brings a name. How odd numbers are padded is modelled. */
export const sessionNameOf = (context: SessionContext): string =>
  context.act.roleSessionName ?? leafOf(context).serialNumber.hex;
