import type { RuleWordsOf } from './ruleText.ts';

type Words = RuleWordsOf<'sts'>;

/** What STS says of where a call is sent, and of what signs it. */
export const STS_CALL_RULES: Pick<
  Words,
  'sts.endpoint-serves' | 'sts.signature-matches' | 'sts.region-active' | 'sts.mfa-proved'
> = {
  'sts.endpoint-serves': {
    name: 'endpoint',
    says: ({ actual }, passed) => ({
      label: passed ? 'this endpoint serves the call' : 'the global endpoint does not serve this',
      title: passed
        ? 'The endpoint serves this call'
        : 'The global endpoint does not know this call',
      caption: passed
        ? 'The call goes to the endpoint of a Region, which serves every operation.'
        : 'This operation is served by Regional endpoints only; sts.amazonaws.com does not have it.',
      because: `The call was sent to the ${actual} endpoint.`,
    }),
  },
  'sts.signature-matches': {
    name: 'signature',
    says: (_, passed) =>
      passed
        ? {
            label: 'the signature matches',
            title: 'STS arrives at the same signature',
            caption: 'STS signs the request it received with the same secret and compares.',
            because: 'The two signatures are equal.',
          }
        : {
            label: 'the signature does not match',
            title: 'STS arrives at another signature',
            caption:
              'STS signs the request it received and gets another signature than the one sent.',
            because: 'Another secret key signed, or something changed after signing.',
          },
  },
  'sts.region-active': {
    name: 'region state',
    says: ({ what }, passed) =>
      passed
        ? {
            label: `STS is active in ${what}`,
            title: 'STS is active in this Region',
            caption: 'STS looks whether the account has it switched on in this Region.',
            because: `STS is active in ${what}.`,
          }
        : {
            label: `STS is switched off in ${what}`,
            title: 'STS is switched off in this Region',
            caption:
              'The account that would own the credentials has STS switched off in this Region.',
            because: `STS is not active in ${what}; the endpoint of another Region would answer.`,
          },
  },
  'sts.mfa-proved': {
    name: 'second factor',
    says: ({ what, actual }, passed) =>
      passed
        ? {
            label: 'the MFA code is right',
            title: 'The caller has the MFA device',
            caption: 'STS compares the six digits with those the device shows now.',
            because: `The device ${what} belongs to the caller, and the code is the one of the moment.`,
          }
        : {
            label: 'the MFA code is not accepted',
            title: 'The caller does not prove the second factor',
            caption: 'STS cannot accept the code together with the device that was named.',
            because: `The call names ${what} and brings ${/^\d+$/.test(actual) ? `the code ${actual}` : actual}.`,
          },
  },
};
