import { nameOf, sessionArn } from '#engine/arn.ts';
import type { Act } from '#engine/act.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { after, hours, minutes } from '#engine/time.ts';
import type { Seconds } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';
import { findRole } from '#engine/world.ts';

import { when } from '../misconception.ts';
import type { Misconception } from '../misconception.ts';
import { answering, ending, giving, naming, stopping } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import { answersIn, endWorld, momentOf } from '../questions/runFacts.ts';

/** Wrong ideas of sessions that only written questions ask about. */

type Called = Extract<
  Act,
  {
    kind:
      | 'sts:AssumeRoleWithSAML'
      | 'sts:AssumeRoleWithWebIdentity'
      | 'rolesanywhere:CreateSession';
  }
>;

/** The call of a run that gives a role to somebody without AWS keys. */
const callIn = ({ steps }: Trace): Called | undefined =>
  steps
    .map(({ act }) => act)
    .findLast(
      (act): act is Called =>
        act.kind === 'sts:AssumeRoleWithSAML' ||
        act.kind === 'sts:AssumeRoleWithWebIdentity' ||
        act.kind === 'rolesanywhere:CreateSession',
    );

/** What that call gives, if it lasts so long. */
const givingIn = (trace: Trace, length: Seconds | undefined): readonly Claim[] => {
  const call = callIn(trace);
  const at = call && momentOf(trace, call.id);
  return at === undefined || length === undefined
    ? []
    : [giving(length), ending(after(at, length))];
};

const maximumIn = (trace: Trace): Seconds | undefined => {
  const call = callIn(trace);
  return call && findRole(trace.start, call.roleArn)?.maxSessionDuration;
};

const profileLength = (trace: Trace): Seconds | undefined => {
  const call = callIn(trace);
  if (call?.kind !== 'rolesanywhere:CreateSession') return undefined;
  return Object.values(endWorld(trace).accounts)
    .flatMap(({ rolesAnywhere }) => Object.values(rolesAnywhere?.profiles ?? {}))
    .find(({ arn }) => arn === call.profileArn)?.durationSeconds;
};

/** Whether a run leads into the console. */
const isConsole = ({ steps }: Trace): boolean =>
  steps.some(({ act }) => act.kind === 'signin:getSigninToken');

const lastAct = ({ steps }: Trace): Act | undefined => steps.at(-1)?.act;

const isByToken = (trace: Trace): boolean =>
  lastAct(trace)?.kind === 'sts:AssumeRoleWithWebIdentity';

