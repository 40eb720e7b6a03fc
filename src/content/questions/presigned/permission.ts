import type { WrittenQuestion } from '../../question.ts';

/** Whose permission a presigned URL uses, and when it is asked for. */

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const PERMISSION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'signing-without-permission',
    version: 2,
    type: 'choice',
    title: 'A signer who may do nothing',
    traps: ['E3'],
    difficulty: 1,
    situation:
      'Priya works at a bakery chain. Her role has no permission for Amazon S3 at all. On 3 March she calls generate_presigned_url for a GET of recipes.pdf. She mails what she gets to a baker, who opens it at once.',
    stem: 'Who is the first to report an error?',
    source: 'guidance.generation',
    key: 's3',
    options: [
      {
        id: 's3',
        text: 'Amazon S3',
        why: 'The baker’s request is the first that AWS hears of the link. S3 looks up what the signer may do, and refuses.',
      },
      {
        id: 'sts',
        text: 'AWS STS',
        why: 'STS has no part in it. The session’s secret key is on Priya’s machine and signs there.',
        misconception: 'sts-signs-for-sessions',
      },
      {
        id: 'sdk',
        text: 'Priya’s library',
        why: 'The library does not know the policies. It only computes, and gives her a URL like any other.',
        misconception: 'signing-asks-aws',
      },
      {
        id: 'browser',
        text: 'The baker’s browser',
        why: 'The browser knows nothing of signatures. It shows what the server answers.',
        belief: 'A browser can see whether a link is in order.',
      },
    ],
  },
  {
    ...item,
    id: 'permission-given-later',
    version: 2,
    type: 'choice',
    title: 'For twenty minutes a permission',
    traps: ['E4'],
    difficulty: 2,
    situation:
      'At 09:00 a reporting job opens a session of 12 hours and signs a link for two hours. Its role may not read the bucket. At 09:20 an administrator adds s3:GetObject to the role, and at 09:40 takes it away again; both changes take effect. The recipient opens the link at 09:30, and once more at 09:50.',
    stem: 'What does S3 answer at 09:50?',
    source: 'guidance.generation',
    key: 'denied',
    options: [
      {
        id: 'object',
        text: '200 with the object',
        why: 'At 09:30 it was so. Each use is decided by the policies of its own moment.',
        misconception: 'links-go-on-working',
      },
      {
        id: 'token',
        text: '400 ExpiredToken',
        why: 'A change of policy takes what a session may do, not its time. Its token is still alive.',
        misconception: 'tokens-can-be-cancelled',
      },
      {
        id: 'denied',
        text: '403 AccessDenied',
        why: 'At 09:50 nothing allows the role to read the object. S3 asks for the permission when the request arrives.',
      },
      {
        id: 'signature',
        text: '403 SignatureDoesNotMatch',
        why: 'Policies are no part of the signed request. Changing them changes no byte of it.',
        misconception: 'signatures-cover-policies',
      },
    ],
  },
  {
    ...item,
    id: 'forbid-making-links',
    version: 2,
    type: 'choice',
    title: 'Four wishes of a clinic',
    traps: ['E5'],
    difficulty: 2,
    situation:
      'Four people of a clinic have a wish about presigned URLs. Anke wants that developers cannot create any. Bilal wants each to be refused an hour after it was signed. Chiara wants a list of those that were created. Dirk wants STS to sign none for trainees. The developers and trainees keep their sessions.',
    stem: 'Whose wish can a policy fulfil?',
    source: 'guidance.generation',
    key: 'bilal',
    options: [
      {
        id: 'anke',
        text: 'Anke’s',
        why: 'There is no action for creating a URL. It sends no request that a policy could look at.',
        belief: 'Making a presigned URL is an action of S3.',
      },
      {
        id: 'bilal',
        text: 'Bilal’s',
        why: 'The use of a URL is a request, and policies decide it. The age of the signature is one of the things they can test.',
      },
      {
        id: 'chiara',
        text: 'Chiara’s',
        why: 'AWS does not hear of a URL when it is created. Logs show those that were used.',
        belief: 'AWS keeps a list of presigned URLs.',
      },
      {
        id: 'dirk',
        text: 'Dirk’s',
        why: 'STS does not sign URLs. Whoever holds a secret key can compute a signature anywhere.',
        belief: 'STS signs presigned URLs for sessions.',
      },
    ],
  },
  {
    ...item,
    id: 'what-the-holder-may',
    version: 2,
    type: 'choice',
    title: 'An administrator’s link',
    traps: ['E21'],
    difficulty: 2,
    situation:
      'Nadia is an administrator of a radio station and may do everything in its account. She signs a PUT link to interview.mp3, valid for a day, and mails it to a guest of the programme. The next hour she loses all rights but s3:GetObject and s3:PutObject for this bucket.',
    stem: 'What can the guest do with the link after that?',
    source: 'guidance.generation',
    key: 'replace',
    options: [
      {
        id: 'act',
        text: 'Act in the account as Nadia',
        why: 'The secret key is not in the link, so the guest can sign nothing else.',
        belief: 'A link hands over the session of its signer.',
      },
      {
        id: 'read',
        text: 'Read interview.mp3',
        why: 'Nadia may read it, but what she signed is a PUT. A GET needs another signature.',
        misconception: 'links-grant-every-action',
      },
      {
        id: 'replace',
        text: 'Replace interview.mp3',
        why: 'The signature fixes one operation on one key. Policies decide at each use whether Nadia may do it, and she still may.',
      },
      {
        id: 'upload-others',
        text: 'Upload files beside interview.mp3',
        why: 'The key of the object is part of what was signed. Another key needs another signature.',
        belief: 'A link opens the bucket it points to.',
      },
    ],
  },
  {
    ...item,
    id: 'signed-inside-used-outside',
    version: 2,
    type: 'choice',
    title: 'Inside the VPC and outside',
    traps: ['E12'],
    difficulty: 2,
    situation:
      'The bucket of an insurer denies requests unless aws:SourceVpce is the company’s endpoint. A program on a laptop at an airport signs a link with the role’s session. Four people open it in time and unchanged. Ada is at home, Ben on a server of the VPC with the endpoint. Cleo is on a server of another VPC, with no way to the endpoint but a NAT gateway’s to the internet. Dana is at the airport, on the laptop itself.',
    stem: 'Who gets the file?',
    source: 's3.presigned',
    key: 'ben',
    options: [
      {
        id: 'ada',
        text: 'Ada',
        why: 'A presigned request meets the same policies as any other request. Ada’s does not come through the endpoint.',
        belief: 'A signed URL bypasses the bucket policy.',
      },
      {
        id: 'ben',
        text: 'Ben',
        why: 'The condition looks at the request that arrives, and Ben’s comes through the endpoint. Where the link was signed leaves no trace.',
      },
      {
        id: 'cleo',
        text: 'Cleo',
        why: 'Through a NAT gateway a request reaches S3 from the internet. It does not come by the endpoint.',
        belief: 'Each request from a VPC comes through its endpoint.',
      },
      {
        id: 'dana',
        text: 'Dana',
        why: 'To have signed the link gives no place in the network. The request from the airport is denied.',
        belief: 'Network conditions look at where a link was made.',
      },
    ],
  },
  {
    ...item,
    id: 'link-to-an-encrypted-file',
    version: 3,
    type: 'choice',
    title: 'A file under a KMS key',
    traps: ['E13'],
    difficulty: 2,
    situation:
      'A tax adviser’s bucket encrypts with a customer managed KMS key. For S3, the role with which her portal signs links has s3:GetObject and s3:PutObject. Clients have no AWS accounts. They download letters by GET links, which works, and upload small files by PUT links, which fails with AccessDenied.',
    stem: 'Who needs which permission besides?',
    source: 's3.kms',
    key: 'role-generate',
    options: [
      {
        id: 'client-decrypt',
        text: 'The clients, kms:Decrypt',
        why: 'Clients have no identity in AWS. The request counts as the signer’s, and it is an upload.',
        belief: 'Whoever uses an encrypted bucket must be allowed to decrypt.',
      },
      {
        id: 'client-generate',
        text: 'The clients, kms:GenerateDataKey',
        why: 'Clients have no identity in AWS. The request counts as the signer’s, for KMS as well.',
        belief: 'Whoever uploads must be allowed to encrypt.',
      },
      {
        id: 'role-decrypt',
        text: 'The role, kms:Decrypt',
        why: 'That permission is for downloads, and the role has it: they work.',
        belief: 'Reading and writing encrypted objects need the same permission.',
      },
      {
        id: 'role-generate',
        text: 'The role, kms:GenerateDataKey',
        why: 'S3 asks KMS in the name of the signer. For an upload it needs a new data key.',
      },
    ],
  },
  {
    ...item,
    id: 'public-access-blocked',
    version: 2,
    type: 'choice',
    title: 'Block Public Access and four people',
    traps: ['E14'],
    difficulty: 2,
    situation:
      'A theatre turns on all four settings of Block Public Access for its account. Four people ask for a poster. Ana uses the plain address of the object, whose ACL says public-read. Bo uses a presigned URL of an IAM user who may read the poster, signed the day before for a week. Cy uses the plain address, which the bucket policy opens to everybody. Dee uses a presigned URL of an IAM user who may read nothing.',
    stem: 'Who gets the poster?',
    source: 's3.block-public',
    key: 'bo',
    options: [
      {
        id: 'ana',
        text: 'Ana',
        why: 'The settings ignore public ACLs. Ana’s request is unsigned and counts as public.',
        belief: 'An ACL on an object outweighs the account’s settings.',
      },
      {
        id: 'bo',
        text: 'Bo',
        why: 'Bo’s request carries a signature and counts as the user’s. Block Public Access acts on public ACLs, public policies and unsigned requests.',
      },
      {
        id: 'cy',
        text: 'Cy',
        why: 'The settings restrict buckets whose policy is public. The unsigned request is refused.',
        belief: 'A bucket policy outweighs the account’s settings.',
      },
      {
        id: 'dee',
        text: 'Dee',
        why: 'A link has the permissions of its signer, and this signer has none that counts. The public statement is restricted.',
        belief: 'A signature is enough to pass.',
      },
    ],
  },
  {
    ...item,
    id: 'looked-at-on-use',
    type: 'response',
    title: 'What counts at the moment of use',
    traps: ['E4', 'E12', 'E21'],
    difficulty: 2,
    situation:
      'A role of a film studio signs a link on Monday. An editor opens it on Monday evening from a hotel. The bucket policy has a condition on aws:SourceIp.',
    stem: 'Which of these decide whether the editor gets the file?',
    source: 's3.presigned',
    keys: ['role-policy', 'bucket-policy', 'hotel'],
    options: [
      {
        id: 'role-policy',
        text: 'The role’s policies on Monday evening',
        why: 'The request counts as the role’s session. Its policies are those of the moment of use.',
      },
      {
        id: 'editor-policy',
        text: 'The editor’s own permissions in AWS',
        why: 'S3 sees the signature of the role and nothing of the editor.',
        misconception: 'readers-need-permissions',
      },
      {
        id: 'bucket-policy',
        text: 'The bucket policy on Monday evening',
        why: 'A bucket policy applies to presigned requests as to all others, when they arrive.',
      },
      {
        id: 'signing-policy',
        text: 'The role’s policies when the link was signed',
        why: 'Nobody looked at policies then, and none are stored in the link.',
        belief: 'A link keeps the permissions that its signer had when signing.',
      },
      {
        id: 'hotel',
        text: 'The address from which the editor’s request comes',
        why: 'The condition on aws:SourceIp tests the request that arrives.',
      },
      {
        id: 'studio',
        text: 'The address of the machine that signed the link',
        why: 'The signing machine sends nothing to S3. Its address stands nowhere in the link.',
        belief: 'Network conditions look at where a link was made.',
      },
    ],
  },
  {
    ...item,
    id: 'symptom-and-cause',
    type: 'matching',
    title: 'Four refusals of S3',
    skill: '4.2.4',
    traps: ['E1', 'E3', 'E15'],
    difficulty: 2,
    situation:
      'The help desk of a university collects what S3 answered to links that failed. Each link was signed with a role’s session.',
    stem: 'Which cause belongs to which answer?',
    source: 's3.errors',
    prompts: [
      {
        id: 'expired-token',
        text: '400 ExpiredToken',
        key: 'session-over',
        why: 'S3 has this code for a session token whose time is over, whatever the link asked for.',
      },
      {
        id: 'request-expired',
        text: '403 AccessDenied, “Request has expired”',
        key: 'link-over',
        why: 'With these words S3 says that the time since signing is longer than X-Amz-Expires.',
      },
      {
        id: 'mismatch',
        text: '403 SignatureDoesNotMatch',
        key: 'changed',
        why: 'S3 computed a signature over what arrived, and it differs: something signed is not the same.',
      },
      {
        id: 'no-policy',
        text: '403 AccessDenied, “no identity-based policy allows”',
        key: 'not-allowed',
        why: 'The signature was good. The role that signed may not do what the link says.',
      },
    ],
    responses: [
      { id: 'link-over', text: 'The link’s own time is over' },
      { id: 'session-over', text: 'The session that signed it is over' },
      { id: 'changed', text: 'The link was opened with another method' },
      { id: 'not-allowed', text: 'The signer lacks the permission' },
      {
        id: 'no-account',
        text: 'The recipient has no AWS account',
        why: 'A recipient needs no account. The request is signed already.',
        belief: 'Whoever opens a link must be known to AWS.',
      },
    ],
  },
  {
    ...item,
    id: 'from-signing-to-bytes',
    type: 'ordering',
    title: 'The way of a link',
    traps: ['E3', 'E20'],
    difficulty: 1,
    situation:
      'The server of a housing company lets a tenant download a contract by a presigned URL. The bucket is private.',
    stem: 'In which order do these things happen?',
    source: 's3.presigned',
    steps: [
      {
        id: 'sign',
        text: 'The server computes a signature with its secret key',
        why: 'This comes before all else, as the signature is part of the URL.',
      },
      {
        id: 'send',
        text: 'The server gives the URL to the tenant',
        why: 'There must be a signed URL before it can be given away.',
      },
      {
        id: 'request',
        text: 'The tenant’s browser sends the URL to S3',
        why: 'The browser needs the URL from the server. It signs nothing itself.',
      },
      {
        id: 'verify',
        text: 'S3 computes the signature again and compares',
        why: 'S3 hears of the URL when the request arrives, and so cannot check it earlier.',
      },
      {
        id: 'bytes',
        text: 'S3 answers with the contract',
        why: 'The answer waits until the signature has matched and the signer is allowed.',
      },
    ],
    others: [
      {
        id: 'register',
        text: 'The server registers the URL with S3',
        why: 'S3 keeps no list of URLs. It learns of one when somebody uses it.',
        belief: 'S3 must know a URL before it can be used.',
      },
      {
        id: 'sign-in',
        text: 'The tenant signs in to AWS',
        why: 'The URL is a bearer token: whoever holds it can use it.',
        belief: 'Whoever opens a link must be known to AWS.',
      },
    ],
  },
];
