import type { Basis } from '#engine/basis.ts';
import { seconds } from '#engine/time.ts';

import type { SourceId } from '../sources.ts';
import { spokenList } from '../words.ts';
import { CALLS, STS_CALLS, isStsCall } from './callIds.ts';
import type { Call, OtherCall, StsCall } from './callIds.ts';
import type { Caller, Sort } from './choices.ts';
import { compared } from './compare.ts';
import type { Afterwards, Compared } from './compare.ts';
import { CALL_FACTS, OTHER_LENGTHS } from './facts.ts';
import { shortHours } from './lengthWords.ts';

/** The comparison as a table shows it. */

export const COLUMNS = [
  'callers',
  'signed',
  'lengths',
  'mfa',
  'policies',
  'carries',
  'iam',
  'sts',
  'console',
] as const;
export type Column = (typeof COLUMNS)[number];

export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  callers: 'Who calls',
  signed: 'Signed with',
  lengths: 'Least · default · most',
  mfa: 'MFA code',
  policies: 'Policies you can pass',
  carries: 'What it carries on',
  iam: 'Then IAM',
  sts: 'Then STS',
  console: 'Then the console',
};

export interface TableRow {
  readonly call: Call;
  readonly cells: Readonly<Record<Column, string>>;
  /** The columns of which AWS says nothing, or two things. */
  readonly unclear: readonly Column[];
  readonly longest: number;
  readonly source: SourceId;
  readonly basis: Basis;
}

const SPOKEN: Readonly<Record<Caller, string>> = {
  user: 'IAM user',
  root: 'root user',
  role: 'role session',
  'user-session': 'GetSessionToken session',
  'federated-user': 'federated user',
  service: 'AWS service',
  none: 'nobody',
};

const short = (length: number): string => shortHours(seconds(length));
const range = (least: number, initial: number, most: number): string =>
  least === most ? short(most) : [least, initial, most].map(short).join(' · ');

function lengthText({ call, lengths }: Compared): string {
  if (!lengths) return 'nothing that ends';
  // A customer's request sets it, within these ends (IAM API, CreateDelegationRequest).
  if (call === 'GetDelegatedAccessToken') return '5 min · as delegated · 12 h';
  const { least, initial, most, root } = lengths;
  const text = range(least, initial, most);
  return root ? `${text}; root ${range(least, root.initial, root.most)}` : text;
}

/** The operations a session may call, by naming the fewer: those, or those that are missing. */
function stsText(open: readonly StsCall[]): string {
  const signed = STS_CALLS.filter((call) => !call.startsWith('AssumeRoleWith'));
  const closed = signed.filter((call) => !open.includes(call));
  if (closed.length === 0) return 'all';
  return closed.length < open.length ? `all but ${spokenList(closed)}` : `only ${spokenList(open)}`;
}

const NOTHING = 'gives no session';

const afterText = (afterwards: Afterwards | undefined, say: (them: Afterwards) => string): string =>
  afterwards ? say(afterwards) : NOTHING;

const IAM_TEXT: Readonly<Record<Afterwards['iam'], string>> = {
  yes: 'yes, if allowed',
  'with MFA': 'only with MFA',
  no: 'no',
};

function policyText({ call, takesPolicies }: Compared): string {
  if (call === 'AssumeRoot') return 'one of five task policies';
  return takesPolicies ? 'session policies' : 'none';
}

function callerText({ call, callers }: Compared): string {
  const { shows } = CALL_FACTS[call];
  if (callers.length === 0) return `anyone with ${shows ?? ''}`;
  const text = callers.map((caller) => SPOKEN[caller]).join(', ');
  return call === 'AssumeRole' ? `${text}, AWS service` : text;
}

