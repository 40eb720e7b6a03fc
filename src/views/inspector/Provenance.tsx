import { RULE_FACTS } from '#content/ruleFacts.ts';
import type { Basis } from '#engine/basis.ts';
import type { RuleId } from '#engine/rules.ts';

import styles from './Inspector.module.css';
import { SourceLink } from './SourceLink.tsx';

interface ProvenanceProps {
  readonly rule: RuleId;
  readonly wording: Basis | undefined;
}

const SAID: Readonly<Record<Basis, string>> = {
  documented: 'documented by AWS',
  observed: 'seen in real answers',
  modelled: 'modelled: AWS does not say',
};

/** Where the rule is written, and how sure we are of it. */
export function Provenance({ rule, wording }: ProvenanceProps) {
  const { statement, source, basis } = RULE_FACTS[rule];
  return (
    <footer className={styles.provenance}>
      <p>
        <strong>The rule: </strong>
        {statement}
      </p>
      <SourceLink id={source} />
      <p>
        Verdict {SAID[basis.verdict]}. Place in the order {SAID[basis.order]}.
        {wording && ` Wording ${SAID[wording]}.`}
      </p>
    </footer>
  );
}
