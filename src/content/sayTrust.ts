import type { PolicyEvidence } from '#engine/evidence.ts';
import type { GateId, GateReason } from '#engine/policy/gates.ts';

import { policyReason } from './policyReason.ts';
import type { Said } from './ruleText.ts';

/** Who may assume a role, in words: which side let the caller in, or which one did not. */

type Words = Omit<Said, 'because'>;

/** What the trust policy and the caller's own side said together, by how the trust policy names the caller. */
const GRANTED: Readonly<Partial<Record<GateReason, string>>> = {
  'grants-caller':
    'The role’s trust policy lets the caller in by itself: inside one account no other policy has to.',
  'grants-role-or-user':
    'The role’s trust policy names the role the caller has: inside one account no identity-based policy has to allow it as well.',
  'delegates-to-account':
    'The role’s trust policy names the account, and a policy of the caller’s own allows the call: it takes both.',
  'grants-other-account':
    'The role’s trust policy lets the caller in, and the caller’s own side allows the call: across accounts it takes both.',
};

/** Why the caller's own policies are asked at all. */
const ASKED_AT_HOME: Readonly<Partial<Record<GateReason, string>>> = {
  'delegates-to-account':
    'The role’s trust policy names the account and leaves the choice to it: a policy of the caller’s own must allow the call, and none does.',
  'grants-other-account':
    'The role’s trust policy lets the caller in, but across accounts the caller’s own side must allow the call, too.',
};

const REFUSED: Readonly<Partial<Record<GateId, Words>>> = {
  trust: {
    label: 'the trust policy does not let the caller in',
    title: 'The role does not trust this caller',
    caption:
      'STS reads the role’s trust policy and finds nothing that lets this caller assume the role.',
  },
  'explicit-deny': {
    label: 'a policy denies it explicitly',
    title: 'A deny outweighs every allow',
    caption: 'STS reads all policies that apply to the call, and one of them denies it.',
  },
  'service-control': {
    label: 'the caller’s organization does not allow it',
    title: 'The organization does not let this call through',
    caption:
      'Every level of the caller’s organization, down to the account, must allow the call, and one does not.',
  },
  identity: {
    label: 'no policy of the caller’s own allows it',
    title: 'A policy of the caller’s own must allow it',
    caption: 'Trust is not all: a policy of the caller’s own must allow the call, and none does.',
  },
  boundary: {
    label: 'the caller’s boundary does not allow it',
    title: 'The caller’s permissions boundary stands in the way',
    caption:
      'The caller has a permissions boundary, which must allow the call, too; it grants nothing by itself.',
  },
  session: {
    label: 'the caller’s session policy does not allow it',
    title: 'The caller’s session policy stands in the way',
    caption: 'The caller’s session was limited when it was issued, and this call is outside.',
  },
};

const NO_ROLE: Said = {
  label: 'there is no such role',
  title: 'There is no such role',
  caption: 'STS finds no role of this name; it does not say so, it only denies access.',
  because: 'A role that does not exist trusts nobody.',
};

/** Whether a role may be assumed, in words. */
export function sayTrust(evidence: PolicyEvidence, passed: boolean): Said {
  const { gates, decidedBy } = evidence.decision;
  const why = gates.find(({ gate }) => gate === 'trust')?.because;
  const because = policyReason(evidence);
  if (passed) {
    return {
      label: 'the trust policy lets the caller in',
      title: 'The role trusts this caller',
      caption:
        (why && GRANTED[why]) ??
        'STS reads the role’s trust policy and the caller’s own policies, and together they let the call through.',
      because,
    };
  }
  if (why === 'no-resource-policy') return NO_ROLE;
  const words = REFUSED[decidedBy.gate] ?? OTHERWISE;
  const atHome = decidedBy.gate === 'identity' ? why && ASKED_AT_HOME[why] : undefined;
  return { ...words, ...(atHome !== undefined && { caption: atHome }), because };
}

const OTHERWISE: Words = {
  label: 'the caller may not assume the role',
  title: 'The policies do not let this caller assume the role',
  caption:
    'STS reads the role’s trust policy and the caller’s own policies, and they do not let the call through.',
};
