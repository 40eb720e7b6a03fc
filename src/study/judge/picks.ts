import { exactLength } from '#content/words.ts';
import type { PolicyEvidence } from '#engine/evidence.ts';
import type { Check } from '#engine/judge.ts';
import type { PolicyMatch } from '#engine/policy/reasons.ts';
import { RULES } from '#engine/rules.ts';
import type { RuleId } from '#engine/rules.ts';
import { isoDate, seconds } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import type { HeardCheck } from './hearing.ts';

/** What decides a check, where more than one thing could. */
export interface Pick {
  readonly asks: 'statement' | 'length' | 'moment';
  readonly options: readonly { readonly id: string; readonly text: string }[];
  /** The ids of the options that are right; absent where nobody can tell. */
  readonly accepted: readonly string[] | undefined;
}

/** The option that nothing decides. */
const NOTHING = 'none';

const statementId = (policyId: string, index: number): string => `${policyId}#${index}`;

/** Where an Allow gives something; the other gates only take away. */
const GRANTS: ReadonlySet<string> = new Set(['trust', 'resource', 'identity']);

function acceptedStatements({ decision }: PolicyEvidence): readonly string[] {
  const { verdict, gates, decidedBy } = decision;
  if (verdict === 'implicit-deny') return [NOTHING];
  const effect = verdict === 'allow' ? 'Allow' : 'Deny';
  const matching = gates
    .filter(({ gate }) => (verdict === 'allow' ? GRANTS.has(gate) : gate === decidedBy.gate))
    .flatMap(({ policies }) => policies)
    .flatMap(({ policyId, statements }) =>
      statements
        .filter((statement) => statement.matched && statement.effect === effect)
        .map(({ index }) => statementId(policyId, index)),
    );
  return matching.length > 0 ? [...new Set(matching)] : [NOTHING];
}

const optionsOf = ({ policyId, name, statements }: PolicyMatch): Pick['options'] =>
  statements.map(({ index, sid, effect }) => ({
    id: statementId(policyId, index),
    text: `${name}, statement ${index + 1}${sid === undefined ? '' : ` (${sid})`}: ${effect}`,
  }));

const unlike = (options: Pick['options']): Pick['options'] =>
  options.filter(({ id }, index) => options.findIndex((other) => other.id === id) === index);

function statementPick(evidence: PolicyEvidence | undefined): Pick {
  const read = evidence?.decision.gates.flatMap(({ policies }) => policies) ?? [];
  return {
    asks: 'statement',
    options: [
      ...unlike(read.flatMap(optionsOf)),
      { id: NOTHING, text: 'No statement: none allows it, or none is needed' },
    ],
    accepted: evidence ? acceptedStatements(evidence) : undefined,
  };
}

type Known = Check['evidence'];

const ascending = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers)].toSorted((a, b) => a - b);

/** The longest that a check lets pass, among all lengths that are compared in the request. */
function lengthPick(evidence: Known | undefined, all: readonly Known[]): Pick {
  const lengths = all.flatMap((one) =>
    one.kind === 'limit' ? [one.asked, ...one.limits.map(({ value }) => value)] : [],
  );
  const limits = evidence?.kind === 'limit' ? evidence.limits.map(({ value }) => value) : undefined;
  return {
    asks: 'length',
    options: [
      ...ascending(lengths).map((length) => ({
        id: `${length}`,
        text: `${exactLength(seconds(length))} (${length} s)`,
      })),
      { id: NOTHING, text: 'No limit applies here' },
    ],
    accepted: limits && (limits.length > 0 ? [`${Math.min(...limits)}`] : [NOTHING]),
  };
}

/** Checks of how far a signer’s clock may be off: what is tolerated is no moment that anybody wrote down. */
const SKEWS: ReadonlySet<RuleId> = new Set([
  'sts.signature-current',
  's3.not-in-the-future',
  'rolesanywhere.signature-current',
]);

const endsOf = (evidence: Known | undefined): readonly Instant[] =>
  evidence?.kind === 'window'
    ? [evidence.from, evidence.until].filter((end) => end !== undefined)
    : [];

/** When what a check looks at ends, among all moments that are compared in the request. */
function momentPick(evidence: Known | undefined, all: readonly Known[]): Pick {
  const until = evidence?.kind === 'window' ? evidence.until : undefined;
  const moments = all.flatMap(endsOf).toSorted((a, b) => a - b);
  return {
    asks: 'moment',
    options: [
      ...[...new Set(moments.map(isoDate))].map((text) => ({ id: text, text })),
      { id: NOTHING, text: 'Never: it has no end' },
    ],
    accepted: evidence && [until === undefined ? NOTHING : isoDate(until)],
  };
}

/**
 * What is to be picked beside the verdict on a check; undefined where nothing is. Whether there is something depends on
 * the rule alone, so that it tells nothing of the outcome.
 */
export function pickOf({ rule, check }: HeardCheck, all: readonly HeardCheck[]): Pick | undefined {
  const evidence = check?.evidence;
  const every = all.flatMap((one) => (SKEWS.has(one.rule) ? [] : (one.check?.evidence ?? [])));
  if (SKEWS.has(rule)) return undefined;
  switch (RULES[rule]) {
    case 'policy':
      return statementPick(evidence?.kind === 'policy' ? evidence : undefined);
    case 'limit':
      return lengthPick(evidence, every);
    case 'window':
      return momentPick(evidence, every);
    default:
      return undefined;
  }
}
