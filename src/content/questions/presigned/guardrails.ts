import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** What an account can do about presigned URLs: cap their age, ban them, stop one, and find out who used it. */

const seen = seenIn('presigned');

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const GUARDRAIL_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'age-against-expiry',
    type: 'choice',
    title: 'An hour in the link, ten minutes in the policy',
    traps: ['E10'],
    difficulty: 2,
    situation:
      'A bucket policy of a bank denies requests whose s3:signatureAge is above 600000. At 10:00 a program signs a link for one hour. The signer’s key and permission are in order. A customer opens the link at 10:20.',
    stem: 'What does S3 answer?',
    source: 's3.condition-keys',
    key: 'denied',
    options: [
      {
        id: 'allowed-link',
        text: 'It returns the object, as the link allows an hour',
        why: 'The stricter of the two counts. The policy refuses what is older than ten minutes.',
        misconception: 'link-keeps-its-own-time',
      },
      {
        id: 'allowed-seconds',
        text: 'It returns the object, as 600000 seconds are a week',
        why: 'The key counts milliseconds. Ten minutes are 600000 of them.',
        belief: 'The key s3:signatureAge counts seconds.',
      },
      {
        id: 'denied',
        text: 'It refuses, as the signature is 20 minutes old',
        why: 'The age is counted from X-Amz-Date. Twenty minutes are above the ten that the policy allows.',
      },
      {
        id: 'never-signed',
        text: 'It refuses, as the link asked for over ten minutes',
        why: 'The key looks at the age of the signature on arrival. The same link would have worked at 10:05.',
        belief: 'The key s3:signatureAge limits what a link may ask for.',
      },
    ],
  },
  {
    ...item,
    id: 'fifteen-minutes-of-age',
    type: 'choice',
    title: 'The number for a quarter of an hour',
    traps: ['E10'],
    difficulty: 1,
    situation:
      'Helen guards the buckets of a publisher. She wants a deny with NumericGreaterThan on s3:signatureAge. Presigned requests older than 15 minutes shall fail.',
    stem: 'Which value does she write?',
    source: 's3.condition-keys',
    key: 'milliseconds',
    options: [
      {
        id: 'minutes',
        text: '15',
        why: 'Fifteen milliseconds would refuse almost everything. The key does not count minutes.',
        belief: 'The key s3:signatureAge counts minutes.',
      },
      {
        id: 'seconds',
        text: '900',
        why: 'Nine hundred milliseconds are less than a second. X-Amz-Expires counts seconds, and this key does not.',
        belief: 'The key s3:signatureAge counts seconds.',
      },
      {
        id: 'milliseconds',
        text: '900000',
        why: 'The key counts milliseconds, and a quarter of an hour has 900,000 of them.',
      },
      {
        id: 'microseconds',
        text: '900000000',
        why: 'As milliseconds these are more than ten days. Each URL of Signature Version 4 ends before that.',
        belief: 'The key s3:signatureAge counts microseconds.',
      },
    ],
  },
  {
    ...item,
    id: 'ban-links-keep-programs',
    type: 'choice',
    title: 'Links out, programs in',
    traps: ['E11'],
    difficulty: 2,
    situation:
      'A laboratory wants requests by presigned URL to its bucket to fail. Its programs sign their requests in headers and shall go on. The same roles do both today.',
    stem: 'Which condition belongs in a deny of the bucket policy?',
    deciding: ['The same roles do both'],
    source: 's3.condition-keys',
    shows: seen('revocation-race', 'use-user.signer-allowed', { also: 'links' }),
    key: 'auth-type',
    options: [
      {
        id: 'auth-type',
        text: 's3:authType equals REST-QUERY-STRING',
        why: 'A presigned URL is signed in the query string, and this key says so. The programs have REST-HEADER.',
      },
      {
        id: 'principal-type',
        text: 'aws:PrincipalType equals Anonymous',
        why: 'A presigned request counts as its signer’s. It is as little anonymous as the programs’ requests.',
        belief: 'Requests by presigned URL are anonymous.',
      },
      {
        id: 'version',
        text: 's3:signatureversion equals AWS4-HMAC-SHA256',
        why: 'Headers are signed with the same version. This deny would stop the programs too.',
        belief: 'Presigned URLs have a signature version of their own.',
      },
      {
        id: 'transport',
        text: 'aws:SecureTransport equals false',
        why: 'This stops requests without TLS. Links are opened over HTTPS like everything else.',
        belief: 'A link travels without encryption.',
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
    type: 'choice',
    title: 'A link in a forum',
    skill: '4.2.5',
    traps: ['D10', 'E11'],
    difficulty: 3,
    situation:
      'On 2 October somebody posts a presigned URL of a game studio in a forum. An IAM user’s key signed it, for seven days. The same key signs the headers of the nightly uploads, which must go on.',
    stem: 'Which step makes the URL useless and leaves the uploads alone?',
    deciding: ['which must go on'],
    source: 'guidance.guardrails',
    shows: seen('revocation-race', 'use-user.signer-allowed', { also: 'links' }),
    key: 'deny-query',
    options: [
      {
        id: 'revoke-url',
        text: 'Revoke the URL in the list of URLs of the bucket',
        why: 'There is no such list. Nobody told AWS that the URL was made.',
        belief: 'A single presigned URL can be revoked.',
      },
      {
        id: 'revoke-sessions',
        text: 'Revoke the active sessions of the uploading role',
        why: 'Revoking sessions adds a deny to a role. This URL was signed with a user’s long-term key.',
        belief: 'Revoking sessions ends every presigned URL.',
      },
      {
        id: 'deactivate',
        text: 'Deactivate the access key of the IAM user',
        why: 'This ends the URL, and the nightly uploads with it.',
        belief: 'A key can be deactivated for links alone.',
      },
      {
        id: 'deny-query',
        text: 'Deny s3:authType REST-QUERY-STRING in the bucket policy',
        why: 'The URL is signed in its query string, the uploads in a header. The deny meets one and not the other.',
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
    type: 'choice',
    title: 'A name in the log',
    skill: '4.1.3',
    traps: ['E18'],
    difficulty: 2,
    situation:
      'A trade union shares minutes by presigned URLs, signed by the role Minutes. On 17 August a member downloads a file. Ines reads the line of this download in the server access log.',
    stem: 'What does the line say about who asked?',
    source: 's3.log-format',
    key: 'signer',
    options: [
      {
        id: 'signer',
        text: 'The requester is the role’s session, and the kind of authentication is QueryString',
        why: 'The request is signed by the role’s session, so that is its requester. QueryString marks presigned requests.',
      },
      {
        id: 'member',
        text: 'The requester is the member, and the kind of authentication is QueryString',
        why: 'S3 does not know the member. A URL carries no name of the person who sends it.',
        belief: 'The log names the person who used a link.',
      },
      {
        id: 'anonymous',
        text: 'The requester is missing, and the kind of authentication is missing too',
        why: 'Both are missing for requests that nobody signed. A presigned one is authenticated.',
        belief: 'Requests by presigned URL are anonymous.',
      },
      {
        id: 'header',
        text: 'The requester is the role’s session, and the kind of authentication is AuthHeader',
        why: 'AuthHeader stands for signatures in a header. The log tells the two apart.',
        belief: 'A log does not tell presigned requests from others.',
      },
    ],
  },
  {
    ...item,
    id: 'two-kinds-of-signed-urls',
    type: 'choice',
    title: 'Films for subscribers',
    topic: 'choosing',
    traps: ['E19'],
    difficulty: 2,
    situation:
      'A sports club sells films of its matches. One signed URL shall cover all files of a match, work from the club house’s addresses, and be answered from edge caches. The bucket stays private.',
    stem: 'Which mechanism fits best?',
    deciding: ['cover all files', 'answered from edge caches'],
    source: 'cloudfront.signed-urls',
    key: 'cloudfront-custom',
    options: [
      {
        id: 'presigned',
        text: 'S3 presigned URLs, signed by a role of the club',
        why: 'Such a URL fixes one object and one operation. It cannot cover a path with a wildcard.',
        belief: 'One presigned URL can cover many objects.',
      },
      {
        id: 'cloudfront-canned',
        text: 'CloudFront signed URLs with a canned policy',
        why: 'A canned policy covers one file and knows no addresses.',
        belief: 'Both kinds of CloudFront policies can do the same.',
      },
      {
        id: 'cloudfront-custom',
        text: 'CloudFront signed URLs with a custom policy',
        why: 'A custom policy takes wildcards and a range of addresses. CloudFront checks it at the edge.',
      },
      {
        id: 'post',
        text: 'S3 POST policies with a condition on the key',
        why: 'A POST policy is for uploads by a form. The club wants its films to be downloaded.',
        belief: 'POST policies grant downloads of a whole prefix.',
      },
    ],
  },
];
