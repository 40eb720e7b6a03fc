import type { WrittenQuestion } from '../../question.ts';

/** Who decides how long a session of Roles Anywhere lasts. */
export const SESSION_LENGTH_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'profile-request-role',
    version: 2,
    type: 'choice',
    topic: 'rolesanywhere',
    title: 'Three durations on the way to a session',
    skill: '4.2.1',
    traps: ['B9'],
    difficulty: 3,
    situation:
      'A mill’s server calls CreateSession of Roles Anywhere and asks for two hours. Its profile says eight hours. The role has a maximum session duration of four hours.',
    stem: 'What does the server get?',
    source: 'rolesanywhere.create-session',
    options: [
      {
        id: 'nothing',
        text: 'An error',
        why: 'It would be an error if the smaller of request and profile were above the role’s maximum. Two hours are below it.',
        misconception: 'long-profiles-fail',
      },
      {
        id: 'two',
        text: 'A session of 2 hours',
        why: 'The smaller of profile and request counts, which is two hours. The role allows them.',
      },
      {
        id: 'four',
        text: 'A session of 4 hours',
        why: 'Four hours is what the role allows at most. Nobody asked for as much.',
        misconception: 'roles-set-the-length',
      },
      {
        id: 'eight',
        text: 'A session of 8 hours',
        why: 'The profile’s duration is an upper limit too. The request is below it.',
        misconception: 'profile-length-counts',
      },
    ],
    key: 'two',
  },
  {
    id: 'profile-and-request',
    version: 2,
    type: 'choice',
    topic: 'rolesanywhere',
    title: 'A profile of twelve hours',
    skill: '4.2.1',
    traps: ['B9'],
    difficulty: 2,
    situation:
      'A profile of Roles Anywhere has a duration of 12 hours. The role behind it has a maximum session duration of four hours. A printer’s certificate is used to call CreateSession with a request for six hours.',
    stem: 'How long does the session last?',
    source: 'rolesanywhere.create-session',
    options: [
      {
        id: 'four',
        text: '4 hours',
        why: 'Profile and request are compared with each other. The role’s maximum does not cut the result, it is held against it.',
        misconception: 'roles-set-the-length',
      },
      {
        id: 'six',
        text: '6 hours',
        why: 'Six hours is what would be asked of STS, and the role’s maximum forbids it.',
        misconception: 'smaller-is-given',
      },
      {
        id: 'twelve',
        text: '12 hours',
        why: 'The request is smaller than the profile, and even that is too long for the role.',
        misconception: 'profile-length-counts',
      },
      {
        id: 'no-session',
        text: 'There is no session',
        why: 'The smaller of profile and request is six hours. The role allows four, so the call fails.',
      },
    ],
    key: 'no-session',
  },
];
