import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

/** Whose permission a presigned URL uses, and when it is asked for. */

const seen = seenIn('presigned');

const item = { version: 1, topic: 'presigned', skill: '4.1.2' } as const;

export const PERMISSION_QUESTIONS: readonly WrittenQuestion[] = [
  {
    ...item,
    id: 'signing-without-permission',
    type: 'choice',
    title: 'A signer who may do nothing',
    traps: ['E3'],
    difficulty: 1,
    situation:
      'Priya works at a bakery chain. Her role has no permission for Amazon S3 at all. On 3 March she calls generate_presigned_url for a GET of recipes.pdf.',
    stem: 'What happens at this call?',
    source: 'guidance.generation',
    shows: seen('permission-lost', 'sign.done', { allowed: 'off' }),
    key: 'url',
    options: [
      {
        id: 'denied',
        text: 'S3 answers with AccessDenied',
        why: 'No request leaves the machine, so S3 has nothing to answer. It will refuse when the URL is used.',
        misconception: 'signing-asks-aws',
      },
      {
        id: 'sts',
        text: 'STS refuses to sign for the role',
        why: 'STS has no part in it. The session’s secret key is on Priya’s machine and signs there.',
        belief: 'STS makes the signatures of sessions.',
      },
      {
        id: 'sdk',
        text: 'The library reports a missing permission',
        why: 'The library does not know the policies. It only computes.',
        belief: 'The SDK checks the permission before it signs.',
      },
      {
        id: 'url',
        text: 'It returns a URL like any other',
        why: 'Signing is arithmetic with the secret key. Whether the URL works is decided when it is used.',
      },
    ],
  },
  {
    ...item,
    id: 'permission-given-later',
    type: 'choice',
    title: 'First the link, then the policy',
    traps: ['E4'],
    difficulty: 2,
    situation:
      'At 09:00 a reporting job signs a link for two hours. Its role may not read the bucket. At 09:20 an administrator adds s3:GetObject to the role. At 09:30 the recipient opens the link.',
    stem: 'What does the recipient get?',
    source: 'guidance.generation',
    shows: seen('permission-lost', 'open-url.signer-allowed', {
      allowed: 'off',
      meanwhile: 'given',
    }),
    key: 'object',
    options: [
      {
        id: 'object',
        text: 'The object, since S3 asks for the permission at 09:30',
        why: 'The request arrives at 09:30 and is decided by the policies of that moment.',
      },
      {
        id: 'frozen',
        text: 'AccessDenied, since the link keeps the permission of 09:00',
        why: 'No permission is written into a link. It holds a signature, and the policies are looked up at each use.',
        belief: 'A link keeps the permissions that its signer had when signing.',
      },
      {
        id: 'session',
        text: 'AccessDenied, since the session began before 09:20',
        why: 'A role’s policies apply to all its sessions, also to those that began before the change.',
        belief: 'A policy change applies to later sessions.',
      },
      {
        id: 'signature',
        text: 'SignatureDoesNotMatch, since the role changed after 09:00',
        why: 'Policies are no part of the signed request. Changing them changes no byte of it.',
        belief: 'A signature covers the policies of the signer.',
      },
    ],
  },
  {
    ...item,
    id: 'forbid-making-links',
    type: 'choice',
    title: 'A rule against making links',
    traps: ['E5'],
    difficulty: 2,
    situation:
      'The data protection officer of a clinic reads about presigned URLs. She asks Omar to write an SCP so that no developer can create one. The developers need their sessions and their access to S3.',
    stem: 'What should Omar answer her?',
    source: 'guidance.generation',
    key: 'use',
    options: [
      {
        id: 'presign-action',
        text: 'The SCP can deny the action that creates a presigned URL',
        why: 'There is no such action. Creating a URL sends no request that a policy could look at.',
        belief: 'Making a presigned URL is an action of S3.',
      },
      {
        id: 'sts-action',
        text: 'The SCP can deny STS the signing of URLs for developers',
        why: 'STS does not sign URLs. Whoever holds a secret key can compute a signature anywhere.',
        belief: 'STS signs presigned URLs for sessions.',
      },
      {
        id: 'use',
        text: 'Policies can deny the use of such a URL, not its creation',
        why: 'Signing happens on the developer’s machine. Age, kind of authentication and network can be tested at use.',
      },
      {
        id: 'nothing',
        text: 'Policies have no influence on a URL once it is signed',
        why: 'A presigned request is decided by policies like any other request, at the moment it arrives.',
        belief: 'A signed URL bypasses policies.',
      },
    ],
  },
  {
    ...item,
    id: 'what-the-holder-may',
    type: 'choice',
    title: 'An administrator’s link',
    traps: ['E21'],
    difficulty: 2,
    situation:
      'Nadia is an administrator of a radio station and may do everything in its account. She signs a GET link to one interview and mails it to a listener.',
    stem: 'What can the listener do with it?',
    source: 'guidance.generation',
    shows: seen('wrong-method', 'open-url.signature-matches'),
    key: 'one',
    options: [
      {
        id: 'bucket',
        text: 'Read the objects of the bucket that Nadia may read',
        why: 'The key of the object is part of what was signed. Another key needs another signature.',
        belief: 'A link opens the bucket it points to.',
      },
      {
        id: 'one',
        text: 'Read that interview while Nadia herself may read it',
        why: 'The signature fixes one operation on one key. Policies decide at each use whether Nadia may do it.',
      },
      {
        id: 'session',
        text: 'Act in the account as Nadia until the link ends',
        why: 'The secret key is not in the link, so the listener can sign nothing else.',
        belief: 'A link hands over the session of its signer.',
      },
      {
        id: 'frozen',
        text: 'Read that interview even if Nadia loses her rights',
        why: 'S3 looks at Nadia’s policies when the link is used. What she loses, the link loses.',
        belief: 'A link keeps the permissions that its signer had when signing.',
      },
    ],
  },
  {
    ...item,
    id: 'signed-inside-used-outside',
    type: 'choice',
    title: 'Inside the VPC and outside',
    traps: ['E12'],
    difficulty: 2,
    situation:
      'The bucket of an insurer denies requests unless aws:SourceVpce is the company’s endpoint. A server in that VPC signs a link. A customer opens it at home, in time and unchanged.',
    stem: 'What does S3 do?',
    deciding: ['opens it at home'],
    source: 's3.presigned',
    key: 'refuses-network',
    options: [
      {
        id: 'signed-there',
        text: 'It returns the object, as the link was signed in the VPC',
        why: 'Where the signature was computed leaves no trace in a request. The condition looks at the request that arrives.',
        belief: 'Network conditions look at where a link was made.',
      },
      {
        id: 'exempt',
        text: 'It returns the object, as links skip network conditions',
        why: 'A presigned request meets the same policies as any other request.',
        belief: 'A signed URL bypasses the bucket policy.',
      },
      {
        id: 'redirect',
        text: 'It redirects the customer to the endpoint in the VPC',
        why: 'S3 does not send anybody into a VPC. A request that a policy denies is refused.',
        belief: 'S3 leads requests to the endpoint that a policy names.',
      },
      {
        id: 'refuses-network',
        text: 'It refuses, as the request came by another way',
        why: 'The request did not come through the endpoint, so the deny applies. Network conditions bind whoever uses the link.',
      },
    ],
  },
  {
    ...item,
    id: 'link-to-an-encrypted-file',
    type: 'choice',
    title: 'A file under a KMS key',
    traps: ['E13'],
    difficulty: 2,
    situation:
      'A tax adviser keeps files in S3, encrypted with a customer managed KMS key. Her portal signs GET links with a role that has s3:GetObject. Clients have no AWS accounts, and every link fails with AccessDenied.',
    stem: 'Who needs which permission besides?',
    source: 's3.kms',
    key: 'role-decrypt',
    options: [
      {
        id: 'client-decrypt',
        text: 'The clients, kms:Decrypt on the key',
        why: 'Clients have no identity in AWS. The request counts as the signer’s, for KMS as well.',
        belief: 'Whoever downloads must be allowed to decrypt.',
      },
      {
        id: 'role-decrypt',
        text: 'The role, kms:Decrypt on the key',
        why: 'S3 asks KMS in the name of the signer. To download, the signer needs kms:Decrypt.',
      },
      {
        id: 'role-generate',
        text: 'The role, kms:GenerateDataKey on the key',
        why: 'That permission is for uploads, when S3 needs a new data key.',
        belief: 'Reading and writing encrypted objects need the same permission.',
      },
      {
        id: 's3-decrypt',
        text: 'The S3 service, kms:Decrypt on the key',
        why: 'The key’s use is charged to the requester’s permission, and a link’s requester is its signer.',
        belief: 'S3 decrypts with a permission of its own.',
      },
    ],
  },
  {
    ...item,
    id: 'public-access-blocked',
    type: 'choice',
    title: 'Block Public Access and a link',
    traps: ['E14'],
    difficulty: 2,
    situation:
      'On 9 June a theatre turns on all four settings of Block Public Access for its account. A link to a poster was signed on 8 June with an IAM user’s key and asks for seven days. The user may read the poster.',
    stem: 'What becomes of the link?',
    source: 's3.block-public',
    key: 'works',
    options: [
      {
        id: 'dies-now',
        text: 'It stops, as anonymous people can open it',
        why: 'The people are anonymous, the request is not. It carries the signature of an IAM user.',
        belief: 'A link that strangers can open is public access.',
      },
      {
        id: 'older',
        text: 'It works, as it is older than the settings',
        why: 'The settings are looked at when a request arrives. Their date makes no difference.',
        belief: 'Block Public Access spares what was shared before.',
      },
      {
        id: 'works',
        text: 'It works, as the request counts as the user’s',
        why: 'Block Public Access acts on public ACLs, public policies and unsigned requests. This one is signed.',
      },
      {
        id: 'next-day',
        text: 'It stops, as the settings cap it at one day',
        why: 'These settings know nothing of ages. A cap on age is a deny on s3:signatureAge.',
        belief: 'Block Public Access limits the life of links.',
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
    shows: seen('permission-lost', 'open-url.signer-allowed', { meanwhile: 'denied' }),
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
        belief: 'Whoever opens a link needs permissions too.',
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
    shows: seen('seven-days', 'open-url.token-alive'),
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
    shows: seen('seven-days', 'open-url.answer', { used: '20260115T124500Z' }),
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
