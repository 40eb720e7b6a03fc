import type { RuleTexts } from './ruleText.ts';
import { policyReason } from './policyReason.ts';
import { clockTime, shortLength, spokenLength, timeBeside } from './words.ts';

/** The checks of AWS STS in words. AWS publishes no order for them, so each place is modelled. */
const order = 'modelled';

export const STS_RULES: RuleTexts<'sts'> = {
  'sts.parameters-valid': {
    name: 'parameters',
    question: 'Do the parameters meet the API’s own limits?',
    statement: 'The API model sets hard limits: DurationSeconds from 900 to 43200, a session name of 2 to 64 characters.',
    basis: { verdict: 'documented', order },
    source: 'sts.model',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'parameters within the API’s limits',
            title: 'The parameters are well formed',
            caption: 'STS checks every parameter against the limits of its API model, before it looks at who is asking.',
            because: 'Every value lies within its limit.',
          }
        : {
            label: `${broken.name} outside the API’s limits`,
            title: 'A parameter breaks the API’s own limit',
            caption: `STS refuses ${broken.name} without asking who is calling.`,
            because: `${broken.name} is ${broken.value}. ${broken.constraint}.`,
          };
    },
  },
  'sts.signature-current': {
    name: 'clock',
    question: 'Is the signed date close to AWS’s clock?',
    statement: 'STS refuses a signature whose date is more than 15 minutes before or after its own clock.',
    basis: { verdict: 'observed', order },
    source: 'sts.clock',
    says: ({ at, from = at, until = at }, passed) =>
      passed
        ? {
            label: 'signed date within 15 min of AWS’s clock',
            title: 'The signature is fresh',
            caption: 'STS compares the date in the signature with its own clock and finds them close.',
            because: `The signer’s clock says ${clockTime(at)}; anything from ${clockTime(from)} to ${clockTime(until)} will do.`,
          }
        : {
            label: 'the signer’s clock is more than 15 min off',
            title: 'The signer’s clock is wrong',
            caption: 'STS compares the date in the signature with its own clock and finds them too far apart.',
            because: `The signer’s clock says ${clockTime(at)}; STS takes only ${clockTime(from)} to ${clockTime(until)}.`,
          },
  },
  'sts.caller-authenticated': {
    name: 'caller',
    question: 'Are the caller’s own credentials still good?',
    statement: 'Whoever calls STS with a session must do so before that session expires.',
    basis: { verdict: 'observed', order },
    source: 'iam.temporary-request',
    says: ({ at, until }, passed) =>
      passed
        ? {
            label: 'the caller’s credentials are good',
            title: 'STS knows the caller',
            caption: 'STS finds the caller’s access key and the signature made with it.',
            because:
              until === undefined
                ? 'The access key is a long-term one: it has no end date.'
                : `The caller’s session lives until ${timeBeside(until, at)}.`,
          }
        : {
            label: 'the caller’s credentials are no longer good',
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
    question: 'May this kind of caller assume roles at all?',
    statement: 'IAM users and role sessions may call AssumeRole; the root user and federated users may not.',
    basis: { verdict: 'documented', order },
    source: 'sts.comparison',
    says: ({ actual, expected }, passed) => ({
      label: passed ? 'this kind of caller may assume roles' : 'this kind of caller may not assume roles',
      title: passed ? 'The caller is of a kind that may assume roles' : 'This kind of caller may not assume roles',
      caption: passed ? 'STS checks what kind of principal is calling.' : 'STS refuses because of what kind of principal is calling.',
      because: `The caller is a ${actual.replace('-', ' ')}; AssumeRole is for ${expected}.`,
    }),
  },
  'sts.assume-role-allowed': {
    name: 'trust policy',
    question: 'Does the role’s trust policy let this caller in?',
    statement:
      'The role’s trust policy must allow the caller. If it names the caller itself, that is enough inside one account; if it names only the account, the caller’s own policies must allow the call too.',
    basis: { verdict: 'documented', order },
    source: 'sts.assume-role',
    says: (evidence, passed) => ({
      label: passed ? 'the trust policy lets the caller in' : 'the trust policy does not let the caller in',
      title: passed ? 'The trust policy lets the caller in' : 'The role does not trust this caller',
      caption: passed
        ? 'STS reads the role’s trust policy and finds that this caller may assume the role.'
        : 'STS reads the role’s trust policy and finds no permission for this caller to assume the role.',
      because: policyReason(evidence),
    }),
  },
  'sts.duration-when-chained': {
    name: 'role chaining',
    question: 'Is the caller a session itself, and does it ask for more than an hour?',
    statement: 'A session that assumes another role gets one hour at most. Asking for more is an error, not a silent cut.',
    basis: { verdict: 'documented', order },
    source: 'iam.role-terms',
    says: ({ asked, limits: [limit] }, passed) => {
      if (!limit) {
        return {
          label: 'no role chaining here',
          title: 'This call is not role chaining',
          caption: 'STS checks whether a session is asking for another session; it is not.',
          because: 'The caller is a long-term identity, so the one-hour cap does not apply.',
        };
      }
      return {
        label: passed ? 'chained, and no more than 1 h asked' : `chained: ${shortLength(asked)} asked, 1 h at most`,
        title: passed ? 'Role chaining, within its one hour' : 'Role chaining is capped at one hour',
        caption: passed
          ? 'A role session assumes another role, so STS holds the new session to one hour.'
          : 'A role session assumes another role and asks for more than an hour, so STS refuses.',
        because: `DurationSeconds is ${asked}; role chaining allows ${limit.value} at most.`,
      };
    },
  },
  'sts.duration-within-role': {
    name: 'role maximum',
    question: 'Does the call ask for more than the role allows?',
    statement: 'DurationSeconds may not exceed the role’s MaxSessionDuration. STS refuses; it does not cut.',
    basis: { verdict: 'documented', order },
    source: 'sts.assume-role',
    says: ({ asked, limits: [limit] }, passed) => {
      const most = limit?.value ?? asked;
      return {
        label: passed
          ? `${shortLength(asked)} asked, the role allows ${shortLength(most)}`
          : `${shortLength(asked)} asked, the role allows only ${shortLength(most)}`,
        title: passed ? 'The duration fits the role' : 'The call asks for longer than the role allows',
        caption: passed
          ? `STS compares the asked duration with the role’s maximum and accepts ${spokenLength(asked)}.`
          : 'STS compares the asked duration with the role’s maximum and refuses; it does not shorten.',
        because: `DurationSeconds is ${asked}; the role’s MaxSessionDuration is ${most}.`,
      };
    },
  },
};
