import type { StepId } from '#engine/trace.ts';

import type { RawKnobs } from '../knob.ts';
import type { PlayedQuestion, Shown } from '../question.ts';
import {
  callGives,
  firstFailure,
  linkEnds,
  linkLasts,
  longestSession,
  s3Answers,
} from './claim.ts';

/** Ten questions about "Seven days asked, one hour given". Each is about a run in which one check alone can fail. */

const seen = (step: StepId, knobs: RawKnobs): Shown => ({
  lab: 'presigned',
  scenario: 'seven-days',
  knobs,
  step,
});

const REPORTS = 'arn:aws:s3:::quarterly-reports';

const allowing = (actions: readonly string[], resource: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }],
  });

/** A moment at which the link and the session of an hour are both alive. */
const EARLY = '20260115T124500Z';

export const SEVEN_DAYS_QUESTIONS: readonly PlayedQuestion[] = [
  {
    id: 'link-and-session',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'A link for seven days',
    skill: '4.1.2',
    traps: ['E1'],
    difficulty: 1,
    situation:
      'A build server assumes a role and gets a session of one hour. The role would allow up to 12 hours. The server signs a download link with the session at once. The link asks for seven days.',
    stem: 'How long does the link work?',
    source: 's3.presigned',
    shows: seen('open-url.token-alive', {}),
    answer: linkLasts,
    options: [
      {
        id: 'lasts-900',
        text: '15 minutes',
        why: 'Fifteen minutes is what some SDKs write when nobody gives a lifetime. It has nothing to do with roles, and this link was given a lifetime.',
        misconception: 'role-links-get-fifteen-minutes',
      },
      {
        id: 'lasts-3600',
        text: '1 hour',
        why: 'The link ends when the credentials that signed it end. That comes before the seven days are over.',
      },
      {
        id: 'lasts-43200',
        text: '12 hours',
        why: 'Twelve hours is what the role would allow. This session was given one hour, and its end is fixed from then on.',
        misconception: 'role-maximum-counts',
      },
      {
        id: 'lasts-604800',
        text: '7 days',
        why: 'Seven days is what the link asks for. S3 also wants the credentials behind it to be alive, and they end first.',
        misconception: 'link-keeps-its-own-time',
      },
    ],
  },
  {
    id: 'after-the-session',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'The answer after the session’s end',
    skill: '4.1.2',
    traps: ['E1'],
    difficulty: 2,
    situation:
      'A session signs a link at 12:00. The link asks for seven days. The session ends at 13:00. Somebody uses the link unchanged at 13:05.',
    stem: 'What does S3 answer?',
    source: 's3.errors',
    shows: seen('open-url.token-alive', {}),
    answer: s3Answers,
    options: [
      {
        id: 'answers-400-ExpiredToken',
        text: '400 ExpiredToken',
        why: 'The link carries the session’s token, and the token has expired. S3 has a code of its own for that, with status 400.',
      },
      {
        id: 'answers-403-AccessDenied',
        text: '403 AccessDenied',
        why: 'S3 says AccessDenied, “Request has expired”, when the link’s own time is over. This link has most of its seven days left.',
        misconception: 'every-expiry-is-denied',
      },
      {
        id: 'answers-403-InvalidAccessKeyId',
        text: '403 InvalidAccessKeyId',
        why: 'That code is for a key that AWS does not know, such as a deleted one. The session’s key is known, and its time is over.',
        misconception: 'expired-keys-are-unknown',
      },
      {
        id: 'answers-403-SignatureDoesNotMatch',
        text: '403 SignatureDoesNotMatch',
        why: 'That code means that something signed was changed. The passing of time changes no byte of the request.',
        misconception: 'expiry-breaks-the-signature',
      },
    ],
  },
  {
    id: 'second-role',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'From one role to the next',
    skill: '4.1.2',
    traps: ['B3'],
    difficulty: 2,
    situation:
      'A build server works with a session of the role Pipeline. With this session it calls AssumeRole for a second role, ReportReader. ReportReader allows sessions of up to 12 hours.',
    stem: 'How long may the session of ReportReader be at most?',
    source: 'iam.role-terms',
    shows: seen('assume-role.duration-when-chained', { signer: 'chained', session: '7200' }),
    answer: longestSession,
    options: [
      {
        id: 'gives-900',
        text: '15 minutes',
        why: 'Fifteen minutes is the least that AssumeRole gives anybody. A session may ask for more than that when it assumes a role.',
        misconception: 'chained-sessions-get-the-least',
      },
      {
        id: 'gives-3600',
        text: '1 hour',
        why: 'A session that assumes another role is role chaining. Role chaining stops at one hour, and a call that asks for more fails.',
      },
      {
        id: 'gives-43200',
        text: '12 hours',
        why: 'Twelve hours is the maximum of the role. Role chaining has a lower limit of its own, and the lower one counts.',
        misconception: 'role-maximum-counts',
      },
    ],
  },
  {
    id: 'more-than-the-role-allows',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'Asking for more than the role allows',
    skill: '4.1.2',
    traps: ['B1'],
    difficulty: 1,
    situation:
      'The role ReportReader allows sessions of one hour at most. It trusts an IAM user of its account. The user calls AssumeRole and sets DurationSeconds to 7200.',
    stem: 'What does STS do?',
    source: 'sts.assume-role',
    shows: seen('assume-role.duration-within-role', { session: '7200', maximum: '3600' }),
    answer: callGives,
    options: [
      {
        id: 'gives-nothing',
        text: 'It refuses the call.',
        why: 'STS compares DurationSeconds with the role’s maximum. A number above it is an error, and there are no credentials.',
      },
      {
        id: 'gives-3600',
        text: 'It gives a session of 1 hour.',
        why: 'STS does not shorten what is too long. The caller gets an error and has to ask again with a smaller number.',
        misconception: 'sts-shortens',
      },
      {
        id: 'gives-7200',
        text: 'It gives a session of 2 hours.',
        why: 'STS would give two hours only if the role allowed them. The caller’s wish does not change the role’s maximum.',
        misconception: 'asked-is-given',
      },
    ],
  },
  {
    id: 'permission-taken-away',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'A permission taken away',
    skill: '4.1.2',
    traps: ['E4', 'D6'],
    difficulty: 2,
    situation:
      'A role may read a report. One of its sessions signs a link to the report. Then an administrator takes this permission away from the role, and the change takes effect. The link is used while link and session are both in date.',
    stem: 'What does S3 answer?',
    source: 'guidance.generation',
    shows: seen('open-url.signer-allowed', { before: 'permission', used: EARLY }),
    answer: s3Answers,
    options: [
      {
        id: 'answers-200',
        text: '200 and the report',
        why: 'A link holds a signature, not a permission. What the signer could do at the time of signing is not stored in it.',
        misconception: 'permissions-are-frozen',
      },
      {
        id: 'answers-400-ExpiredToken',
        text: '400 ExpiredToken',
        why: 'The session is still in date, so its token has not expired. A change of policy takes what a session may do, not its time.',
        misconception: 'tokens-can-be-cancelled',
      },
      {
        id: 'answers-403-AccessDenied',
        text: '403 AccessDenied',
        why: 'S3 looks up what the signer may do when the request arrives. By then nothing allows the reading.',
      },
    ],
  },
  {
    id: 'another-method',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'The same link, another method',
    skill: '4.1.2',
    traps: ['E15'],
    difficulty: 1,
    situation:
      'A role may read and write the objects of a bucket. One of its sessions signs a link for GET. The holder of the link sends it as a PUT request. Link and session are both in date.',
    stem: 'What does S3 answer?',
    source: 's3.query-auth',
    shows: seen('open-url.signature-matches', {
      change: 'method',
      used: EARLY,
      permissions: allowing(['s3:GetObject', 's3:PutObject'], `${REPORTS}/*`),
    }),
    answer: s3Answers,
    options: [
      {
        id: 'answers-200',
        text: '200, and the object is replaced',
        why: 'The role may write, but nobody signed a PUT. A link is good for the one request that was signed.',
        misconception: 'links-grant-every-action',
      },
      {
        id: 'answers-403-AccessDenied',
        text: '403 AccessDenied',
        why: 'The signer has the permission to write, so no permission is missing. What is missing is a signature for this method.',
        misconception: 'methods-are-permissions',
      },
      {
        id: 'answers-403-SignatureDoesNotMatch',
        text: '403 SignatureDoesNotMatch',
        why: 'The method is part of what is signed. S3 signs the PUT it received and arrives at another signature.',
      },
      {
        id: 'answers-405-MethodNotAllowed',
        text: '405 MethodNotAllowed',
        why: 'PUT is a method that S3 has for objects. A link is no rule about methods; it is a signature over one of them.',
        misconception: 'methods-are-a-web-matter',
      },
    ],
  },
  {
    id: 'sessions-revoked',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'Revoking the sessions of a role',
    skill: '4.1.2',
    traps: ['D2', 'D5'],
    difficulty: 3,
    situation:
      'An IAM user signs a link with its own access key. The user can also assume the role ReportReader. An administrator chooses “Revoke active sessions” for ReportReader and changes nothing else. Then the link is used, before its own time is over.',
    stem: 'What does S3 answer?',
    source: 'iam.revoke-sessions',
    shows: seen('open-url.signer-allowed', { signer: 'user', before: 'revoked', used: EARLY }),
    answer: s3Answers,
    options: [
      {
        id: 'answers-200',
        text: '200 and the report',
        why: 'Revoking attaches a deny policy to the role. The user signed this link, so the policies of the role have no say in it.',
      },
      {
        id: 'answers-403-AccessDenied',
        text: '403 AccessDenied',
        why: 'That happens to links which older sessions of the role have signed. The user is another principal, with policies of its own.',
        misconception: 'revoking-hits-every-link',
      },
      {
        id: 'answers-403-InvalidAccessKeyId',
        text: '403 InvalidAccessKeyId',
        why: 'Revoking sessions touches no access key. The user’s key stays active, and AWS still knows it.',
        misconception: 'revoking-disables-keys',
      },
    ],
  },
  {
    id: 'signed-by-a-user',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'A link signed by an IAM user',
    skill: '4.1.2',
    traps: ['E9', 'E2'],
    difficulty: 2,
    situation:
      'An IAM user signs a link with a long-term access key and an AWS SDK. X-Amz-Expires is 604800. Key, permissions and object stay as they are.',
    stem: 'How long does the link work?',
    source: 's3.presigned',
    shows: seen('open-url.url-alive', { signer: 'user', used: '20260121T120000Z' }),
    answer: linkLasts,
    options: [
      {
        id: 'lasts-3600',
        text: '1 hour',
        why: 'One hour is what the AWS CLI and boto3 write when nobody gives a lifetime. This link was given one.',
        misconception: 'user-links-get-an-hour',
      },
      {
        id: 'lasts-43200',
        text: '12 hours',
        why: 'Twelve hours is the limit of the S3 console. With an SDK a link may ask for more.',
        misconception: 'console-limit-counts',
      },
      {
        id: 'lasts-129600',
        text: '36 hours',
        why: 'Thirty-six hours is the longest session that GetSessionToken gives an IAM user. No session takes part here.',
        misconception: 'user-session-limit-counts',
      },
      {
        id: 'lasts-604800',
        text: '7 days',
        why: 'A long-term key has no end date, so the link’s own date is the only one. 604800 seconds is also the most that S3 accepts.',
      },
    ],
  },
  {
    id: 'key-switched-off',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'The user’s key is switched off',
    skill: '4.1.2',
    traps: ['D4'],
    difficulty: 3,
    situation:
      'At 12:00 an IAM user assumes a role and gets a session of one hour. The session signs a link that asks for seven days. At 12:45 an administrator deactivates the user’s access key and changes nothing else.',
    stem: 'When does the link stop working?',
    source: 'iam.temporary-control',
    shows: seen('open-url.key-known', { before: 'key-off', used: EARLY }),
    answer: linkEnds,
    options: [
      {
        id: 'ends-20260115T124500Z',
        text: 'At 12:45',
        why: 'The user’s key opened the session, but it did not sign the link. The session has a key of its own, which stays good.',
        misconception: 'keys-take-sessions-along',
      },
      {
        id: 'ends-20260115T130000Z',
        text: 'At 13:00',
        why: 'The session signed the link, so the link ends with the session. Switching off the user’s key does not end sessions it has opened.',
      },
      {
        id: 'ends-20260122T120000Z',
        text: 'Seven days later, at 12:00',
        why: 'The link asks for that, but its signer is a session. The end of the session comes first.',
        misconception: 'link-keeps-its-own-time',
      },
    ],
  },
  {
    id: 'missing-permission',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'Where a missing permission shows',
    skill: '4.1.2',
    traps: ['E3'],
    difficulty: 1,
    situation:
      'A role has no permission to read a report. A build server assumes the role and signs a link to the report with the session. It passes the link on, and somebody uses it while link and session are both in date.',
    stem: 'At which point does the first error come?',
    source: 'guidance.generation',
    shows: seen('open-url.signer-allowed', {
      permissions: allowing(['s3:ListBucket'], REPORTS),
      used: EARLY,
    }),
    answer: firstFailure,
    options: [
      {
        id: 'fails-assume-role',
        text: 'When the role is assumed',
        why: 'AssumeRole asks whether the caller may assume the role. What the session will do later is not its business.',
        misconception: 'assuming-checks-everything',
      },
      {
        id: 'fails-sign',
        text: 'When the link is signed',
        why: 'Signing is arithmetic on the client. No call is made, so there is nobody who could refuse.',
        misconception: 'signing-asks-aws',
      },
      {
        id: 'fails-open-url',
        text: 'When the link is used',
        why: 'S3 looks up the signer’s permissions when the request arrives. This is the first time that AWS hears of the link.',
      },
    ],
  },
];
