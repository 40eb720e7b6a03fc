import { actField } from '../credentials.ts';
import { findKnownAccount } from '../policy/holders.ts';
import { stsError } from '../errors.ts';
import { accountInKeyId } from '../ids.ts';
import { promised } from '../never.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { after, secondsBetween } from '../time.ts';
import type { DecodeAuthorizationMessage, GetAccessKeyInfo, GetWebIdentityToken } from './acts.ts';
import { decodeMessage } from './authorizationMessage.ts';
import { callerAccount, callerKey } from './context.ts';
import type { StsContext } from './context.ts';
import { TOKEN_DURATION } from './limits.ts';

/** The checks of the three operations that answer with something else than credentials. */

export const keyKnown: Rule<StsContext<GetAccessKeyInfo>, 'sts.key-known'> = {
  id: 'sts.key-known',
  test: ({ act }) => {
    const isKnown = accountInKeyId(act.accessKeyId) !== undefined;
    return finding(
      {
        kind: 'presence',
        wanted: [act.accessKeyId],
        missing: isKnown ? [] : [act.accessKeyId],
        paths: [actField(act, 'accessKeyId')],
      },
      isKnown
        ? undefined
        : stsError('ValidationError', `${act.accessKeyId} is not a valid access key`, 'modelled'),
    );
  },
};

export const messageDecodable: Rule<
  StsContext<DecodeAuthorizationMessage>,
  'sts.message-decodable'
> = {
  id: 'sts.message-decodable',
  test: ({ act }) => {
    const isDecodable = decodeMessage(act.encodedMessage) !== undefined;
    const wanted = ['a whole encoded message'];
    return finding(
      {
        kind: 'presence',
        wanted,
        missing: isDecodable ? [] : wanted,
        paths: [actField(act, 'encodedMessage')],
      },
      isDecodable
        ? undefined
        : stsError('InvalidAuthorizationMessageException', 'Message is not valid', 'modelled'),
    );
  },
};

const issuerOf = (context: StsContext<GetWebIdentityToken>): string | undefined =>
  findKnownAccount(context.world, callerAccount(context))?.outboundTokenIssuer;

/** The issuer of the account's tokens; the rules before have found it. */
export const knownIssuer = (context: StsContext<GetWebIdentityToken>): string =>
  promised(issuerOf(context), 'sts.outbound-enabled passed');

export const outboundEnabled: Rule<StsContext<GetWebIdentityToken>, 'sts.outbound-enabled'> = {
  id: 'sts.outbound-enabled',
  test: (context) => {
    const isEnabled = issuerOf(context) !== undefined;
    const wanted = ['outbound web identity federation'];
    return finding(
      {
        kind: 'presence',
        wanted,
        missing: isEnabled ? [] : wanted,
        paths: [`account:${callerAccount(context)}/outboundTokenIssuer`],
      },
      isEnabled
        ? undefined
        : stsError(
            'OutboundWebIdentityFederationDisabledException',
            'Outbound web identity federation is not enabled for this account.',
            'modelled',
          ),
    );
  },
};

export const tokenWithinSession: Rule<
  StsContext<GetWebIdentityToken>,
  'sts.token-within-session'
> = {
  id: 'sts.token-within-session',
  test: (context) => {
    const { act, world } = context;
    const key = callerKey(context);
    const asked = act.durationSeconds ?? TOKEN_DURATION;
    const path = `credential:${key.id}/expiresAt` as const;
    const limits =
      key.kind === 'temporary'
        ? [{ name: 'rest of the session', value: secondsBetween(world.now, key.expiresAt), path }]
        : [];
    const isTooLong = key.kind === 'temporary' && after(world.now, asked) > key.expiresAt;
    return finding(
      { kind: 'limit', asked, limits, paths: [actField(act, 'durationSeconds'), path] },
      isTooLong
        ? stsError(
            'SessionDurationEscalationException',
            'The requested token duration would extend beyond the session of the caller.',
            'modelled',
          )
        : undefined,
    );
  },
};