/** Session tags, source identity and chains (IAM User Guide, comparison of STS calls, session tags; sts.md 4). */
const CARRIED: Readonly<Record<StsCall, string>> = {
  AssumeRole: 'tags, transitive on request; source identity; first link of a chain',
  AssumeRoleWithSAML:
    'attributes as tags, transitive on request, and as source identity; first link of a chain',
  AssumeRoleWithWebIdentity:
    'claims as tags, transitive on request, and as source identity; first link of a chain',
  GetFederationToken: 'tags, never transitive; no source identity; cannot assume roles',
  GetSessionToken: 'neither tags nor source identity; counts as a link for the hour',
  AssumeRoot: 'neither tags nor a chain',
  GetDelegatedAccessToken: 'what the customer’s identity carries',
  DecodeAuthorizationMessage: 'nothing',
  GetAccessKeyInfo: 'nothing',
  GetCallerIdentity: 'nothing',
  GetWebIdentityToken: 'tags as claims of the token',
};

function stsRow(call: StsCall): TableRow {
  const { source, basis, shows } = CALL_FACTS[call];
  const row = compared(call);
  const { callers, lengths, takesCode, afterwards } = row;
  const isTask = call === 'AssumeRoot';
  return {
    call,
    cells: {
      callers: callerText(row),
      signed: callers.length > 0 ? 'AWS credentials' : `nothing: ${shows ?? ''}`,
      lengths: lengthText(row),
      mfa: takesCode ? 'yes' : 'no',
      policies: policyText(row),
      carries: CARRIED[call],
      iam: isTask ? 'only its task' : afterText(afterwards, ({ iam }) => IAM_TEXT[iam]),
      sts: afterText(afterwards, ({ sts }) => stsText(sts)),
      console: afterText(afterwards, (them) => (them.console ? 'yes' : 'no')),
    },
    unclear: [
      ...(afterwards?.basis === 'modelled' ? (['sts', 'console'] as const) : []),
      // The hour after GetSessionToken was seen, not documented; of delegations AWS says nothing here.
      ...(call === 'GetSessionToken' || call === 'GetDelegatedAccessToken'
        ? (['carries'] as const)
        : []),
    ],
    longest: lengths?.most ?? 0,
    source,
    basis,
  };
}

/** The two calls beside STS: facts, since the engine does not play them. Their sessions are role sessions like any other. */
function otherRow(call: OtherCall): TableRow {
  const { source, basis, shows = '' } = CALL_FACTS[call];
  const { least, initial, most, ...length } = OTHER_LENGTHS[call];
  const isCertificate = call === 'CreateSession';
  const { afterwards } = compared('AssumeRole');
  return {
    call,
    cells: {
      callers: isCertificate ? 'a server outside AWS' : 'a person who has signed in',
      signed: isCertificate ? 'the certificate’s private key' : `nothing: ${shows}`,
      lengths: range(least, initial, most),
      mfa: isCertificate ? 'no' : 'at the sign-in',
      policies: isCertificate ? 'those of the profile' : 'those of the permission set',
      carries: isCertificate
        ? 'tags and source identity from the certificate; first link of a chain'
        : 'attributes as tags, where set up; first link of a chain',
      iam: 'yes, if allowed',
      sts: afterText(afterwards, ({ sts }) => stsText(sts)),
      console: 'yes',
    },
    unclear: [
      ...(length.basis === 'modelled' ? (['lengths'] as const) : []),
      ...(isCertificate ? (['console'] as const) : []),
    ],
    longest: most,
    source,
    basis,
  };
}

let made: readonly TableRow[] | undefined;

/** Every row; worked out once, since nothing can change it. */
export const tableRows = (): readonly TableRow[] =>
  (made ??= CALLS.map((call) => (isStsCall(call) ? stsRow(call) : otherRow(call))));

/** The rows in an order. */
export function sortedRows(sort: Sort): readonly TableRow[] {
  const rows = tableRows();
  if (sort === 'name') return rows.toSorted((a, b) => (a.call < b.call ? -1 : 1));
  return sort === 'longest' ? rows.toSorted((a, b) => b.longest - a.longest) : rows;
}
