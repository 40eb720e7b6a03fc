import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** What ends a session’s power, and what does not. */
export const REVOKING_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'cancel-a-session',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A session that must end at once',
    skill: '4.2.5',
    traps: ['D1'],
    difficulty: 2,
    situation:
      'At 14:00 a role’s session of a bus company is stolen. It ends at 20:00. At 14:05 the team lowers the role’s maximum duration to one hour. At 14:10 it deletes the access key of the IAM user who opened the session. At 14:15 it denies the role everything for sessions issued before 14:15. The changes take effect at once.',
    stem: 'When can the thief do nothing more?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'key',
        text: 'At 14:10',
        why: 'The session has a key of its own. It does not hang on the user’s key that opened it.',
        belief: 'Deleting a key ends the sessions made with it.',
      },
      {
        id: 'deny',
        text: 'At 14:15',
        why: 'Permissions are looked at with each request. The session stays valid until 20:00 and can do nothing any more.',
      },
      {
        id: 'maximum',
        text: 'At 15:05',
        why: 'The maximum counts for calls to come. The end of this session is fixed.',
        belief: 'A shorter maximum shortens open sessions.',
      },
      {
        id: 'end',
        text: 'At 20:00',
        why: 'Nothing takes the credentials back before this moment. But what they may do can be taken away.',
        belief: 'Nothing reaches a session before its end.',
      },
    ],
    key: 'deny',
    shows: seen('leak-and-respond', 'with-role.allowed', { role: 'revoked' }),
  },
  {
    id: 'back-after-a-minute',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'Back after a minute',
    skill: '4.2.5',
    traps: ['D2'],
    difficulty: 3,
    situation:
      'A thief has an access key that may take the role Restore, and at 09:00 and 09:30 took it twice. At 10:00 the team chooses “Revoke active sessions” on the role’s page. At 10:05 the thief takes the role a third time. At 10:10 the team deactivates the access key. It does nothing else.',
    stem: 'How many of the three sessions can the thief still use at 10:15?',
    source: 'iam.revoke-sessions',
    options: [
      {
        id: 'zero',
        text: '0',
        why: 'The key is off, so there will be no fourth session. The third has a key of its own and was issued after 10:00.',
        belief: 'Switching a key off ends the sessions it has opened.',
      },
      {
        id: 'one',
        text: '1',
        why: 'The deny is for sessions issued before 10:00, which are two. The third was issued later and does not hang on the access key.',
      },
      {
        id: 'two',
        text: '2',
        why: 'The two older ones are denied whatever they try. Revoking looks back, not ahead.',
        belief: 'Revoking counts for sessions to come.',
      },
      {
        id: 'three',
        text: '3',
        why: 'Revoked sessions stay valid until their end, and may do nothing.',
        belief: 'Nothing reaches a session before its end.',
      },
    ],
    key: 'one',
    shows: seen('leak-and-respond', 'with-new.allowed', {
      user: 'nothing',
      role: 'revoked',
      last: 'again',
    }),
  },
  {
    id: 'trust-policy-emptied',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'The thief is out of the trust policy',
    skill: '4.2.5',
    traps: ['D3'],
    difficulty: 2,
    situation:
      'A thief got a session of the role Restore at 09:00. It ends at 11:00, and the thief takes the role again whenever a session has ended. At 10:00 the team removes the thief’s user from the role’s trust policy, and the change takes effect. It changes nothing else.',
    stem: 'Until when can the thief work with the role?',
    deciding: ['It ends at 11:00'],
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
        id: 'end',
        text: '11:00',
        why: 'The session is inside and goes on to its end. At 11:00 the thief knocks again, and the door is closed.',
      },
      {
        id: 'next-end',
        text: '13:00',
        why: 'A second session would end then. The trust policy is asked for it, and the user is not in it any more.',
        belief: 'Who has been let in once can renew.',
      },
    ],
    key: 'end',
    shows: seen('leak-and-respond', 'with-role.allowed', { role: 'distrusted' }),
  },
  {
    id: 'key-off-session-on',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'The key is off at 09:30',
    skill: '4.2.5',
    traps: ['D4'],
    difficulty: 2,
    situation:
      'At 09:00 a thief with an IAM user’s access key calls GetSessionToken, for 12 hours. At 09:30 the team deactivates the access key. At 09:40 it attaches a deny of everything to the user. Both changes take effect at once.',
    stem: 'With what can the thief sign a request that AWS allows, at 09:35 and at 09:45?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'never',
        text: 'At 09:35 with nothing, at 09:45 with nothing',
        why: 'A session does not hang on the key that asked for it. At 09:35 it still had the user’s permissions.',
        belief: 'Switching a key off ends the sessions it has opened.',
      },
      {
        id: 'session-then-nothing',
        text: 'At 09:35 with the session, at 09:45 with nothing',
        why: 'The session’s power comes from the user’s policies and not from the key. The deny there is what stops it.',
      },
      {
        id: 'session-both',
        text: 'At 09:35 with the session, at 09:45 with the session',
        why: 'The session has the user’s permissions of each moment. At 09:45 they are denied.',
        belief: 'A session keeps the permissions it began with.',
      },
      {
        id: 'key-then-session',
        text: 'At 09:35 with the key, at 09:45 with the session',
        why: 'A key that is not active signs nothing. At 09:45 the deny on the user meets the session.',
        belief: 'Changes reach keys later than sessions.',
      },
    ],
    key: 'session-then-nothing',
    shows: seen('leak-and-respond', 'with-user.allowed', { user: 'denied', last: 'user' }),
  },
  {
    id: 'deny-by-issue-time',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A deny by issue time',
    skill: '4.2.4',
    traps: ['D5'],
    difficulty: 3,
    situation:
      'The team attaches a deny to the IAM user Vera: everything, if aws:TokenIssueTime is before 10:00 today. The condition’s operator is DateLessThan. Four requests arrive at 10:05. One is signed with Vera’s access key AKIA… itself. Three are signed with sessions that she got from GetSessionToken at 09:00, at 09:59 and at 10:02.',
    stem: 'How many of the four requests does the deny stop?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'one',
        text: '1',
        why: 'The session of 09:59 was issued before 10:00 as well. When it signs plays no part.',
        belief: 'The issue time is the time of signing.',
      },
      {
        id: 'two',
        text: '2',
        why: 'The sessions of 09:00 and 09:59 are older than 10:00. Requests with a long-term key carry no issue time, so the condition is not met.',
      },
      {
        id: 'three',
        text: '3',
        why: 'The key itself is not stopped: the condition is about the time a token was issued, and it has no token.',
        belief: 'Keys have an issue time like sessions.',
      },
      {
        id: 'four',
        text: '4',
        why: 'A deny applies when its condition is met. It is not for the key, nor for the session of 10:02.',
        belief: 'A deny with a date counts for all requests of a user.',
      },
    ],
    key: 'two',
  },
  {
    id: 'permission-removed',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A permission is removed and comes back',
    skill: '4.2.5',
    traps: ['D6'],
    difficulty: 2,
    situation:
      'A role of an art dealer allows s3:DeleteObject. Its sessions last 12 hours. Session A was opened at 14:00. At 15:00 an administrator removes that permission from the role. Session B is opened at 15:30. At 16:00 the administrator adds the permission again. Each change takes effect soon.',
    stem: 'Which sessions can delete objects at 15:45, and which at 16:15?',
    source: 'iam.temporary-control',
    options: [
      {
        id: 'a-then-both',
        text: 'At 15:45 A, at 16:15 A and B',
        why: 'A session does not carry a copy of the role’s permissions. At 15:45 A has lost it as well.',
        belief: 'A session keeps the permissions it began with.',
      },
      {
        id: 'a-then-a',
        text: 'At 15:45 A, at 16:15 A',
        why: 'Sessions do not keep what the role had when they began. B gets the permission back together with A.',
        belief: 'What a session may do is fixed when it is opened.',
      },
      {
        id: 'none-then-both',
        text: 'At 15:45 no session, at 16:15 A and B',
        why: 'Permissions are looked up with each request. So what the role has at that moment is what each session has.',
      },
      {
        id: 'none-then-none',
        text: 'At 15:45 no session, at 16:15 no session',
        why: 'The permission is back at 16:00, for open sessions as well.',
        belief: 'A permission that was lost needs a new session.',
      },
    ],
    key: 'none-then-both',
    shows: seen('twelve-hours-asked', 'upload.allowed', { maximum: '43200', change: 'permission' }),
  },
];