export const SESSION_DETAILS = {
  'roles-set-the-length': {
    belief: 'A session lasts as long as its role allows.',
    truth: 'The role’s maximum is only the most that can be asked for.',
    trap: 'B2',
    about: [],
    expects: (trace) => givingIn(trace, maximumIn(trace)),
  },
  'smaller-is-given': {
    belief: 'The smaller of profile and request is given in any case.',
    truth: 'The smaller of the two is held against the role’s maximum, and may be too long.',
    trap: 'B9',
    about: [],
    expects: (trace) => {
      const call = callIn(trace);
      const asked = call?.kind === 'rolesanywhere:CreateSession' ? call.durationSeconds : undefined;
      const profile = profileLength(trace);
      return asked !== undefined && profile !== undefined && asked < profile
        ? givingIn(trace, asked)
        : givingIn(trace, profile);
    },
  },
  'long-profiles-fail': {
    belief: 'A profile above the role’s maximum makes each call fail.',
    truth: 'What is asked for counts, where it is shorter than the profile.',
    trap: 'B9',
    about: [],
    expects: (trace) => {
      const [profile, role] = [profileLength(trace), maximumIn(trace)];
      return when(profile !== undefined && role !== undefined && profile > role, 'gives-nothing');
    },
  },
  'maximum-is-too-much': {
    belief: 'A duration has to be below the role’s maximum.',
    truth: 'A duration may be as long as the role’s maximum.',
    trap: 'B1',
    about: [],
    expects: (trace) => {
      const call = callIn(trace);
      return when(
        call?.durationSeconds !== undefined && call.durationSeconds === maximumIn(trace),
        'gives-nothing',
      );
    },
  },
  'responses-set-the-end': {
    belief: 'The end in the response is the end of the session.',
    truth: 'The earlier of the duration and the end in the response counts.',
    trap: 'B7',
    about: [],
    expects: (trace) => {
      const call = callIn(trace);
      const response = call?.kind === 'sts:AssumeRoleWithSAML' ? call.sAMLAssertion : undefined;
      return typeof response === 'object' && response.sessionNotOnOrAfter !== undefined
        ? [ending(response.sessionNotOnOrAfter)]
        : [];
    },
  },
  'user-sessions-have-one-length': {
    belief: 'Sessions of GetSessionToken have one length.',
    truth: 'Twelve hours are what GetSessionToken gives where nobody asks for a length.',
    trap: 'B5',
    about: [],
    expects: (trace) =>
      when(
        answersIn(trace).some(({ act }) => act.kind === 'sts:GetSessionToken'),
        giving(hours(12)),
      ),
  },
  'mfa-gives-the-most': {
    belief: 'With MFA STS gives the most.',
    truth: 'MFA does not change how long a session lasts.',
    trap: 'B5',
    about: [],
    expects: (trace) =>
      when(
        answersIn(trace).some(
          ({ act }) => act.kind === 'sts:GetSessionToken' && act.tokenCode !== undefined,
        ),
        giving(hours(36)),
      ),
  },
  'roles-limit-user-sessions': {
    belief: 'The maximum of roles holds for all of STS.',
    truth: 'A role’s maximum is for sessions of that role. A user’s own session has none.',
    trap: 'B5',
    about: [],
    expects: (trace) => {
      const roles = Object.values(trace.start.accounts).flatMap((one) => Object.values(one.roles));
      const most = Math.max(...roles.map(({ maxSessionDuration }) => maxSessionDuration));
      return answersIn(trace).some(({ act }) => act.kind === 'sts:GetSessionToken')
        ? [`gives-${most}`]
        : [];
    },
  },
  'least-is-the-default': {
    belief: 'Without a duration STS gives the least.',
    truth: 'Without a duration AssumeRole gives an hour. The least is fifteen minutes.',
    trap: 'B2',
    about: [],
    expects: (trace) =>
      when(
        answersIn(trace).some(
          ({ act }) => act.kind === 'sts:AssumeRole' && act.durationSeconds === undefined,
        ),
        giving(minutes(15)),
      ),
  },
  'consoles-end-with-their-url': {
    belief: 'The console session ends with the sign-in URL.',
    truth: 'The fifteen minutes are for opening the URL. The session has its own end.',
    trap: 'B6',
    about: [],
    expects: (trace) => when(isConsole(trace), giving(minutes(15))),
  },
  'consoles-last-a-working-day': {
    belief: 'A console session lasts a working day by default.',
    truth: 'Without SessionDuration it ends with the credentials that opened it.',
    trap: 'B6',
    about: [],
    expects: (trace) => when(isConsole(trace), giving(hours(8))),
  },
  'consoles-last-twelve-hours': {
    belief: 'A console session lasts as long as its role allows, up to twelve hours.',
    truth: 'Without SessionDuration it ends with the credentials that opened it.',
    trap: 'B6',
    about: [],
    expects: (trace) => when(isConsole(trace), giving(hours(12))),
  },
  'credentials-are-of-roles': {
    belief: 'Every temporary credential belongs to a role.',
    truth: 'Users and federated users have sessions too, and no role in them.',
    trap: 'A2',
    about: [],
    expects: (trace) => {
      const act = lastAct(trace);
      const key =
        act && 'credentials' in act && act.credentials
          ? credentialsOf(endWorld(trace), act.credentials)
          : undefined;
      if (key?.owner.kind !== 'federated-user') return [];
      const { user, arn } = key.owner;
      const role = user.replace(/:user\//, ':role/');
      return isRoleArn(role) ? [naming(sessionArn(role, nameOf(arn)))] : [];
    },
  },
  'questions-about-keys-are-free': {
    belief: 'Questions about one’s own key need no permission.',
    truth: 'GetCallerIdentity needs none. GetAccessKeyInfo is refused like other calls.',
    trap: 'A11',
    about: [],
    expects: (trace) =>
      when(lastAct(trace)?.kind === 'sts:GetAccessKeyInfo', answering(200), stopping(undefined)),
  },
  'missing-keys-are-false': {
    belief: 'A condition on a missing key is false.',
    truth: 'That depends on the operator. One with ForAllValues is met where a key is missing.',
    trap: 'G4',
    about: [],
    expects: (trace) => when(isByToken(trace), answering(403, 'AccessDenied')),
  },
  'missing-claims-are-rejected': {
    belief: 'A claim that is not found is rejected.',
    truth: 'IDPRejectedClaim is the provider’s answer, and it was not asked for this claim.',
    trap: 'G4',
    about: [],
    expects: (trace) => when(isByToken(trace), answering(403, 'IDPRejectedClaim')),
  },
  'missing-claims-spoil-tokens': {
    belief: 'A token without a claim that is tested is invalid.',
    truth: 'A token is valid by its signature, its audience and its dates.',
    trap: 'G4',
    about: [],
    expects: (trace) => when(isByToken(trace), answering(400, 'InvalidIdentityToken')),
  },
  'sessions-renew-themselves': {
    belief: 'A session can be renewed for as long as it lasts.',
    truth: 'Each session is asked for anew, with a certificate that is good then.',
    trap: 'F10',
    about: [],
    expects: (trace) => {
      const first = answersIn(trace).find(({ act }) => act.kind === 'rolesanywhere:CreateSession')
        ?.act.id;
      const key = Object.values(endWorld(trace).accessKeys).find(
        (one) => one.kind === 'temporary' && one.issuedBy === first,
      );
      return key?.kind === 'temporary' ? [ending(key.expiresAt)] : [];
    },
  },
} as const satisfies Record<string, Misconception>;

const isRoleArn = (arn: string): arn is `arn:aws:iam::${string}:role/${string}` =>
  arn.includes(':role/');
