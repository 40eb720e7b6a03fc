import type { Ref } from 'react';

import type { Judged } from '#content/workbench/judge.ts';
import { sayProblem } from '#content/workbench/problemWords.ts';
import { SHUT_OUT_WORDS } from '#content/workbench/shutOutWords.ts';
import { decidedSentence, judgedVerdict } from '#content/workbench/verdictWords.ts';
import type { Basis } from '#engine/basis.ts';

import { Gates } from '../gates/Gates.tsx';
import type { ChosenStatement } from '../gates/StatementRow.tsx';
import { Button } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Workbench.module.css';

type JudgedAs<Kind extends Judged['kind']> = Extract<Judged, { readonly kind: Kind }>;

interface VerdictPanelProps {
  readonly judged: Judged;
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
export function VerdictPanel({ judged, heading, onOpen, ...rest }: VerdictPanelProps) {
  return (
    <section aria-labelledby="verdict" className={styles.verdict}>
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        The verdict
      </h2>
      <div className={styles.bar}>
        <VerdictBar verdict={judgedVerdict(judged)} />
      </div>
      {judged.kind === 'decided' && <Decided judged={judged} onOpen={onOpen} {...rest} />}
      {judged.kind === 'refused' && <Refused judged={judged} />}
      {judged.kind === 'withheld' && <Withheld judged={judged} onOpen={onOpen} />}
    </section>
  );
}

function Decided({
  judged,
  onOpen,
  ...rest
}: { readonly judged: JudgedAs<'decided'> } & Pick<
  VerdictPanelProps,
  'chosen' | 'onChoose' | 'canChoose' | 'onOpen'
>) {
  const { decision, denial, unsaved } = judged;
  return (
    <>
      {unsaved.map(({ policy }) => (
        <p key={policy.id} className={styles.note} data-bad="true">
          AWS would not save {policy.name} today. A policy that was saved before the rule came still
          counts, and the verdict takes it for one.{' '}
          <Button kind="link" onClick={() => onOpen(policy.id)}>
            See why<span className="visually-hidden"> AWS would not save {policy.name}</span>
          </Button>
        </p>
      ))}
      <p className={styles.because}>{decidedSentence(decision)}</p>
      {decision.basis !== 'documented' && (
        <p className={styles.note}>
          {decision.basis === 'modelled'
            ? 'This verdict is modelled: AWS does not publish one of the rules it rests on.'
            : 'This verdict is observed: it rests on what people saw AWS do.'}
        </p>
      )}
      {denial && <Denial code="AccessDenied" {...denial} />}
      <Gates decision={decision} {...rest} />
    </>
  );
}

/** A refusal before any policy is read: there are no gates to show. */
function Refused({ judged }: { readonly judged: JudgedAs<'refused'> }) {
  const { code, message, wording } = judged.error;
  return (
    <>
      <p className={styles.because}>{SHUT_OUT_WORDS[judged.why]}</p>
      <p className={styles.note}>No policy is read, so none can change this.</p>
      <Denial code={code} message={message} basis={wording} />
    </>
  );
}

interface DenialProps {
  readonly code: string;
  readonly message: string;
  readonly basis: Basis;
}

/** What AWS would answer, and how sure its words are. */
function Denial({ code, message, basis }: DenialProps) {
  return (
    <figure className={styles.denial}>
      <figcaption>AWS would answer {code}, in these words</figcaption>
      <blockquote>{message}</blockquote>
      <p className={styles.note}>{BASES[basis]}</p>
    </figure>
  );
}

function Withheld({
  judged,
  onOpen,
}: { readonly judged: JudgedAs<'withheld'> } & Pick<VerdictPanelProps, 'onOpen'>) {
  return (
    <>
      <p>Something here cannot be read, and a guess would teach the wrong thing.</p>
      <ul className={styles.obstacles}>
        {judged.obstacles.map((obstacle) =>
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
