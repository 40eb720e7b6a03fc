import type { WrittenQuestion } from '../../question.ts';

/** IAM Identity Center: its roles, its two clocks, and how its users are stopped. */
export const IDENTITY_CENTER_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'reserved-role',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A script and a role of Identity Center',
    skill: '4.1.1',
    traps: ['A15'],
    difficulty: 3,
    situation:
      'A publisher uses IAM Identity Center with an outside SAML provider. Portal sessions last eight hours there, and the permission set Editors two. Its role is AWSReservedSSO_Editors_0a1b2c3d4e5f6071. Mara’s script takes a SAML response from the provider to AssumeRoleWithSAML and asks for one hour of this role.',
    stem: 'What does STS give her?',
    deciding: ['AWSReservedSSO_Editors_0a1b2c3d4e5f6071'],
    source: 'sts.saml',
    options: [
      {
        id: 'refused',
        text: 'An error and no session',
        why: 'AssumeRoleWithSAML does not work on the roles that Identity Center makes. Mara signs in through it.',
      },
      {
        id: 'asked',
        text: 'A session of 1 hour',
        why: 'An ordinary SAML role would give her the hour. This role is for Identity Center alone.',
        belief: 'Roles of Identity Center are ordinary SAML roles.',
      },
      {
        id: 'session',
        text: 'A session of 2 hours',
        why: 'Two hours are what the permission set gives through Identity Center. The script goes another way.',
        belief: 'A permission set lengthens what a script asks for.',
      },
      {
        id: 'portal',
        text: 'A session of 8 hours',
        why: 'The portal’s session plays no part in a call to STS.',
        belief: 'A sign-in to the portal covers scripts as well.',
      },
    ],
    key: 'refused',
  },
  {
    id: 'portal-eight-hours',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'An evening at the access portal',
    skill: '4.1.1',
    traps: ['B8'],
    difficulty: 2,
    situation:
      'A studio sets the session of its access portal to 12 hours, and the permission set Render to eight. Ari signs in at 08:00. At 19:00 he takes credentials for Render from the portal.',
    stem: 'How long do these credentials work?',
    deciding: ['the permission set Render to eight'],
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
        why: 'The portal’s session has an hour left. The session of the role does not end with it.',
        belief: 'Credentials from the portal end with the portal’s session.',
      },
      {
        id: 'eight',
        text: '8 hours',
        why: 'The permission set has a duration of its own, and it counts from the moment of taking.',
      },
      {
        id: 'twelve',
        text: '12 hours',
        why: 'Twelve hours is how long Ari can take new credentials without another sign-in.',
        belief: 'The portal’s session is the session in AWS.',
      },
    ],
    key: 'eight',
  },
  {
    id: 'portal-session-deleted',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'The portal session is deleted',
    skill: '4.1.3',
    traps: ['B8', 'D7'],
    difficulty: 3,
    situation:
      'At 09:00 a contractor takes credentials from the access portal of a bank. Nobody has changed the duration of the permission set since it was made. His portal session would last until 13:00. At 09:30 an administrator deletes it and does nothing else.',
    stem: 'Until when do his credentials work?',
    deciding: ['Nobody has changed the duration of the permission set', 'does nothing else'],
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
        why: 'A permission set has one hour until somebody changes it. The role’s session runs to its own end.',
      },
      {
        id: 'grace',
        text: '10:30',
        why: 'Nothing gives the credentials an hour of grace. They simply keep the end they were issued with.',
        belief: 'A role’s session dies an hour after its portal session.',
      },
      {
        id: 'portal-end',
        text: '13:00',
        why: 'Until then he could have taken new credentials. Those that he has end by the permission set.',
        belief: 'Credentials last as long as the portal session would have.',
      },
    ],
    key: 'default',
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
