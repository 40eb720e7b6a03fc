import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('sts');

/** Who somebody is, whose key this is, and what a refusal says. */
export const IDENTITY_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'denied-and-still-answered',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'GetCallerIdentity under a deny',
    skill: '4.1.3',
    traps: ['A10'],
    difficulty: 1,
    situation:
      'Leo leaves a film studio on 21 January. An administrator attaches a policy to his user that denies every action on every resource. His access key stays active, and he calls GetCallerIdentity.',
    stem: 'What does STS answer?',
    deciding: ['denies every action on every resource'],
    source: 'sts.caller-identity',
    options: [
      {
        id: 'denied',
        text: 'AccessDenied, since the policy names every action',
        why: 'The policy does name the action. STS asks no policy for this one, because a refusal would tell as much.',
        belief: 'A deny on everything stops everything.',
      },
      {
        id: 'account',
        text: 'His account ID, and nothing of the user',
        why: 'The deny does not shorten the reply. Account, ARN and user ID are in it.',
        belief: 'A deny hides a part of the identity.',
      },
      {
        id: 'all',
        text: 'His account, ARN and user ID, as on any other day',
        why: 'GetCallerIdentity needs no permission, and a deny does not stop it. The message of a refusal would show the same facts.',
      },
      {
        id: 'invalid',
        text: 'InvalidClientTokenId, since the key is useless now',
        why: 'The key is active and known. Policies do not make a key unknown.',
        belief: 'A user who may do nothing has an invalid key.',
      },
    ],
    key: 'all',
    shows: seen('who-am-i', 'ask.caller-kind'),
  },
  {
    id: 'asia-in-a-chat',
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'A key ID in a chat',
    skill: '4.1.3',
    traps: ['A11'],
    difficulty: 1,
    situation:
      'On 4 May somebody pastes credentials into the public chat of a game maker. The access key ID begins with ASIA. CloudTrail shows that AssumeRole issued it for the role Uploads.',
    stem: 'Which action takes the power from these credentials?',
    deciding: ['begins with ASIA'],
    source: 'sts.key-info',
    options: [
      {
        id: 'revoke',
        text: 'Revoke the active sessions of the role Uploads',
        why: 'ASIA marks temporary credentials of STS. What they can do is decided by the role, so the role is where one acts.',
      },
      {
        id: 'deactivate',
        text: 'Deactivate that access key ID in IAM',
        why: 'IAM lists and deactivates long-term keys, which begin with AKIA. A temporary key is not in the list.',
        belief: 'Every access key can be deactivated in IAM.',
      },
      {
        id: 'rotate',
        text: 'Rotate the access key of the user who called',
        why: 'A new long-term key for the caller changes nothing for a role’s session that is out already.',
        belief: 'A session falls with the key that asked for it.',
      },
      {
        id: 'trust',
        text: 'Remove the caller from the trust policy of Uploads',
        why: 'The trust policy is asked when a role is assumed. The session exists already.',
        belief: 'Who may no longer assume a role loses the sessions of it.',
      },
    ],
    key: 'revoke',
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
    version: 1,
    type: 'choice',
    topic: 'sts',
    title: 'An encoded message in a refusal',
    skill: '4.2.4',
    traps: ['A12'],
    difficulty: 2,
    situation:
      'Lena may start no machine, and EC2 refuses with an encoded authorization failure message. She wants to know which policy denied. Her role allows nothing of STS.',
    stem: 'What does she need to read the message?',
    source: 'sts.decode',
    options: [
      {
        id: 'base64',
        text: 'A tool that decodes base64 and prints JSON',
        why: 'The message is sealed, not only written in another alphabet. Only AWS can open it.',
        belief: 'Encoded means base64.',
      },
      {
        id: 'secret',
        text: 'The secret access key that signed her request',
        why: 'The message is sealed by AWS and not with the caller’s key.',
        belief: 'A message to me is encrypted for my key.',
      },
      {
        id: 'kms',
        text: 'The permission kms:Decrypt on the account’s key',
        why: 'No KMS key of the account is involved.',
        belief: 'Whatever is sealed in AWS is sealed with KMS.',
      },
      {
        id: 'permission',
        text: 'The permission sts:DecodeAuthorizationMessage',
        why: 'The details of a decision are privileged. Whoever wants to decode them needs a permission of their own.',
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
