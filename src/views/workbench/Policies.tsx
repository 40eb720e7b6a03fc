import { useId, useState } from 'react';

import type { Draft, DraftPolicy, Obstacle } from '#content/workbench/draft.ts';
import {
  LEVEL_WORDS,
  PASSED_OVER_WORDS,
  POLICY_TYPE_WORDS,
} from '#content/workbench/policyTypes.ts';
import { passedOver } from '#engine/policy/accessCase.ts';
import { POLICY_TYPES } from '#engine/policy/document.ts';
import type { PolicyType } from '#engine/policy/document.ts';

import type { ChosenStatement } from '../gates/StatementRow.tsx';
import { PolicyEditor } from '../policyEditor/PolicyEditor.tsx';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { SelectField } from './Field.tsx';
import styles from './Workbench.module.css';

export interface PoliciesProps {
  readonly draft: Draft;
  readonly obstacles: readonly Obstacle[];
  readonly open: readonly string[];
  readonly chosen: ChosenStatement | undefined;
  readonly onOpen: (id: string, isOpen: boolean) => void;
  readonly onAdd: (type: PolicyType) => void;
  readonly onChange: (id: string, change: Partial<DraftPolicy>) => void;
  readonly onRemove: (id: string) => void;
}

/** All policies that have a say, each with its editor. */
export function Policies({ draft, onAdd, ...rest }: PoliciesProps) {
  return (
    <section aria-labelledby="policies" className={styles.part}>
      <h2 id="policies">The policies</h2>
      {draft.policies.length === 0 && (
        <p className={styles.note}>
          None yet. Without any policy a request is denied implicitly, unless the root user asks.
        </p>
      )}
      <ul className={styles.policies}>
        {draft.policies.map((policy) => (
          <li key={policy.id}>
            <PolicyCard draft={draft} policy={policy} {...rest} />
          </li>
        ))}
      </ul>
      <AddPolicy policies={draft.policies} onAdd={onAdd} />
    </section>
  );
}

interface PolicyCardProps extends Omit<PoliciesProps, 'onAdd'> {
  readonly policy: DraftPolicy;
}

function PolicyCard({ draft, policy, obstacles, open, chosen, ...on }: PolicyCardProps) {
  const { id, name, type } = policy;
  const isOpen = open.includes(id);
  const isBroken = obstacles.some((each) => each.at === 'policy' && each.policy.id === id);
  const unread = passedOver(draft, policy);
  const body = useId();
  return (
    <article className={styles.card} aria-label={name}>
      <h3>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? body : undefined}
          onClick={() => on.onOpen(id, !isOpen)}
        >
          <span className={styles.arrow} aria-hidden="true" />
          <span className={styles.cardName}>{name}</span>
          {isBroken && (
            <span className={styles.broken}>
              <Mark tone="bad" size={18} /> cannot be read
            </span>
          )}
          <span className={styles.type}>{POLICY_TYPE_WORDS[type].name}</span>
        </button>
      </h3>
      {unread !== undefined && <p className={styles.unread}>{PASSED_OVER_WORDS[unread]}</p>}
      {isOpen && (
        <div id={body} className={styles.cardBody}>
          <p className={styles.note}>{POLICY_TYPE_WORDS[type].says}</p>
          {type.endsWith('-control') && <Attachment policy={policy} onChange={on.onChange} />}
          <PolicyEditor
            label={`${name}, ${POLICY_TYPE_WORDS[type].name}`}
            type={type}
            text={policy.text}
            original={policy.original}
            meanwhile={isBroken ? 'Until this can be read, there is no verdict.' : SAVED_BEFORE}
            marked={chosen?.policyId === id ? chosen : undefined}
            onText={(text) => on.onChange(id, { text })}
          />
          <p>
            <Button kind="link" onClick={() => on.onRemove(id)}>
              Remove this policy<span className="visually-hidden">: {name}</span>
            </Button>
          </p>
        </div>
      )}
    </article>
  );
}

const SAVED_BEFORE =
  'AWS would not save this today. The verdict takes it for a policy that was saved before the rule came.';

const BESIDE = {
  beside: 'FullAWSAccess stays attached there',
  instead: 'FullAWSAccess was detached there',
} as const;

/** Where a control policy hangs, and for service control policies what else does. */
function Attachment({ policy, onChange }: Pick<PolicyCardProps, 'policy' | 'onChange'>) {
  const { id, level, type, replacesFullAccess } = policy;
  return (
    <div className={styles.fields}>
      <SelectField
        label="Attached to"
        value={level}
        options={LEVEL_WORDS}
        onChange={(value) => onChange(id, { level: value })}
      />
      {type === 'service-control' && (
        <SelectField
          label="Beside it"
          value={replacesFullAccess ? 'instead' : 'beside'}
          options={BESIDE}
          onChange={(value) => onChange(id, { replacesFullAccess: value === 'instead' })}
        />
      )}
    </div>
  );
}

/** Adds a policy of a type; some types a caller or a resource has only once. */
function AddPolicy({ policies, onAdd }: Pick<Draft, 'policies'> & Pick<PoliciesProps, 'onAdd'>) {
  const id = useId();
  const [type, setType] = useState<PolicyType>('identity');
  const taken = (each: PolicyType): boolean =>
    POLICY_TYPE_WORDS[each].single !== undefined && policies.some((policy) => policy.type === each);
  const isTaken = taken(type);
  return (
    <div className={styles.add}>
      <label htmlFor={id}>Another policy</label>
      <select
        id={id}
        className={styles.input}
        aria-describedby={`${id}-note`}
        value={type}
        onChange={(event) =>
          setType(POLICY_TYPES.find((each) => each === event.target.value) ?? 'identity')
        }
      >
        {POLICY_TYPES.map((each) => (
          <option key={each} value={each}>
            {POLICY_TYPE_WORDS[each].name}
          </option>
        ))}
      </select>
      <Button
        kind="strong"
        aria-disabled={isTaken}
        aria-describedby={`${id}-note`}
        onClick={() => !isTaken && onAdd(type)}
      >
        Add
      </Button>
      <p id={`${id}-note`} className={styles.note}>
        {isTaken ? POLICY_TYPE_WORDS[type].single : POLICY_TYPE_WORDS[type].says}
      </p>
    </div>
  );
}
