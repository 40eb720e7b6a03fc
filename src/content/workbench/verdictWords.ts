import type { Decision } from '#engine/policy/decide.ts';
import type { PolicyMatch } from '#engine/policy/reasons.ts';

import { GATE_TITLES } from './gateWords.ts';
import type { GateVerdict } from './gateWords.ts';
import type { Judged } from './judge.ts';
import { SHUT_OUT_WORDS } from './shutOutWords.ts';

const VERDICTS: Record<Decision['verdict'], GateVerdict> = {
  allow: { word: 'ALLOW', tone: 'good' },
  'explicit-deny': { word: 'EXPLICIT DENY', tone: 'bad' },
  'implicit-deny': { word: 'IMPLICIT DENY', tone: 'none' },
};

/** The verdict's word and tone. */
export const decisionVerdict = ({ verdict }: Decision): GateVerdict => VERDICTS[verdict];

/** A statement as people point at it: “Statement 2 (OnlyTls) of Policy of reports”. */
export const statementName = (
  { name }: PolicyMatch,
  { index, sid }: { readonly index: number; readonly sid?: string },
): string => `Statement ${index + 1}${sid === undefined ? '' : ` (${sid})`} of ${name}`;

/** What decided, in one sentence: what a screen reader hears after the verdict. */
export function decidedSentence({ gates, decidedBy, verdict }: Decision): string {
  const { gate, policyId, statementIndex } = decidedBy;
  const policy = gates
    .flatMap(({ policies }) => policies)
    .find((match) => match.policyId === policyId);
  const statement = policy?.statements.find(({ index }) => index === statementIndex);
  const place = `Decided at “${GATE_TITLES[gate]}”`;
  if (policy && statement) {
    const does = statement.effect === 'Deny' ? 'denies' : 'allows';
    return `${place}: ${statementName(policy, statement)} ${does} it.`;
  }
  if (verdict !== 'allow') return `${place}: nothing there allows it.`;
  return `${place}.`;
}

/** The word and the tone of what a draft came to. */
export function judgedVerdict(judged: Judged): GateVerdict {
  switch (judged.kind) {
    case 'withheld':
      return { word: 'NO VERDICT YET', tone: 'not-reached' };
    case 'refused':
      return { word: 'REFUSED', tone: 'bad' };
    case 'decided':
      return decisionVerdict(judged.decision);
  }
}

/** What a screen reader hears of what a draft came to; nothing while a verdict is withheld. */
export function judgedSentence(judged: Judged): string {
  switch (judged.kind) {
    case 'withheld':
      return '';
    case 'refused':
      return `REFUSED. ${SHUT_OUT_WORDS[judged.why]}`;
    case 'decided':
      return `${decisionVerdict(judged.decision).word}. ${decidedSentence(judged.decision)}`;
  }
}
