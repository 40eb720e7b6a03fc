import type { AssumeRole } from '../act.ts';
import { accountOf, parseArn } from '../arn.ts';
import type { Basis } from '../basis.ts';
import { actField, credentialsOf } from '../credentials.ts';
import { stsError } from '../errors.ts';
import { promised } from '../never.ts';
import { decide } from '../policy/decide.ts';
import { denialMessage } from '../policy/message.ts';
import { principalAccount, principalArn } from '../principal.ts';
import { finding } from '../rules.ts';
import type { Rule, RuleAbout } from '../rules.ts';
import { after, amzDate, minutes, seconds } from '../time.ts';
import type { Seconds } from '../time.ts';
import { clockOf, findRole } from '../world.ts';
import type { AccessKey, World } from '../world.ts';

/** AssumeRole's checks. AWS publishes no order; this one is modelled (sts.md 1.6). */

export interface AssumeRoleContext {
  readonly world: World;
  readonly act: AssumeRole;
}

/** What STS takes when DurationSeconds is left out (AssumeRole). */
export const DEFAULT_DURATION = seconds(3600);

/** The least and the most the API model takes for DurationSeconds (AssumeRole). */
export const DURATION_BOUNDS = { min: seconds(900), max: seconds(43_200) } as const;

/** The most a session opened from another session may last (IAM User Guide, role chaining). */
export const CHAINED_MAXIMUM = seconds(3600);

/** The duration a call asks for. */
export const askedDuration = (act: Pick<AssumeRole, 'durationSeconds'>): Seconds =>
  act.durationSeconds ?? DEFAULT_DURATION;

const caller = ({ world, act }: AssumeRoleContext): AccessKey =>
  promised(credentialsOf(world, act.credentials), 'sts.caller-authenticated found the key');

/** A constraint of the API model, and whether the very text of its error was seen or follows from the others. */
const constrained =
  (name: string, value: string) =>
  (constraint: string, met: boolean, wording: Basis = 'observed') => ({
    name,
    value,
    constraint,
    met,
    wording,
  });

/** The limits of the API model; where several are broken, a pattern is named before a length (seen with other fields). */
function constraintsOf({ roleArn, roleSessionName, ...act }: AssumeRole) {
  const duration = askedDuration(act);
  const { min, max } = DURATION_BOUNDS;
  const onArn = constrained('roleArn', roleArn);
  const onName = constrained('roleSessionName', roleSessionName);
  const onDuration = constrained('durationSeconds', `${duration}`);
  return [
    onArn('Member must have length greater than or equal to 20', roleArn.length >= 20),
    onArn('Member must have length less than or equal to 2048', roleArn.length <= 2048, 'modelled'),
    onName(
      'Member must satisfy regular expression pattern: [\\w+=,.@-]*',
      /^[\w+=,.@-]*$/.test(roleSessionName),
    ),
    onName(
      'Member must have length greater than or equal to 2',
      roleSessionName.length >= 2,
      'modelled',
    ),
    onName('Member must have length less than or equal to 64', roleSessionName.length <= 64),
    onDuration(`Member must have value greater than or equal to ${min}`, duration >= min),
    onDuration(`Member must have value less than or equal to ${max}`, duration <= max, 'modelled'),
  ];
}

const parametersValid: Rule<AssumeRoleContext, 'sts.parameters-valid'> = {
  id: 'sts.parameters-valid',
  test: ({ act }) => {
    const constraints = constraintsOf(act);
    const isArn = parseArn(act.roleArn) !== undefined;
    const parameters = [
      ...constraints.map(({ wording: _, ...shown }) => shown),
      { name: 'roleArn', value: act.roleArn, constraint: 'Member must be an ARN', met: isArn },
    ];
    const paths = ['roleArn', 'roleSessionName', 'durationSeconds'].map((name) =>
      actField(act, name),
    );
    const evidence = { kind: 'constraints', parameters, paths } as const;
    const broken = constraints.filter(({ met }) => !met);
    const [first] = broken;
    // A generic layer checks the model's constraints; only behind it does the service read the ARN (sts.md 1.6).
    if (!first) {
      return finding(
        evidence,
        isArn ? undefined : stsError('ValidationError', `${act.roleArn} is invalid`, 'observed'),
      );
    }
    const said = broken.map(
      ({ name, value, constraint }) =>
        `Value '${value}' at '${name}' failed to satisfy constraint: ${constraint}`,
    );
    const message = `${said.length} validation error${said.length === 1 ? '' : 's'} detected: ${said.join('; ')}`;
    return finding(
      evidence,
      stsError('ValidationError', message, said.length === 1 ? first.wording : 'modelled'),
    );
  },
};

/** How far a signer's clock may be off, either way (observed in the errors STS sends). */
const CLOCK_TOLERANCE = minutes(15);

