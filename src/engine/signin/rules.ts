import { actField, credentialsOf } from '../credentials.ts';
import { signinError } from '../errors.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule, RuleAbout } from '../rules.ts';
import { after, earliest } from '../time.ts';
import type { AccessKey, SigninToken, World } from '../world.ts';
import type { ConsoleLogin, GetSigninToken } from './acts.ts';
import { CONSOLE_BOUNDS, TOKEN_LIFE } from './limits.ts';

/** The checks of the federation endpoint (IAM User Guide, custom identity broker access; sts.md 2). Their order is modelled. */

interface TokenContext {
  readonly world: World;
  readonly act: GetSigninToken;
}

interface LoginContext {
  readonly world: World;
  readonly act: ConsoleLogin;
}

const INVALID = 'Invalid credentials parameter';

const knownKey = ({ world, act }: TokenContext): AccessKey =>
  promised(credentialsOf(world, act.credentials), 'signin.credentials-alive passed');

const credentialsAlive: Rule<TokenContext, 'signin.credentials-alive'> = {
  id: 'signin.credentials-alive',
  test: ({ world, act }) => {
    const key = credentialsOf(world, act.credentials);
    const life = key?.kind === 'temporary' ? { from: key.issuedAt, until: key.expiresAt } : {};
    const path = key ? ([`credential:${key.id}/expiresAt`] as const) : [];
    const evidence = { kind: 'window', at: world.now, ...life, paths: [...path, 'clock'] } as const;
    // The endpoint wants a session token, and a long-term key has none.
    const isAlive = key?.kind === 'temporary' && world.now <= key.expiresAt;
    return finding(evidence, isAlive ? undefined : signinError(INVALID, 'modelled'));
  },
};

const sessionKind: Rule<TokenContext, 'signin.session-kind'> = {
  id: 'signin.session-kind',
  test: (context) => {
    const { kind } = knownKey(context).owner;
    const isTaken = kind === 'role-session' || kind === 'federated-user';
    return finding(
      {
        kind: 'equality',
        what: 'session',
        expected: isTaken ? kind : 'a role session or a federated user',
        actual: kind,
        paths: [actField(context.act, 'credentials')],
      },
      // AWS's pages disagree about GetSessionToken; the comparison table says no (sts.md 4).
      isTaken ? undefined : signinError(INVALID, 'modelled'),
    );
  },
};

const durationInRange: Rule<TokenContext, 'signin.duration-in-range'> = {
  id: 'signin.duration-in-range',
  test: ({ act }) => {
    const { sessionDuration } = act;
    const { min, max } = CONSOLE_BOUNDS;
    const met = sessionDuration === undefined || (sessionDuration >= min && sessionDuration <= max);
    const parameter = {
      name: 'SessionDuration',
      value: sessionDuration === undefined ? '' : `${sessionDuration}`,
      constraint: `Member must be left out or between ${min} and ${max}`,
      met,
    };
    return finding(
      { kind: 'constraints', parameters: [parameter], paths: [actField(act, 'sessionDuration')] },
      met ? undefined : signinError('Invalid SessionDuration parameter', 'modelled'),
    );
  },
};

const durationFitsSession: Rule<TokenContext, 'signin.duration-fits-session'> = {
  id: 'signin.duration-fits-session',
  test: (context) => {
    const { act } = context;
    const { owner } = knownKey(context);
    const isChained = owner.kind === 'role-session' && owner.isChained === true;
    const isBarred = isChained || owner.kind === 'federated-user';
    const isFound = isBarred && act.sessionDuration !== undefined;
    return finding(
      {
        kind: 'absence',
        found: isFound ? ['SessionDuration'] : [],
        paths: [actField(act, 'sessionDuration'), actField(act, 'credentials')],
      },
      // Published for chained roles; that it fails for federated users is published too, but not how.
      isFound ? signinError(INVALID, isChained ? 'documented' : 'modelled') : undefined,
    );
  },
};

const tokenFresh: Rule<LoginContext, 'signin.token-fresh'> = {
  id: 'signin.token-fresh',
  test: (context) => {
    const { world, act } = context;
    const { issuedAt, sessionDuration, key } = signinTokenOf(context);
    const fresh = after(issuedAt, TOKEN_LIFE);
    // Without a length of its own the console session cannot begin after the credentials have ended.
    const until = sessionDuration === undefined ? earliest(fresh, key.expiresAt) : fresh;
    return finding(
      {
        kind: 'window',
        at: world.now,
        from: issuedAt,
        until,
        paths: [actField(act, 'signinToken'), 'clock'],
      },
      world.now > until ? signinError('Token Expired', 'modelled') : undefined,
    );
  },
};

/** The sign-in token an act uses. */
export const signinTokenOf = ({ world, act }: LoginContext): SigninToken =>
  promised(world.signinTokens?.[act.signinToken], `${act.id} runs only when its token exists`);

/** The checks of getSigninToken in the order they are made here. */
export const SIGNIN_TOKEN_RULES: readonly RuleAbout<TokenContext>[] = [
  credentialsAlive,
  sessionKind,
  durationInRange,
  durationFitsSession,
];

/** The check of a sign-in URL. */
export const LOGIN_RULES: readonly RuleAbout<LoginContext>[] = [tokenFresh];
