import type { WrittenQuestion } from '../../question.ts';

/** Who decides how long a session of Roles Anywhere lasts. */
export const SESSION_LENGTH_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'profile-request-role',
    version: 1,
    type: 'choice',
    topic: 'rolesanywhere',
    title: 'Three durations on the way to a session',
    skill: '4.2.1',
    traps: ['B9'],
    difficulty: 3,
    situation:
      'A mill’s server calls CreateSession of Roles Anywhere and asks for four hours. Its profile says eight hours. The role has a maximum session duration of two hours.',
    stem: 'What does the server get?',
    source: 'rolesanywhere.create-session',
    options: [
      {
        id: 'nothing',
        text: 'An error',
        why: 'The smaller of profile and request counts, which is four hours. The role allows two, so the call fails.',
      },
      {
        id: 'hour',
        text: 'A session of 1 hour',
        why: 'One hour is the default of a profile, and this profile was given eight.',
        belief: 'Roles Anywhere falls back to its default when durations disagree.',
      },
      {
        id: 'two',
        text: 'A session of 2 hours',
        why: 'Profile and request are compared with each other. The role’s maximum does not cut the result but is held against it.',
        belief: 'Roles Anywhere cuts a session to what the role allows.',
      },
      {
        id: 'four',
        text: 'A session of 4 hours',
        why: 'Four hours is what would be asked of STS, and the role’s maximum forbids it.',
        belief: 'The smaller of profile and request is given in any case.',
      },
    ],
    key: 'nothing',
  },
  {
    id: 'profile-and-request',
    version: 1,
    type: 'choice',
    topic: 'rolesanywhere',
    title: 'A profile of two hours',
    skill: '4.2.1',
    traps: ['B9'],
    difficulty: 2,
    situation:
      'A profile of Roles Anywhere has a duration of two hours. The role behind it allows 12. A printer’s certificate is used to call CreateSession with a request for six hours.',
    stem: 'How long does the session last?',
    source: 'rolesanywhere.create-session',
    options: [
      {
        id: 'hour',
        text: '1 hour',
        why: 'One hour is the default duration of a profile. This one was changed.',
        belief: 'Sessions of Roles Anywhere last an hour.',
      },
      {
        id: 'two',
        text: '2 hours',
        why: 'The smaller of the profile’s and the request’s durations counts, and the role allows it.',
      },
      {
        id: 'six',
        text: '6 hours',
        why: 'The profile is smaller than what the request asks for.',
        belief: 'The request outweighs the profile.',
      },
      {
        id: 'twelve',
        text: '12 hours',
        why: 'The role’s maximum has to be respected. Nobody is given it for that.',
        belief: 'A session lasts as long as its role allows.',
      },
    ],
    key: 'two',
  },
];
