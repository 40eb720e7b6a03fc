import {
  CHAINED_MAXIMUM,
  CLOCK_TOLERANCE,
  DEFAULT_DURATION,
  DURATION_BOUNDS,
  REDEEM_WITHIN,
  ROLE_MAXIMUM,
  ROOT_MAXIMUM,
  ROOT_TASK_BOUNDS,
  ROOT_TASK_DURATION,
  TOKEN_BOUNDS,
  TOKEN_DURATION,
  USER_BOUNDS,
  USER_DEFAULT,
} from '#engine/sts/limits.ts';

import { stsStep } from '../facts/correction.ts';
import type { Limit } from './limit.ts';

const documented = 'documented';
const model = { rule: 'sts.parameters-valid' } as const;

/** How long what STS issues lives. */
export const STS_DURATIONS: readonly Limit[] = [
  {
    id: 'role-session',
    name: 'Role session (DurationSeconds): AssumeRole, with SAML, with web identity',
    unit: 'seconds',
    bounds: {
      ...DURATION_BOUNDS,
      shown: stsStep('twelve-hours-asked', 'assume-role.parameters-valid', { asked: 'day' }),
    },
    standard: {
      max: DEFAULT_DURATION,
      by: 'sts.duration-within-role',
      shown: stsStep('twelve-hours-asked', 'assume-role.duration-within-role', {
        asked: 'default',
      }),
    },
    note: 'never more than the role’s maximum',
    ...model,
    source: 'sts.assume-role',
  },
  {
    id: 'role-maximum',
    name: 'MaxSessionDuration of a role',
    unit: 'seconds',
    bounds: { min: ROLE_MAXIMUM.min, max: ROLE_MAXIMUM.max },
    standard: {
      max: ROLE_MAXIMUM.default,
      shown: stsStep('twelve-hours-asked', 'assume-role.duration-within-role'),
    },
    note: 'to ask for more is an error',
    rule: 'sts.duration-within-role',
    source: 'iam.create-role',
  },
  {
    id: 'chained',
    name: 'Role session opened from another session (chaining)',
    unit: 'seconds',
    bounds: {
      max: CHAINED_MAXIMUM,
      shown: stsStep('one-hour-chained', 'assume-deploy.duration-when-chained'),
    },
    rule: 'sts.duration-when-chained',
  },
  {
    id: 'session-token',
    name: 'GetSessionToken, an IAM user’s',
    unit: 'seconds',
    bounds: {
      ...USER_BOUNDS,
      shown: stsStep('session-token-mfa', 'get-session.parameters-valid'),
    },
    standard: { max: USER_DEFAULT },
    ...model,
    source: 'sts.get-session-token',
  },
  {
    id: 'federation-token',
    name: 'GetFederationToken, an IAM user’s',
    unit: 'seconds',
    bounds: { ...USER_BOUNDS, shown: stsStep('federation-token', 'get-token.parameters-valid') },
    standard: { max: USER_DEFAULT },
    ...model,
    source: 'sts.get-federation-token',
  },
  {
    id: 'root-token',
    name: 'Either of the two, asked for by root',
    unit: 'seconds',
    bounds: {
      max: ROOT_MAXIMUM,
      shown: stsStep('federation-token', 'get-token.answer', { caller: 'root' }),
    },
    note: 'more is cut, not refused',
    source: 'sts.get-federation-token',
    basis: documented,
  },
  {
    id: 'assume-root',
    name: 'AssumeRoot',
    unit: 'seconds',
    bounds: { max: ROOT_TASK_BOUNDS.max },
    standard: { max: ROOT_TASK_DURATION, shown: stsStep('assume-root', 'assume-root.answer') },
    ...model,
    source: 'sts.root',
  },
  {
    id: 'web-token',
    name: 'GetWebIdentityToken: the JWT',
    unit: 'seconds',
    bounds: { ...TOKEN_BOUNDS, shown: stsStep('outbound-token', 'get-token.parameters-valid') },
    standard: { max: TOKEN_DURATION },
    note: 'never past the caller’s own session',
    ...model,
    source: 'sts.web-token',
  },
  {
    id: 'saml-age',
    name: 'SAML response, from its making',
    unit: 'seconds',
    bounds: {
      max: REDEEM_WITHIN,
      shown: stsStep('saml-corporate', 'assume-role.token-current'),
    },
    rule: 'sts.token-current',
    source: 'sts.saml-age',
    basis: 'observed',
  },
  {
    id: 'sts-clock',
    name: 'Clock of whoever signs a call to STS, either way',
    unit: 'seconds',
    bounds: {
      max: CLOCK_TOLERANCE,
      shown: stsStep('who-am-i', 'ask.signature-current', { clock: 'slow' }),
    },
    rule: 'sts.signature-current',
  },
];
