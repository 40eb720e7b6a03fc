import type { RuleText } from '#content/ruleText.ts';
import { SOURCES } from '#content/sources.ts';
import type { Basis } from '#engine/basis.ts';
import type { RuleId } from '#engine/rules.ts';

import styles from './Inspector.module.css';

interface ProvenanceProps {
  readonly text: Pick<RuleText<RuleId>, 'statement' | 'basis' | 'source'>;
  readonly wording: Basis | undefined;
}

const SAID: Readonly<Record<Basis, string>> = {
  documented: 'documented by AWS',
  observed: 'seen in real answers',
  modelled: 'modelled: AWS does not say',
};

/** Where the rule is written, and how sure we are of it. */
export function Provenance({ text, wording }: ProvenanceProps) {
  const source = SOURCES[text.source];
  return (
    <footer className={styles.provenance}>
      <p>
        <strong>The rule: </strong>
        {text.statement}
      </p>
      <p>
        Source:{' '}
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
        , checked on {source.checkedOn}.
      </p>
      <p>
        Verdict {SAID[text.basis.verdict]}. Place in the order {SAID[text.basis.order]}.{wording && ` Wording ${SAID[wording]}.`}
      </p>
    </footer>
  );
}
