import { useState } from 'react';

import type { MicroscopeTable } from '#content/microscope/table.ts';
import { feeds, signedNames } from '#engine/microscope/examine.ts';
import type { Examined } from '#engine/microscope/examine.ts';
import type { AddedPart } from '#engine/microscope/part.ts';
import { reproduce } from '#engine/microscope/reproduce.ts';
import type { Unsignable } from '#engine/microscope/signing.ts';

import { Button } from '../ui/Button.tsx';
import { BoxPair, Flag } from './BoxPair.tsx';
import { litBy } from './lit.ts';
import type { Lane, Spot } from './lit.ts';
import styles from './Microscope.module.css';
import { PartRow } from './PartRow.tsx';
import type { PartActions } from './PartRow.tsx';
import { SignerForm } from './SignerForm.tsx';
import { TextField } from './TextField.tsx';

interface LanesProps extends PartActions {
  /** As it was typed. */
  readonly table: MicroscopeTable;
  readonly found: Examined;
  readonly verifierName: string;
  /** What in the inputs cannot be signed. */
  readonly problems: readonly Unsignable['field'][];
  readonly isArrivalWrong: boolean;
  readonly onInputs: (change: Partial<MicroscopeTable['inputs']>) => void;
  /** Brings back what was signed at first; absent where it is that. */
  readonly onInputsReset: (() => void) | undefined;
  readonly onSecret: (secret: string) => void;
  readonly onArrives: (arrives: string) => void;
  readonly onAdd: (part: Omit<AddedPart, 'id'>) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

const SHOWN = { both: 'Both lanes', signer: 'Signer', verifier: 'Verifier' } as const;
type Shown = keyof typeof SHOWN;

/** Signer and verifier beside each other, from what they start with to their signatures. */
export function Lanes(props: LanesProps) {
  const { table, found, verifierName, onCopy } = props;
  const [spot, setSpot] = useState<Spot>();
  const [shown, setShown] = useState<Shown>('both');
  const lit = litBy(spot, found);
  const secrets: Readonly<Record<Lane, string>> = {
    signer: table.inputs.secretAccessKey,
    verifier: table.knownSecret ?? table.inputs.secretAccessKey,
  };
  const boxes = { signer: found.signer, verifier: found.verifier ?? [] };
  return (
    <div className={styles.lanes} data-shown={shown}>
      <LaneSwitch shown={shown} onShow={setShown} />
      <div className={styles.heads} aria-hidden="true">
        <p data-lane="signer">Signer</p>
        <p data-lane="verifier">Verifier: {verifierName}</p>
      </div>
      <Starts {...props} isLit={{ signer: lit.signer.secret, verifier: lit.verifier.secret }} />
      <RequestParts {...props} lit={lit} onPoint={setSpot} />
      {found.signer.map((box) => (
        <BoxPair
          key={box.id}
          signer={box}
          verifier={found.verifier?.find(({ id }) => id === box.id)}
          lit={lit}
          onPoint={setSpot}
          commandOf={(lane, own) => reproduce(own, boxes[lane], { secretAccessKey: secrets[lane] })}
          onCopy={onCopy}
        />
      ))}
      <Compared found={found} />
    </div>
  );
}

/** What the verifier does in the end: it compares two texts. */
function Compared({ found: { verifier, matches } }: Pick<LanesProps, 'found'>) {
  return (
    <div className={styles.pair}>
      <p className={styles.compared} data-lane="verifier">
        <Flag state={verifier ? (matches ? 'equal' : 'unequal') : 'none'} />
        {verifier
          ? 'The verifier compares its signature with the one in the request.'
          : 'The verifier has no signature of its own to compare.'}
      </p>
    </div>
  );
}

/** Where there is no room for both lanes side by side. */
function LaneSwitch({
  shown,
  onShow,
}: {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}) {
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">Lanes shown</legend>
      {(Object.keys(SHOWN) as Shown[]).map((each) => (
        <label key={each}>
          <input type="radio" name="lanes" checked={each === shown} onChange={() => onShow(each)} />
          {SHOWN[each]}
        </label>
      ))}
    </fieldset>
  );
}

/** What each lane starts from by itself. */
function Starts(props: LanesProps & { readonly isLit: Readonly<Record<Lane, boolean>> }) {
  const { table, verifierName, problems, isArrivalWrong, isLit, onInputs, onSecret, onArrives } =
    props;
  const { onInputsReset } = props;
  const { inputs, knownSecret = inputs.secretAccessKey, arrives } = table;
  return (
    <div className={styles.pair}>
      <section className={styles.box} data-lane="signer" aria-label="Signer: what it starts from">
        <h3 className={styles.title}>What the signer starts from</h3>
        <p className={styles.note}>
          Key <code>{inputs.accessKeyId}</code>, {inputs.service} in {inputs.region}, at{' '}
          {inputs.date}.
        </p>
        <SignerForm
          inputs={inputs}
          problems={problems}
          isSecretLit={isLit.signer}
          onInputs={onInputs}
          onReset={onInputsReset}
        />
      </section>
      <section
        className={styles.box}
        data-lane="verifier"
        aria-label="Verifier: what it knows by itself"
      >
        <h3 className={styles.title}>What {verifierName} knows by itself</h3>
        <div className={styles.form}>
          <TextField
            label="The secret of this key id"
            value={knownSecret}
            isLit={isLit.verifier}
            hint={
              knownSecret === inputs.secretAccessKey
                ? 'The secret is never sent. AWS has it from when the key was made.'
                : 'Another one than the signer’s.'
            }
            onChange={onSecret}
          />
          <TextField
            label="Its clock, when the request arrives"
            value={arrives}
            problem={
              isArrivalWrong
                ? 'Write it like 20260203T090000Z. Until then it arrives as it is signed.'
                : undefined
            }
            onChange={onArrives}
          />
        </div>
      </section>
    </div>
  );
}

interface RequestPartsProps extends LanesProps {
  readonly lit: ReturnType<typeof litBy>;
  readonly onPoint: (spot: Spot | undefined) => void;
}

/** The request, part by part: as it was sent, and as it arrives. */
function RequestParts(props: RequestPartsProps) {
  const { found, lit, onPoint, onAdd, onChange, onChangeAdded, onReset, onDouble } = props;
  const signed = signedNames(found.call);
  const actions = { onChange, onChangeAdded, onReset, onDouble };
  return (
    <section className={styles.request} aria-label="The request, part by part">
      <div className={styles.pair}>
        <h3 className={styles.title} data-lane="signer">
          The request, as it was sent
        </h3>
        <h3 className={styles.title} data-lane="verifier">
          The request, as it arrives: change anything
        </h3>
      </div>
      <ul className={styles.parts}>
        {found.parts.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            isSigned={feeds(part, signed).length > 0}
            isLit={{
              signer: lit.signer.parts.has(part.id),
              verifier: lit.verifier.parts.has(part.id),
            }}
            onPoint={(lane) => onPoint(lane && { lane, part: part.id })}
            {...actions}
          />
        ))}
      </ul>
      <p className={styles.adds} data-lane="verifier">
        <Button onClick={() => onAdd({ kind: 'parameter', name: 'x-id', value: 'GetObject' })}>
          Add a parameter of your own
        </Button>
        <Button onClick={() => onAdd({ kind: 'header', name: 'user-agent', value: 'curl/8.9.1' })}>
          Add a header of your own
        </Button>
      </p>
    </section>
  );
}
