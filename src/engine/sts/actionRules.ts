import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { unreachable } from '../never.ts';
import type { RequestContext } from '../policy/context.ts';
import type { AccessRequest } from '../policy/decide.ts';
import { denialAnswer } from '../policy/message.ts';
import { policyEvidence } from '../policyEvidence.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { callerAccount, callerKey, requestKeys } from './context.ts';
import type { SignedAct, StsContext } from './context.ts';
import { targetAccount } from './credentialsAccount.ts';
import { tagKeys } from './permission.ts';

/** STS's question whether the caller's own policies allow an operation that names no role. */

type AllowedAct = Exclude<
  SignedAct,
  { kind: 'sts:AssumeRole' | 'sts:GetCallerIdentity' | 'sts:GetSessionToken' }
>;

/** What an operation acts on; most of them on nothing in particular (service authorization reference, STS). */
function resourceOf(context: StsContext<AllowedAct>): string {
  const { act } = context;
  switch (act.kind) {
    case 'sts:GetFederationToken':
      return `arn:aws:sts::${callerAccount(context)}:federated-user/${act.name}`;
    case 'sts:AssumeRoot':
      return `arn:aws:iam::${targetAccount(act.targetPrincipal)}:root`;
    case 'sts:DecodeAuthorizationMessage':
    case 'sts:GetAccessKeyInfo':
    case 'sts:GetDelegatedAccessToken':
    case 'sts:GetWebIdentityToken':
      return '*';
    default:
      return unreachable(act);
  }
}

function actionKeys(act: AllowedAct): RequestContext {
  if (act.kind === 'sts:AssumeRoot') return { 'sts:TaskPolicyArn': act.taskPolicyArn };
  if (act.kind === 'sts:GetFederationToken') return tagKeys(act.tags ?? []);
  if (act.kind !== 'sts:GetWebIdentityToken') return {};
  return {
    ...tagKeys(act.tags ?? []),
    'sts:IdentityTokenAudience': act.audience,
    'sts:SigningAlgorithm': act.signingAlgorithm,
    'sts:DurationSeconds': String(act.durationSeconds ?? 300),
  };
}

const accessRequest = (context: StsContext<AllowedAct>, action: string): AccessRequest => {
  const resource = resourceOf(context);
  return {
    principal: callerKey(context).owner,
    action,
    resource,
    resourceAccount:
      context.act.kind === 'sts:AssumeRoot'
        ? targetAccount(context.act.targetPrincipal)
        : callerAccount(context),
    context: { ...requestKeys(context), ...actionKeys(context.act) },
  };
};

type ActionRule = 'sts.action-allowed' | 'sts.tag-session-allowed' | 'sts.tag-token-allowed';

const onAction = <Id extends ActionRule>(
  id: Id,
  actionFor: (act: AllowedAct) => string,
  applies?: (context: StsContext<AllowedAct>) => boolean,
): Rule<StsContext<AllowedAct>, Id> => ({
  id,
  ...(applies && { applies }),
  test: (context) => {
    const request = accessRequest(context, actionFor(context.act));
    const evidence = policyEvidence(request, context.world, [actField(context.act, 'credentials')]);
    const { decision } = evidence;
    // The evidence of these rules is of one kind.
    type Found = ReturnType<Rule<StsContext<AllowedAct>, Id>['test']>;
    if (decision.verdict === 'allow') return finding(evidence) as Found;
    const { message, basis } = denialAnswer(decision, request, context.world);
    return finding(evidence, stsError('AccessDenied', message, basis)) as Found;
  },
});

export const actionAllowed = onAction('sts.action-allowed', ({ kind }) => kind);

const hasTags = ({ act }: StsContext<AllowedAct>): boolean =>
  'tags' in act && (act.tags ?? []).length > 0;

/** Made where GetFederationToken passes tags. */
export const federationTagsAllowed = onAction(
  'sts.tag-session-allowed',
  () => 'sts:TagSession',
  hasTags,
);

/** Made where GetWebIdentityToken passes tags. */
export const tokenTagsAllowed = onAction(
  'sts.tag-token-allowed',
  () => 'sts:TagGetWebIdentityToken',
  hasTags,
);
