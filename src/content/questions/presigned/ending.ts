import type { WrittenQuestion } from '../../question.ts';
import { seenIn } from '../seen.ts';

const seen = seenIn('presigned');

/** What ends a link before its time. */
export const ENDING_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'one-link-of-five',
    version: 1,
    type: 'choice',
    topic: 'presigned',
    title: 'One of five links is in the wrong hands',
    skill: '4.1.2',
    traps: ['D10'],
    difficulty: 2,
    situation:
      'A session of the role Mailer has signed five presigned URLs for five customers. One of them was sent to the wrong person. The team chooses “Revoke active sessions” for Mailer.',
    stem: 'What happens to the five links?',
    source: 'guidance.overview',
    options: [
      {
        id: 'one',
        text: 'The wrong one stops, once it is named',
        why: 'There is no call that names a URL. A presigned URL is a signed request, and AWS keeps no list of them.',
        belief: 'A single presigned URL can be revoked.',
      },
      {
        id: 'none',
        text: 'They go on until their own ends',
        why: 'S3 looks up the signer’s permissions when a link is used. The signer’s session is denied now.',
        belief: 'A link stands by itself once it is signed.',
      },
      {
        id: 'used',
        text: 'Those stop that nobody has used yet',
        why: 'It makes no difference whether a link was used. Each use is decided anew.',
        belief: 'The first use opens a link for good.',
      },
      {
        id: 'all',
        text: 'Each of the five stops',
        why: 'What ends a link is what ends the power of its signer. So it falls with all else that the session signed.',
      },
    ],
    key: 'all',
    shows: seen('revocation-race', 'use-session.signer-allowed', { last: 'session' }),
  },
  {
    id: 'ends-a-link-early',
    version: 1,
    type: 'response',
    topic: 'presigned',
    title: 'To end a link early',
    skill: '4.1.2',
    traps: ['D10'],
    difficulty: 2,
    situation:
      'On 26 January a link is posted in a chat. An IAM user’s key signed it for seven days, to read one object. Both belong to the account of an exam office.',
    stem: 'Which measures stop the link?',
    deciding: ['An IAM user’s key signed it'],
    source: 'guidance.overview',
    options: [
      {
        id: 'off',
        text: 'Deactivate the access key that signed it',
        why: 'S3 refuses requests that are signed with a key that is not active.',
      },
      {
        id: 'revoke',
        text: 'Revoke the active sessions of the user’s role',
        why: 'No session signed the link. The request carries no issue time that a deny could meet.',
        misconception: 'revoking-hits-every-link',
      },
      {
        id: 'deny',
        text: 'Deny the user to read it in the bucket policy',
        why: 'The link’s permission is the signer’s permission at the moment of use.',
      },
      {
        id: 'new-key',
        text: 'Give the user another access key beside the old one',
        why: 'The old key stays active, and the link is signed with that.',
        belief: 'A new key makes what the old one signed void.',
      },
      {
        id: 'shorter',
        text: 'Sign the same object again for a shorter time',
        why: 'That makes another link. The old one does not change.',
        belief: 'A new link replaces the old one.',
      },
    ],
    keys: ['off', 'deny'],
    shows: seen('revocation-race', 'use-user.key-known', { also: 'off' }),
  },
];
