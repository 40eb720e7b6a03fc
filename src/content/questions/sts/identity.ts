import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** Who somebody is, whose key this is, and what a refusal says. */
export const IDENTITY_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'denied-and-still-answered',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A question to STS under a deny',
    skill: '4.1.3',
    traps: ['A10', 'A11'],
    difficulty: 2,
    situation:
      'Leo leaves a film studio on 21 January. An administrator attaches a policy to his user that denies every action on every resource. His access key stays active. He calls GetAccessKeyInfo with the ID of this key.',
    stem: 'What does STS answer?',
    deciding: ['GetAccessKeyInfo'],
    source: 'sts.key-info',
    options: [
      {
        id: 'denied',
        text: 'AccessDenied',
        why: 'GetAccessKeyInfo takes a permission, and his policy denies it. GetCallerIdentity would have answered.',
      },
      {
        id: 'invalid',
        text: 'InvalidClientTokenId',
        why: 'The key is active and known. Policies do not make a key unknown.',
        belief: 'A user who may do nothing has an invalid key.',
      },
      {
        id: 'account',
        text: 'The account ID',
        why: 'That would be the answer without the deny. The operation tells the account and nothing else.',
        belief: 'Questions about one’s own key need no permission.',
      },
      {
        id: 'all',
        text: 'The account ID, the ARN and the user ID',
        why: 'GetCallerIdentity answers so, and no deny stops it. Leo called another operation.',
        belief: 'All questions about a key are answered under a deny.',
      },
    ],
    key: 'denied',
    shows: seen('who-am-i', 'ask.action-allowed', { asks: 'own' }),
  },
  {
    id: 'asia-in-a-chat',
    version: 2,
    type: 'choice',
    topic: 'sts',
    title: 'A key ID in a chat',
    skill: '4.1.3',
    traps: ['A11', 'D5'],
    difficulty: 1,
    situation:
      'On 4 May somebody pastes credentials into the public chat of a game maker. The access key ID begins with AKIA and belongs to the user loader. This user may read a bucket, and takes the role Uploads once a week. CloudTrail shows no call since Sunday, and no session of the role is open.',
    stem: 'Which action takes the power from what was pasted?',
    deciding: ['begins with AKIA', 'no session of the role is open'],
    source: 'sts.key-info',
    options: [
      {
        id: 'revoke',
        text: 'Revoke the active sessions of the role',
        why: 'That is the answer to a leaked session, whose key begins with ASIA. The user’s key signs on.',
        belief: 'Leaked credentials are stopped by revoking sessions.',
      },
      {
        id: 'deactivate',
        text: 'Deactivate the access key of the user',
        why: 'AKIA marks a long-term key. IAM lists it and can switch it off, and no session of it is out.',
      },
      {
        id: 'rotate',
        text: 'Create a new access key for the user',
        why: 'A user can have two keys. The old one works until somebody switches it off.',
        belief: 'A new access key takes the place of the old one.',
      },
      {
        id: 'trust',
        text: 'Remove the user from the role’s trust policy',
        why: 'The user can read the bucket without the role. The key still signs for that.',
        belief: 'A key has its power from the roles it opens.',
      },
    ],
    key: 'deactivate',
  },
  {
    id: 'prefixes',
    version: 1,
    type: 'matching',
    topic: 'sts',
    title: 'Four letters at the front',
    skill: '4.1.3',
    traps: ['A11', 'C12'],
    difficulty: 2,
    situation:
      'An analyst of a travel agency reads logs and policies. Four identifiers begin with different letters.',
    stem: 'What does each of them belong to?',
    source: 'iam.identifiers',
    prompts: [
      {
        id: 'akia',
        text: 'AKIA…',
        key: 'long',
        why: 'AKIA stands before long-term access keys, of IAM users and of root.',
      },
      {
        id: 'asia',
        text: 'ASIA…',
        key: 'temporary',
        why: 'ASIA stands before the access keys of temporary credentials from STS.',
      },
      {
        id: 'aroa',
        text: 'AROA…',
        key: 'role',
        why: 'AROA stands before the unique ID of a role, and is left in a trust policy when the role is deleted.',
      },
      {
        id: 'aida',
        text: 'AIDA…',
        key: 'user',
        why: 'AIDA stands before the unique ID of an IAM user.',
      },
    ],
    responses: [
      { id: 'user', text: 'An IAM user' },
      { id: 'role', text: 'A role' },
      { id: 'long', text: 'A long-term access key' },
      { id: 'temporary', text: 'A temporary access key' },
      {
        id: 'certificate',
        text: 'A server certificate',
        why: 'Server certificates have IDs of their own, which begin with ASCA.',
        belief: 'ASIA and ASCA are the same.',
      },
    ],
  },
  {
    id: 'sealed-reason',
    version: 3,
    type: 'choice',
    topic: 'sts',
    title: 'An encoded message in a refusal',
    skill: '4.2.4',
    traps: ['A12'],
    difficulty: 2,
    situation:
      'EC2 refuses Lena’s call with an encoded authorization failure message. She passes the text to three colleagues in her account. Marc may use each of the account’s KMS keys. Nina may call sts:DecodeAuthorizationMessage. Olaf may look up events in CloudTrail. Lena herself may start no machine and has no further permissions.',
    stem: 'Who can read from the text which statement denied?',
    source: 'sts.decode',
    options: [
      {
        id: 'refused',
        text: 'Lena',
        why: 'The details of a decision are privileged. Who was refused may not read them for that reason alone.',
        belief: 'Whoever gets the message can read it.',
      },
      {
        id: 'kms',
        text: 'Marc',
        why: 'No KMS key of the account is involved.',
        belief: 'Whatever is sealed in AWS is sealed with KMS.',
      },
      {
        id: 'permission',
        text: 'Nina',
        why: 'Whoever wants to decode such a message needs this permission, and nothing else.',
      },
      {
        id: 'trail',
        text: 'Olaf',
        why: 'He finds the event of her call. That does not open the sealed text.',
        belief: 'CloudTrail shows the reason of each refusal in plain words.',
      },
    ],
    key: 'permission',
    shows: seen('decode-message', 'decode.action-allowed'),
  },
  {
    id: 'from-refusal-to-reason',
    version: 1,
    type: 'ordering',
    topic: 'sts',
    title: 'From a refusal to its reason',
    skill: '4.2.4',
    traps: ['A12'],
    difficulty: 2,
    situation:
      'A brewery’s operator cannot start EC2 instances with her role. The error holds an encoded message. Her help desk may call sts:DecodeAuthorizationMessage, and she may not.',
    stem: 'In which order do they find out which statement denied?',
    source: 'sts.decode',
    steps: [
      {
        id: 'copy',
        text: 'The operator copies the encoded message from the error',
        why: 'The message comes with the refusal, so everything starts there.',
      },
      {
        id: 'send',
        text: 'She sends the whole message to the help desk',
        why: 'She must have copied it, and the help desk needs it whole.',
      },
      {
        id: 'decode',
        text: 'The help desk calls DecodeAuthorizationMessage',
        why: 'It has the permission, and now also the message.',
      },
      {
        id: 'read',
        text: 'The help desk reads the matched statements in the reply',
        why: 'The reply of the call holds them.',
      },
    ],
    others: [
      {
        id: 'assume',
        text: 'The help desk assumes the operator’s role',
        why: 'The permission of the help desk is enough. Her role may not decode at all.',
        belief: 'A message can be opened by its receiver only.',
      },
    ],
    shows: seen('decode-message', 'decode.action-allowed', { reader: 'helpdesk' }),
  },
  {
    id: 'errors-of-sts',
    version: 1,
    type: 'matching',
    topic: 'sts',
    title: 'Errors that STS declares',
    skill: '4.1.3',
    traps: ['C11', 'C19', 'A12'],
    difficulty: 3,
    situation:
      'A support team of a payment company collects errors of STS from its logs and looks for what caused each.',
    stem: 'What does each error mean?',
    source: 'sts.model',
    prompts: [
      {
        id: 'packed',
        text: 'PackedPolicyTooLarge',
        key: 'size',
        why: 'Session policies and tags share a packed size, which was exceeded.',
      },
      {
        id: 'region',
        text: 'RegionDisabledException',
        key: 'inactive',
        why: 'STS is not active in that Region for the account that would own the credentials.',
      },
      {
        id: 'malformed',
        text: 'MalformedPolicyDocument',
        key: 'text',
        why: 'The text of the session policy is no valid policy.',
      },
      {
        id: 'message',
        text: 'InvalidAuthorizationMessageException',
        key: 'message',
        why: 'DecodeAuthorizationMessage got a text that is no such message, or not all of it.',
      },
      {
        id: 'expired',
        text: 'ExpiredTokenException',
        key: 'old',
        why: 'The token or response that proves who calls is too old, and a new one is needed.',
      },
    ],
    responses: [
      { id: 'size', text: 'Session policies and tags take too much space' },
      { id: 'inactive', text: 'STS is not active for an account in a Region' },
      { id: 'text', text: 'A session policy cannot be read' },
      { id: 'message', text: 'What should be decoded is broken' },
      { id: 'old', text: 'An identity provider’s proof is out of date' },
      {
        id: 'trust',
        text: 'A trust policy does not name the caller',
        why: 'For that STS answers AccessDenied, which is none of these.',
        belief: 'Each refusal has an error of its own.',
      },
    ],
  },
];
