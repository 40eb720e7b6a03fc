import type { AssumeRole, SignedToSts } from '../act.ts';
import type { AccountId } from '../arn.ts';
import { credentialsOf } from '../credentials.ts';
import { promised } from '../never.ts';
import type { RequestContext } from '../policy/context.ts';
import { principalAccount } from '../principal.ts';
import type { Verification } from '../sigv4/verification.ts';
import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { AccessKey, World } from '../world.ts';
import type { AssumeRoleWithSaml, AssumeRoleWithWebIdentity, StsAct } from './acts.ts';

/** What STS knows when it checks a call. */
export interface StsContext<A extends StsAct = StsAct> {
  readonly world: World;
  readonly act: A;
  /** What the request itself says of its signature; absent for a call its client signs as it should. */
  readonly received?: Received;
}

/** The signature of a request as it arrived. */
export interface Received {
  readonly date: Instant;
  readonly sessionToken?: string;
  /** Undefined where AWS knows no secret to verify with. */
  readonly verification?: Verification;
}

/** The calls that name a role. */
export type RoleAct = AssumeRole | AssumeRoleWithSaml | AssumeRoleWithWebIdentity;

/** The calls that are signed. */
export type SignedAct = Extract<StsAct, SignedToSts>;

/** The caller's key; the rules before have found it. */
export const callerKey = ({ world, act }: StsContext<SignedAct>): AccessKey =>
  promised(credentialsOf(world, act.credentials), 'sts.caller-authenticated found the key');

/** The caller's account. */
export const callerAccount = (context: StsContext<SignedAct>): AccountId =>
  promised(principalAccount(callerKey(context).owner), 'who has a key has an account');

/** The name of an operation: the act's kind without its service. */
export const actionOf = (act: StsAct): string => act.kind.slice('sts:'.length);

/** Where a call is answered from: the global endpoint stands in us-east-1 (IAM User Guide, STS endpoints). */
export const servingRegion = ({ endpoint, region }: StsAct): string =>
  endpoint === 'global' ? 'us-east-1' : region;

/** The condition keys any signed call to STS brings. */
export function requestKeys(context: StsContext<SignedAct>): RequestContext {
  const key = callerKey(context);
  return {
    ...regionKeys(context.act),
    ...(key.kind === 'temporary' && { 'aws:TokenIssueTime': isoDate(key.issuedAt) }),
  };
}

/** The condition key that every call brings. */
export const regionKeys = (act: StsAct): RequestContext => ({
  'aws:RequestedRegion': servingRegion(act),
});
