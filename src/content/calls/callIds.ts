import type { StsAct } from '#engine/sts/acts.ts';

/** The eleven operations of STS in the order learners meet them, and two that are not STS and often the answer. */
export const STS_CALLS = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'GetSessionToken',
  'GetFederationToken',
  'AssumeRoot',
  'GetWebIdentityToken',
  'GetDelegatedAccessToken',
  'GetCallerIdentity',
  'GetAccessKeyInfo',
  'DecodeAuthorizationMessage',
] as const;

export const OTHER_CALLS = ['CreateSession', 'GetRoleCredentials'] as const;

export const CALLS = [...STS_CALLS, ...OTHER_CALLS] as const;

export type StsCall = (typeof STS_CALLS)[number];
export type OtherCall = (typeof OTHER_CALLS)[number];
export type Call = (typeof CALLS)[number];

/** Whether a call is one of STS's own, which the engine plays. */
export const isStsCall = (call: Call): call is StsCall => STS_CALLS.some((each) => each === call);

/** The acts of a call. */
export type ActOf<Name extends StsCall> = Extract<StsAct, { readonly kind: `sts:${Name}` }>;