const signatureCurrent: Rule<AssumeRoleContext, 'sts.signature-current'> = {
  id: 'sts.signature-current',
  test: ({ world, act }) => {
    const date = clockOf(world, act.by);
    const from = after(world.now, seconds(-CLOCK_TOLERANCE));
    const until = after(world.now, CLOCK_TOLERANCE);
    const evidence = {
      kind: 'window',
      at: date,
      from,
      until,
      paths: [`header:X-Amz-Date`, 'clock'],
    } as const;
    const now = amzDate(world.now);
    const late = `Signature expired: ${amzDate(date)} is now earlier than ${amzDate(from)} (${now} - 15 min.)`;
    const early = `Signature not yet current: ${amzDate(date)} is still later than ${amzDate(until)} (${now} + 15 min.)`;
    if (date < from) return finding(evidence, stsError('SignatureDoesNotMatch', late, 'observed'));
    return finding(
      evidence,
      date > until ? stsError('SignatureDoesNotMatch', early, 'observed') : undefined,
    );
  },
};

const callerAuthenticated: Rule<AssumeRoleContext, 'sts.caller-authenticated'> = {
  id: 'sts.caller-authenticated',
  test: ({ world, act }) => {
    const key = credentialsOf(world, act.credentials);
    const until = key?.kind === 'temporary' ? { until: key.expiresAt } : {};
    const path = key ? ([`credential:${key.id}/expiresAt`] as const) : [];
    const evidence = {
      kind: 'window',
      at: world.now,
      ...until,
      paths: [...path, 'clock'],
    } as const;
    if (!key || (key.kind === 'long-term' && key.status !== 'Active')) {
      // Seen for unknown and deleted keys; what an inactive one gets was not.
      const wording = key?.status === 'Inactive' ? 'modelled' : 'observed';
      return finding(
        evidence,
        stsError(
          'InvalidClientTokenId',
          'The security token included in the request is invalid',
          wording,
        ),
      );
    }
    const isExpired = key.kind === 'temporary' && world.now > key.expiresAt;
    return finding(
      evidence,
      isExpired
        ? stsError(
            'ExpiredToken',
            'The security token included in the request is expired',
            'observed',
          )
        : undefined,
    );
  },
};

const callerKind: Rule<AssumeRoleContext, 'sts.caller-kind'> = {
  id: 'sts.caller-kind',
  test: (context) => {
    const { kind } = caller(context).owner;
    const evidence = {
      kind: 'equality',
      what: 'caller',
      expected: 'an IAM user or a role session',
      actual: kind,
      paths: [actField(context.act, 'credentials')],
    } as const;
    if (kind === 'root' || kind === 'root-session') {
      return finding(
        evidence,
        stsError('AccessDenied', 'Roles may not be assumed by root accounts.', 'observed'),
      );
    }
    const isAllowed = kind === 'user' || kind === 'user-session' || kind === 'role-session';
    return finding(
      evidence,
      isAllowed
        ? undefined
        : stsError('AccessDenied', 'Cannot call AssumeRole with these credentials', 'modelled'),
    );
  },
};

const assumeRoleAllowed: Rule<AssumeRoleContext, 'sts.assume-role-allowed'> = {
  id: 'sts.assume-role-allowed',
  test: (context) => {
    const { world, act } = context;
    const principal = caller(context).owner;
    const role = findRole(world, act.roleArn);
    const request = {
      principal,
      action: 'sts:AssumeRole',
      resource: act.roleArn,
      resourceAccount: accountOf(act.roleArn),
      ...(role && { resourcePolicy: role.trustPolicy }),
      context: { 'sts:RoleSessionName': act.roleSessionName },
    };
    const decision = decide(request, world);
    const evidence = {
      kind: 'policy',
      principal: principalArn(principal) ?? '',
      action: request.action,
      resource: act.roleArn,
      decision,
      paths: [`role:${act.roleArn}/trustPolicy`, actField(act, 'credentials')],
    } as const;
    if (role && decision.verdict === 'allow') return finding(evidence);
    const isSameAccount = principalAccount(principal) === accountOf(act.roleArn);
    const short = `User: ${evidence.principal} is not authorized to perform: sts:AssumeRole on resource: ${act.roleArn}`;
    // Across accounts every sighting is the short form; the long form in one account is documented but unseen (sts.md 7.2).
    return finding(
      evidence,
      isSameAccount && role
        ? stsError('AccessDenied', denialMessage(decision, request), 'modelled')
        : stsError('AccessDenied', short, 'observed'),
    );
  },
};

const durationWhenChained: Rule<AssumeRoleContext, 'sts.duration-when-chained'> = {
  id: 'sts.duration-when-chained',
  test: (context) => {
    const { kind } = caller(context).owner;
    const isChained = kind === 'role-session' || kind === 'user-session';
    const path = actField(context.act, 'credentials');
    const limits = isChained ? [{ name: 'role chaining', value: CHAINED_MAXIMUM, path }] : [];
    const asked = askedDuration(context.act);
    return finding(
      { kind: 'limit', asked, limits, paths: [actField(context.act, 'durationSeconds'), path] },
      isChained && asked > CHAINED_MAXIMUM
        ? stsError(
            'ValidationError',
            'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
            'observed',
          )
        : undefined,
    );
  },
};

const durationWithinRole: Rule<AssumeRoleContext, 'sts.duration-within-role'> = {
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

/** AssumeRole's checks in the order they are made here. */
export const ASSUME_ROLE_RULES: readonly RuleAbout<AssumeRoleContext>[] = [
  parametersValid,
  signatureCurrent,
  callerAuthenticated,
  callerKind,
  assumeRoleAllowed,
  durationWhenChained,
  durationWithinRole,
];
