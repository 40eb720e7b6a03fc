import type { WrittenQuestion } from '../../question.ts';

/** What is in a presigned URL, what its signature fixes, and what uploads by one can do. */

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
    version: 2,
    type: 'choice',
    title: 'Two links and four requests',
    traps: ['E15'],
    difficulty: 1,
    situation:
      'An agency gets two presigned URLs: one was signed for GET of logo.svg, the other for PUT of icon.svg. The role that signed them may read and write the bucket. The agency sends each URL with GET and with PUT.',
    stem: 'Which of the four requests does S3 accept?',
    source: 's3.query-auth',
    key: 'as-signed',
    options: [
      {
        id: 'get-logo',
        text: 'GET of logo.svg',
        why: 'It is accepted. So is the PUT of icon.svg, which was signed just as well.',
        belief: 'Presigned URLs are for downloads.',
      },
      {
        id: 'as-signed',
        text: 'GET of logo.svg, PUT of icon.svg',
        why: 'Method and key are part of what was signed. These two requests are the ones that were.',
      },
      {
        id: 'gets-and-put',
        text: 'GET of logo.svg and icon.svg, PUT of icon.svg',
        why: 'The method is the first line of what is signed. A URL for PUT holds no signature for GET, though reading is the lesser thing.',
        misconception: 'small-changes-do-no-harm',
      },
      {
        id: 'four',
        text: 'GET and PUT of logo.svg and icon.svg',
        why: 'The role could sign all four requests. Each URL holds the signature of one.',
        misconception: 'links-grant-every-action',
      },
    ],
  },
  {
    ...item,
    id: 'upload-on-top',
    version: 2,
    type: 'choice',
    title: 'Two uploads by one link',
    traps: ['E16', 'E6'],
    difficulty: 2,
    situation:
      'An insurance office sends a customer a presigned PUT link for claim-118.pdf. The customer uploads a file at 14:00 and another one at 14:10 by the same link. The link is valid until 15:00, and versioning is enabled in the bucket.',
    stem: 'What is in the bucket afterwards?',
    deciding: ['versioning is enabled'],
    source: 's3.upload',
    key: 'versions',
    options: [
      {
        id: 'first',
        text: 'The file of 14:00',
        why: 'A presigned URL works any number of times until it expires, and S3 protects no key from a PUT by itself.',
        belief: 'A presigned URL works once.',
      },
      {
        id: 'second',
        text: 'The file of 14:10',
        why: 'Without versioning it would be so: the second upload would replace the first. Versioning keeps the older file.',
        belief: 'A second PUT destroys what was there, in any bucket.',
      },
      {
        id: 'versions',
        text: 'The two files, as versions of one key',
        why: 'The link works twice and writes the same key. In a bucket with versioning each PUT makes a version of its own.',
      },
      {
        id: 'two-keys',
        text: 'The two files, under two keys',
        why: 'The key is part of the signed URL, so each upload goes to the same one.',
        belief: 'S3 renames an upload when its key exists.',
      },
    ],
  },
  {
    ...item,
    id: 'a-limit-for-uploads',
    version: 3,
    type: 'choice',
    title: 'Pictures of five megabytes',
    traps: ['E17'],
    difficulty: 3,
    situation:
      'Visitors of four zoos upload pictures straight from the browser to S3. Apia hands out presigned PUT links and checks the size in the page’s script. Basel hands out presigned PUT links that live for ten seconds. Delhi hands out presigned POST forms whose policy has a content-length-range. Lima hands out presigned POST forms whose policy fixes bucket and key. A visitor with a script of her own sends a file of two gigabytes.',
    stem: 'Whose bucket refuses the file for its size?',
    source: 's3.post-policy',
    key: 'range',
    options: [
      {
        id: 'script',
        text: 'Apia’s',
        why: 'The visitor does not use the page’s script. S3 knows nothing of its check.',
        belief: 'A check in the browser protects the bucket.',
      },
      {
        id: 'short-life',
        text: 'Basel’s',
        why: 'A short life limits the time for starting an upload. It limits no size.',
        belief: 'The life of a link limits how much can be sent.',
      },
      {
        id: 'range',
        text: 'Delhi’s',
        why: 'A POST policy can hold content-length-range, and S3 checks it. A presigned PUT has no such condition.',
      },
      {
        id: 'no-range',
        text: 'Lima’s',
        why: 'A POST policy limits what it names. This one names no size.',
        belief: 'Each POST form has a limit of its own.',
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
    version: 2,
    type: 'choice',
    title: 'A link that is too short',
    traps: ['E15', 'E20'],
    difficulty: 2,
    situation:
      'A printer receives a link with X-Amz-Expires=3600, signed by the key of an IAM user. She is late and writes 86400 in its place. S3 refuses that. So she writes 3600 again, as it was, and sends the link 90 minutes after it was signed. The key and its permissions are in order.',
    stem: 'What does S3 answer this time?',
    deciding: ['as it was', '90 minutes after it was signed'],
    source: 's3.errors',
    key: 'denied',
    options: [
      {
        id: 'object',
        text: '200 with the object',
        why: 'The link is what was signed again, and its own hour is over.',
        misconception: 'refusals-stop-the-clock',
      },
      {
        id: 'token',
        text: '400 ExpiredToken',
        why: 'This code is for the token of a session that has ended. An IAM user’s key has no token.',
        misconception: 'late-is-an-old-token',
      },
      {
        id: 'denied',
        text: '403 AccessDenied',
        why: 'With “Request has expired” S3 says that the time since signing is longer than X-Amz-Expires.',
      },
      {
        id: 'mismatch',
        text: '403 SignatureDoesNotMatch',
        why: 'It was the answer to 86400: the lifetime is signed. With 3600 the signature fits again.',
        misconception: 'edited-links-stay-broken',
      },
    ],
  },
  {
    ...item,
    id: 'signed-header-on-upload',
    version: 2,
    type: 'choice',
    title: 'The type of an upload',
    traps: ['E15'],
    difficulty: 3,
    situation:
      'A court’s server signs a PUT link with the JavaScript SDK, for documents of the type application/pdf. X-Amz-SignedHeaders of the link says: host. A lawyer’s program uploads a document by the link. It sends the Content-Type application/msword.',
    stem: 'What becomes of the upload?',
    deciding: ['X-Amz-SignedHeaders of the link says: host'],
    source: 's3.recorded',
    key: 'stored-sent',
    options: [
      {
        id: 'stored-sent',
        text: 'It is stored as application/msword',
        why: 'The type is not among the signed headers, so the holder of the link chooses it. boto3 would have signed it.',
      },
      {
        id: 'stored-signed',
        text: 'It is stored as application/pdf',
        why: 'S3 replaces no header. What the server had in mind is nowhere in the link.',
        belief: 'S3 replaces headers by those that were meant at signing.',
      },
      {
        id: 'refused',
        text: 'It is refused with AccessDenied',
        why: 'No permission speaks of types here, and no header that was signed differs.',
        misconception: 'types-are-permissions',
      },
      {
        id: 'mismatch',
        text: 'It is refused with SignatureDoesNotMatch',
        why: 'It would be, if the type had been signed. A header that is not named in X-Amz-SignedHeaders is free.',
        misconception: 'presigners-sign-everything',
      },
    ],
  },
];
