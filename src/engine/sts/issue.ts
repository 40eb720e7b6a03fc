import type { AccountId } from '../arn.ts';
import { findKnownAccount } from '../policy/holders.ts';
import { secretAccessKey, sessionToken, uniqueId } from '../ids.ts';
import type { Principal } from '../principal.ts';
import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Artifact } from '../trace.ts';
import type { Xml } from '../wire/xml.ts';
import type { TemporaryKey, World } from '../world.ts';
import type { StsAct } from './acts.ts';

/** What a granted call gives. */
export interface Grant {
  /** The elements of its result, in the order they are sent. */
  readonly result: readonly Xml[];
  /** The credentials, where it issues any. */
  readonly key?: TemporaryKey;
  /** What to look at beside the response and the credentials. */
  readonly artifacts?: readonly Artifact[];
  /** The world after it, where it changes more than adding the key. */
  readonly world?: World;
}

interface Issue {
  readonly account: AccountId;
  readonly owner: Principal;
  readonly label: string;
  readonly expiresAt: Instant;
}

/** Issues a temporary key; the global endpoint's tokens are of the version the account has chosen (SetSecurityTokenServicePreferences). */
export function issueKey(world: World, act: StsAct, issue: Issue): TemporaryKey {
  const { account, owner, expiresAt } = issue;
  const label = `${issue.label} ${act.id}`;
  const tokenVersion =
    act.endpoint === 'global'
      ? (findKnownAccount(world, account)?.globalEndpointTokenVersion ?? 1)
      : 2;
  const minimum = 'minimumSessionTokenSize' in act ? (act.minimumSessionTokenSize ?? 0) : 0;
  return {
    kind: 'temporary',
    id: uniqueId('ASIA', account, label),
    secretAccessKey: secretAccessKey(label),
    sessionToken: sessionToken(label, { version: tokenVersion, minimum }),
    owner,
    issuedAt: world.now,
    expiresAt,
    issuedBy: act.id,
    ...(tokenVersion === 1 && { tokenVersion }),
  };
}

/** The credentials as every operation returns them. */
export const credentialsXml = (key: TemporaryKey): Xml => [
  'Credentials',
  [
    ['AccessKeyId', key.id],
    ['SecretAccessKey', key.secretAccessKey],
    ['SessionToken', key.sessionToken],
    ['Expiration', isoDate(key.expiresAt)],
  ],
];

/** The longest token, in bytes, against which the utilization is told; AWS gives only the per cent (sts.md 11). */
const LONGEST_TOKEN = 4096;

/** The size of the token, told to those who ask for a size. */
export function tokenSizeXml(act: StsAct, key: TemporaryKey): readonly Xml[] {
  if (!('minimumSessionTokenSize' in act) || act.minimumSessionTokenSize === undefined) return [];
  const size = key.sessionToken.length;
  return [
    ['SessionTokenSize', String(size)],
    ['SessionTokenUtilization', String(Math.ceil((size * 100) / LONGEST_TOKEN))],
  ];
}

/** A source identity, where the session has one. */
export const sourceIdentityXml = (sourceIdentity: string | undefined): readonly Xml[] =>
  sourceIdentity === undefined ? [] : [['SourceIdentity', sourceIdentity]];
