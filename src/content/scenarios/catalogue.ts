import type { LabId } from '../scenario.ts';

/** A scenario as the list of its lab shows it: what it is called. */
export interface Listed {
  readonly lab: LabId;
  readonly id: string;
  readonly title: string;
  /** The heading it stands under in its lab's list. */
  readonly group: string;
}

/** Every scenario, in the order a learner meets them. A test holds this list against the scenarios themselves. */
export const CATALOGUE: readonly Listed[] = [
  {
    lab: 'presigned',
    id: 'seven-days',
    title: 'Seven days asked, one hour given',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'whose-default',
    title: 'A user’s key, and still only 15 minutes',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'user-signed',
    title: 'Seven days, and really seven days',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'chained-hour',
    title: 'The cached session had four minutes left',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'instance-rotation',
    title: 'The server has new credentials, the link has not',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'lambda-signer',
    title: 'The function is gone, its link lives on',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'skewed-clock',
    title: 'Signed twenty minutes from now',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'signature-age',
    title: 'Ten minutes meant, not one second given',
    group: 'Lifetimes',
  },
  {
    lab: 'presigned',
    id: 'lost-tail',
    title: 'The link that lost its tail',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'wrong-method',
    title: 'A link to read, sent to write',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'signed-header',
    title: 'Signed as a PDF, sent as a Word file',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'odd-key',
    title: 'Two ways to write é, and only one is there',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'wrong-region',
    title: 'Signed for Virginia, stored in Frankfurt',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'asked-name',
    title: 'The file name that S3 could not send',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'film-night',
    title: 'The download outlived the link, until the line broke',
    group: 'The link itself',
  },
  {
    lab: 'presigned',
    id: 'permission-lost',
    title: 'Allowed when signed, forbidden when used',
    group: 'Who may use it',
  },
  {
    lab: 'presigned',
    id: 'other-network',
    title: 'Signed in the office, refused in the hotel',
    group: 'Who may use it',
  },
  {
    lab: 'presigned',
    id: 'locked-twice',
    title: 'The link opens the bucket, not the key',
    group: 'Who may use it',
  },
  {
    lab: 'presigned',
    id: 'public-block',
    title: 'Blocked for the public, open by link',
    group: 'Who may use it',
  },
  {
    lab: 'presigned',
    id: 'only-once',
    title: 'The second upload wiped out the first',
    group: 'Uploads',
  },
  {
    lab: 'presigned',
    id: 'photo-form',
    title: 'One photo allowed, a whole film refused',
    group: 'Uploads',
  },
  {
    lab: 'presigned',
    id: 'revocation-race',
    title: 'Sessions revoked, and two links still open',
    group: 'Ending it early',
  },
  {
    lab: 'presigned',
    id: 'used-again',
    title: 'A new key, and the old link still opens',
    group: 'Ending it early',
  },
  {
    lab: 'sts',
    id: 'why-temporary',
    title: 'Stolen at nine, worthless by ten',
    group: 'First principles',
  },
  {
    lab: 'sts',
    id: 'who-am-i',
    title: 'Denied everything, and still told who he is',
    group: 'First principles',
  },
  {
    lab: 'sts',
    id: 'named-user-or-root',
    title: 'The account is trusted, Tom is not',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'both-sides',
    title: 'Invited next door, held back at home',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'confused-deputy',
    title: 'The right vendor, for the wrong customer',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'mfa-to-assume',
    title: 'The phone stayed in the drawer',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'mfa-after-assume',
    title: 'Shown at the door, forgotten inside',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'context-provided',
    title: 'Let in alone, turned away with Ana',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'deleted-principal',
    title: 'The new Bob is not the old Bob',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'assume-itself',
    title: 'A role that knocks at its own door',
    group: 'Trust',
  },
  {
    lab: 'sts',
    id: 'twelve-hours-asked',
    title: 'Twelve hours asked, none given',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'one-hour-chained',
    title: 'Two roles in a row, and only one hour',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'session-policy',
    title: 'The role may write, this session may not',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'session-tags',
    title: 'The tag that stayed behind',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'source-identity',
    title: 'Ana cannot go on as Ben',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'federation-token',
    title: 'A token for Maria, and nothing she may do',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'session-token-mfa',
    title: 'The same Priya, but IAM does not know her',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'assume-root',
    title: 'Root for fifteen minutes, and for one task',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'delegated-hour',
    title: 'The hour began without the partner',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'regional-endpoints',
    title: 'The global token stops at Milan',
    group: 'Sessions',
  },
  {
    lab: 'sts',
    id: 'saml-corporate',
    title: 'The right response, brought a minute late',
    group: 'Federation',
  },
  {
    lab: 'sts',
    id: 'github-wildcard',
    title: 'One star lets every repository deploy',
    group: 'Federation',
  },
  {
    lab: 'sts',
    id: 'cognito-guest',
    title: 'The guest’s role allows it, and still no',
    group: 'Federation',
  },
  {
    lab: 'sts',
    id: 'outbound-token',
    title: 'Ten minutes left, an hour asked',
    group: 'Federation',
  },
  {
    lab: 'sts',
    id: 'decode-message',
    title: 'The reason is in the refusal, and sealed',
    group: 'After the call',
  },
  {
    lab: 'sts',
    id: 'leak-and-respond',
    title: 'The key is off, the thief is still in',
    group: 'After the call',
  },
  {
    lab: 'sts',
    id: 'console-clock',
    title: 'The credentials are dead, the console is not',
    group: 'After the call',
  },
  {
    lab: 'sts',
    id: 'scp-over-everything',
    title: 'The administrator may do everything but this',
    group: 'After the call',
  },
  {
    lab: 'rolesanywhere',
    id: 'key-file',
    title: 'The key file is gone, the batch still runs',
    group: 'From certificate to role',
  },
  {
    lab: 'rolesanywhere',
    id: 'whole-journey',
    title: 'Certificate, session, link: the shortest life wins',
    group: 'From certificate to role',
  },
  {
    lab: 'rolesanywhere',
    id: 'stolen-disk',
    title: 'One stolen disk, four ways to do the job',
    group: 'From certificate to role',
  },
  {
    lab: 'rolesanywhere',
    id: 'leaf-on-trial',
    title: 'Ten ways to make a certificate, two words of refusal',
    group: 'The certificate',
  },
  {
    lab: 'rolesanywhere',
    id: 'gap-second',
    title: 'At noon sharp, neither certificate counts',
    group: 'The certificate',
  },
  {
    lab: 'rolesanywhere',
    id: 'missing-link',
    title: 'One certificate sent, two needed',
    group: 'The certificate',
  },
  {
    lab: 'rolesanywhere',
    id: 'narrow-ca',
    title: 'The device CA may name presses, not printers',
    group: 'The certificate',
  },
  {
    lab: 'rolesanywhere',
    id: 'any-certificate',
    title: 'The canteen’s screen holds a key to payroll',
    group: 'Trust',
  },
  {
    lab: 'rolesanywhere',
    id: 'three-actions',
    title: 'AssumeRole is allowed, and nothing opens',
    group: 'Trust',
  },
  {
    lab: 'rolesanywhere',
    id: 'lost-mapping',
    title: 'One mapping less, and the canteen reads the prices',
    group: 'Trust',
  },
  {
    lab: 'rolesanywhere',
    id: 'press-folders',
    title: 'Thirty presses, one role, a folder each',
    group: 'Trust',
  },
  {
    lab: 'rolesanywhere',
    id: 'other-profile',
    title: 'The press picks the profile without limits',
    group: 'The profile',
  },
  {
    lab: 'rolesanywhere',
    id: 'too-long-for-role',
    title: 'Twelve hours in the profile, one in the role',
    group: 'The profile',
  },
  {
    lab: 'rolesanywhere',
    id: 'own-name',
    title: 'The canteen’s screen calls itself batch-07',
    group: 'The profile',
  },
  {
    lab: 'rolesanywhere',
    id: 'two-regions',
    title: 'Anchor in Frankfurt, profile in Ireland',
    group: 'The profile',
  },
  {
    lab: 'rolesanywhere',
    id: 'switched-off',
    title: 'The anchor is off, and the turbine writes on',
    group: 'Live sessions',
  },
  {
    lab: 'rolesanywhere',
    id: 'late-list',
    title: 'Revoked on Monday, still reading on Thursday',
    group: 'Live sessions',
  },
  {
    lab: 'rolesanywhere',
    id: 'thief-again',
    title: 'Thrown out at half past, back a minute later',
    group: 'Live sessions',
  },
  {
    lab: 'rolesanywhere',
    id: 'dead-certificate',
    title: 'The certificate died at noon, the session lives till midnight',
    group: 'Live sessions',
  },
];

/** A scenario's entry by lab and id; undefined when there is none. */
export const findListed = (lab: string, id: string): Listed | undefined =>
  CATALOGUE.find((listed) => listed.lab === lab && listed.id === id);

/** The scenario a learner meets after this one; after the last, the first again. */
export const nextAfter = ({ lab, id }: Pick<Listed, 'lab' | 'id'>): Listed | undefined =>
  CATALOGUE[
    (CATALOGUE.findIndex((listed) => listed.lab === lab && listed.id === id) + 1) % CATALOGUE.length
  ];
