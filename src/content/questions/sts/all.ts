import type { WrittenQuestion } from '../../question.ts';
import { ALONG_THE_CHAIN_QUESTIONS } from './alongTheChain.ts';
import { DEPUTY_QUESTIONS } from './deputy.ts';
import { DURATION_QUESTIONS } from './durations.ts';
import { IDENTITY_QUESTIONS } from './identity.ts';
import { IDENTITY_CENTER_QUESTIONS } from './identityCenter.ts';
import { MFA_QUESTIONS } from './mfa.ts';
import { OWN_SESSION_QUESTIONS } from './ownSession.ts';
import { REGION_QUESTIONS } from './regions.ts';
import { RESPONDING_QUESTIONS } from './responding.ts';
import { REVOKING_QUESTIONS } from './revoking.ts';
import { ROOT_QUESTIONS } from './root.ts';
import { SESSION_POLICY_QUESTIONS } from './sessionPolicies.ts';
import { TRUST_QUESTIONS } from './trust.ts';
import { TWO_CLOCKS_QUESTIONS } from './twoClocks.ts';

/** Questions about AWS STS, its sessions and what ends them. */
export const STS_QUESTIONS: readonly WrittenQuestion[] = [
  ...OWN_SESSION_QUESTIONS,
  ...MFA_QUESTIONS,
  ...IDENTITY_QUESTIONS,
  ...ROOT_QUESTIONS,
  ...IDENTITY_CENTER_QUESTIONS,
  ...DURATION_QUESTIONS,
  ...TWO_CLOCKS_QUESTIONS,
  ...TRUST_QUESTIONS,
  ...DEPUTY_QUESTIONS,
  ...SESSION_POLICY_QUESTIONS,
  ...ALONG_THE_CHAIN_QUESTIONS,
  ...REGION_QUESTIONS,
  ...REVOKING_QUESTIONS,
  ...RESPONDING_QUESTIONS,
];
