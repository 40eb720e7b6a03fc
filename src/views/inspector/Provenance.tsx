import { factsFor, isLocal } from '#content/checkFacts.ts';
import { GATE_FACTS } from '#content/gateFacts.ts';
import type { Act } from '#engine/act.ts';
import type { Basis } from '#engine/basis.ts';
import type { GateId } from '#engine/policy/gates.ts';
import type { RuleId } from '#engine/rules.ts';

import styles from './Inspector.module.css';
import { SourceLink } from './SourceLink.tsx';

interface ProvenanceProps {
  readonly rule: RuleId;
  readonly wording: Basis | undefined;
  /** What was checked, where a rule is written in more than one place. */
  readonly act?: Act | undefined;
  /** The gate that decided, where policies did. */
  readonly gate?: GateId | undefined;
  /** Where the rule stands among all rules. */
  readonly href?: string | undefined;
}

const SAID: Readonly<Record<Basis, string>> = {
  documented: 'documented by AWS',
  observed: 'as seen in real answers',
  modelled: 'modelled here, since AWS does not say',
};

const ORDER: Readonly<Record<Basis, string>> = {
  documented: 'Its place among the checks is documented by AWS.',
  observed: 'Its place among the checks was seen in real answers.',
  modelled: 'AWS does not publish the order of its checks; this one is our assumption.',
};

/** Where the rule is written, and how sure we are of it. */
export function Provenance({ rule, wording, act, gate, href }: ProvenanceProps) {
  const { statement, source, basis } = factsFor(rule, act);
  return (
    <footer className={styles.provenance}>
      <p>
        <strong>The rule: </strong>
        {statement}
      </p>
      <SourceLink id={source} />
      {href !== undefined && (
        <p>
          <a href={href}>Other runs that show this rule</a>
        </p>
      )}
      {gate !== undefined && (
        <>
          <p>
            <strong>What decided: </strong>
            {GATE_FACTS[gate].statement}
          </p>
          <SourceLink id={GATE_FACTS[gate].source} />
        </>
      )}
      <p>
        {isLocal(rule)
          ? 'The check is in the tool’s own code, which runs on the signer’s machine; AWS has no part in it.'
          : `The check is ${SAID[basis.verdict]}. ${ORDER[basis.order]}`}
        {wording && ` The wording of the error is ${isLocal(rule) ? 'the tool’s' : SAID[wording]}.`}
      </p>
    </footer>
  );
}
