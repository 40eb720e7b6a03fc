import type { AssumeRole } from '../act.ts';
import type { RuleAbout } from '../rules.ts';
import {
  callerAuthenticated,
  callerKind,
  signatureCurrent,
  signatureMatches,
} from './callerRules.ts';
import type { StsContext } from './context.ts';
import { durationWhenChained, durationWithinRole } from './durations.ts';
import { regionActive } from './endpointRules.ts';
import { mfaProved } from './mfa.ts';
import { parametersValid } from './parametersRule.ts';
import {
  assumeRoleAllowed,
  contextAllowed,
  sourceIdentityAllowed,
  tagSessionAllowed,
} from './permission.ts';
import { packedSize, sessionPoliciesValid } from './sessionPolicies.ts';
import { sourceIdentityKept, tagsConsistent } from './sessionRules.ts';

/** AssumeRole's checks. AWS publishes no order; this one is modelled (sts.md 1.6). */
export const ASSUME_ROLE_CHECKS: readonly RuleAbout<StsContext<AssumeRole>>[] = [
  parametersValid,
  signatureCurrent,
  callerAuthenticated,
  signatureMatches,
  callerKind,
  regionActive,
  mfaProved,
  sessionPoliciesValid,
  tagsConsistent,
  sourceIdentityKept,
  assumeRoleAllowed,
  tagSessionAllowed,
  sourceIdentityAllowed,
  contextAllowed,
  durationWhenChained,
  durationWithinRole,
  packedSize,
];

/** Those that every call passes, whatever it asks for. */
export const ASSUME_ROLE_RULES = ASSUME_ROLE_CHECKS.filter(({ applies }) => !applies);
