import type { AssumeRole } from '../act.ts';
import { accountOf } from '../arn.ts';
import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { denialAnswer } from '../policy/message.ts';
import type { RequestContext } from '../policy/context.ts';
import { policyEvidence } from '../policyEvidence.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { findRole } from '../world.ts';
import { callerKey, requestKeys } from './context.ts';
import type { StsContext } from './context.ts';
import { provedNow } from './mfa.ts';
import { inherited, sessionRequest, sourceIdentityOf } from './sessionRequest.ts';

/** STS's questions to the policies, in the role's account and in the caller's. */

/** The condition keys that tags bring (service authorization reference, STS). */
export const tagKeys = (
  tags: readonly { readonly key: string; readonly value: string }[],
): RequestContext =>
  tags.length === 0
    ? {}
    : {
        ...Object.fromEntries(tags.map(({ key, value }) => [`aws:RequestTag/${key}`, value])),
        'aws:TagKeys': tags.map(({ key }) => key),
      };

/** The condition keys of AssumeRole and of the permissions that go with it. */
function assumeRoleKeys(context: StsContext<AssumeRole>): RequestContext {
  const { act } = context;
  const { tags, transitiveTagKeys, sourceIdentity } = sessionRequest(act);
  const contexts = act.providedContexts ?? [];
  return {
    'sts:RoleSessionName': act.roleSessionName,
    ...requestKeys(context),
    ...tagKeys(tags),
    ...(transitiveTagKeys.length > 0 && { 'sts:TransitiveTagKeys': transitiveTagKeys }),
    ...(act.externalId !== undefined && { 'sts:ExternalId': act.externalId }),
    ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': sourceIdentity }),
    ...(contexts.length > 0 && {
      'sts:RequestContextProviders': contexts.map(({ providerArn }) => providerArn),
    }),
    // A code that comes with the call counts for its conditions (IAM User Guide, MFA-protected API access).
    ...(provedNow(context) !== undefined && {
      'aws:MultiFactorAuthPresent': 'true',
      'aws:MultiFactorAuthAge': '0',
    }),
  };
}

type RoleRule =
  | 'sts.assume-role-allowed'
  | 'sts.tag-session-allowed'
  | 'sts.source-identity-allowed'
  | 'sts.context-allowed';

/** A rule that asks role and caller about one action on the role that is to be assumed. */
const onRole = <Id extends RoleRule>(
  id: Id,
  action: string,
  applies?: (context: StsContext<AssumeRole>) => boolean,
): Rule<StsContext<AssumeRole>, Id> => ({
  id,
  ...(applies && { applies }),
  test: (context) => {
    const { world, act } = context;
    const principal = callerKey(context).owner;
    const role = findRole(world, act.roleArn);
    const request = {
      principal,
      action,
      resource: act.roleArn,
      resourceAccount: accountOf(act.roleArn),
      ...(role && { resourcePolicy: role.trustPolicy }),
      context: assumeRoleKeys(context),
    };
    const evidence = policyEvidence(request, world, [
      `role:${act.roleArn}/trustPolicy`,
      actField(act, 'credentials'),
    ]);
    const { decision } = evidence;
    // The evidence of these four rules is of one kind.
    type Found = ReturnType<Rule<StsContext<AssumeRole>, Id>['test']>;
    if (role && decision.verdict === 'allow') return finding(evidence) as Found;
    const { message, basis } = denialAnswer(decision, request, world);
    return finding(evidence, stsError('AccessDenied', message, basis)) as Found;
  },
});

export const assumeRoleAllowed = onRole('sts.assume-role-allowed', 'sts:AssumeRole');

/** Made where tags are passed or inherited. */
export const tagSessionAllowed = onRole(
  'sts.tag-session-allowed',
  'sts:TagSession',
  (context) =>
    sessionRequest(context.act).tags.length > 0 || Object.keys(inherited(context).tags).length > 0,
);

/** Made where a source identity is set or inherited. */
export const sourceIdentityAllowed = onRole(
  'sts.source-identity-allowed',
  'sts:SetSourceIdentity',
  (context) => sourceIdentityOf(context) !== undefined,
);

/** Made where contexts are provided. */
export const contextAllowed = onRole(
  'sts.context-allowed',
  'sts:SetContext',
  ({ act }) => (act.providedContexts ?? []).length > 0,
);
