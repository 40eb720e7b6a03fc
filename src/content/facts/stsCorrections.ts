import { anywhereStep, stsStep } from './correction.ts';
import type { Correction } from './correction.ts';

/** What is often written of sessions (exam.md 0 and 2). */

const documented = 'documented';

export const STS_CORRECTIONS: readonly Correction[] = [
  {
    id: 'duration-is-cut',
    often: 'Who asks for more than the role’s maximum gets the maximum.',
    does: 'The call fails and gives nothing.',
    source: 'sts.assume-role',
    basis: documented,
    shown: stsStep('twelve-hours-asked', 'assume-role.duration-within-role'),
  },
  {
    id: 'session-token-changes',
    often: 'GetSessionToken is for users with MFA, and gives them a role.',
    does: 'It gives the very same identity with the same permissions. A code is optional; the session then carries the proof of it.',
    source: 'sts.get-session-token',
    basis: documented,
    shown: stsStep('session-token-mfa', 'get-session.answer'),
  },
  {
    id: 'external-id-password',
    often: 'The external ID is a password.',
    does: 'AWS does not treat it as a secret. It tells for which customer the vendor works, and so stops a confused deputy.',
    source: 'iam.external-id',
    basis: documented,
    shown: stsStep('confused-deputy', 'for-mallory.assume-role-allowed'),
  },
  {
    id: 'role-adds',
    often: 'An assumed role adds to what one may do.',
    does: 'Only the role’s permissions count while one works as the role; one’s own are set aside.',
    source: 'iam.assumed-permissions',
    basis: documented,
  },
  {
    id: 'key-off-ends-sessions',
    often: 'Deactivating an access key ends the sessions that were opened with it.',
    does: 'The sessions live until they expire. Deny the user, or revoke the role’s sessions.',
    source: 'iam.temporary-control',
    basis: documented,
    shown: stsStep('leak-and-respond', 'with-user.answer'),
  },
];

export const ANYWHERE_CORRECTIONS: readonly Correction[] = [
  {
    id: 'profile-maps',
    often: 'The profile says which certificate gets which role.',
    does: 'The profile lists roles, and the caller names one of them. What ties a certificate to a role is a condition in the role’s trust policy.',
    source: 'rolesanywhere.trust-model',
    basis: documented,
    shown: anywhereStep('any-certificate', 'open-other.assume-role-allowed'),
  },
  {
    id: 'iot-certificates',
    often: 'IoT devices with certificates use Roles Anywhere.',
    does: 'They can. Things that are registered in AWS IoT Core have a credentials provider of their own, with role aliases.',
    source: 'iot.direct-calls',
    basis: documented,
  },
];
