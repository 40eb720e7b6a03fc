import type { WrittenQuestion } from '../../question.ts';

/** IAM Identity Center: its roles, its two clocks, and how its users are stopped. */
export const IDENTITY_CENTER_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'reserved-role',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A script and a role of Identity Center',
    skill: '4.1.1',
    traps: ['A15'],
    difficulty: 3,
    situation:
      'A publisher uses IAM Identity Center with an outside SAML provider. In an account there is the role AWSReservedSSO_Editors_0a1b2c3d4e5f6071. Mara’s script gets a SAML response from the provider and calls AssumeRoleWithSAML for this role.',
    stem: 'What happens?',
    source: 'sts.saml',
    options: [
      {
        id: 'portal',
        text: 'It works for as long as her portal session lasts',
        why: 'The portal’s session plays no part here. The call does not work on these roles.',
        belief: 'A sign-in to the portal covers scripts as well.',
      },
      {
        id: 'session',
        text: 'It works, for the time that Identity Center has set',
        why: 'It does not work at all. So nobody gets around the duration of the permission set.',
        belief: 'Roles of Identity Center are ordinary SAML roles.',
      },
      {
        id: 'trust',
        text: 'It works once the trust policy names her provider',
        why: 'These roles cannot be edited in IAM: Identity Center owns them.',
        belief: 'The trust policy of each role can be edited in IAM.',
      },
      {
        id: 'refused',
        text: 'It fails: only Identity Center can assume this role',
        why: 'AssumeRoleWithSAML does not work on the roles that Identity Center makes. Mara signs in through it.',
      },
    ],
    key: 'refused',
  },
  {
    id: 'portal-eight-hours',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'Eight hours in the access portal',
    skill: '4.1.1',
    traps: ['B8'],
    difficulty: 2,
    situation:
      'A studio sets the session of its access portal to eight hours. The permission set Render was never changed. Ari signs in at 08:00 and at once takes credentials for Render from the portal.',
    stem: 'How long do these credentials work?',
    source: 'sso.session-duration',
    options: [
      {
        id: 'quarter',
        text: '15 minutes',
        why: 'Fifteen minutes is the least that AssumeRole can be asked for. It is no default of a permission set.',
        belief: 'The portal hands out the shortest sessions there are.',
      },
      {
        id: 'hour',
        text: '1 hour',
        why: 'The permission set has a duration of its own, and its default is one hour.',
      },
      {
        id: 'eight',
        text: '8 hours',
        why: 'Eight hours is how long Ari can take new credentials without another sign-in.',
        belief: 'The portal’s session is the session in AWS.',
      },
      {
        id: 'twelve',
        text: '12 hours',
        why: 'Twelve hours are the most that a permission set can be given.',
        belief: 'A permission set lasts as long as it possibly can.',
      },
    ],
    key: 'hour',
  },
  {
    id: 'portal-session-deleted',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'The portal session is deleted',
    skill: '4.1.3',
    traps: ['B8', 'D7'],
    difficulty: 3,
    situation:
      'At 09:00 a contractor takes credentials from the access portal of a bank. The permission set lasts four hours. At 09:30 an administrator deletes his portal session and does nothing else.',
    stem: 'Until when do his credentials work?',
    deciding: ['does nothing else'],
    source: 'sso.revoke',
    options: [
      {
        id: 'at-once',
        text: '09:30',
        why: 'The portal’s session is gone at 09:30. The session of the role is another thing and lives on.',
        belief: 'Deleting the portal session ends what came out of it.',
      },
      {
        id: 'default',
        text: '10:00',
        why: 'One hour is the default of a permission set. This one has four.',
        belief: 'Sessions of Identity Center last an hour.',
      },
      {
        id: 'grace',
        text: '10:30',
        why: 'Nothing gives the credentials an hour of grace. They simply keep the end they were issued with.',
        belief: 'A role’s session dies an hour after its portal session.',
      },
      {
        id: 'own-end',
        text: '13:00',
        why: 'A role’s session runs until its own end, four hours after it was taken. Stopping it earlier takes a policy that denies.',
      },
    ],
    key: 'own-end',
  },
  {
    id: 'compromised-user',
    version: 1,
    type: 'ordering',
    topic: 'sts',
    title: 'A compromised user of Identity Center',
    skill: '4.1.1',
    traps: ['D7'],
    difficulty: 3,
    situation:
      'A thief holds the sign-in of an Identity Center user and has open sessions of her roles. The directory is that of Identity Center itself. Years ago the team attached an SCP whose deny lists no user ID yet. AWS’s procedure stops the use of open sessions before it ends sign-ins.',
    stem: 'In which order does the team act?',
    deciding: ['stops the use of open sessions before it ends sign-ins'],
    source: 'sso.revoke',
    steps: [
      {
        id: 'scp',
        text: 'Put her user ID into the deny of the SCP',
        why: 'This takes effect on sessions that are open, so it comes before everything else.',
      },
      {
        id: 'assignments',
        text: 'Remove her assignments to accounts',
        why: 'It keeps new sessions of roles from being taken, once the open ones are denied.',
      },
      {
        id: 'portal',
        text: 'Delete her sessions of the access portal',
        why: 'It ends the sign-ins that are open, after the roles are out of reach.',
      },
      {
        id: 'disable',
        text: 'Disable the user in Identity Center',
        why: 'It closes the door behind the deleted sessions, and ends AWS’s procedure.',
      },
    ],
    others: [
      {
        id: 'inline',
        text: 'Attach a deny to her roles in IAM',
        why: 'The roles of Identity Center cannot be edited in IAM.',
        belief: 'Every role can be revoked on its page in IAM.',
      },
    ],
  },
];
