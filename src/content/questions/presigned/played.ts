import type { PlayedQuestion } from '../../question.ts';
import { linkLasts, s3Answers } from '../claim.ts';
import { stepIn } from '../places/place.ts';

/** Questions about presigned URLs whose keys are read from runs. In each run one check alone can fail. */

const seen = stepIn('presigned');

const item = { version: 1, type: 'choice', topic: 'presigned', skill: '4.1.2' } as const;

export const PRESIGNED_PLAYED: readonly PlayedQuestion[] = [
  {
    ...item,
    id: 'rotation-and-old-link',
    title: 'The day after a rotation',
    traps: ['E6', 'D10'],
    difficulty: 2,
    situation:
      'A newspaper’s photo desk signs a link for seven days with the key of an IAM user. A reporter and a printer use it in the evening. At 09:00 the desk makes the user a second access key, and the first one stays active. At 20:00 a stranger uses the link unchanged.',
    stem: 'What does S3 answer the stranger?',
    source: 's3.presigned',
    shows: seen('used-again', 'use-stranger.key-known'),
    answer: s3Answers,
    options: [
      {
        id: 'answers-200',
        text: '200 with the file',
        why: 'The key that signed the link is active, and a link works for whoever sends it, as long as it lives.',
      },
      {
        id: 'answers-403-AccessDenied',
        text: '403 AccessDenied',
        why: 'S3 counts no uses. That two people have used the link changes nothing for the third.',
        misconception: 'links-work-once',
      },
      {
        id: 'answers-403-InvalidAccessKeyId',
        text: '403 InvalidAccessKeyId',
        why: 'A new key does not switch the old one off. A link dies in a rotation when its own key goes.',
        misconception: 'rotation-replaces-keys',
      },
      {
        id: 'answers-403-SignatureDoesNotMatch',
        text: '403 SignatureDoesNotMatch',
        why: 'Nothing of the sender is signed. The stranger’s request is the same as the reporter’s.',
        misconception: 'links-are-personal',
      },
    ],
  },
  {
    ...item,
    id: 'kept-session',
    title: 'A session that was kept',
    traps: ['E1'],
    difficulty: 2,
    situation:
      'The portal of a notary assumes a role at 12:26 and gets a session of one hour. It keeps the session for later. At 12:56 it signs a link with it, and the link asks for seven days.',
    stem: 'How long does the link work?',
    source: 's3.presigned',
    shows: seen('chained-hour', 'open-url.token-alive', { age: '1800' }),
    answer: linkLasts,
    options: [
      {
        id: 'lasts-900',
        text: '15 minutes',
        why: 'Fifteen minutes is what some tools write when nobody names a lifetime. This link names one.',
        misconception: 'role-links-get-fifteen-minutes',
      },
      {
        id: 'lasts-1800',
        text: '30 minutes',
        why: 'The session was half an hour old when it signed. What it had left is what the link has.',
      },
      {
        id: 'lasts-3600',
        text: '1 hour',
        why: 'One hour is the session’s length from 12:26 on. Signing does not start it anew.',
        misconception: 'signing-restarts-the-session',
      },
      {
        id: 'lasts-604800',
        text: '7 days',
        why: 'Seven days is what the link asks for. It ends with the session that signed it.',
        misconception: 'link-keeps-its-own-time',
      },
    ],
  },
  {
    ...item,
    id: 'two-hours-asked-of-the-role',
    title: 'Straight to the role',
    traps: ['E1', 'B2'],
    difficulty: 1,
    situation:
      'A portal assumes a role with the key of an IAM user. It asks for two hours, and the role allows four. With the new session it signs a link at once. The link asks for seven days.',
    stem: 'How long does the link work?',
    source: 's3.presigned',
    shows: seen('chained-hour', 'open-url.token-alive', {
      way: 'direct',
      session: '7200',
      age: '0',
      used: '20260120T151500Z',
    }),
    answer: linkLasts,
    options: [
      {
        id: 'lasts-3600',
        text: '1 hour',
        why: 'One hour is what AssumeRole gives when nobody asks for a length. Here two hours were asked for.',
        misconception: 'role-sessions-last-an-hour',
      },
      {
        id: 'lasts-7200',
        text: '2 hours',
        why: 'The session lasts the two hours that the call asked for. The link ends with it.',
      },
      {
        id: 'lasts-14400',
        text: '4 hours',
        why: 'Four hours is what the role would allow. This session asked for less.',
        misconception: 'role-maximum-counts',
      },
    ],
  },
];
