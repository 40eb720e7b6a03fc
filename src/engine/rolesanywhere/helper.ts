import { nameOf, parseArn } from '../arn.ts';
import { after, hours, isoDate, minutes, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import type { TemporaryKey, World } from '../world.ts';
import type { CreateSession } from './acts.ts';
import { findCertificate } from './find.ts';
import { hostOf } from './request.ts';

/** AWS's credential helper, as it would make the same call: what is typed, configured, printed (roles-anywhere.md 6). */

/** An option of the helper with its value. */
export type HelperFlag = readonly [name: `--${string}`, value: string];

/** What the helper asks for unless it is told. */
export const HELPER_LENGTH = hours(1);

/** What the caller asks for, before anybody changed it. */
const askedFor = ({ signedAs, durationSeconds }: CreateSession) =>
  signedAs ? signedAs.durationSeconds : durationSeconds;

/** Whether the helper asks for a length where the call leaves it to the profile. */
export const helperAsksMore = (act: CreateSession): boolean => askedFor(act) === undefined;

/** Whether the helper stops before anything is sent: anchor and profile are of two Regions. */
export const helperRefuses = ({ trustAnchorArn, profileArn }: CreateSession): boolean =>
  parseArn(trustAnchorArn)?.region !== parseArn(profileArn)?.region;

/** A file named after the common name of a certificate. */
function fileOf(world: World, id: string, ending: 'pem' | 'key'): string {
  const subject = findCertificate(world, id)?.subject.flat() ?? [];
  const name = subject.find(({ short }) => short === 'CN')?.value ?? 'server';
  return `/etc/pki/${name.replace(/[^\w.-]/g, '-').slice(0, 40)}.${ending}`;
}

/** The options with which the helper makes this call. */
export function helperFlags(world: World, act: CreateSession): readonly HelperFlag[] {
  const length = askedFor(act);
  const ownRegion = parseArn(act.trustAnchorArn)?.region;
  const all: readonly (HelperFlag | undefined)[] = [
    ['--certificate', fileOf(world, act.certificate, 'pem')],
    ['--private-key', fileOf(world, act.signedWith ?? act.certificate, 'key')],
    act.chain.length > 0 ? ['--intermediates', '/etc/pki/chain.pem'] : undefined,
    ['--trust-anchor-arn', act.trustAnchorArn],
    ['--profile-arn', act.profileArn],
    ['--role-arn', act.roleArn],
    length !== undefined && length !== HELPER_LENGTH
      ? ['--session-duration', `${length}`]
      : undefined,
    act.roleSessionName === undefined ? undefined : ['--role-session-name', act.roleSessionName],
    act.region === ownRegion ? undefined : ['--region', act.region],
    act.endpoint ? ['--endpoint', `https://${hostOf(act)}`] : undefined,
  ];
  return all.filter((flag) => flag !== undefined);
}

/** A value as a shell and the config file take it for one word. */
const word = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `"${value.replaceAll(/["\\$`]/g, '\\$&')}"`;

/** The command, an option a line. */
export const helperCommand = (world: World, act: CreateSession): string =>
  [
    'aws_signing_helper credential-process',
    ...helperFlags(world, act).map(([name, value]) => `${name} ${word(value)}`),
  ].join(' \\\n  ');

/** The lines of ~/.aws/config with which an SDK runs the helper: its own is one line. */
export const helperConfig = (world: World, act: CreateSession): string => {
  const flags = helperFlags(world, act).map(([name, value]) => `${name} ${word(value)}`);
  return [
    `[profile ${nameOf(act.roleArn)}]`,
    `credential_process = /usr/local/bin/aws_signing_helper credential-process ${flags.join(' ')}`,
  ].join('\n');
};

/** What the helper prints: version 1 of what a credential process answers. */
export const helperPrints = (key: TemporaryKey): string =>
  JSON.stringify({
    Version: 1,
    AccessKeyId: key.id,
    SecretAccessKey: key.secretAccessKey,
    SessionToken: key.sessionToken,
    Expiration: isoDate(key.expiresAt),
  });

/** How long before the end `update` asks again (the helper's guide). */
export const UPDATE_AHEAD = minutes(5);

/** A session on the clock of somebody who asks again and again; refused where the certificate had ended. */
export interface Refresh {
  readonly from: Instant;
  readonly until?: Instant;
}

const MOST = 4;

/** A session and those that `update` opens after it, until the certificate ends or enough are seen. */
export function refreshesOf(
  { from, until }: { readonly from: Instant; readonly until: Instant },
  certificateEnds: Instant,
): readonly Refresh[] {
  const length = seconds((until - from) / 1000);
  const rows: Refresh[] = [{ from, until }];
  while (rows.length < MOST) {
    const last = rows.at(-1)?.until;
    if (last === undefined) break;
    const next = after(last, seconds(-UPDATE_AHEAD));
    rows.push(next > certificateEnds ? { from: next } : { from: next, until: after(next, length) });
  }
  return rows;
}
