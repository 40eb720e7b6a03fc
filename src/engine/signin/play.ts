import { credentialsOf } from '../credentials.ts';
import { secretAccessKey, sessionToken, uniqueId } from '../ids.ts';
import { judge } from '../judge.ts';
import { promised } from '../never.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { principalAccount } from '../principal.ts';
import { uriEncode } from '../sigv4/encode.ts';
import { after } from '../time.ts';
import { formatRequest, formatResponse } from '../wire/http.ts';
import type { AccessKey, TemporaryKey, World } from '../world.ts';
import type { ConsoleLogin, GetSigninToken } from './acts.ts';
import { LOGIN_RULES, SIGNIN_TOKEN_RULES, signinTokenOf } from './rules.ts';

/** Console federation: a token for session credentials, then a console session with a clock of its own. */

const HOST = 'signin.aws.amazon.com';

/** The token that getSigninToken answers with: opaque, made from the act's name. */
const tokenText = (id: string): string => sessionToken(`signin ${id}`);

/** Plays getSigninToken. */
export function playGetSigninToken(world: World, act: GetSigninToken): Played {
  const judgement = judge(SIGNIN_TOKEN_RULES, { world, act });
  const key = credentialsOf(world, act.credentials);
  const parts = {
    act,
    before: world,
    judgement,
    request: [{ kind: 'request', text: getText(tokenQuery(act, key)) }] as const,
  };
  if (judgement.refusal) return refused(parts, judgement.refusal.error);
  const { sessionDuration } = act;
  const issued = {
    issuedAt: world.now,
    key: promised(key?.kind === 'temporary' ? key : undefined, 'signin.credentials-alive passed'),
    ...(sessionDuration !== undefined && { sessionDuration }),
  };
  const text = formatResponse(
    200,
    [['Content-Type', 'application/json']],
    JSON.stringify({ SigninToken: tokenText(act.id) }, undefined, 2),
  );
  return playedCall({
    ...parts,
    after: { ...world, signinTokens: { ...world.signinTokens, [act.id]: issued } },
    response: [{ kind: 'response', text }],
    status: 200,
  });
}

/** Plays the use of a sign-in URL. */
export function playConsoleLogin(world: World, act: ConsoleLogin): Played {
  const context = { world, act };
  const judgement = judge(LOGIN_RULES, context);
  const query = [
    ['Action', 'login'],
    ['Issuer', act.issuer],
    ['Destination', act.destination],
    ['SigninToken', tokenText(act.signinToken)],
  ] as const;
  const parts = {
    act,
    before: world,
    judgement,
    request: [{ kind: 'request', text: getText(query) }] as const,
  };
  if (judgement.refusal) return refused(parts, judgement.refusal.error);
  const key = consoleKey(world, act, signinTokenOf(context));
  return playedCall({
    ...parts,
    after: { ...world, accessKeys: { ...world.accessKeys, [key.id]: key } },
    response: [{ kind: 'response', text: formatResponse(302, [['Location', act.destination]]) }],
    status: 302,
  });
}

/** The key behind a console session: the same principal, an end of its own. */
function consoleKey(
  world: World,
  act: ConsoleLogin,
  { key, sessionDuration }: ReturnType<typeof signinTokenOf>,
): TemporaryKey {
  const label = `console ${key.id} ${act.id}`;
  return {
    kind: 'temporary',
    isConsole: true,
    id: uniqueId('ASIA', principalAccount(key.owner) ?? '0', label),
    secretAccessKey: secretAccessKey(label),
    sessionToken: sessionToken(label),
    owner: key.owner,
    issuedAt: world.now,
    expiresAt: sessionDuration === undefined ? key.expiresAt : after(world.now, sessionDuration),
    issuedBy: act.id,
  };
}

function refused(
  parts: Omit<Parameters<typeof playedCall>[0], 'after' | 'response' | 'status'>,
  { status, message }: { readonly status: number; readonly message: string },
): Played {
  const text = formatResponse(status, [['Content-Type', 'text/plain']], message);
  return playedCall({
    ...parts,
    after: parts.before,
    response: [{ kind: 'response', text }],
    status,
  });
}

type Query = readonly (readonly [name: string, value: string])[];

const getText = (query: Query): string =>
  formatRequest(
    'GET',
    `/federation?${query.map(([name, value]) => `${name}=${uriEncode(value)}`).join('&')}`,
    [['Host', HOST]],
  );

function tokenQuery({ sessionDuration }: GetSigninToken, key: AccessKey | undefined): Query {
  const session = {
    sessionId: key?.id ?? '',
    sessionKey: key?.secretAccessKey ?? '',
    sessionToken: key?.kind === 'temporary' ? key.sessionToken : '',
  };
  return [
    ['Action', 'getSigninToken'],
    ...(sessionDuration === undefined ? [] : [['SessionDuration', `${sessionDuration}`] as const]),
    ['Session', JSON.stringify(session)],
  ];
}
