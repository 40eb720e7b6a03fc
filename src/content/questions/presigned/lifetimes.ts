import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** How long a presigned URL works: what the tool writes, and what the credentials behind it allow. */

const seen = seenIn('presigned');

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const LIFETIME_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'link-of-an-instance',
    type: 'choice',
    title: 'New credentials after signing',
    traps: ['E1', 'E9'],
    difficulty: 2,
    situation:
      'A booking system runs on an EC2 instance with an instance role. At 08:00 it signs a download link for 12 hours. The credentials it signs with end at 13:00. At 11:40 the instance receives new credentials.',
    stem: 'Until when does the link of 08:00 work?',
    deciding: ['end at 13:00'],
    source: 's3.presigned',
    shows: seen('instance-rotation', 'open-url.token-alive'),
    key: 'old-end',
    options: [
      {
        id: 'rotation',
        text: 'Until 11:40, when the credentials are replaced',
        why: 'Replacing credentials does not end the old ones. They stay valid until their own expiry.',
        belief: 'New credentials make the old ones invalid.',
      },
      {
        id: 'old-end',
        text: 'Until 13:00, when the signing credentials end',
        why: 'S3 wants the credentials in the URL to be alive. They end before the twelve hours are over.',
      },
      {
        id: 'new-end',
        text: 'Until 17:40, when the new credentials end',
        why: 'The link carries the access key and the token it was signed with. It knows nothing of the new ones.',
        belief: 'A link follows its signer to new credentials.',
      },
      {
        id: 'asked',
        text: 'Until 20:00, when the twelve hours are over',
        why: 'The link asks for twelve hours. A link cannot outlive the credentials that signed it.',
        misconception: 'link-keeps-its-own-time',
      },
    ],
  },
  {
    ...item,
    id: 'two-programs-two-defaults',
    type: 'choice',
    title: 'One bucket, two lifetimes',
    traps: ['E2'],
    difficulty: 2,
    situation:
      'A travel agency signs links in two programs. One uses boto3, the other the JavaScript SDK v3 with getSignedUrl. Both use sessions of the same role, and neither names a lifetime. Links of the first live one hour, links of the second 15 minutes.',
    stem: 'Where does the difference come from?',
    deciding: ['neither names a lifetime'],
    source: 'tool.js',
    shows: seen('whose-default', 'sign.lifetime-taken'),
    key: 'library',
    options: [
      {
        id: 'principal',
        text: 'From the kind of principal that signs the link',
        why: 'Both sign as the same role. No tool looks at the kind of principal to pick a lifetime.',
        belief: 'Users get one hour and roles get 15 minutes.',
      },
      {
        id: 'session',
        text: 'From the time that each session has left',
        why: 'A session that ends early would cut a link short. It would not do so at exactly 15 minutes each time.',
        belief: 'A tool writes the rest of the session into the link.',
      },
      {
        id: 'bucket',
        text: 'From a lifetime that the bucket policy sets',
        why: 'Both programs use the same bucket. A bucket policy can refuse old links, but it writes no lifetime.',
        belief: 'The bucket decides how long its links live.',
      },
      {
        id: 'library',
        text: 'From the value that each library fills in',
        why: 'The default is a constant of the tool: 3600 seconds in boto3, 900 in this helper of the JavaScript SDK.',
      },
    ],
  },
  {
    ...item,
    id: 'download-across-the-end',
    type: 'choice',
    title: 'A slow download',
    traps: ['E7'],
    difficulty: 2,
    situation:
      'On 4 May an architect downloads a film of a building site by a presigned URL. She starts one minute before the URL expires. The download takes ten minutes, and her connection holds.',
    stem: 'How does the download end?',
    deciding: ['her connection holds'],
    source: 's3.presigned',
    key: 'completes',
    options: [
      {
        id: 'completes',
        text: 'It completes, since S3 checked the time at its start',
        why: 'S3 checks the expiry when the HTTP request arrives. What is already running goes on.',
      },
      {
        id: 'cut',
        text: 'It breaks off after one minute, when the URL expires',
        why: 'There is one check for each request, and it lies at the start. Nothing watches the clock afterwards.',
        belief: 'S3 cuts a download off when its URL expires.',
      },
      {
        id: 'extended',
        text: 'It completes, since using the URL extends its life',
        why: 'Use changes nothing about the expiry. If the connection broke, a new request would be refused.',
        belief: 'A URL in use keeps itself alive.',
      },
      {
        id: 'checked-at-end',
        text: 'It fails at its last byte, when S3 checks the time',
        why: 'S3 does not check again at the end. The answer’s status was sent before the first byte.',
        belief: 'S3 checks the expiry when the transfer is complete.',
      },
    ],
  },
  {
    ...item,
    id: 'a-week-from-the-console',
    type: 'choice',
    title: 'A link made by hand',
    traps: ['E8'],
    difficulty: 1,
    situation:
      'Jonas, an IAM user at a print shop, opens the S3 console. He chooses “Share with a presigned URL” for a catalogue. He would like the link to work for one week.',
    stem: 'What is the longest time that the console lets him choose?',
    source: 's3.share',
    key: 'twelve-hours',
    options: [
      {
        id: 'hour',
        text: '1 hour',
        why: 'One hour is what the AWS CLI writes when nobody names a lifetime. The console offers more.',
        belief: 'One hour is the limit of links that users make.',
      },
      {
        id: 'twelve-hours',
        text: '12 hours',
        why: 'The console offers one minute to twelve hours. For a week Jonas needs the CLI or an SDK.',
      },
      {
        id: 'user-session',
        text: '36 hours',
        why: 'Thirty-six hours is the longest session of GetSessionToken. The console’s limit is another one.',
        belief: 'A link lives as long as a user’s longest session.',
      },
      {
        id: 'week',
        text: '7 days',
        why: 'Seven days is the limit of Signature Version 4. The console stays below it.',
        belief: 'Every tool offers what the signature allows.',
      },
    ],
  },
  {
    ...item,
    id: 'a-week-from-a-function',
    type: 'choice',
    title: 'Five days for a parcel label',
    traps: ['E9'],
    difficulty: 3,
    situation:
      'A Lambda function of a parcel service signs links to labels. Customers need a link for five days, but links fail after some hours. A developer wants to raise the maximum session duration of the function’s role.',
    stem: 'What does this change do for the links?',
    source: 'repost.expiry',
    shows: seen('lambda-signer', 'open-url.token-alive', { left: '600' }),
    key: 'nothing',
    options: [
      {
        id: 'five-days',
        text: 'It lets links work for the five days that they ask for',
        why: 'A role’s maximum ends at twelve hours. No setting of a role reaches five days.',
        belief: 'A role can allow sessions of many days.',
      },
      {
        id: 'twelve-hours',
        text: 'It lets links work for the twelve hours of the role',
        why: 'Lambda gets the credentials itself and does not have to follow the role’s maximum.',
        misconception: 'role-maximum-counts',
      },
      {
        id: 'nothing',
        text: 'It does not bring five days, since the credentials end',
        why: 'The link ends with the function’s temporary credentials. Five days need another way, such as an endpoint that signs on demand.',
      },
      {
        id: 'old-links',
        text: 'It lengthens the links that are already with customers',
        why: 'A session’s end is fixed when it is issued. What a role allows later moves no earlier session.',
        belief: 'A role’s maximum applies to its running sessions.',
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
