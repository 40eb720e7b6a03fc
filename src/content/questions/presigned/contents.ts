import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** What is in a presigned URL, what its signature fixes, and what uploads by one can do. */

const seen = seenIn('presigned');

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const CONTENT_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'read-from-the-url',
    type: 'response',
    title: 'What a stranger can read',
    traps: ['E20'],
    difficulty: 1,
    situation:
      'A session of a role signs a link, and the link lands in a newspaper’s inbox. A journalist looks at its text and does not open it.',
    stem: 'What can the journalist read from it?',
    source: 's3.query-auth',
    shows: seen('seven-days', 'share.sent'),
    keys: ['key-id', 'token', 'region'],
    options: [
      {
        id: 'key-id',
        text: 'The access key ID of the session',
        why: 'It is the first part of X-Amz-Credential. S3 needs it to find the key for the check.',
      },
      {
        id: 'secret',
        text: 'The secret access key of the session',
        why: 'The secret key makes the signature and stays with the signer.',
        belief: 'A presigned URL contains the signer’s credentials.',
      },
      {
        id: 'token',
        text: 'The session token of the session',
        why: 'A temporary key counts only together with its token, so X-Amz-Security-Token carries it.',
      },
      {
        id: 'end',
        text: 'The time at which the session ends',
        why: 'No parameter shows it. A link can ask for seven days and end within the hour.',
        belief: 'X-Amz-Expires tells when the credentials end.',
      },
      {
        id: 'region',
        text: 'The Region that the link was signed for',
        why: 'It stands in X-Amz-Credential, between the date and the name of the service.',
      },
      {
        id: 'policy',
        text: 'The permissions that the signer has',
        why: 'Policies stay in AWS and are looked up at each use.',
        belief: 'A link carries the permissions of its signer.',
      },
    ],
  },
  {
    ...item,
    id: 'one-link-three-wishes',
    type: 'choice',
    title: 'Read, replace and list',
    traps: ['E15'],
    difficulty: 1,
    situation:
      'An agency gets a GET link to logo.svg. Its role at the customer’s account may read, write and list the bucket. The agency sends the link’s URL with PUT, and then with GET for icon.svg.',
    stem: 'Which of these requests does S3 accept?',
    source: 's3.query-auth',
    shows: seen('wrong-method', 'open-url.signature-matches'),
    key: 'get-logo',
    options: [
      {
        id: 'get-logo',
        text: 'GET for logo.svg, and no more',
        why: 'Method and key are part of what was signed. Another method or key gives another signature.',
      },
      {
        id: 'gets',
        text: 'GET for logo.svg and for icon.svg',
        why: 'The path is signed. A URL for another object needs a signature of its own.',
        belief: 'A link opens the bucket it points to.',
      },
      {
        id: 'logo-both',
        text: 'GET and PUT for logo.svg',
        why: 'The method is the first line of what is signed. The role’s right to write changes nothing.',
        misconception: 'links-grant-every-action',
      },
      {
        id: 'three',
        text: 'GET for the two files, and PUT',
        why: 'The role could sign all three requests. This link holds the signature of one.',
        belief: 'A link lets its holder do whatever the signer may do.',
      },
    ],
  },
  {
    ...item,
    id: 'upload-on-top',
    type: 'choice',
    title: 'Two uploads by one link',
    traps: ['E16', 'E6'],
    difficulty: 2,
    situation:
      'An insurance office sends a customer a presigned PUT link for claim-118.pdf. The customer uploads a file at 14:00 and another one at 14:10 by the same link. The link is valid until 15:00, and the bucket has no versioning.',
    stem: 'What is in the bucket afterwards?',
    deciding: ['the bucket has no versioning'],
    source: 's3.upload',
    key: 'second',
    options: [
      {
        id: 'first-kept',
        text: 'The file of 14:00, since an existing key is protected',
        why: 'S3 protects no key from a PUT by itself. The second upload replaces the object.',
        belief: 'A presigned PUT cannot touch existing data.',
      },
      {
        id: 'first-used',
        text: 'The file of 14:00, since the link was used up',
        why: 'A presigned URL works any number of times until it expires.',
        belief: 'A presigned URL works once.',
      },
      {
        id: 'second',
        text: 'The file of 14:10, since a PUT replaces the object',
        why: 'A PUT to an existing key overwrites it. Versioning would have kept the older file.',
      },
      {
        id: 'two',
        text: 'The two files, since S3 gives the second a new key',
        why: 'The key is part of the signed URL, so both uploads go to the same one.',
        belief: 'S3 renames an upload when its key exists.',
      },
    ],
  },
  {
    ...item,
    id: 'a-limit-for-uploads',
    type: 'choice',
    title: 'Pictures of five megabytes',
    traps: ['E17'],
    difficulty: 3,
    situation:
      'Visitors of a zoo’s site upload pictures straight from the browser to S3. No picture may be larger than five megabytes, and S3 itself shall refuse larger ones. The bucket is private.',
    stem: 'What should the site hand to the browser?',
    deciding: ['S3 itself shall refuse larger ones'],
    source: 's3.post-policy',
    key: 'post',
    options: [
      {
        id: 'put-expires',
        text: 'A presigned PUT whose lifetime is short',
        why: 'A short life limits the time for starting an upload. It limits no size.',
        belief: 'The life of a link limits how much can be sent.',
      },
      {
        id: 'post',
        text: 'A presigned POST whose policy has a size range',
        why: 'A POST policy can hold content-length-range, and S3 checks it. A presigned PUT has no such condition.',
      },
      {
        id: 'put-limit',
        text: 'A presigned PUT whose query has a size limit',
        why: 'No parameter of a presigned PUT sets a limit. Parameters that S3 does not know are ignored.',
        belief: 'A parameter of a presigned PUT can cap the size.',
      },
      {
        id: 'put-policy',
        text: 'A presigned PUT whose bucket has a size policy',
        why: 'Bucket policies test who asks and how. The size range belongs to POST policies.',
        belief: 'A bucket policy can test the size of an upload.',
      },
    ],
  },
  {
    ...item,
    id: 'how-a-url-is-signed',
    type: 'ordering',
    title: 'Arithmetic on the client',
    traps: ['E3', 'E20'],
    difficulty: 3,
    situation:
      'A program makes a presigned URL by itself, without a library. It holds temporary credentials and follows Signature Version 4.',
    stem: 'In which order does it do these steps?',
    source: 's3.query-auth',
    shows: seen('seven-days', 'sign.done'),
    steps: [
      {
        id: 'query',
        text: 'Put date, lifetime, credential and session token into the query',
        why: 'All of these are signed, so they must stand in the query before anything is computed.',
      },
      {
        id: 'canonical',
        text: 'Write the canonical request',
        why: 'It contains the whole query except the signature, and so waits for it.',
      },
      {
        id: 'string',
        text: 'Write the string to sign, with the hash of that text',
        why: 'It holds the hash of the canonical request, which must be there before.',
      },
      {
        id: 'hmac',
        text: 'Compute the signature with the signing key',
        why: 'What is signed is the string to sign.',
      },
      {
        id: 'append',
        text: 'Add X-Amz-Signature to the query',
        why: 'This is the one parameter that is not signed. It can only follow the signature.',
      },
    ],
    others: [
      {
        id: 'ask',
        text: 'Ask S3 whether the signer may read the object',
        why: 'No call is made. S3 asks this question when the URL is used.',
        belief: 'AWS checks the permission when the link is made.',
      },
      {
        id: 'secret',
        text: 'Add the secret access key, encrypted',
        why: 'The secret key stays with the program in every form. AWS has its own way to know it.',
        belief: 'A presigned URL contains the signer’s credentials.',
      },
    ],
  },
  {
    ...item,
    id: 'longer-without-signing',
    type: 'choice',
    title: 'A link that is too short',
    traps: ['E15', 'E20'],
    difficulty: 1,
    situation:
      'A printer receives a link with X-Amz-Expires=3600, and she will be late. She writes 86400 in its place and sends the request within the first hour. The signer’s key is in order.',
    stem: 'What does S3 answer?',
    source: 's3.errors',
    shows: seen('seven-days', 'open-url.signature-matches', {
      change: 'expires',
      used: '20260115T124500Z',
    }),
    key: 'mismatch',
    options: [
      {
        id: 'object',
        text: '200 with the object, as an hour is not over',
        why: 'The time is fine, the signature is not. The lifetime is one of the signed parameters.',
        belief: 'The parameters of a link can be edited.',
      },
      {
        id: 'token',
        text: '400 ExpiredToken, as the lifetime is wrong',
        why: 'This code is for the token of a session that has ended. No token has ended here.',
        belief: 'S3 reports every fault of time as an expired token.',
      },
      {
        id: 'denied',
        text: '403 AccessDenied, as she did not sign the link',
        why: 'Nobody has to sign a link before using it. S3 looks at the signature in it.',
        belief: 'A link is bound to the person who signed it.',
      },
      {
        id: 'mismatch',
        text: '403 SignatureDoesNotMatch, as a signed value changed',
        why: 'S3 computes the signature with 86400, and the link holds the one for 3600.',
      },
    ],
  },
  {
    ...item,
    id: 'signed-header-on-upload',
    type: 'choice',
    title: 'The type of an upload',
    traps: ['E15'],
    difficulty: 3,
    situation:
      'A court’s server signs a PUT link with boto3 and names the ContentType application/pdf. A lawyer’s program uploads a document by the link. It sends another Content-Type.',
    stem: 'What happens to the upload?',
    source: 's3.recorded',
    shows: seen('signed-header', 'open-url.signature-matches'),
    key: 'refused',
    options: [
      {
        id: 'stored-sent',
        text: 'S3 stores it with the type that was sent',
        why: 'It would, had the type not been signed. boto3 signs a content type that it is given.',
        belief: 'Headers are no part of a presigned URL.',
      },
      {
        id: 'stored-signed',
        text: 'S3 stores it with the type that was signed',
        why: 'S3 corrects nothing. It compares signatures and refuses when they differ.',
        belief: 'S3 replaces headers by those that were signed.',
      },
      {
        id: 'refused',
        text: 'S3 refuses it, as a signed header differs',
        why: 'A header named in X-Amz-SignedHeaders must arrive with the value that was signed.',
      },
      {
        id: 'policy',
        text: 'S3 refuses it, as the signer may not write PDFs',
        why: 'No permission is missing. The signature does not fit to what arrived.',
        belief: 'The content type of a link is a permission.',
      },
    ],
  },
];
