import { actField, credentialsOf } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { after, amzDate, seconds } from '../time.ts';
import { clockOf } from '../world.ts';
import type { AccessKey, World } from '../world.ts';
import { callerRefusal } from './callers.ts';
import { actionOf, callerKey } from './context.ts';
import type { SignedAct, StsContext } from './context.ts';
import { CLOCK_TOLERANCE } from './limits.ts';

/** STS's checks of who signed a call, the same for every operation that is signed. */

export const signatureCurrent: Rule<StsContext<SignedAct>, 'sts.signature-current'> = {
  id: 'sts.signature-current',
  test: ({ world, act, received }) => {
    const date = received?.date ?? clockOf(world, act.by);
    const from = after(world.now, seconds(-CLOCK_TOLERANCE));
    const until = after(world.now, CLOCK_TOLERANCE);
    const evidence = {
      kind: 'window',
      at: date,
      from,
      until,
      paths: [`header:X-Amz-Date`, 'clock'],
    } as const;
    const now = amzDate(world.now);
    const late = `Signature expired: ${amzDate(date)} is now earlier than ${amzDate(from)} (${now} - 15 min.)`;
    const early = `Signature not yet current: ${amzDate(date)} is still later than ${amzDate(until)} (${now} + 15 min.)`;
    if (date < from) return finding(evidence, stsError('SignatureDoesNotMatch', late, 'observed'));
    return finding(
      evidence,
      date > until ? stsError('SignatureDoesNotMatch', early, 'observed') : undefined,
    );
  },
};

const UNKNOWN = 'The security token included in the request is invalid';

export const callerAuthenticated: Rule<StsContext<SignedAct>, 'sts.caller-authenticated'> = {
  id: 'sts.caller-authenticated',
  test: (context) => {
    const { world, act } = context;
    const key = credentialsOf(world, act.credentials);
    const until = key?.kind === 'temporary' ? { until: key.expiresAt } : {};
    const path = key ? ([`credential:${key.id}/expiresAt`] as const) : [];
    const evidence = {
      kind: 'window',
      at: world.now,
      ...until,
      paths: [...path, 'clock'],
    } as const;
    if (!key || (key.kind === 'long-term' && key.status !== 'Active')) {
      // Seen for unknown and deleted keys; what an inactive one gets was not.
      const wording = key?.status === 'Inactive' ? 'modelled' : 'observed';
      return finding(evidence, stsError('InvalidClientTokenId', UNKNOWN, wording));
    }
    if (!tokenFits(key, context)) {
      return finding(evidence, stsError('InvalidClientTokenId', UNKNOWN, 'modelled'));
    }
    const isExpired = key.kind === 'temporary' && world.now > key.expiresAt;
    return finding(
      evidence,
      isExpired
        ? stsError(
            'ExpiredToken',
            'The security token included in the request is expired',
            'observed',
          )
        : undefined,
    );
  },
};

/** Whether the token that came is the key's own, and of a version the Region takes (IAM User Guide, STS in a Region). */
function tokenFits(key: AccessKey, { world, act, received }: StsContext<SignedAct>): boolean {
  const own = key.kind === 'temporary' ? key.sessionToken : undefined;
  if (received && received.sessionToken !== own) return false;
  return !(key.kind === 'temporary' && key.tokenVersion === 1 && isOptIn(world, act));
}

const isOptIn = (world: World, { endpoint, region }: SignedAct): boolean =>
  endpoint !== 'global' &&
  Object.values(world.accounts).some(
    ({ regions }) => Object.hasOwn(regions, region) && regions[region]?.optIn === true,
  );

// https://github.com/devsecops/bootcamp/issues/118
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/** Made where a request has come; a client that signs as it should needs no second look. */
export const signatureMatches: Rule<StsContext<SignedAct>, 'sts.signature-matches'> = {
  id: 'sts.signature-matches',
  applies: ({ received }) => received !== undefined,
  test: ({ received }) => {
    const { verification } = received ?? {};
    const { provided, expected, canonicalRequest, stringToSign, matches } = verification ?? NOTHING;
    return finding(
      {
        kind: 'signature',
        provided,
        expected,
        canonicalRequest,
        stringToSign,
        differs: matches ? [] : ['the secret key or what was signed'],
        paths: ['header:Authorization'],
      },
      matches ? undefined : stsError('SignatureDoesNotMatch', MISMATCH, 'observed'),
    );
  },
};

const NOTHING = {
  provided: '',
  expected: '',
  canonicalRequest: '',
  stringToSign: '',
  matches: false,
} as const;

type Action = SignedAct['kind'];

/** What an operation takes, in words. */
const EXPECTED: Readonly<Record<Action, string>> = {
  'sts:AssumeRole': 'an IAM user or a role session',
  'sts:AssumeRoot': 'an IAM user or a role session',
  'sts:DecodeAuthorizationMessage': 'an IAM user, the root user or a role session',
  'sts:GetAccessKeyInfo': 'an IAM user, the root user or a role session',
  'sts:GetCallerIdentity': 'anybody who signs',
  'sts:GetDelegatedAccessToken': 'an IAM user, the root user or a role session',
  'sts:GetFederationToken': 'an IAM user or the root user, with long-term keys',
  'sts:GetSessionToken': 'an IAM user or the root user, with long-term keys',
  'sts:GetWebIdentityToken': 'an IAM user, the root user or a role session',
};

export const callerKind: Rule<StsContext<SignedAct>, 'sts.caller-kind'> = {
  id: 'sts.caller-kind',
  test: (context) => {
    const { act } = context;
    const { kind } = callerKey(context).owner;
    const evidence = {
      kind: 'equality',
      what: actionOf(act) === 'AssumeRole' ? 'caller' : `caller of ${actionOf(act)}`,
      expected: EXPECTED[act.kind],
      actual: kind,
      paths: [actField(act, 'credentials')],
    } as const;
    return finding(evidence, callerRefusal(act.kind, kind));
  },
};
