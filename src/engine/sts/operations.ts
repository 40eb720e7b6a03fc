import type { RuleAbout } from '../rules.ts';
import type { StsAct } from './acts.ts';
import { actionAllowed, federationTagsAllowed, tokenTagsAllowed } from './actionRules.ts';
import { keyKnown, messageDecodable, outboundEnabled, tokenWithinSession } from './answerRules.ts';
import {
  grantAccessKeyInfo,
  grantCallerIdentity,
  grantDecodedMessage,
  grantWebIdentityToken,
} from './answers.ts';
import { ASSUME_ROLE_CHECKS } from './assumeRoleRules.ts';
import {
  callerAuthenticated,
  callerKind,
  signatureCurrent,
  signatureMatches,
} from './callerRules.ts';
import type { StsContext } from './context.ts';
import { tradeInCurrent, tradeInKnown } from './delegationRules.ts';
import { durationWithinRole } from './durations.ts';
import { endpointServes, regionActive } from './endpointRules.ts';
import { assertionComplete, federationAllowed } from './federationRules.ts';
import {
  keysAvailable,
  providerFound,
  tokenAudience,
  tokenCurrent,
  tokenReadable,
  tokenSigned,
  tokenUnrejected,
} from './identityRules.ts';
import type { Grant } from './issue.ts';
import { mfaProved } from './mfa.ts';
import { parametersValid } from './parametersRule.ts';
import { grantAssumeRole, grantWithSaml, grantWithWebIdentity } from './roleSessions.ts';
import { rootAccessCentral, taskKnown } from './rootRules.ts';
import { packedSize, sessionPoliciesValid } from './sessionPolicies.ts';
import { tagsConsistent } from './sessionRules.ts';
import {
  grantAssumeRoot,
  grantDelegatedToken,
  grantFederationToken,
  grantSessionToken,
} from './userSessions.ts';

/** The eleven operations of STS: their checks in the order they are made here, and what they give. AWS publishes no order (sts.md 1.6). */

export interface Operation<A extends StsAct> {
  readonly rules: readonly RuleAbout<StsContext<A>>[];
  readonly grant: (context: StsContext<A>) => Grant;
}

const SIGNED = [signatureCurrent, callerAuthenticated, signatureMatches, callerKind] as const;

type Operations = {
  readonly [Kind in StsAct['kind']]: Operation<Extract<StsAct, { kind: Kind }>>;
};

export const OPERATIONS: Operations = {
  'sts:AssumeRole': { rules: ASSUME_ROLE_CHECKS, grant: grantAssumeRole },
  'sts:AssumeRoleWithSAML': {
    rules: [
      parametersValid,
      regionActive,
      tokenReadable,
      providerFound,
      tokenSigned,
      tokenUnrejected,
      tokenAudience,
      tokenCurrent,
      assertionComplete,
      sessionPoliciesValid,
      tagsConsistent,
      federationAllowed,
      durationWithinRole,
      packedSize,
    ],
    grant: grantWithSaml,
  },
  'sts:AssumeRoleWithWebIdentity': {
    rules: [
      parametersValid,
      regionActive,
      tokenReadable,
      providerFound,
      keysAvailable,
      tokenSigned,
      tokenUnrejected,
      tokenAudience,
      tokenCurrent,
      sessionPoliciesValid,
      tagsConsistent,
      federationAllowed,
      durationWithinRole,
      packedSize,
    ],
    grant: grantWithWebIdentity,
  },
  'sts:AssumeRoot': {
    rules: [
      endpointServes,
      parametersValid,
      ...SIGNED,
      regionActive,
      taskKnown,
      rootAccessCentral,
      actionAllowed,
    ],
    grant: grantAssumeRoot,
  },
  'sts:DecodeAuthorizationMessage': {
    rules: [parametersValid, ...SIGNED, actionAllowed, messageDecodable],
    grant: grantDecodedMessage,
  },
  'sts:GetAccessKeyInfo': {
    rules: [parametersValid, ...SIGNED, actionAllowed, keyKnown],
    grant: grantAccessKeyInfo,
  },
  'sts:GetCallerIdentity': {
    rules: [parametersValid, ...SIGNED],
    grant: grantCallerIdentity,
  },
  'sts:GetDelegatedAccessToken': {
    rules: [parametersValid, ...SIGNED, actionAllowed, tradeInKnown, regionActive, tradeInCurrent],
    grant: grantDelegatedToken,
  },
  'sts:GetFederationToken': {
    rules: [
      parametersValid,
      ...SIGNED,
      regionActive,
      sessionPoliciesValid,
      tagsConsistent,
      actionAllowed,
      federationTagsAllowed,
      packedSize,
    ],
    grant: grantFederationToken,
  },
  'sts:GetSessionToken': {
    rules: [parametersValid, ...SIGNED, regionActive, mfaProved],
    grant: grantSessionToken,
  },
  'sts:GetWebIdentityToken': {
    rules: [
      endpointServes,
      parametersValid,
      ...SIGNED,
      outboundEnabled,
      actionAllowed,
      tokenTagsAllowed,
      tokenWithinSession,
    ],
    grant: grantWebIdentityToken,
  },
};

/** What an operation checks and gives. */
export const operationOf = <A extends StsAct>(act: A): Operation<A> =>
  // The operation under a kind takes acts of that kind.
  OPERATIONS[act.kind] as unknown as Operation<A>;
