import { CONSOLE_BOUNDS, TOKEN_LIFE } from '#engine/signin/limits.ts';

import { stsStep } from '../facts/correction.ts';
import type { Limit } from './limit.ts';
import { PUBLISHED } from './published.ts';

const documented = 'documented';

/** Sign-ins whose length is none of STS’s: the console, Identity Center, Cognito. */
export const CONSOLE_LIMITS: readonly Limit[] = [
  {
    id: 'console-session',
    name: 'Console session by federation (SessionDuration)',
    unit: 'seconds',
    bounds: {
      ...CONSOLE_BOUNDS,
      shown: stsStep('console-clock', 'get-token.duration-in-range', { length: '46800' }),
    },
    note: 'may outlive the credentials it began with',
    rule: 'signin.duration-in-range',
  },
  {
    id: 'signin-token',
    name: 'Sign-in token in a console URL',
    unit: 'seconds',
    bounds: { max: TOKEN_LIFE, shown: stsStep('console-clock', 'sign-in.token-fresh') },
    rule: 'signin.token-fresh',
  },
  {
    id: 'permission-set',
    name: 'Session of a permission set (Identity Center)',
    unit: 'seconds',
    bounds: PUBLISHED.permissionSet,
    standard: { max: PUBLISHED.permissionSetDefault },
    source: 'sso.session-duration',
    basis: documented,
  },
  {
    id: 'portal',
    name: 'Sign-in to the access portal (Identity Center)',
    unit: 'seconds',
    bounds: { max: PUBLISHED.portalSession },
    note: 'the AWS sessions it opens have their own length',
    source: 'sso.portal-session',
    basis: documented,
  },
  {
    id: 'open-id-token',
    name: 'Token of GetOpenIdToken (Cognito)',
    unit: 'seconds',
    bounds: {
      max: PUBLISHED.openIdToken,
      shown: stsStep('cognito-guest', 'assume-role.token-current', { flow: 'basic' }),
      by: 'sts.token-current',
    },
    source: 'cognito.open-id-token',
    basis: documented,
  },
  {
    id: 'developer-token',
    name: 'Token for a developer’s own identity (Cognito)',
    unit: 'seconds',
    bounds: { max: PUBLISHED.developerToken.max },
    standard: { max: PUBLISHED.developerToken.default },
    source: 'cognito.developer-token',
    basis: documented,
  },
];
