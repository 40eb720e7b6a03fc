import {
  actualOf,
  conditionReason,
  missReason,
  saidValues,
} from '#content/workbench/matchWords.ts';
import type { ElementMatch, PolicyMatch, StatementMatch } from '#engine/policy/reasons.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Gates.module.css';

/** A statement that was chosen, wherever it is shown. */
export interface ChosenStatement {
  readonly policyId: string;
  /** JSON pointer into its document. */
  readonly pointer: string;
}

interface StatementRowProps {
  readonly policy: PolicyMatch;
  readonly statement: StatementMatch;
  readonly chosen?: ChosenStatement | undefined;
  readonly onChoose?: ((statement: ChosenStatement) => void) | undefined;
  readonly canChoose?: (policyId: string) => boolean;
}

/** One statement: whether it matches, and element by element why. */
export function StatementRow({
  policy,
  statement,
  chosen,
  onChoose,
  canChoose,
}: StatementRowProps) {
  const { matched, effect, index, sid, pointer, elements, basis } = statement;
  const { policyId } = policy;
  const isChosen = chosen?.policyId === policyId && chosen.pointer === pointer;
  return (
    <li className={styles.statement} data-matched={matched} data-chosen={isChosen}>
      <details>
        <summary>
          <Sign matched={matched} />
          <span>
            <strong>
              {effect} {sid ?? `statement ${index + 1}`}
            </strong>{' '}
            {matched ? 'matches' : `does not match: ${missReason(statement)}`}
            {basis !== 'documented' && <em className={styles.basis}> {basis}</em>}
          </span>
        </summary>
        <dl className={styles.elements}>
          {elements.map((element) => (
            <ElementRow key={element.pointer} element={element} />
          ))}
        </dl>
        {onChoose && canChoose?.(policyId) !== false && (
          <Button kind="link" onClick={() => onChoose({ policyId, pointer })}>
            Show in the editor
          </Button>
        )}
      </details>
    </li>
  );
}

/** Whether something matched, by shape; the words beside it say the same. */
const Sign = ({ matched }: { readonly matched: boolean }) => (
  <span className={styles.sign} data-matched={matched} aria-hidden="true">
    {matched ? '✓' : '✕'}
  </span>
);

function ElementRow({ element }: { readonly element: ElementMatch }) {
  const isCondition = element.element === 'Condition';
  return (
    <div data-matched={element.matched}>
      <dt>
        <Sign matched={element.matched} />
        {isCondition ? `${element.operator} ${element.key}` : element.element}
        <span className={styles.outcome}>{element.matched ? 'holds' : 'fails'}</span>
      </dt>
      {isCondition && (
        <dd>
          <span className={styles.side}>Request</span> <code>{actualOf(element)}</code>{' '}
          <span className={styles.says}>{conditionReason(element)}</span>
        </dd>
      )}
      {saidValues(element).map(({ value, says }, index) => (
        // A policy may name a value twice.
        // oxlint-disable-next-line react/no-array-index-key
        <dd key={index}>
          {isCondition && <span className={styles.side}>Policy</span>} <code>{value}</code>{' '}
          <span className={styles.says}>{says}</span>
        </dd>
      ))}
    </div>
  );
}
