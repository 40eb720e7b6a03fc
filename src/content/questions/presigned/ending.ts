import type { WrittenQuestion } from '../../question.ts';

/** What ends a link before its time. */
export const ENDING_QUESTIONS: readonly WrittenQuestion[] = [
  {
    id: 'one-link-of-five',
    version: 2,
    type: 'choice',
    topic: 'presigned',
    title: 'One of five links is in the wrong hands',
    skill: '4.1.2',
    traps: ['D10'],
    difficulty: 2,
    situation:
      'A program works with the role Mailer and signs links for seven days. A session that began at 09:00 signs two links, one that began at 09:30 signs two more. One of the first two is sent to the wrong person. At 10:00 the team chooses “Revoke active sessions” for Mailer. A session that began at 10:10 signs a fifth link.',
    stem: 'How many of the five links work at 10:20?',
    source: 'guidance.overview',
    options: [
      {
        id: 'no-link',
        text: '0',
        why: 'The deny is for sessions that were issued before 10:00. What begins later is free.',
        belief: 'Revoking sessions locks the role.',
      },
      {
        id: 'later-one',
        text: '1',
        why: 'A link falls with all else that its session may do. Four links were signed by older sessions, and one by a newer one.',
      },
      {
        id: 'other-session',
        text: '3',
        why: 'The deny does not know which link was the wrong one. It meets each session from before 10:00.',
        belief: 'Revoking ends the session that signed a chosen link.',
      },
      {
        id: 'all-but-one',
        text: '4',
        why: 'There is no call that names a URL. AWS keeps no list of them.',
        belief: 'A single presigned URL can be revoked.',
      },
    ],
    key: 'later-one',
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
        misconception: 'rotation-replaces-keys',
      },
      {
        id: 'shorter',
        text: 'Sign the same object again for a shorter time',
        why: 'That makes another link. The old one does not change.',
        misconception: 'new-links-replace-old-ones',
      },
    ],
    keys: ['off', 'deny'],
  },
];
