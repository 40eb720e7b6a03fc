import type { Act } from '#engine/act.ts';
import { isoDate } from '#engine/time.ts';
import { findRole } from '#engine/world.ts';
import type { Account, Bucket, PublicAccessBlock, World } from '#engine/world.ts';

import { exactLength } from '../../words.ts';
import { listed, yesNo } from './paper.ts';
import type { Paper } from './paper.ts';

/** What the accounts hold that a request may ask for: roles, buckets, Regions. */

/** The role that an act asks for, as IAM holds it. */
export function rolePapers(world: World, act: Act): readonly Paper[] {
  if (!('roleArn' in act)) return [];
  const role = findRole(world, act.roleArn);
  if (!role) return [{ title: act.roleArn, rows: [['In IAM', 'no such role']] }];
  return [
    {
      title: act.roleArn,
      rows: [
        [
          'MaxSessionDuration',
          `${role.maxSessionDuration} s (${exactLength(role.maxSessionDuration)})`,
        ],
        ['Trust policy', role.trustPolicy.name],
        ['Tags', listed(Object.entries(role.tags).map(([name, value]) => `${name}=${value}`))],
      ],
    },
  ];
}

const blocked = (block: PublicAccessBlock | undefined): string =>
  `restrict public buckets: ${yesNo(block?.restrictPublicBuckets === true)}`;

const objectsOf = ({ objects }: Bucket): string =>
  listed(
    Object.entries(objects).map(([key, { storageClass, isRestored, kmsKey, size, body }]) =>
      [
        `${key} (${size ?? body.length} bytes)`,
        ...(storageClass === undefined
          ? []
          : [`in ${storageClass}${isRestored === true ? ', restored' : ''}`]),
        ...(kmsKey === undefined ? [] : [`encrypted with ${kmsKey}`]),
      ].join(' '),
    ),
    'empty',
  );

const versionsOf = ({ earlier = {} }: Bucket): string =>
  listed(
    Object.entries(earlier).flatMap(([key, versions]) =>
      versions.map((one) => `${key} ${one.versionId}${'kind' in one ? ' (a delete marker)' : ''}`),
    ),
  );

const bucketPaper = (account: Account, bucket: Bucket): Paper => ({
  title: bucket.name,
  rows: [
    ['Account', account.id],
    ['Region', bucket.region],
    ['Objects', objectsOf(bucket)],
    ['Earlier versions', versionsOf(bucket)],
    ['Bucket policy', bucket.policy?.name ?? 'none'],
    ['Block Public Access', blocked(bucket.publicAccessBlock ?? account.publicAccessBlock)],
    ['Access control lists', yesNo(bucket.hasAcls === true)],
    ['Requester pays', yesNo(bucket.isRequesterPays === true)],
    ['Versioning', yesNo(bucket.isVersioned === true)],
    ['Default encryption', bucket.kmsKey ?? 'S3’s own keys'],
  ],
});

/** Every bucket of an account. */
export const bucketPapers = (account: Account): readonly Paper[] =>
  Object.values(account.buckets).map((bucket) => bucketPaper(account, bucket));

/** What an account has switched on. */
export const accountPaper = (account: Account): Paper => ({
  title: `${account.name}, ${account.id}`,
  rows: [
    [
      'Regions',
      listed(
        Object.entries(account.regions).map(
          ([region, { enabled, stsActive }]) =>
            `${region}: ${enabled ? 'enabled' : 'not enabled'}, STS ${stsActive ? 'active' : 'inactive'}`,
        ),
      ),
    ],
    ['Outbound web identity federation', account.outboundTokenIssuer === undefined ? 'off' : 'on'],
  ],
});

/** The organization that the accounts belong to, where there is one. */
export const organizationPapers = ({ organization }: World): readonly Paper[] =>
  organization
    ? [
        {
          title: `Organization ${organization.id}`,
          rows: [
            ['Management account', organization.managementAccount],
            ['Centralized root access', yesNo(organization.rootSessions === true)],
            ['IAM administered by', organization.delegatedIamAdministrator ?? 'nobody else'],
          ],
        },
      ]
    : [];

/** What customers delegated to partners. */
export const delegationPapers = ({ delegations = {} }: World): readonly Paper[] =>
  Object.entries(delegations).map(
    ([token, { partner, sentAt, tokenExpiresAt, sessionDuration }]) => ({
      title: 'A delegation',
      rows: [
        ['Trade-in token', token],
        ['Partner', partner],
        ['Sent', isoDate(sentAt)],
        ['The token expires', isoDate(tokenExpiresAt)],
        ['The session lasts', exactLength(sessionDuration)],
      ],
    }),
  );
