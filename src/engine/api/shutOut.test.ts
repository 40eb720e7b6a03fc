import { expect, test } from 'vitest';

import { CALLERS } from '../policy/lab.fixture.ts';
import type { AccessRequest } from '../policy/decide.ts';
import { shutOut } from './shutOut.ts';

type Caller = keyof typeof CALLERS;

const refused = (caller: Caller, action: string, context: AccessRequest['context'] = {}) =>
  shutOut({
    principal: CALLERS[caller],
    action,
    resource: '*',
    resourceAccount: '111122223333',
    context,
  });

const INVALID = 'The security token included in the request is invalid';
const NO_TOKEN = 'Request is missing Authentication Token';

test.each<[Caller, string, string]>([
  ['root', 'sts:AssumeRole', 'AccessDenied: Roles may not be assumed by root accounts. (observed)'],
  ['root', 'sts:assumerole', 'AccessDenied: Roles may not be assumed by root accounts. (observed)'],
  [
    'federated-user',
    'sts:AssumeRole',
    'AccessDenied: Cannot call AssumeRole with these credentials (modelled)',
  ],
  ['federated-user', 'iam:ListUsers', `InvalidClientTokenId: ${INVALID} (modelled)`],
  ['user-session', 'iam:ListUsers', `InvalidClientTokenId: ${INVALID} (observed)`],
  [
    'user-session',
    'sts:GetFederationToken',
    'AccessDenied: Cannot call GetFederationToken with session credentials (observed)',
  ],
  [
    'role-session',
    'sts:GetSessionToken',
    'AccessDenied: Cannot call GetSessionToken with session credentials (observed)',
  ],
  ['web-identity', 's3:GetObject', `MissingAuthenticationToken: ${NO_TOKEN} (modelled)`],
  ['web-identity', 'sts:AssumeRoleWithSAML', `MissingAuthenticationToken: ${NO_TOKEN} (modelled)`],
  ['saml-identity', 'sts:AssumeRole', `MissingAuthenticationToken: ${NO_TOKEN} (modelled)`],
  ['anonymous', 'sts:GetCallerIdentity', `MissingAuthenticationToken: ${NO_TOKEN} (modelled)`],
])('it keeps %s from %s before any policy is read', (caller, action, said) => {
  const error = refused(caller, action)?.error;
  expect(error && `${error.code}: ${error.message} (${error.wording})`).toBe(said);
});

test.each<[Caller, string]>([
  ['root', 'sts:GetSessionToken'],
  ['root', 'iam:ListUsers'],
  ['user', 'sts:AssumeRole'],
  ['user', 'iam:ListUsers'],
  ['user-session', 'sts:AssumeRole'],
  ['user-session', 's3:GetObject'],
  ['role-session', 'iam:ListUsers'],
  ['federated-user', 'sts:GetCallerIdentity'],
  ['federated-user', 's3:GetObject'],
  ['web-identity', 'sts:AssumeRoleWithWebIdentity'],
  ['web-identity', 'sts:TagSession'],
  ['saml-identity', 'sts:AssumeRoleWithSAML'],
  ['service', 'sts:AssumeRole'],
  ['anonymous', 's3:GetObject'],
])('it leaves %s with %s to the policies', (caller, action) => {
  expect(refused(caller, action)).toBeUndefined();
});

test('it opens IAM to a session that was opened with MFA', () => {
  const context = { 'AWS:multifactorauthpresent': 'true' };
  expect(refused('user-session', 'iam:ListUsers', context)).toBeUndefined();
  expect(refused('federated-user', 'iam:ListUsers', context)?.why).toBe('federated-user');
});
