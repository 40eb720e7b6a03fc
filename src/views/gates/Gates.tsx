import { GATE_TITLES, gateReason, gateVerdict, levelName } from '#content/workbench/gateWords.ts';
import type { Decision } from '#engine/policy/decide.ts';
import type { Gate } from '#engine/policy/gates.ts';
import type { PolicyMatch } from '#engine/policy/reasons.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Gates.module.css';
import { StatementRow } from './StatementRow.tsx';
import type { ChosenStatement } from './StatementRow.tsx';

interface GatesProps {
  readonly decision: Decision;
  readonly chosen?: ChosenStatement | undefined;
  /** Goes to a statement where it is written; absent where it cannot be edited. */
  readonly onChoose?: ((statement: ChosenStatement) => void) | undefined;
  /** Whether a policy can be gone to: FullAWSAccess is AWS's own. */
  readonly canChoose?: (policyId: string) => boolean;
}

/** A verdict as the gates it passed, in the order of evaluation; the one that decided stands out. */
export function Gates({ decision, ...rest }: GatesProps) {
  return (
    <ol className={styles.gates} aria-label="Gates, in the order AWS passes them">
      {decision.gates.map((gate) => (
        <GateItem
          key={gate.gate}
          gate={gate}
          decides={decision.decidedBy.gate === gate.gate}
          {...rest}
        />
      ))}
    </ol>
  );
}

interface GateItemProps extends Omit<GatesProps, 'decision'> {
  readonly gate: Gate;
  readonly decides: boolean;
}

function GateItem({ gate, decides, ...rest }: GateItemProps) {
  const { word, tone } = gateVerdict(gate);
  const read = askedHere(gate);
  return (
    <li className={styles.gate} data-tone={tone} data-decides={decides}>
      <div className={styles.head}>
        <Mark tone={tone} />
        <h3 className={styles.title}>{GATE_TITLES[gate.gate]}</h3>
        <strong className={styles.word}>{word}</strong>
      </div>
      {gate.result !== 'not-reached' && (
        <div className={styles.body}>
          <p className={styles.reason}>
            {decides && <strong className={styles.decides}>Decides. </strong>}
            {gateReason(gate)}
            {gate.basis !== 'documented' && <em className={styles.basis}> {gate.basis}</em>}
          </p>
          {read.map((policy) => (
            <PolicyRows key={`${policy.policyId} ${policy.attachedTo}`} policy={policy} {...rest} />
          ))}
        </div>
      )}
    </li>
  );
}

function PolicyRows({
  policy,
  ...rest
}: Omit<GatesProps, 'decision'> & { readonly policy: PolicyMatch }) {
  return (
    <div role="group" aria-label={policy.name}>
      <h4 className={styles.name}>
        {policy.name}
        {policy.type.endsWith('-control') && `, attached to ${levelName(policy.attachedTo)}`}
      </h4>
      <ul>
        {policy.statements.map((statement) => (
          <StatementRow key={statement.index} {...{ policy, statement }} {...rest} />
        ))}
      </ul>
    </div>
  );
}

/** The statements a gate asks: those with Deny at the first one, those with Allow at the gate of their own policy. */
function askedHere({ gate, policies }: Gate): readonly PolicyMatch[] {
  if (gate === 'resource-control') return [];
  const effect = gate === 'explicit-deny' ? 'Deny' : 'Allow';
  return policies
    .map((policy) => ({
      ...policy,
      statements: policy.statements.filter((statement) => statement.effect === effect),
    }))
    .filter(({ statements }) => statements.length > 0);
}
