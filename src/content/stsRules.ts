import type { RuleWordsOf } from './ruleText.ts';
import { sayTrust } from './sayTrust.ts';
import { STS_ANSWER_RULES } from './stsAnswerRules.ts';
import { STS_CALL_RULES } from './stsCallRules.ts';
import { STS_IDENTITY_RULES } from './stsIdentityRules.ts';
import { STS_SESSION_RULES } from './stsSessionRules.ts';
import { clockTime, shortLength, spokenLength, timeBeside } from './words.ts';

/** Kinds of callers as a sentence names them. */
const KINDS: Readonly<Record<string, string>> = {
  root: 'the root user',
  'root-session': 'a session of the root user',
  user: 'an IAM user',
  'user-session': 'a session of an IAM user',
  'role-session': 'a role session',
  'federated-user': 'a federated user',
};

/** Parameters whose own names can begin a sentence. */
const BEGINNERS = ['durationSeconds', 'roleArn', 'roleSessionName'];

export const STS_RULES: RuleWordsOf<'sts'> = {
  ...STS_CALL_RULES,
  ...STS_SESSION_RULES,
  ...STS_IDENTITY_RULES,
  ...STS_ANSWER_RULES,
  'sts.parameters-valid': {
    name: 'parameters',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'parameters within the API’s limits',
            title: 'The parameters are well formed',
            caption: 'STS checks every parameter against the limits of its API model.',
            because: 'Every value lies within its limit.',
          }
        : {
            label: `${broken.name} outside the API’s limits`,
            title: 'A parameter breaks the API’s own limit',
            caption: `STS refuses ${broken.name} without asking who is calling.`,
            because: `${BEGINNERS.includes(broken.name) ? '' : 'The parameter '}${broken.name} is “${broken.value}”, which breaks the limit “${broken.constraint}”.`,
          };
    },
  },
  'sts.signature-current': {
    name: 'clock',
    says: ({ at, from = at, until = at }, passed) =>
      passed
        ? {
            label: 'signed date within 15 min of AWS’s clock',
            title: 'The signature is fresh',
            caption:
              'STS compares the date in the signature with its own clock and finds them close.',
            because: `The signer’s clock says ${clockTime(at)}; anything from ${clockTime(from)} to ${clockTime(until)} will do.`,
          }
        : {
            label: 'the signer’s clock is more than 15 min off',
            title: 'The signer’s clock is wrong',
            caption:
              'STS compares the date in the signature with its own clock and finds them too far apart.',
            because: `The signer’s clock says ${clockTime(at)}; STS takes only ${clockTime(from)} to ${clockTime(until)}.`,
          },
  },
  'sts.caller-authenticated': {
    name: 'caller',
    says: ({ at, until }, passed) =>
      passed
        ? {
            label: 'the access key or session is valid',
            title: 'STS knows the caller',
            caption: 'STS looks up the access key that signed the call and accepts it.',
            because:
              until === undefined
                ? 'The access key is a long-term one: it has no end date.'
                : `The caller’s session lives until ${timeBeside(until, at)}.`,
          }
        : {
            label: 'the caller’s credentials are not accepted',
            title: 'STS does not accept the caller’s credentials',
            caption: 'STS refuses the call because of the credentials that signed it.',
            because:
              until === undefined
                ? 'The access key is unknown or inactive.'
                : `The caller’s session ended at ${timeBeside(until, at)}.`,
          },
  },
  'sts.caller-kind': {
    name: 'kind of caller',
    says: ({ actual, expected, what }, passed) => {
      const action = what.replace(/^caller(?: of )?/, '') || 'AssumeRole';
      const does = action === 'AssumeRole' ? 'assume roles' : `call ${action}`;
      return {
        label: `this kind of caller ${passed ? 'may' : 'may not'} ${does}`,
        title: `This kind of caller ${passed ? 'may' : 'may not'} ${does}`,
        caption: passed
          ? 'STS checks what kind of principal is calling.'
          : 'STS refuses because of what kind of principal is calling.',
        because: `The caller is ${KINDS[actual] ?? actual}; ${action} is for ${action === 'AssumeRole' ? 'IAM users and role sessions' : expected}.`,
      };
    },
  },
  'sts.assume-role-allowed': {
    name: 'trust policy',
    says: sayTrust,
  },
  'sts.duration-when-chained': {
    name: 'role chaining',
    says: ({ asked, limits: [limit] }, passed) => {
      if (!limit) {
        return {
          label: 'no role chaining here',
          title: 'This call is not role chaining',
          caption: 'STS checks whether the caller is the first link of a chain; it is not.',
          because:
            'The one-hour cap is for callers with a session from STS; a long-term key is none, and the session that EC2 hands an instance does not count.',
        };
      }
      return {
        label: passed
          ? 'chained, and no more than 1 h asked'
          : `chained: ${shortLength(asked)} asked, 1 h at most`,
        title: passed
          ? 'Role chaining, within its one hour'
          : 'Role chaining is capped at one hour',
        caption: passed
          ? 'A session opens another session, so STS holds the new one to one hour.'
          : 'A session opens another session and asks for more than an hour, so STS refuses.',
        because: `DurationSeconds is ${asked}; role chaining allows ${limit.value} at most.`,
      };
    },
  },
  'sts.duration-within-role': {
    name: 'role maximum',
    says: ({ asked, limits: [limit] }, passed) => {
      const most = limit?.value ?? asked;
      return {
        label: passed
          ? `${shortLength(asked)} asked, the role allows ${shortLength(most)}`
          : `${shortLength(asked)} asked, the role allows only ${shortLength(most)}`,
        title: passed
          ? 'The duration fits the role'
          : 'The call asks for longer than the role allows',
        caption: passed
          ? `STS compares the duration asked for with the role’s maximum and accepts ${spokenLength(asked)}.`
          : 'STS compares the duration asked for with the role’s maximum and refuses; it does not shorten it.',
        because: `DurationSeconds is ${asked}; the role’s MaxSessionDuration is ${most}.`,
      };
    },
  },
};
