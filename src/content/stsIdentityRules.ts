import type { PolicyEvidence } from '#engine/evidence.ts';
import { BUILT_IN } from '#engine/sts/builtIn.ts';

import { metClause } from './conditionWords.ts';
import { policyReason } from './policyReason.ts';
import type { RuleWordsOf } from './ruleText.ts';
import { spokenList, timeBeside } from './words.ts';

type Words = RuleWordsOf<'sts'>;

/** What STS says of a SAML response or a web identity token. */
export const STS_IDENTITY_RULES: Pick<
  Words,
  | 'sts.token-readable'
  | 'sts.provider-found'
  | 'sts.keys-available'
  | 'sts.token-signed'
  | 'sts.token-audience'
  | 'sts.token-current'
  | 'sts.token-unrejected'
  | 'sts.assertion-complete'
  | 'sts.federation-allowed'
> = {
  'sts.token-readable': {
    name: 'readable token',
    says: ({ wanted }, passed) => ({
      label: passed ? 'the token or assertion can be read' : 'STS cannot read what it got',
      title: passed ? 'STS can read the identity' : 'STS cannot read the identity',
      caption: passed
        ? 'No credentials sign this call; what an identity provider says takes their place.'
        : 'What should say who is calling does not have the form it must have.',
      because: passed
        ? `The call brings ${spokenList(wanted)}.`
        : `The call should bring ${spokenList(wanted)}.`,
    }),
  },
  'sts.provider-found': {
    name: 'identity provider',
    says: ({ wanted }, passed) => {
      const because = `STS looks for “${spokenList(wanted)}”.`;
      if (passed && BUILT_IN.some((host) => wanted.includes(`https://${host}`))) {
        return {
          label: 'AWS knows this provider itself',
          title: 'AWS knows the provider',
          caption: 'A few providers are built in: no administrator needs to set them up.',
          because,
        };
      }
      return {
        label: passed ? 'the account has this provider' : 'the account has no such provider',
        title: passed ? 'The account knows the provider' : 'The account does not know the provider',
        caption: passed
          ? 'STS finds the identity provider in the account, set up by an administrator.'
          : 'Only a provider that an administrator has set up in the account can vouch for anybody.',
        because,
      };
    },
  },
  'sts.keys-available': {
    name: 'provider keys',
    says: ({ actual }, passed) => ({
      label: passed ? 'STS has the provider’s keys' : 'STS cannot get the provider’s keys',
      title: passed ? 'STS has the provider’s keys' : 'STS cannot get the provider’s keys',
      caption: passed
        ? 'STS fetches the keys with which the provider signs its tokens.'
        : 'STS must fetch the keys with which the provider signs, and it cannot.',
      because: `The key list of the provider is ${actual}.`,
    }),
  },
  'sts.token-signed': {
    name: 'provider signature',
    says: ({ what, expected, actual }, passed) => ({
      label: passed
        ? 'the signature fits the provider’s key'
        : 'this is not what the provider signed',
      title: passed ? 'The provider signed this' : 'The provider did not sign this',
      caption: passed
        ? 'STS checks the signature with the keys of the provider.'
        : 'STS checks the signature with the keys of the provider, and it does not hold.',
      because:
        what === 'issuer'
          ? `The issuer is “${actual}”; the provider is set up as “${expected}”.`
          : `The signing key is “${actual}”; the provider has “${expected}”.`,
    }),
  },
  'sts.token-audience': {
    name: 'token audience',
    says: ({ expected, actual }, passed) => ({
      label: passed ? 'it is meant for this audience' : 'it is meant for another audience',
      title: passed ? 'It is meant for AWS' : 'It is meant for somebody else',
      caption: passed
        ? 'STS checks for whom the provider has made this.'
        : 'STS does not take what the provider has made for another audience.',
      because: `The audience is “${actual}”; STS takes “${expected}”.`,
    }),
  },
  'sts.token-current': {
    name: 'token lifetime',
    says: ({ at, from = at, until = at }, passed) => ({
      label: `${passed ? 'in time' : 'too late'}: it can be used until ${timeBeside(until, at)}`,
      title: passed ? 'It is brought in time' : 'It is brought too late',
      caption: passed
        ? 'STS looks at its clock once; the session it gives has a life of its own.'
        : 'STS looks at its clock, and the time to trade this in is over.',
      because: `It was made at ${timeBeside(from, at)} and can be used until ${timeBeside(until, at)}; AWS’s clock says ${timeBeside(at, until)}.`,
    }),
  },
  'sts.token-unrejected': {
    name: 'provider verdict',
    says: (_, passed) => ({
      label: passed ? 'the provider reports success' : 'the provider reports no success',
      title: passed
        ? 'The provider reports that the sign-in succeeded'
        : 'The provider reports that the sign-in failed',
      caption: passed
        ? 'STS looks whether the provider itself says that the sign-in succeeded.'
        : 'The provider itself says that the sign-in did not succeed, or has taken it back.',
      because: passed
        ? 'The provider reports success.'
        : 'The provider reports that this sign-in does not count.',
    }),
  },
  'sts.assertion-complete': {
    name: 'attributes',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'the response has what AWS needs',
            title: 'The response has what AWS needs',
            caption: 'STS reads session name, role and subject from the response itself.',
            because: 'Each of them is there and well formed.',
          }
        : {
            label: `${broken.name} in the response is not right`,
            title: 'The response lacks something AWS needs',
            caption:
              'STS takes session name, role and subject from the response, not from the call.',
            because: `The response says “${broken.value}” for ${broken.name}, which ${broken.constraint}.`,
          };
    },
  },
  'sts.federation-allowed': {
    name: 'provider trust',
    says: (evidence, passed) => ({
      label: passed ? 'the role trusts this identity' : 'the role does not trust this identity',
      title: passed ? 'The role trusts this identity' : 'The role does not trust this identity',
      caption: passed
        ? 'The trust policy alone decides here: the caller has no policies of its own yet.'
        : 'The trust policy alone decides here, and it does not let this identity in.',
      because: `${policyReason(evidence)}${passed ? tested(evidence) : ''}`,
    }),
  },
};

/** What the statement that lets somebody in has tested of the token; one that tests nothing is worth a word. */
function tested({ decision }: PolicyEvidence): string {
  const statement = decision.gates
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements)
    .find(({ effect, matched }) => effect === 'Allow' && matched);
  const tests = (statement?.elements ?? []).flatMap((element) => {
    return element.element === 'Condition' ? [metClause(element)] : [];
  });
  return tests.length > 0
    ? ` It tests this: ${tests.join('; ')}.`
    : ' It tests nothing else: whoever this provider vouches for gets in.';
}
