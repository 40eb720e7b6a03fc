import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { after, earliest } from '../time.ts';
import type { Delegation } from '../world.ts';
import type { GetDelegatedAccessToken } from './acts.ts';
import { callerAccount } from './context.ts';
import type { StsContext } from './context.ts';

/** GetDelegatedAccessToken's own checks: the token a customer sent to this partner, in time (IAM API, SendDelegationToken). */

type Context = StsContext<GetDelegatedAccessToken>;

function delegationOf(context: Context): Delegation | undefined {
  const { delegations = {} } = context.world;
  const { tradeInToken } = context.act;
  const found = Object.hasOwn(delegations, tradeInToken) ? delegations[tradeInToken] : undefined;
  return found?.partner === callerAccount(context) ? found : undefined;
}

/** The delegation behind a token; the rules before have found it. */
export const knownDelegation = (context: Context): Delegation =>
  promised(delegationOf(context), 'sts.trade-in-known passed');

/** The moment a delegated session ends: it is counted from the sending, not from the trade. */
export const delegationEnd = ({ sentAt, sessionDuration }: Delegation) =>
  after(sentAt, sessionDuration);

export const tradeInKnown: Rule<Context, 'sts.trade-in-known'> = {
  id: 'sts.trade-in-known',
  test: (context) => {
    const isKnown = delegationOf(context) !== undefined;
    const wanted = ['a trade-in token sent to this partner'];
    return finding(
      {
        kind: 'presence',
        wanted,
        missing: isKnown ? [] : wanted,
        paths: [actField(context.act, 'tradeInToken')],
      },
      isKnown
        ? undefined
        : stsError('ValidationError', 'The trade-in token is not valid.', 'modelled'),
    );
  },
};

export const tradeInCurrent: Rule<Context, 'sts.trade-in-current'> = {
  id: 'sts.trade-in-current',
  test: (context) => {
    const delegation = knownDelegation(context);
    const until = earliest(delegation.tokenExpiresAt, delegationEnd(delegation));
    const { now } = context.world;
    return finding(
      {
        kind: 'window',
        at: now,
        from: delegation.sentAt,
        until,
        paths: [actField(context.act, 'tradeInToken'), 'clock'],
      },
      now > until
        ? stsError(
            'ExpiredTradeInTokenException',
            'The trade-in token provided in the request has expired.',
            'modelled',
          )
        : undefined,
    );
  },
};
