import type { ShutOut } from '#engine/api/shutOut.ts';

/** Why no policy can help a caller to a call: one sentence or two (sts.md 4). */
export const SHUT_OUT_WORDS: Record<ShutOut, string> = {
  'root-assumes-no-role': 'The root user assumes no roles, whatever policies say.',
  'federated-user':
    'A federated user may call nothing of IAM outside the console, and of AWS STS only GetCallerIdentity, whatever policies say.',
  'no-mfa':
    'GetSessionToken credentials may call IAM only if MFA opened them: then aws:MultiFactorAuthPresent is true in the request context.',
  session: 'AWS STS does not take the credentials of such a session for this operation.',
  'no-role-yet':
    'Before it has a role, this identity can make only its own AssumeRoleWith… call. For anything else it has nothing to sign with.',
  unsigned: 'AWS STS takes this operation signed only.',
  'other-kind': 'AWS STS does not take this kind of caller for this operation.',
};
