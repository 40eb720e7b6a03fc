import type { WrittenQuestion } from '../../question.ts';

/** Sessions with two clocks: a console’s, a SAML response’s. */
export const TWO_CLOCKS_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'console-for-a-night',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A console for the night shift',
    skill: '4.1.2',
    traps: ['B6'],
    difficulty: 3,
    situation:
      'A broker works with a role’s session. With it the broker calls AssumeRole for a second role, Night, and gets a session of one hour. It passes that to the federation endpoint and leaves SessionDuration out. Night allows sessions of up to 12 hours.',
    stem: 'How long does the console session last?',
    deciding: ['leaves SessionDuration out'],
    source: 'iam.console-federation',
    options: [
      {
        id: 'quarter',
        text: '15 minutes',
        why: 'Fifteen minutes is how long the sign-in URL may be opened. The console session begins then.',
        misconception: 'consoles-end-with-their-url',
      },
      {
        id: 'hour',
        text: '1 hour',
        why: 'With a chained role the endpoint accepts no SessionDuration, and without it an hour is given.',
      },
      {
        id: 'eight',
        text: '8 hours',
        why: 'Nobody asked for eight hours. The endpoint does not make up a working day.',
        misconception: 'consoles-last-a-working-day',
      },
      {
        id: 'twelve',
        text: '12 hours',
        why: 'Twelve hours can be asked for with SessionDuration, for a role that was taken without a chain.',
        misconception: 'consoles-last-twelve-hours',
      },
    ],
    key: 'hour',
  },
  {
    id: 'console-by-url',
    version: 1,
    type: 'ordering',
    topic: 'sts',
    title: 'A console without an IAM user',
    skill: '4.1.1',
    traps: ['B6'],
    difficulty: 3,
    situation:
      'An orchestra’s intranet lets its librarians into the AWS console, though they have no IAM users. The intranet’s server has an IAM user’s key and may take the role Scores.',
    stem: 'In which order does a librarian get into the console?',
    source: 'iam.console-federation',
    steps: [
      {
        id: 'assume',
        text: 'The server calls AssumeRole for Scores',
        why: 'Everything else needs the credentials of a session.',
      },
      {
        id: 'token',
        text: 'The server gets a sign-in token from the federation endpoint',
        why: 'It shows the credentials of the session there.',
      },
      {
        id: 'url',
        text: 'The server builds a login URL with the sign-in token',
        why: 'The token is a part of the URL.',
      },
      {
        id: 'open',
        text: 'The librarian’s browser opens the URL within 15 minutes',
        why: 'A sign-in URL is good for 15 minutes after it was made.',
      },
    ],
    others: [
      {
        id: 'password',
        text: 'The librarian types the password of the server’s user',
        why: 'No password is used: the sign-in token takes its place.',
        belief: 'Nobody gets into the console without a password.',
      },
      {
        id: 'session',
        text: 'The server calls GetSessionToken with the role’s session',
        why: 'A session of a role cannot call GetSessionToken, and the federation endpoint takes it as it is.',
        belief: 'The console wants a session from GetSessionToken.',
      },
    ],
  },
  {
    id: 'saml-ends-early',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A response with an end',
    skill: '4.1.2',
    traps: ['B7'],
    difficulty: 2,
    situation:
      'At 09:04 Nora brings a SAML response to STS and asks for 15 minutes. The role allows four hours. The response says SessionNotOnOrAfter 09:40.',
    stem: 'When does her session end?',
    source: 'sts.saml',
    options: [
      {
        id: 'asked',
        text: '09:19',
        why: 'The session ends at the earlier of the two: what she asks for and what the response allows.',
      },
      {
        id: 'response',
        text: '09:40',
        why: 'The response sets the latest end. What she asks for is over before.',
        misconception: 'responses-set-the-end',
      },
      {
        id: 'default',
        text: '10:04',
        why: 'One hour is given when nobody asks and the response does not say. She asks for less.',
        misconception: 'every-session-lasts-an-hour',
      },
      {
        id: 'role',
        text: '13:04',
        why: 'The role’s maximum says what one may ask for, and she asks for less.',
        misconception: 'roles-set-the-length',
      },
    ],
    key: 'asked',
  },
  {
    id: 'sources-of-a-long-console',
    version: 1,
    type: 'response',
    topic: 'sts',
    title: 'A console of eight hours',
    skill: '4.1.2',
    traps: ['B6'],
    difficulty: 3,
    situation:
      'A broker asks the federation endpoint for a console session and passes a SessionDuration of eight hours. Five kinds of credentials are tried.',
    stem: 'For which credentials does the endpoint accept that?',
    source: 'iam.console-federation',
    options: [
      {
        id: 'role',
        text: 'Of AssumeRole, called with a user’s key',
        why: 'SessionDuration goes with credentials of the AssumeRole operations.',
      },
      {
        id: 'chained',
        text: 'Of AssumeRole, called with a role’s session',
        why: 'With a chained role the endpoint refuses SessionDuration. Without it an hour is given.',
        belief: 'A console session gets around the hour of role chaining.',
      },
      {
        id: 'saml',
        text: 'Of AssumeRoleWithSAML, for a first role',
        why: 'It is one of the AssumeRole operations, and a first role is no chain.',
      },
      {
        id: 'federation',
        text: 'Of GetFederationToken, called with a user’s key',
        why: 'Their own DurationSeconds counts. A SessionDuration makes the request fail.',
        belief: 'SessionDuration goes with each kind of credentials.',
      },
      {
        id: 'web',
        text: 'Of AssumeRoleWithWebIdentity, for a first role',
        why: 'A token of a provider leads straight to the role, so there is no chain.',
      },
    ],
    keys: ['role', 'saml', 'web'],
  },
  {
    id: 'what-sets-the-length',
    version: 1,
    type: 'matching',
    topic: 'sts',
    title: 'Four clocks',
    skill: '4.1.1',
    traps: ['B6', 'B7', 'B8'],
    difficulty: 2,
    situation:
      'A wind farm’s people reach AWS in four ways. For each the team wants to know where the length is set.',
    stem: 'What sets the length of each session?',
    source: 'sts.comparison',
    prompts: [
      {
        id: 'console',
        text: 'A console session by way of the federation endpoint',
        key: 'session-duration',
        why: 'The endpoint takes a SessionDuration of its own for credentials of AssumeRole.',
      },
      {
        id: 'saml',
        text: 'A session from AssumeRoleWithSAML',
        key: 'earlier',
        why: 'The shorter of what the call asks and what the response allows counts.',
      },
      {
        id: 'set',
        text: 'A role’s session of Identity Center',
        key: 'permission-set',
        why: 'The permission set has a duration of its own, from 1 to 12 hours.',
      },
      {
        id: 'portal',
        text: 'A sign-in to the access portal',
        key: 'portal',
        why: 'The portal’s session is a setting of Identity Center, apart from permission sets.',
      },
    ],
    responses: [
      { id: 'session-duration', text: 'SessionDuration' },
      { id: 'earlier', text: 'DurationSeconds or SessionNotOnOrAfter' },
      { id: 'permission-set', text: 'The permission set’s duration' },
      { id: 'portal', text: 'The portal’s session setting' },
      {
        id: 'key',
        text: 'The age of an access key',
        why: 'Access keys of users have no end of their own, and none of these hangs on one.',
        belief: 'A session ends when its key is too old.',
      },
    ],
  },
];
