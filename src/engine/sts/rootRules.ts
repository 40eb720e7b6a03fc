import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { organizationPath } from '../policy/organization.ts';
import { principalArn } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import type { AssumeRoot } from './acts.ts';
import { callerAccount, callerKey } from './context.ts';
import type { StsContext } from './context.ts';
import { targetAccount } from './credentialsAccount.ts';
import { managedPolicy, ROOT_TASKS } from '../session/managedPolicies.ts';

/** AssumeRoot's own checks: one of five tasks, and from the right account (STS API, AssumeRoot). */

export const taskKnown: Rule<StsContext<AssumeRoot>, 'sts.task-known'> = {
  id: 'sts.task-known',
  test: ({ world, act }) => {
    const { taskPolicyArn } = act;
    const isKnown =
      taskPolicyArn.startsWith(ROOT_TASKS) && managedPolicy(world, taskPolicyArn) !== undefined;
    return finding(
      {
        kind: 'presence',
        wanted: [taskPolicyArn],
        missing: isKnown ? [] : [taskPolicyArn],
        paths: [actField(act, 'taskPolicyArn')],
      },
      isKnown
        ? undefined
        : stsError('ValidationError', `${taskPolicyArn} is not a task policy`, 'modelled'),
    );
  },
};

/** What stands in the way of a root session; undefined where nothing does. */
function obstacle(context: StsContext<AssumeRoot>): string | undefined {
  const { organization } = context.world;
  const target = targetAccount(context.act.targetPrincipal);
  const caller = callerAccount(context);
  if (!organization) return 'no organization';
  if (organization.rootSessions !== true) return 'root sessions are off';
  if (![organization.managementAccount, organization.delegatedIamAdministrator].includes(caller)) {
    return 'the caller’s account does not administer root access';
  }
  const isMember =
    target !== organization.managementAccount && organizationPath(organization, target);
  return isMember ? undefined : 'the target is no member account';
}

export const rootAccessCentral: Rule<StsContext<AssumeRoot>, 'sts.root-access-central'> = {
  id: 'sts.root-access-central',
  test: (context) => {
    const found = obstacle(context);
    const target = `arn:aws:iam::${targetAccount(context.act.targetPrincipal)}:root`;
    const who = principalArn(callerKey(context).owner) ?? '';
    return finding(
      {
        kind: 'equality',
        what: 'centralized root access',
        expected: 'on, and from the management or the delegated account',
        actual: found ?? 'on, and from the management or the delegated account',
        paths: ['organization', actField(context.act, 'targetPrincipal')],
      },
      found === undefined
        ? undefined
        : stsError(
            'AccessDenied',
            `User: ${who} is not authorized to perform: sts:AssumeRoot on resource: ${target}`,
            'modelled',
          ),
    );
  },
};
