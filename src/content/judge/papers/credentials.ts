import { principalArn } from '#engine/principal.ts';
import type { Principal, Tags } from '#engine/principal.ts';
import { mfaCode } from '#engine/sts/mfaCode.ts';
import { isoDate } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';
import type { AccessKey, Account, World } from '#engine/world.ts';

import { listed } from './paper.ts';
import type { Paper } from './paper.ts';

/** What AWS knows of those who call: access keys, MFA devices, identity providers. */

const KINDS: Readonly<Record<Principal['kind'], string>> = {
  root: 'the account’s root user',
  user: 'an IAM user',
  'user-session': 'a session of an IAM user',
  'root-session': 'a session of a root user',
  'role-session': 'a session of a role',
  'federated-user': 'a federated user',
  'saml-identity': 'a SAML identity',
  'web-identity': 'a web identity',
  service: 'an AWS service',
  anonymous: 'nobody',
};

const tagsOf = (tags: Tags): string =>
  listed(Object.entries(tags).map(([name, value]) => `${name}=${value}`));

function sessionRows(owner: Principal): NonNullable<Paper['rows']> {
  const mfa = 'mfaAt' in owner && owner.mfaAt !== undefined ? isoDate(owner.mfaAt) : 'no';
  if (owner.kind === 'user-session') return [['MFA proved', mfa]];
  if (owner.kind !== 'role-session') return [];
  return [
    ['MFA proved', mfa],
    ['Opened by', owner.via === 'ec2' ? 'EC2, for an instance' : owner.via],
    ['Session tags', tagsOf(owner.tags)],
    ['Transitive tag keys', listed(owner.transitiveTagKeys)],
    ['Source identity', owner.sourceIdentity ?? 'none'],
  ];
}

const keyPaper = (key: AccessKey): Paper => ({
  title: key.id,
  rows: [
    ['Belongs to', `${KINDS[key.owner.kind]}, ${principalArn(key.owner) ?? 'without an ARN'}`],
    ...sessionRows(key.owner),
    ...(key.kind === 'temporary'
      ? ([
          ['Issued', isoDate(key.issuedAt)],
          ['Expires', isoDate(key.expiresAt)],
          ['Version of the token', `${key.tokenVersion ?? 2}`],
          ['Session token', key.sessionToken],
        ] as const)
      : ([
          ['Status', key.status],
          ['Expires', 'never'],
        ] as const)),
  ],
});

/** The access keys that AWS knows; one that was deleted is none of them. */
export const keyPapers = ({ accessKeys }: World): readonly Paper[] =>
  Object.values(accessKeys)
    .filter((key) => key.kind === 'temporary' || key.status !== 'Deleted')
    .map(keyPaper);

/** Devices and identity providers of an account. */
export const identityPapers = (account: Account, now: Instant): readonly Paper[] => [
  ...account.mfaDevices.map(({ serialNumber, user, usedCode }): Paper => ({
    title: serialNumber,
    rows: [
      ['MFA device of', user],
      ['Code it shows now', mfaCode(serialNumber, now)],
      ['Last code used', usedCode ?? 'none'],
    ],
  })),
  ...account.samlProviders.map(({ arn, issuer, signingKeys }): Paper => ({
    title: arn,
    rows: [
      ['Issuer', issuer],
      ['Signing keys', listed(signingKeys)],
    ],
  })),
  ...account.oidcProviders.map(
    ({ arn, issuer, signingKeys, audiences, jwks, rejectedSubjects }): Paper => ({
      title: arn,
      rows: [
        ['Issuer', issuer],
        ['Audiences', listed(audiences)],
        ['Signing keys', jwks === undefined ? listed(signingKeys) : `the key set is ${jwks}`],
        ['Subjects taken back', listed(rejectedSubjects ?? [])],
      ],
    }),
  ),
];
