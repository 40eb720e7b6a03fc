import type { AssumeRole } from '../act.ts';
import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { promised } from '../never.ts';
import type { Principal } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { seconds, secondsBetween } from '../time.ts';
import type { Instant, Seconds } from '../time.ts';
import { findRole } from '../world.ts';
import { callerKey } from './context.ts';
import type { RoleAct, StsContext } from './context.ts';
import { CHAINED_MAXIMUM, ROOT_MAXIMUM, USER_DEFAULT, askedDuration } from './limits.ts';
import { parseSamlResponse } from './samlResponse.ts';
import { sessionRequest } from './sessionRequest.ts';

/** How long sessions last: what a call asks for, and what limits it (sts.md 2). */

/** How long a role session lasts: a SAML provider may shorten what was asked for (AssumeRoleWithSAML, DurationSeconds). */
export function roleDuration(act: RoleAct, now: Instant): Seconds {
  const asked = askedDuration(act);
  if (act.kind !== 'sts:AssumeRoleWithSAML') return asked;
  const end = parseSamlResponse(act.sAMLAssertion)?.sessionNotOnOrAfter;
  const limits = [sessionRequest(act).duration, end && secondsBetween(now, end)];
  return seconds(Math.min(asked, ...limits.flatMap((limit) => limit ?? [])));
}

/** How long a session of a user or of root lasts: root's is cut without a word (GetSessionToken). */
export function userDuration(asked: Seconds | undefined, caller: Principal): Seconds {
  if (caller.kind !== 'root') return asked ?? USER_DEFAULT;
  return seconds(Math.min(asked ?? ROOT_MAXIMUM, ROOT_MAXIMUM));
}

/** Whether a session opened by this caller is held to an hour; GetSessionToken's sessions are, an instance's role is not (sts.md 2). */
export const isChained = (caller: Principal): boolean =>
  (caller.kind === 'role-session' && caller.via !== 'ec2') || caller.kind === 'user-session';

export const durationWhenChained: Rule<StsContext<AssumeRole>, 'sts.duration-when-chained'> = {
  id: 'sts.duration-when-chained',
  test: (context) => {
    const chained = isChained(callerKey(context).owner);
    const path = actField(context.act, 'credentials');
    const limits = chained ? [{ name: 'role chaining', value: CHAINED_MAXIMUM, path }] : [];
    const asked = askedDuration(context.act);
    return finding(
      { kind: 'limit', asked, limits, paths: [actField(context.act, 'durationSeconds'), path] },
      chained && asked > CHAINED_MAXIMUM
        ? stsError(
            'ValidationError',
            'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
            'observed',
          )
        : undefined,
    );
  },
};

export const durationWithinRole: Rule<StsContext<RoleAct>, 'sts.duration-within-role'> = {
  id: 'sts.duration-within-role',
  test: ({ world, act }) => {
    const role = promised(findRole(world, act.roleArn), 'sts.assume-role-allowed found the role');
    const path = `role:${role.arn}/maxSessionDuration` as const;
    const asked = askedDuration(act);
    return finding(
      {
        kind: 'limit',
        asked,
        limits: [{ name: 'MaxSessionDuration of the role', value: role.maxSessionDuration, path }],
        paths: [actField(act, 'durationSeconds'), path],
      },
      asked > role.maxSessionDuration
        ? stsError(
            'ValidationError',
            'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
            'observed',
          )
        : undefined,
    );
  },
};
