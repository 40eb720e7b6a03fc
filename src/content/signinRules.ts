import { secondsBetween } from '#engine/time.ts';

import type { RuleWordsOf } from './ruleText.ts';
import { shortLength, timeBeside } from './words.ts';

const SESSIONS: Readonly<Record<string, string>> = {
  user: 'a long-term key of a user',
  root: 'a long-term key of the root user',
  'user-session': 'a session from GetSessionToken',
  'root-session': 'a session of the root user',
  'role-session': 'a role session',
  'federated-user': 'a federated user’s session',
};

/** The checks of the federation endpoint in words. */
export const SIGNIN_RULES: RuleWordsOf<'signin'> = {
  'signin.credentials-alive': {
    name: 'credentials',
    says: ({ at, until }, passed) =>
      passed && until !== undefined
        ? {
            label: `the session has ${shortLength(secondsBetween(at, until))} left`,
            title: 'The session credentials are good',
            caption: 'The federation endpoint checks the session credentials and accepts them.',
            because: `The credentials live until ${timeBeside(until, at)}.`,
          }
        : {
            label: 'no live session credentials',
            title: 'There is no live session',
            caption: 'The federation endpoint wants credentials of a session that is still alive.',
            because:
              until === undefined
                ? 'The key is a long-term one or unknown; only a session has a session token.'
                : `The session ended at ${timeBeside(until, at)}.`,
          },
  },
  'signin.session-kind': {
    name: 'kind of session',
    says: ({ actual }, passed) => ({
      label: passed ? 'this kind of session may sign in' : 'this kind of session may not sign in',
      title: passed ? 'This session may open the console' : 'This session may not open the console',
      caption: passed
        ? 'The federation endpoint checks where the session comes from.'
        : 'The federation endpoint refuses because of where the session comes from.',
      because: `The credentials are ${SESSIONS[actual] ?? actual}; the endpoint takes role sessions and federated users.`,
    }),
  },
  'signin.duration-in-range': {
    name: 'console range',
    says: ({ parameters: [parameter] }, passed) => ({
      label: passed
        ? parameter?.value === ''
          ? 'no SessionDuration asked'
          : `SessionDuration ${parameter?.value ?? ''} s`
        : 'SessionDuration out of range',
      title: passed ? 'The length is within its limits' : 'The length is out of range',
      caption: 'The federation endpoint compares SessionDuration with its own limits.',
      because:
        parameter?.value === ''
          ? 'Left out, the console session lasts as long as the credentials.'
          : `SessionDuration is ${parameter?.value ?? ''}; 900 to 43200 will do, whatever the role’s maximum is.`,
    }),
  },
  'signin.duration-fits-session': {
    name: 'console length',
    says: (_, passed) => ({
      label: passed ? 'SessionDuration goes with this session' : 'no SessionDuration here',
      title: passed
        ? 'The request fits the session'
        : 'This session may not choose a console length',
      caption: passed
        ? 'The federation endpoint checks whether this session may ask for a length.'
        : 'The federation endpoint refuses SessionDuration for this session; left out, it would work.',
      because: passed
        ? 'A role session may ask for a length, unless it comes from role chaining.'
        : 'Federated users and chained role sessions may not ask for a length of their own.',
    }),
  },
  'signin.token-fresh': {
    name: 'sign-in URL',
    says: ({ at, until = at }, passed) =>
      passed
        ? {
            label: `the sign-in URL has ${shortLength(secondsBetween(at, until))} left`,
            title: 'The sign-in URL is fresh',
            caption: 'The sign-in page looks at the token in the URL and accepts it.',
            because: `The URL is good until ${timeBeside(until, at)}.`,
          }
        : {
            label: `the sign-in URL ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The sign-in URL came too late',
            caption: 'The sign-in page looks at the token in the URL and refuses it.',
            because: `The URL was good for 15 minutes at most, until ${timeBeside(until, at)}.`,
          },
  },
};
