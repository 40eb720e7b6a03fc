import { CALLER_NAMES, accountInArn } from '#content/workbench/draft.ts';
import type { Draft, Obstacle } from '#content/workbench/draft.ts';
import { resourceNote } from '#content/workbench/fieldNotes.ts';
import { KNOWN_ACTIONS } from '#content/workbench/knownKeys.ts';
import { CALLER_WORDS, MEMBER_WORDS } from '#content/workbench/policyTypes.ts';
import { CALLER_ACCOUNT, OTHER_ACCOUNT } from '#engine/policy/accessCase.ts';
import type { CallerKind } from '#engine/policy/accessCase.ts';

import { SelectField, TextField } from './Field.tsx';
import styles from './Workbench.module.css';

interface RequestFormProps {
  readonly draft: Draft;
  readonly obstacles: readonly Obstacle[];
  /** What a learner should know of the action. */
  readonly actionNote: string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onCaller: (kind: CallerKind) => void;
}

const OWNERS = {
  same: `the caller’s (${CALLER_ACCOUNT})`,
  other: `another (${OTHER_ACCOUNT})`,
} as const;

/** Who asks to do what to what. */
export function RequestForm({
  draft,
  obstacles,
  actionNote,
  onChange,
  onCaller,
}: RequestFormProps) {
  const { caller, action, resource, owner, members, policies } = draft;
  const names = CALLER_NAMES[caller.kind];
  const account = accountInArn(resource);
  const problem = (place: Obstacle['at']): string | undefined => {
    const found = obstacles.find(({ at }) => at === place);
    return found && 'says' in found ? found.says : undefined;
  };
  const isAcross = account === undefined ? owner === 'other' : account !== CALLER_ACCOUNT;
  const hasControls = policies.some(({ type }) => type.endsWith('-control'));
  return (
    <section aria-labelledby="request" className={styles.part}>
      <h2 id="request">The request</h2>
      <div className={styles.fields}>
        <SelectField
          label="Who asks"
          value={caller.kind}
          options={CALLER_WORDS}
          onChange={onCaller}
        />
        {names.name !== undefined && (
          <TextField
            label={names.name}
            value={caller.name}
            problem={problem('name')}
            onChange={(name) => onChange({ caller: { ...caller, name } })}
          />
        )}
        {names.session !== undefined && (
          <TextField
            label={names.session}
            value={caller.session}
            problem={problem('session')}
            onChange={(session) => onChange({ caller: { ...caller, session } })}
          />
        )}
        <TextField
          label="Action"
          value={action}
          problem={problem('action')}
          hint={actionNote}
          suggestions={KNOWN_ACTIONS}
          onChange={(value) => onChange({ action: value })}
        />
        <TextField
          label="Resource"
          isWide
          value={resource}
          problem={problem('resource')}
          hint={resourceNote(resource)}
          onChange={(value) => onChange({ resource: value })}
        />
        {account === undefined ? (
          <SelectField
            label="Account of the resource"
            value={owner}
            options={OWNERS}
            onChange={(value) => onChange({ owner: value })}
          />
        ) : (
          <p className={styles.given}>
            Account of the resource <strong>{account}</strong> as its ARN says
          </p>
        )}
        {hasControls && isAcross && (
          <SelectField
            label="The organization holds"
            value={members}
            options={MEMBER_WORDS}
            onChange={(value) => onChange({ members: value })}
          />
        )}
      </div>
    </section>
  );
}
