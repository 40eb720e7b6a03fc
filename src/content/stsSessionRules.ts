import type { PolicyEvidence } from '#engine/evidence.ts';

import { policyReason } from './policyReason.ts';
import type { RuleWordsOf, Said } from './ruleText.ts';
import { quoted, spokenList } from './words.ts';

type Words = RuleWordsOf<'sts'>;

/** A permission that is asked for beside the call's own. */
const permission =
  (action: string, what: string) =>
  (evidence: PolicyEvidence, passed: boolean): Said => ({
    label: passed ? `${action} is allowed` : `${action} is not allowed`,
    title: passed ? `The call may ${what}` : `The call may not ${what}`,
    caption: passed
      ? `To ${what} takes a permission of its own, ${action}, and the policies give it.`
      : `To ${what} takes a permission of its own, ${action}, and a policy does not give it.`,
    because: policyReason(evidence),
  });

/** What STS says of what a session is to carry. */
export const STS_SESSION_RULES: Pick<
  Words,
  | 'sts.session-policies-valid'
  | 'sts.tags-consistent'
  | 'sts.source-identity-kept'
  | 'sts.tag-session-allowed'
  | 'sts.source-identity-allowed'
  | 'sts.context-allowed'
  | 'sts.packed-size'
> = {
  'sts.session-policies-valid': {
    name: 'session policies',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'the session policies can be read',
            title: 'The session policies are well formed',
            caption: 'STS reads the policies that are to limit the session.',
            because: 'Each of them is a policy that AWS can read.',
          }
        : {
            label: 'a session policy cannot be used',
            title: 'A session policy cannot be used',
            caption: 'STS cannot use one of the policies that are to limit the session.',
            because:
              broken.name === 'policy'
                ? `AWS says of the text: ${quoted(broken.value)}`
                : `There is no usable managed policy “${broken.value}”.`,
          };
    },
  },
  'sts.tags-consistent': {
    name: 'session tags',
    says: ({ found }, passed) =>
      passed
        ? {
            label: 'the session tags fit together',
            title: 'The session tags fit together',
            caption: 'STS compares the tag keys with each other and with those handed down.',
            because: 'No key stands twice, and none is handed down already.',
          }
        : {
            label: 'the session tags do not fit together',
            title: 'The session tags contradict each other',
            caption:
              'STS ignores case in tag keys, and a tag that was handed down cannot be set again.',
            because: `The trouble is with ${spokenList(found.map((key) => `“${key}”`))}.`,
          },
  },
  'sts.source-identity-kept': {
    name: 'source identity',
    says: ({ expected, actual }, passed) => ({
      label: passed ? 'the source identity stays' : 'the source identity would change',
      title: passed ? 'The source identity stays as it is' : 'A source identity cannot be changed',
      caption: passed
        ? 'A source identity is set once and goes with every session that follows.'
        : 'A source identity is set once; no later session in the chain can have another.',
      because: passed
        ? `The caller’s session has the source identity “${expected}”.`
        : `The caller’s session has “${expected}”; the call asks for “${actual}”.`,
    }),
  },
  'sts.tag-session-allowed': {
    name: 'tagging allowed',
    says: permission('sts:TagSession', 'tag the session'),
  },
  'sts.source-identity-allowed': {
    name: 'identity allowed',
    says: permission('sts:SetSourceIdentity', 'set a source identity'),
  },
  'sts.context-allowed': {
    name: 'context allowed',
    says: permission('sts:SetContext', 'hand over a context'),
  },
  'sts.packed-size': {
    name: 'packed size',
    says: ({ parameters: [size] }, passed) => ({
      label: passed ? 'policies and tags fit' : 'policies and tags take too much space',
      title: passed ? 'Policies and tags fit into the token' : 'Policies and tags do not fit',
      caption: passed
        ? 'STS packs policies and tags into the token; they have a fixed space.'
        : 'STS packs policies and tags into the token, and together they need more than there is.',
      because: `They take about ${size?.value ?? '0 %'} of the space; AWS does not publish how it packs.`,
    }),
  },
};
