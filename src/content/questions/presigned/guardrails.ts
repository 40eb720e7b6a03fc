import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** What an account can do about presigned URLs: cap their age, ban them, stop one, and find out who used it. */

const seen = seenIn('presigned');

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const GUARDRAIL_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'age-against-expiry',
    version: 2,
    type: 'choice',
    title: 'Four links at twenty past ten',
    traps: ['E10'],
    difficulty: 2,
    situation:
      'A bucket policy of a bank denies requests whose s3:signatureAge is above 600000. Four links were signed with one key, which is in order and may read the file. A customer opens each of them today at 10:20.',
    stem: 'Which link does S3 answer with the file?',
    source: 's3.condition-keys',
    shows: seen('signature-age', 'open-url.signer-allowed'),
    key: 'young',
    options: [
      {
        id: 'yesterday',
        text: 'Signed yesterday at 10:15, for two days',
        why: 'Its signature is a day old. 600000 are milliseconds, not seconds: ten minutes.',
        belief: 'The key s3:signatureAge counts seconds.',
      },
      {
        id: 'an-hour',
        text: 'Signed today at 10:00, for one hour',
        why: 'The stricter of the two counts. The link has forty minutes left, and its signature is older than ten.',
        misconception: 'link-keeps-its-own-time',
      },
      {
        id: 'young',
        text: 'Signed today at 10:12, for seven days',
        why: 'The key looks at the age of the signature when the request arrives: eight minutes. What the link asks for is no matter.',
      },
      {
        id: 'expired',
        text: 'Signed today at 10:14, for five minutes',
        why: 'Its signature is young enough, and its own time ended at 10:19.',
        belief: 'A young signature is accepted beyond the link’s own end.',
      },
    ],
  },
  {
    ...item,
    id: 'fifteen-minutes-of-age',
    version: 2,
    type: 'choice',
    title: 'The number for a quarter of an hour',
    traps: ['E10'],
    difficulty: 1,
    situation:
      'Helen guards the buckets of a publisher. A policy denies requests whose s3:signatureAge is above 900000. She wants the links to say the same themselves. So X-Amz-Expires shall be set to the same time.',
    stem: 'Which value does X-Amz-Expires get?',
    source: 's3.condition-keys',
    key: 'seconds',
    options: [
      {
        id: 'minutes',
        text: '15',
        why: 'Fifteen seconds would be too short for most people. The parameter does not count minutes.',
        belief: 'X-Amz-Expires counts minutes.',
      },
      {
        id: 'seconds',
        text: '900',
        why: 'X-Amz-Expires counts seconds, and the condition key counts milliseconds. A quarter of an hour has 900 seconds.',
      },
      {
        id: 'most',
        text: '604800',
        why: 'This is the most that X-Amz-Expires may be: a week. It is not the policy’s quarter of an hour.',
        belief: 'A link must always ask for the longest time.',
      },
      {
        id: 'milliseconds',
        text: '900000',
        why: 'As seconds these are more than ten days. S3 refuses a link that asks for more than a week.',
        belief: 'Condition key and parameter count in the same unit.',
      },
    ],
  },
  {
    ...item,
    id: 'ban-links-keep-programs',
    version: 2,
    type: 'choice',
    title: 'An old way of signing',
    traps: ['E11'],
    difficulty: 3,
    situation:
      'A laboratory’s bucket refuses old signatures by s3:signatureAge. An audit finds links that pass although they are months old. They are signed with Signature Version 2, and for that version the age is always 0. Links and headers of Version 4 shall go on as before.',
    stem: 'Which condition belongs in a further deny?',
    deciding: ['Links and headers of Version 4 shall go on'],
    source: 's3.condition-keys',
    key: 'version',
    options: [
      {
        id: 'principal-type',
        text: 'aws:PrincipalType equals Anonymous',
        why: 'A presigned request counts as its signer’s, in each version. It is not anonymous.',
        belief: 'Requests by presigned URL are anonymous.',
      },
      {
        id: 'transport',
        text: 'aws:SecureTransport equals false',
        why: 'This stops requests without TLS. Links of the two versions are opened over HTTPS.',
        belief: 'Old signatures travel without encryption.',
      },
      {
        id: 'auth-type',
        text: 's3:authType equals REST-QUERY-STRING',
        why: 'A presigned URL is signed in the query string, whatever its version. This deny would end the links of Version 4 too.',
        belief: 'Only old signatures stand in the query string.',
      },
      {
        id: 'version',
        text: 's3:signatureversion equals AWS',
        why: 'The key is AWS for Version 2 and AWS4-HMAC-SHA256 for Version 4. So it tells the two apart.',
      },
    ],
  },
  {
    ...item,
    id: 'price-of-the-ban',
    type: 'response',
    title: 'The side effects of a deny',
    traps: ['E11'],
    difficulty: 3,
    situation:
      'A bucket policy denies all requests whose s3:authType is not REST-HEADER. It has no exceptions. All callers have the permissions they need.',
    stem: 'Which of these requests fail because of it?',
    source: 'guidance.guardrails',
    keys: ['get-link', 'console', 'form'],
    options: [
      {
        id: 'cli',
        text: 'A download with the AWS CLI, by aws s3 cp',
        why: 'The CLI signs in a header. Its requests have REST-HEADER and pass.',
        belief: 'The CLI downloads through presigned URLs.',
      },
      {
        id: 'get-link',
        text: 'A download by presigned URL',
        why: 'Its signature stands in the query string, so the key says REST-QUERY-STRING.',
      },
      {
        id: 'console',
        text: 'A download in the S3 console',
        why: 'The console transfers objects by signed queries. AWS warns that this deny breaks its uploads and downloads.',
      },
      {
        id: 'sdk',
        text: 'An upload by a function, with put_object of boto3',
        why: 'An SDK’s ordinary calls are signed in a header, and so they pass.',
        belief: 'Uploads by an SDK are presigned.',
      },
      {
        id: 'form',
        text: 'An upload by an HTML form with a POST policy',
        why: 'For forms the key says POST. That is another value than REST-HEADER.',
      },
    ],
  },
  {
    ...item,
    id: 'one-link-in-a-forum',
    version: 2,
    type: 'choice',
    title: 'A link in a forum',
    skill: '4.2.5',
    traps: ['D10', 'E11'],
    difficulty: 3,
    situation:
      'On 2 October somebody posts a presigned URL of a game studio in a forum. A session of the role Press signed it. Press opens a new session whenever it needs one, and no other link of Press is in use. Customers hold other links, signed by the key of an IAM user, which must go on. So must the file.',
    stem: 'Which step makes the URL useless and harms nobody else?',
    deciding: ['signed by the key of an IAM user, which must go on'],
    source: 'guidance.guardrails',
    shows: seen('revocation-race', 'use-session.signer-allowed', { last: 'session' }),
    key: 'revoke-sessions',
    options: [
      {
        id: 'deactivate',
        text: 'Deactivate the access key of the user',
        why: 'The user’s key did not sign this URL. The customers’ links would end and this one would not.',
        belief: 'Behind each link there is an access key of a user.',
      },
      {
        id: 'delete-object',
        text: 'Delete the file and upload it again',
        why: 'The URL names a key, not a file. It would give whoever uses it the new copy.',
        belief: 'A link is bound to the copy that was there when it was signed.',
      },
      {
        id: 'deny-query',
        text: 'Deny REST-QUERY-STRING in the bucket policy',
        why: 'This ends the URL, and with it each link of the customers.',
        belief: 'A condition on s3:authType knows one link from another.',
      },
      {
        id: 'revoke-sessions',
        text: 'Revoke the active sessions of Press',
        why: 'What its older sessions signed is denied from then on. New sessions of Press and the user’s links are not concerned.',
      },
    ],
  },
  {
    ...item,
    id: 'key-and-its-meaning',
    type: 'matching',
    title: 'Condition keys around a link',
    traps: ['E10', 'E11', 'E12', 'D5'],
    difficulty: 2,
    situation:
      'Paolo reads the bucket policy of a winery. Five condition keys stand in it, and presigned requests meet each of them.',
    stem: 'What does each key say about a presigned request?',
    source: 's3.condition-keys',
    prompts: [
      {
        id: 'age',
        text: 's3:signatureAge',
        key: 'since-signing',
        why: 'It counts the milliseconds from X-Amz-Date to the arrival.',
      },
      {
        id: 'auth',
        text: 's3:authType',
        key: 'place-of-signature',
        why: 'It is REST-QUERY-STRING for a URL, REST-HEADER for a header and POST for a form.',
      },
      {
        id: 'version',
        text: 's3:signatureversion',
        key: 'algorithm',
        why: 'It tells Signature Version 4 from the old Version 2.',
      },
      {
        id: 'endpoint',
        text: 'aws:SourceVpce',
        key: 'way',
        why: 'It names the VPC endpoint that the arriving request came through.',
      },
      {
        id: 'issued',
        text: 'aws:TokenIssueTime',
        key: 'session-start',
        why: 'It says when the signing session was issued, and is absent for long-term keys.',
      },
    ],
    responses: [
      { id: 'since-signing', text: 'How long ago it was signed' },
      { id: 'session-start', text: 'When the credentials behind it were issued' },
      { id: 'place-of-signature', text: 'Where in the request the signature stands' },
      { id: 'algorithm', text: 'By which algorithm it was signed' },
      { id: 'way', text: 'By which endpoint it reaches S3' },
      {
        id: 'asked',
        text: 'How long the URL asks to live',
        why: 'None of these keys holds X-Amz-Expires. S3 checks that number by itself.',
        belief: 'Policies can test the lifetime that a URL asks for.',
      },
    ],
  },
  {
    ...item,
    id: 'who-downloaded-it',
    version: 2,
    type: 'choice',
    title: 'A name in the log',
    skill: '4.1.3',
    traps: ['E18'],
    difficulty: 2,
    situation:
      'A trade union used to share minutes by presigned URLs, signed by the role Minutes. Since August its server gets the file from S3 by an SDK itself, with a session of the same role. It passes the file on to the member who asked. Ines reads the line of such a download in the server access log.',
    stem: 'Which requester and which type of authentication does the line have?',
    deciding: ['gets the file from S3 by an SDK itself'],
    source: 's3.log-format',
    key: 'header',
    options: [
      {
        id: 'member-query',
        text: 'The member, QueryString',
        why: 'S3 does not know the member. No URL with a signature is involved any more.',
        belief: 'The log names the person who gets the file.',
      },
      {
        id: 'anonymous',
        text: 'Nobody, and no type',
        why: 'Both are missing for requests that nobody signed. An SDK signs each request.',
        belief: 'Requests from a server to S3 are anonymous.',
      },
      {
        id: 'header',
        text: 'The role’s session, AuthHeader',
        why: 'The server signs its request in a header, as the role’s session. A presigned URL would have been logged as QueryString.',
      },
      {
        id: 'query',
        text: 'The role’s session, QueryString',
        why: 'QueryString marks presigned requests. This one is signed in its headers.',
        belief: 'A log does not tell presigned requests from others.',
      },
    ],
  },
  {
    ...item,
    id: 'two-kinds-of-signed-urls',
    version: 2,
    type: 'choice',
    title: 'Films for subscribers',
    topic: 'choosing',
    traps: ['E19'],
    difficulty: 3,
    situation:
      'A sports club serves films of its matches by a CloudFront distribution. Its bucket answers that distribution and nobody else. A subscriber shall get one file until Friday, from whatever address, by a URL as short as possible.',
    stem: 'Which mechanism fits best?',
    deciding: ['answers that distribution and nobody else', 'one file', 'as short as possible'],
    source: 'cloudfront.signed-urls',
    key: 'cloudfront-canned',
    options: [
      {
        id: 'cloudfront-canned',
        text: 'A CloudFront signed URL with a canned policy',
        why: 'A canned policy covers one file until one moment and stands in the URL as a date. That is all that is asked.',
      },
      {
        id: 'cloudfront-custom',
        text: 'A CloudFront signed URL with a custom policy',
        why: 'It would work, and carry the policy in the URL. It is for wildcards, start times and addresses.',
        belief: 'A custom policy is needed wherever there is an end time.',
      },
      {
        id: 'post',
        text: 'An S3 POST policy with a condition on the key',
        why: 'A POST policy is for uploads by a form. The film is to be downloaded.',
        belief: 'POST policies grant downloads.',
      },
      {
        id: 'presigned',
        text: 'An S3 presigned URL signed by a role',
        why: 'It leads to the bucket, and the bucket answers the distribution alone.',
        belief: 'A presigned URL passes each restriction of a bucket.',
      },
    ],
  },
];
