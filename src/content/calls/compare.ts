import type { Act } from '#engine/act.ts';
import type { Basis } from '#engine/basis.ts';
import { simulate } from '#engine/simulate.ts';
import { seconds } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { Outcome } from '#engine/trace.ts';

import { API } from '../subjects/api.ts';
import { SIGNIN } from '../subjects/signin.ts';
import { STS } from '../subjects/sts.ts';
import { STS_CALLS } from './callIds.ts';
import type { StsCall } from './callIds.ts';
import { CALLERS, FIRST_CHOICES } from './choices.ts';
import type { Caller, Choices } from './choices.ts';
import { CONSOLE_ACTS, actOf, takes } from './script.ts';
import type { Trial } from './script.ts';
import { NOW, REGION, tinyWorld } from './tinyWorld.ts';
import { lifetimeIn, playCall, sessionIn } from './trial.ts';

/** The calls of STS side by side. Everything here comes from playing them, or from the API model they are played with. */

export interface Compared {
  readonly call: StsCall;
  /** Who may call it; none for a call that is not signed. */
  readonly callers: readonly Caller[];
  /** How long its session or token can last; undefined where it issues nothing. */
  readonly lengths: Lengths | undefined;
  readonly takesCode: boolean;
  readonly takesPolicies: boolean;
  /** What its session can do afterwards; undefined where it gives none. */
  readonly afterwards: Afterwards | undefined;
}

export interface Lengths {
  readonly least: Seconds;
  readonly initial: Seconds;
  readonly most: Seconds;
  /** The same for the root user, where it differs. */
  readonly root?: { readonly initial: Seconds; readonly most: Seconds };
}

export interface Afterwards {
  readonly iam: 'yes' | 'with MFA' | 'no';
  /** The operations of STS that take its session. */
  readonly sts: readonly StsCall[];
  readonly console: boolean;
  /** AWS says nothing, or contradicts itself, on STS and console here. */
  readonly basis: Basis;
}

/** Choices with which each call is granted. */
export const HOME: Readonly<Record<StsCall, Choices>> = {
  AssumeRole: FIRST_CHOICES,
  AssumeRoleWithSAML: { ...FIRST_CHOICES, caller: 'none', from: 'saml' },
  AssumeRoleWithWebIdentity: { ...FIRST_CHOICES, caller: 'none', from: 'oidc' },
  GetSessionToken: { ...FIRST_CHOICES, target: 'own-identity' },
  GetFederationToken: { ...FIRST_CHOICES, target: 'outsider' },
  AssumeRoot: { ...FIRST_CHOICES, from: 'management', target: 'root-task' },
  GetWebIdentityToken: { ...FIRST_CHOICES, target: 'outward' },
  GetDelegatedAccessToken: { ...FIRST_CHOICES, from: 'partner', target: 'delegation' },
  GetCallerIdentity: { ...FIRST_CHOICES, target: 'who-am-i' },
  GetAccessKeyInfo: { ...FIRST_CHOICES, target: 'key-owner' },
  DecodeAuthorizationMessage: { ...FIRST_CHOICES, target: 'why-refused' },
};

/** Lengths worth asking for: the ends of every range there is, in seconds. A test asks for one more and one less. */
const WORTH_ASKING = [0, 60, 300, 900, 3600, 43_200, 129_600];

/** The session a call gives for a length; undefined where it is refused. */
function lifeOf(call: StsCall, trial: Trial): Seconds | undefined {
  const trace = playCall(call, trial);
  return trace?.outcomes['call']?.kind === 'granted' ? lifetimeIn(trace) : undefined;
}

function lengthsOf(call: StsCall, home: Choices): Lengths | undefined {
  const initial = lifeOf(call, home);
  if (initial === undefined) return undefined;
  const asked = takes(call, 'DurationSeconds') ? WORTH_ASKING : [];
  const granted = asked.flatMap((length) => lifeOf(call, { ...home, lasts: `${length}` }) ?? []);
  return {
    initial,
    least: seconds(Math.min(initial, ...granted)),
    most: seconds(Math.max(initial, ...granted)),
  };
}

/** The root user beside a user, where both may call. */
function withRoot(call: StsCall, home: Choices): Lengths | undefined {
  const lengths = lengthsOf(call, home);
  const root = lengthsOf(call, { ...home, caller: 'root' });
  if (!lengths || !root || home.caller !== 'user' || root.most === lengths.most) return lengths;
  return { ...lengths, root: { initial: root.initial, most: root.most } };
}

const SERVICES = [STS, SIGNIN, API].map(({ service }) => service);

/** How an act ends that uses the session a call gave; undefined where the call gives none. */
function afterCall(call: StsCall, home: Choices, then: Act): Outcome | undefined {
  const first = actOf(call, home);
  return first && simulate(tinyWorld(home), [first, then], SERVICES).outcomes[then.id];
}

const LIST_USERS: Act = {
  id: 'then',
  kind: 'call',
  at: NOW,
  by: 'caller',
  to: 'iam',
  credentials: { issuedBy: 'call' },
  region: REGION,
  action: 'iam:ListUsers',
  resources: ['*'],
};

function iamAfter(call: StsCall, home: Choices): Afterwards['iam'] {
  if (afterCall(call, home, LIST_USERS)?.kind === 'granted') return 'yes';
  const proved = { ...home, mfa: 'yes' } as const;
  return takes(call, 'TokenCode') && afterCall(call, proved, LIST_USERS)?.kind === 'granted'
    ? 'with MFA'
    : 'no';
}

/** The operations that take a call's session for a caller; whether its permissions suffice is another question. */
const stsAfter = (call: StsCall, home: Choices): readonly StsCall[] =>
  STS_CALLS.filter((next) => {
    const act = actOf(next, { ...HOME[next], caller: 'user' });
    if (!act || !('credentials' in act)) return false;
    const then = { ...act, id: 'then', credentials: { issuedBy: 'call' } };
    const outcome = afterCall(call, home, then);
    return outcome !== undefined && !isBarred(outcome);
  });

const isBarred = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.rule === 'sts.caller-kind';

/** Calls of whose sessions AWS says little or two things at once (sts.md 4). */
const UNCLEAR: readonly StsCall[] = ['GetSessionToken', 'AssumeRoot', 'GetDelegatedAccessToken'];

function afterwardsOf(call: StsCall, home: Choices): Afterwards | undefined {
  const [signIn] = CONSOLE_ACTS;
  const given = playCall(call, home);
  const opened = signIn && afterCall(call, home, signIn);
  if (!given || !opened || !sessionIn(given)) return undefined;
  return {
    iam: iamAfter(call, home),
    sts: stsAfter(call, home),
    console: opened.kind === 'granted',
    basis: UNCLEAR.includes(call) ? 'modelled' : 'documented',
  };
}

/** Who may make a signed call: whoever is not refused for what it is. */
const callersOf = (call: StsCall, home: Choices): readonly Caller[] =>
  CALLERS.filter((caller) => {
    const act = actOf(call, { ...home, caller });
    if (!act || !('credentials' in act)) return false;
    const outcome = playCall(call, { ...home, caller })?.outcomes['call'];
    return outcome !== undefined && !isBarred(outcome);
  });

/** One call, compared. */
export function compared(call: StsCall): Compared {
  const home = HOME[call];
  return {
    call,
    callers: callersOf(call, home),
    lengths: withRoot(call, home),
    takesCode: takes(call, 'TokenCode'),
    takesPolicies: takes(call, 'Policy'),
    afterwards: afterwardsOf(call, home),
  };
}
