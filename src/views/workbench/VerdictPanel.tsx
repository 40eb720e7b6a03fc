import type { Ref } from 'react';

import type { Obstacle } from '#content/workbench/draft.ts';
import { sayProblem } from '#content/workbench/problemWords.ts';
import { decidedSentence, decisionVerdict } from '#content/workbench/verdictWords.ts';
import type { Basis } from '#engine/basis.ts';
import type { Decision } from '#engine/policy/decide.ts';

import { Gates } from '../gates/Gates.tsx';
import type { ChosenStatement } from '../gates/StatementRow.tsx';
import { Button } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Workbench.module.css';

/** What AWS would answer: a refusal's words and how sure they are. */
export interface Denial {
  readonly message: string;
  readonly basis: Basis;
}

interface VerdictPanelProps {
  readonly decided: { readonly decision: Decision; readonly denial?: Denial } | undefined;
  readonly obstacles: readonly Obstacle[];
  readonly chosen: ChosenStatement | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onOpen: (policyId: string) => void;
  readonly onChoose: (statement: ChosenStatement) => void;
  readonly canChoose: (policyId: string) => boolean;
}

const BASES: Record<Basis, string> = {
  documented: 'Documented: AWS’s own pages word it so.',
  observed: 'Observed: somebody saw AWS answer so.',
  modelled: 'Modelled: AWS does not publish what it says here; these words are our choice.',
};

/** The verdict with its reasons, or what is in its way. */
export function VerdictPanel({ decided, obstacles, heading, onOpen, ...rest }: VerdictPanelProps) {
  return (
    <section aria-labelledby="verdict" className={styles.verdict}>
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        The verdict
      </h2>
      {decided ? (
        <Decided {...decided} {...rest} />
      ) : (
        <Withheld obstacles={obstacles} onOpen={onOpen} />
      )}
    </section>
  );
}

function Decided({
  decision,
  denial,
  ...rest
}: NonNullable<VerdictPanelProps['decided']> &
  Pick<VerdictPanelProps, 'chosen' | 'onChoose' | 'canChoose'>) {
  return (
    <>
      <div className={styles.bar}>
        <VerdictBar verdict={decisionVerdict(decision)} />
      </div>
      <p className={styles.because}>{decidedSentence(decision)}</p>
      {decision.basis !== 'documented' && (
        <p className={styles.note}>
          {decision.basis === 'modelled'
            ? 'This verdict is modelled: AWS does not publish one of the rules it rests on.'
            : 'This verdict is observed: it rests on what people saw AWS do.'}
        </p>
      )}
      {denial && (
        <figure className={styles.denial}>
          <figcaption>AWS would answer AccessDenied, in these words</figcaption>
          <blockquote>{denial.message}</blockquote>
          <p className={styles.note}>{BASES[denial.basis]}</p>
        </figure>
      )}
      <Gates decision={decision} {...rest} />
    </>
  );
}

function Withheld({ obstacles, onOpen }: Pick<VerdictPanelProps, 'obstacles' | 'onOpen'>) {
  return (
    <>
      <div className={styles.bar}>
        <VerdictBar verdict={{ tone: 'not-reached', word: 'NO VERDICT YET' }} />
      </div>
      <p>Something here cannot be read, and a guess would teach the wrong thing.</p>
      <ul className={styles.obstacles}>
        {obstacles.map((obstacle) =>
          obstacle.at === 'policy' ? (
            <li key={obstacle.policy.id}>
              <strong>{obstacle.policy.name}.</strong> {sayProblem(obstacle.problem)}{' '}
              <Button kind="link" onClick={() => onOpen(obstacle.policy.id)}>
                Open it<span className="visually-hidden">: {obstacle.policy.name}</span>
              </Button>
            </li>
          ) : (
            <li key={obstacle.at}>{obstacle.says}</li>
          ),
        )}
      </ul>
    </>
  );
}
