import { partName } from '#content/microscope/boxWords.ts';
import { isChanged } from '#engine/microscope/part.ts';
import type { Part, PartText } from '#engine/microscope/part.ts';

import { Button } from '../ui/Button.tsx';
import { Flag } from './BoxPair.tsx';
import { Marked } from './Marked.tsx';
import styles from './Microscope.module.css';

export interface PartActions {
  /** Changes a part that was sent; undefined drops it. */
  readonly onChange: (id: string, value: string | undefined) => void;
  readonly onChangeAdded: (id: string, text: Partial<PartText>) => void;
  readonly onReset: (id: string) => void;
  readonly onDouble: (part: Part) => void;
}

interface PartRowProps extends PartActions {
  readonly part: Part;
  /** Whether it goes into the signature. */
  readonly isSigned: boolean;
  readonly isLit: Readonly<Record<'signer' | 'verifier', boolean>>;
  readonly onPoint: (lane: 'signer' | 'verifier' | undefined) => void;
}

const stateOf = ({ sent, arrived }: Part) =>
  sent ? (arrived ? 'changed' : 'dropped') : ('added' as const);

/** One part of the request: as it was sent, and as it arrives, where it can be changed. */
export function PartRow(props: PartRowProps) {
  const { part, isSigned, isLit, onPoint } = props;
  const differs = isChanged(part);
  return (
    <li className={styles.part} data-differs={differs}>
      <div
        className={styles.sent}
        data-lane="signer"
        data-lit={isLit.signer}
        onPointerEnter={() => onPoint('signer')}
        onPointerLeave={() => onPoint(undefined)}
      >
        <Sent part={part} />
      </div>
      <div
        className={styles.arrived}
        data-lane="verifier"
        data-lit={isLit.verifier}
        onPointerEnter={() => onPoint('verifier')}
        onPointerLeave={() => onPoint(undefined)}
        onFocus={() => onPoint('verifier')}
        onBlur={() => onPoint(undefined)}
      >
        {part.sent ? (
          <span className={styles.name}>{part.sent.name}</span>
        ) : (
          <AddedName {...props} />
        )}
        <div className={styles.field}>
          <Value {...props} />
          <Handles {...props} differs={differs} />
        </div>
        {differs && <Change part={part} />}
        {!isSigned && part.arrived && (
          <p className={styles.note}>Not signed, so it goes into no box.</p>
        )}
      </div>
    </li>
  );
}

function Sent({ part: { sent, arrived } }: Pick<PartRowProps, 'part'>) {
  if (!sent) return <span className={styles.note}>not sent</span>;
  return (
    <>
      <span className={styles.name}>{sent.name}</span>
      <code>
        <Marked text={sent.value} other={arrived?.value ?? ''} lane="signer" />
      </code>
    </>
  );
}

/** What can be done with a part beside typing. */
function Handles(props: PartRowProps & { readonly differs: boolean }) {
  const { part, differs, onChange, onDouble, onReset } = props;
  const { id, kind, sent, arrived } = part;
  const name = partName(part);
  const isOne = (kind === 'parameter' || kind === 'header') && sent && arrived;
  return (
    <>
      {isOne && (
        <>
          <Button kind="link" aria-label={`Drop ${name}`} onClick={() => onChange(id, undefined)}>
            drop
          </Button>
          <Button kind="link" aria-label={`Repeat ${name}`} onClick={() => onDouble(part)}>
            repeat
          </Button>
        </>
      )}
      {differs && (
        <Button kind="link" aria-label={`Undo ${name}`} onClick={() => onReset(id)}>
          undo
        </Button>
      )}
    </>
  );
}

/** What happened to a part, with the characters that are new. */
function Change({ part }: Pick<PartRowProps, 'part'>) {
  const { sent, arrived } = part;
  return (
    <p className={styles.change}>
      <Flag state={stateOf(part)} />
      {arrived && (
        <code>
          <Marked text={arrived.value} other={sent?.value ?? ''} lane="verifier" />
        </code>
      )}
    </p>
  );
}

const TYPED = {
  spellCheck: false,
  autoCapitalize: 'off',
  autoComplete: 'off',
} as const;

function Value({ part, onChange, onChangeAdded }: PartRowProps) {
  const { id, sent, arrived } = part;
  if (!arrived) return <span className={styles.note}>It did not arrive.</span>;
  return (
    <input
      {...TYPED}
      className={styles.input}
      aria-label={`Arrived: ${partName(part)}`}
      value={arrived.value}
      onChange={({ target: { value } }) =>
        sent ? onChange(id, value) : onChangeAdded(id, { value })
      }
    />
  );
}

function AddedName({ part, onChangeAdded }: PartRowProps) {
  return (
    <input
      {...TYPED}
      className={styles.input}
      aria-label={`Name of the added ${part.kind}`}
      value={part.arrived?.name ?? ''}
      onChange={({ target: { value } }) => onChangeAdded(part.id, { name: value })}
    />
  );
}
