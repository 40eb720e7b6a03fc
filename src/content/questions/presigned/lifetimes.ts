import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** How long a presigned URL works: what the tool writes, and what the credentials behind it allow. */

const seen = seenIn('presigned');

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const LIFETIME_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'link-of-an-instance',
    version: 2,
    type: 'choice',
    title: 'New credentials after signing',
    traps: ['E1', 'E9'],
    difficulty: 2,
    situation:
      'A booking system runs on an EC2 instance with an instance role. At 08:00 it signs a download link for four hours. The credentials it signs with end at 13:00. At 11:40 the instance receives new credentials, which end at 17:40.',
    stem: 'Until when does the link of 08:00 work?',
    source: 's3.presigned',
    shows: seen('instance-rotation', 'open-url.url-alive', {
      expires: '3600',
      used: '20260112T131500Z',
    }),
    key: 'asked',
    options: [
      {
        id: 'rotation',
        text: '11:40',
        why: 'Replacing credentials does not end the old ones. They stay valid until their own expiry.',
        belief: 'New credentials make the old ones invalid.',
      },
      {
        id: 'asked',
        text: '12:00',
        why: 'The link asks for four hours, and the credentials that signed it are alive for longer. The earlier end counts.',
      },
      {
        id: 'old-end',
        text: '13:00',
        why: 'The signing credentials end then. The link’s own time is over before.',
        belief: 'A link lasts as long as the credentials that signed it.',
      },
      {
        id: 'new-end',
        text: '17:40',
        why: 'The link carries the access key and the token it was signed with. It knows nothing of the new ones.',
        belief: 'A link follows its signer to new credentials.',
      },
    ],
  },
  {
    ...item,
    id: 'two-programs-two-defaults',
    version: 2,
    type: 'choice',
    title: 'One role, two lifetimes',
    traps: ['E2', 'E1'],
    difficulty: 2,
    situation:
      'A travel agency signs links in two programs. Both use boto3 with the same role and the same bucket, and both ask for seven days. The first calls AssumeRole without a duration, the second with 43200. Each opens a session for each link. Links of the first live one hour, links of the second 12 hours.',
    stem: 'Where does the difference come from?',
    deciding: ['both ask for seven days'],
    source: 's3.presigned',
    shows: seen('seven-days', 'open-url.token-alive'),
    key: 'session',
    options: [
      {
        id: 'bucket',
        text: 'The bucket',
        why: 'Both programs use the same bucket. A bucket policy can refuse old links, but it writes no lifetime.',
        belief: 'The bucket decides how long its links live.',
      },
      {
        id: 'principal',
        text: 'The kind of signer',
        why: 'Both sign as the same role. No tool looks at the kind of principal to pick a lifetime.',
        belief: 'Users get one hour and roles get 15 minutes.',
      },
      {
        id: 'library',
        text: 'The library',
        why: 'Both use boto3, and its default of one hour counts where nobody names a lifetime. Both name one.',
        belief: 'A library keeps its default as an upper limit.',
      },
      {
        id: 'session',
        text: 'The session',
        why: 'A link ends with the session that signed it. The first sessions last the default hour, the second ones 12 hours.',
      },
    ],
  },
  {
    ...item,
    id: 'download-across-the-end',
    version: 2,
    type: 'choice',
    title: 'A slow download',
    traps: ['E7'],
    difficulty: 3,
    situation:
      'On 4 May an architect downloads a film of a building site by a presigned URL. She starts one minute before the URL expires. After five minutes, with half of the film there, her connection breaks. Her program asks for the rest with a Range header and the same URL, and gives up when a request is refused.',
    stem: 'What does the architect have in the end?',
    deciding: ['her connection breaks'],
    source: 's3.presigned',
    shows: seen('film-night', 'resume.url-alive'),
    key: 'half',
    options: [
      {
        id: 'minute',
        text: 'What came in the first minute',
        why: 'There is one check for each request, at its start. Nothing watches the clock afterwards, so half of the film came.',
        belief: 'S3 cuts a download off when its URL expires.',
      },
      {
        id: 'half',
        text: 'The first half of the film',
        why: 'The running download went on past the expiry. The request for the rest is a new one, and it comes too late.',
      },
      {
        id: 'whole',
        text: 'The whole film',
        why: 'It would have come if the connection had held. Use does not extend the life of a URL.',
        belief: 'A URL in use keeps itself alive.',
      },
      {
        id: 'rest',
        text: 'The second half of the film',
        why: 'What has arrived stays. It is the second request that S3 refuses.',
        belief: 'S3 checks the expiry when the transfer is complete.',
      },
    ],
  },
  {
    ...item,
    id: 'a-week-from-the-console',
    version: 2,
    type: 'choice',
    title: 'A link made by hand',
    traps: ['E8'],
    difficulty: 2,
    situation:
      'Jonas, an IAM user at a print shop, wants a link to a catalogue that works as long as it can. In the S3 console he finds nothing long enough. He closes it and runs aws s3 presign with his long-term access key.',
    stem: 'What is the longest time that such a link can work?',
    deciding: ['runs aws s3 presign with his long-term access key'],
    source: 's3.share',
    shows: seen('user-signed', 'open-url.url-alive'),
    key: 'week',
    options: [
      {
        id: 'hour',
        text: '1 hour',
        why: 'One hour is what the AWS CLI writes when nobody names a lifetime. It can be asked for more.',
        belief: 'One hour is the limit of links that users make.',
      },
      {
        id: 'twelve-hours',
        text: '12 hours',
        why: 'This is the most that the console offers. The limit is the console’s, not the user’s.',
        misconception: 'console-limit-counts',
      },
      {
        id: 'user-session',
        text: '36 hours',
        why: 'Thirty-six hours is the longest session of GetSessionToken. No session takes part here.',
        belief: 'A link lives as long as a user’s longest session.',
      },
      {
        id: 'week',
        text: '7 days',
        why: 'A long-term key has no end, so the limit of Signature Version 4 remains.',
      },
    ],
  },
  {
    ...item,
    id: 'a-week-from-a-function',
    version: 2,
    type: 'choice',
    title: 'Five days for a parcel label',
    traps: ['E1', 'B2'],
    difficulty: 2,
    situation:
      'A parcel service’s server has an IAM user’s key. For each label it assumes a role with the longest DurationSeconds that the role allows. With the session it signs a link for five days. The role’s maximum session duration was one hour. A developer raises it to what IAM allows at most.',
    stem: 'How long do links work that are signed after the change?',
    source: 'repost.expiry',
    shows: seen('seven-days', 'open-url.token-alive', {
      session: '43200',
      used: '20260116T000500Z',
    }),
    key: 'twelve-hours',
    options: [
      {
        id: 'hour',
        text: '1 hour',
        why: 'One hour was the maximum before, and it is the limit of role chaining. The server starts from a user’s key.',
        belief: 'Sessions of roles that sign links last an hour.',
      },
      {
        id: 'twelve-hours',
        text: '12 hours',
        why: 'A role allows sessions of 12 hours at most. The link ends with the session.',
      },
      {
        id: 'day-and-half',
        text: '36 hours',
        why: 'This is the most that GetSessionToken gives an IAM user. A role allows less.',
        misconception: 'user-session-limit-counts',
      },
      {
        id: 'five-days',
        text: '5 days',
        why: 'The link asks for five days. It cannot outlive the session that signed it, and no setting of a role reaches five days.',
        misconception: 'link-keeps-its-own-time',
      },
    ],
  },
  {
    ...item,
    id: 'longest-life-by-signer',
    type: 'matching',
    title: 'Who signs, and how long at most',
    traps: ['E1', 'E8', 'E9', 'B3', 'B5'],
    difficulty: 3,
    situation:
      'A school wants to know how long its presigned URLs can live. Each asks for as much as it can get, and nobody revokes anything.',
    stem: 'What is the longest life of a URL for each way to sign it?',
    source: 'iam.temporary-request',
    prompts: [
      {
        id: 'user-key',
        text: 'An IAM user’s access key, with the AWS CLI',
        key: 'week',
        why: 'A long-term key has no end of its own, so the limit of Signature Version 4 remains.',
      },
      {
        id: 'console',
        text: 'The S3 console, by an IAM user',
        key: 'twelve-hours',
        why: 'The console offers at most twelve hours, whoever uses it.',
      },
      {
        id: 'user-session',
        text: 'A session that an IAM user got from GetSessionToken',
        key: 'day-and-half',
        why: 'GetSessionToken gives an IAM user up to 36 hours, and the URL ends with the session.',
      },
      {
        id: 'role',
        text: 'A session of a role that allows the longest sessions',
        key: 'twelve-hours',
        why: 'A role allows twelve hours at most, and the URL ends with the session.',
      },
      {
        id: 'chained',
        text: 'A session of a role that another role’s session assumed',
        key: 'hour',
        why: 'Role chaining stops at one hour, whatever the role’s own maximum is.',
      },
    ],
    responses: [
      {
        id: 'quarter',
        text: '15 minutes',
        why: 'Fifteen minutes is a default of some tools and the shortest session. It is no upper limit of a signer.',
        belief: 'Roles sign for 15 minutes.',
      },
      { id: 'hour', text: '1 hour' },
      { id: 'twelve-hours', text: '12 hours' },
      { id: 'day-and-half', text: '36 hours' },
      { id: 'week', text: '7 days' },
    ],
  },
  {
    ...item,
    id: 'tool-and-default',
    type: 'matching',
    title: 'What a tool writes by itself',
    traps: ['E2'],
    difficulty: 3,
    situation:
      'A museum signs links with five tools. No call names a lifetime. Some of the programs run as IAM users and some with a role.',
    stem: 'What does each tool do without a lifetime?',
    source: 'tool.botocore',
    prompts: [
      {
        id: 'cli',
        text: 'AWS CLI, with aws s3 presign',
        key: 'hour',
        why: 'The command’s option expires-in has 3600 seconds as its default.',
      },
      {
        id: 'boto3',
        text: 'boto3, with generate_presigned_url',
        key: 'hour',
        why: 'The function’s parameter has 3600 seconds as its default.',
      },
      {
        id: 'js',
        text: 'JavaScript SDK v3, with getSignedUrl',
        key: 'quarter',
        why: 'The helper fills in 900 seconds, whoever signs.',
      },
      {
        id: 'go',
        text: 'Go SDK v2, with its presign client',
        key: 'quarter',
        why: 'The client writes 900 seconds when its option is unset.',
      },
      {
        id: 'java',
        text: 'Java SDK v2, with S3Presigner',
        key: 'refuses',
        why: 'The signature duration must be given. Without it the call fails on the client.',
      },
    ],
    responses: [
      { id: 'quarter', text: 'Writes 900 seconds' },
      { id: 'hour', text: 'Writes 3600 seconds' },
      {
        id: 'week',
        text: 'Writes 604800 seconds',
        why: 'That is the most a URL may ask for. None of these tools takes it as a default.',
        belief: 'A tool that is told nothing writes the longest time there is.',
      },
      { id: 'refuses', text: 'Refuses to make a URL' },
    ],
  },
  {
    ...item,
    id: 'what-ends-a-link-early',
    type: 'response',
    title: 'Before the week is over',
    traps: ['E1', 'E4', 'E6', 'E10'],
    difficulty: 2,
    situation:
      'A law firm hands out a link that asks for seven days. An IAM user signed it with an access key. Mira wants to know what could end the link before the week is over.',
    stem: 'Which events end the link before the week is over?',
    source: 's3.presigned',
    shows: seen('used-again', 'use-stranger.signer-allowed', { answer: 'stripped' }),
    keys: ['key-off', 'permission', 'age'],
    options: [
      {
        id: 'first-use',
        text: 'Somebody downloads the file with it once',
        why: 'A link is not used up. It works as many times as somebody sends it.',
        belief: 'A presigned URL works once.',
      },
      {
        id: 'key-off',
        text: 'An administrator deactivates the access key',
        why: 'S3 needs an active key to check the signature against. Everything signed with this key falls.',
      },
      {
        id: 'new-key',
        text: 'An administrator makes the user a second key',
        why: 'A new key leaves the old key as it is. Rotation ends links when the old key goes.',
        belief: 'Making a new key ends what the old one signed.',
      },
      {
        id: 'permission',
        text: 'The user loses the permission to read the file',
        why: 'Permission is looked up at each use. A signer who may not read the file signs for nothing.',
      },
      {
        id: 'age',
        text: 'The bucket starts to refuse signatures older than a day',
        why: 'A deny on s3:signatureAge ends links before their own time. After a day this one is too old.',
      },
      {
        id: 'password',
        text: 'The user changes the password for the console',
        why: 'The password opens the console. The link was signed with an access key.',
        belief: 'Links depend on the password of the signer.',
      },
    ],
  },
];
