import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** What ends a session’s power, and what does not. */
export const REVOKING_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'cancel-a-session',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A session that must end at once',
    skill: '4.2.5',
    traps: ['D1'],
    difficulty: 1,
    situation:
      'At 14:00 a role’s session of a bus company is stolen. It ends at 20:00. The team wants it to be worth nothing from now on.',
    stem: 'What can the team do?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'delete',
        text: 'Delete the session’s access key in IAM',
        why: 'IAM does not list the keys of sessions. There is nothing to delete.',
        belief: 'A temporary key can be deleted like a long-term key.',
      },
      {
        id: 'deny',
        text: 'Attach a deny for this session to its role',
        why: 'Permissions are looked at with each request. The session stays valid and can do nothing any more.',
      },
      {
        id: 'sts',
        text: 'Ask STS to invalidate the token of the session',
        why: 'STS has no operation for that. Nothing invalidates temporary credentials before their end.',
        belief: 'STS can take a token back.',
      },
      {
        id: 'duration',
        text: 'Lower the role’s maximum duration to one hour',
        why: 'The maximum counts for calls to come. The end of this session is fixed.',
        belief: 'A shorter maximum shortens open sessions.',
      },
    ],
    key: 'deny',
    shows: seen('leak-and-respond', 'with-role.allowed', { role: 'revoked' }),
  },
  {
    id: 'back-after-a-minute',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'Back after a minute',
    skill: '4.2.5',
    traps: ['D2'],
    difficulty: 2,
    situation:
      'A thief uses a session of the role Restore and still has the access key that may take it. At 10:00 the team chooses “Revoke active sessions” on the role’s page and does nothing else.',
    stem: 'What can the thief do at 10:05?',
    deciding: ['still has the access key'],
    source: 'iam.revoke-sessions',
    options: [
      {
        id: 'old',
        text: 'Go on with the old session until it ends',
        why: 'The old session was issued before 10:00, and the new policy denies everything to it.',
        belief: 'Revoking counts for sessions to come.',
      },
      {
        id: 'nothing',
        text: 'Nothing, since the role is locked',
        why: 'The role is not locked. Honest users must be able to come back, so sessions issued later work.',
        belief: 'Revoking sessions locks the role.',
      },
      {
        id: 'new',
        text: 'Take the role again and work on',
        why: 'The deny is for sessions issued before 10:00. A new one is issued later, and the access key may still ask for it.',
      },
      {
        id: 'key',
        text: 'Nothing, since the access key is off',
        why: 'Revoking sessions of a role does not touch the key of a user.',
        misconception: 'revoking-disables-keys',
      },
    ],
    key: 'new',
    shows: seen('leak-and-respond', 'with-new.allowed', {
      user: 'nothing',
      role: 'revoked',
      last: 'again',
    }),
  },
  {
    id: 'trust-policy-emptied',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'The thief is out of the trust policy',
    skill: '4.2.5',
    traps: ['D3'],
    difficulty: 2,
    situation:
      'A thief got a session of the role Restore at 09:00. It ends at 17:00. At 10:00 the team removes the thief’s user from the role’s trust policy. It changes nothing else.',
    stem: 'Until when can the thief use the session?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'ten',
        text: '10:00',
        why: 'The trust policy is asked when a role is taken. It is not asked for each request of a session.',
        belief: 'Who is no longer trusted loses the sessions, too.',
      },
      {
        id: 'minutes',
        text: '10:15',
        why: 'No refresh after 15 minutes asks the trust policy again.',
        belief: 'Trust is checked anew every quarter of an hour.',
      },
      {
        id: 'hour',
        text: '11:00',
        why: 'Nothing gives open sessions an hour. Their end stays as it was issued.',
        belief: 'After a change of trust open sessions have an hour left.',
      },
      {
        id: 'end',
        text: '17:00',
        why: 'Trust is checked at the door. The session is inside, and only its permissions can stop it before its end.',
      },
    ],
    key: 'end',
    shows: seen('leak-and-respond', 'with-role.allowed', { role: 'distrusted' }),
  },
  {
    id: 'key-off-session-on',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'The key is off at 09:30',
    skill: '4.2.5',
    traps: ['D4'],
    difficulty: 2,
    situation:
      'At 09:00 a thief with an IAM user’s access key calls GetSessionToken. The session may last 12 hours. At 09:30 the team deactivates the access key. The user’s policies stay as they are.',
    stem: 'What can the thief do at 10:00?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'all',
        text: 'Sign with the session and with the key',
        why: 'The key itself is refused. The session is what is left.',
        belief: 'Deactivating a key takes effect for new programs only.',
      },
      {
        id: 'session',
        text: 'Sign with the session, as the user',
        why: 'The session’s power comes from the user’s policies and not from the key. Only a deny there would stop it.',
      },
      {
        id: 'key',
        text: 'Get a new session with the key',
        why: 'STS refuses a key that is not active.',
        belief: 'STS takes inactive keys as long as a session is open.',
      },
      {
        id: 'nothing',
        text: 'Nothing, as the session fell with the key',
        why: 'A session does not hang on the key that asked for it. It lives until its own end.',
        belief: 'Switching a key off ends the sessions it has opened.',
      },
    ],
    key: 'session',
    shows: seen('leak-and-respond', 'with-user.allowed', { last: 'user' }),
  },
  {
    id: 'deny-by-issue-time',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A deny by issue time',
    skill: '4.2.4',
    traps: ['D5'],
    difficulty: 3,
    situation:
      'An access key AKIA… of the IAM user Vera has leaked. The team attaches a deny to Vera: everything, if aws:TokenIssueTime is before 10:00 today. At 10:05 the thief signs a request with the key itself.',
    stem: 'What does the deny do?',
    deciding: ['AKIA', 'with the key itself'],
    source: 'iam.temporary-control',
    options: [
      {
        id: 'stops',
        text: 'It stops the request: the key is older than 10:00',
        why: 'The condition is about the time a token was issued. The age of a long-term key is not looked at.',
        belief: 'Keys have an issue time like sessions.',
      },
      {
        id: 'later',
        text: 'It misses the request: it was signed after 10:00',
        why: 'The time of signing plays no part. A session issued before 10:00 would be stopped whenever it signs.',
        belief: 'The issue time is the time of signing.',
      },
      {
        id: 'all',
        text: 'It stops the request: a deny on a user is for all',
        why: 'A deny applies when its condition is met. Here it is not.',
        belief: 'A deny with a date counts for all requests of a user.',
      },
      {
        id: 'misses',
        text: 'It misses the request: there is no token in it',
        why: 'Requests with a long-term key carry no issue time, so the condition is not met. The key has to be deactivated.',
      },
    ],
    key: 'misses',
  },
  {
    id: 'permission-removed',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A permission is removed',
    skill: '4.2.5',
    traps: ['D6'],
    difficulty: 1,
    situation:
      'A role of an art dealer allows s3:DeleteObject. Ten of its sessions are open, some for hours. At 15:00 an administrator removes that permission from the role.',
    stem: 'For which sessions does the change count, after a short delay?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'all',
        text: 'For those open now and those to come',
        why: 'Permissions are looked up with each request. So a session from the morning loses the permission as well.',
      },
      {
        id: 'new',
        text: 'For those to come, as open ones keep theirs',
        why: 'A session does not carry a copy of the role’s permissions.',
        belief: 'A session keeps the permissions it began with.',
      },
      {
        id: 'open',
        text: 'For those open now, until they are renewed',
        why: 'New sessions of the role have what the role has now, too.',
        belief: 'A new session brings back what was removed.',
      },
      {
        id: 'idle',
        text: 'For those that have not deleted anything yet',
        why: 'What a session did before plays no part in a decision.',
        belief: 'A permission that was used once is kept.',
      },
    ],
    key: 'all',
    shows: seen('twelve-hours-asked', 'upload.allowed', { maximum: '43200', change: 'permission' }),
  },
];
