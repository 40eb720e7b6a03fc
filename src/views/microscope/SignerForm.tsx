import type { SigningInputs, Unsignable } from '#engine/microscope/signing.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Microscope.module.css';
import { TextField } from './TextField.tsx';

interface SignerFormProps {
  readonly inputs: SigningInputs;
  readonly problems: readonly Unsignable['field'][];
  readonly isSecretLit: boolean;
  readonly onInputs: (change: Partial<SigningInputs>) => void;
  /** Brings back what was signed at first; absent where it is that. */
  readonly onReset: (() => void) | undefined;
}

type Pairs = 'query' | 'headers';
type TextInput = Exclude<keyof SigningInputs, Pairs | 'signedIn' | 'service'>;

const FIELDS: readonly (readonly [TextInput, string])[] = [
  ['method', 'Method'],
  ['host', 'Host'],
  ['path', 'Path, not escaped'],
  ['accessKeyId', 'Access key id'],
  ['secretAccessKey', 'Secret access key'],
  ['sessionToken', 'Session token'],
  ['region', 'Region'],
  ['date', 'Date, in UTC'],
  ['expires', 'Lifetime in seconds'],
];

const PROBLEMS: Readonly<Record<Unsignable['field'], string>> = {
  date: 'Write it like 20260203T090000Z. Until then the old one is signed.',
  expires: 'Write a whole number of seconds. Until then the old one is signed.',
};

const problemOf = (
  field: TextInput,
  problems: readonly Unsignable['field'][],
): string | undefined => {
  const found = problems.find((problem) => problem === field);
  return found && PROBLEMS[found];
};

/** What the signer starts from: a change here is signed, so both lanes follow. */
export function SignerForm({ inputs, problems, isSecretLit, onInputs, onReset }: SignerFormProps) {
  return (
    <details className={styles.inputs}>
      <summary>Change what is signed. Both lanes follow.</summary>
      {onReset && <Button onClick={onReset}>Sign it as at first</Button>}
      <div className={styles.form}>
        {FIELDS.filter(([field]) => field !== 'expires' || inputs.signedIn === 'query').map(
          ([field, label]) => (
            <TextField
              key={field}
              label={label}
              value={inputs[field]}
              problem={problemOf(field, problems)}
              isLit={field === 'secretAccessKey' && isSecretLit}
              onChange={(value) => onInputs({ [field]: value })}
            />
          ),
        )}
        <PairFields inputs={inputs} list="query" what="parameter" onInputs={onInputs} />
        <PairFields inputs={inputs} list="headers" what="signed header" onInputs={onInputs} />
      </div>
    </details>
  );
}

interface PairFieldsProps {
  readonly inputs: SigningInputs;
  readonly list: Pairs;
  readonly what: string;
  readonly onInputs: (change: Partial<SigningInputs>) => void;
}

/** Parameters or headers of one's own: names and values. */
function PairFields({ inputs, list, what, onInputs }: PairFieldsProps) {
  const pairs = inputs[list];
  return (
    <div className={styles.pairs} role="group" aria-label={`Each ${what}`}>
      {pairs.map(([name, value], at) => (
        // Pairs have no names of their own to be told apart by.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.pairField}>
          <TextField
            label={`Name of ${what} ${at + 1}`}
            value={name}
            onChange={(text) => onInputs({ [list]: pairs.with(at, [text, value]) })}
          />
          <TextField
            label={`Value of ${what} ${at + 1}`}
            value={value}
            onChange={(text) => onInputs({ [list]: pairs.with(at, [name, text]) })}
          />
          <Button
            kind="link"
            aria-label={`Take away ${what} ${at + 1}`}
            onClick={() => onInputs({ [list]: pairs.toSpliced(at, 1) })}
          >
            take away
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          onInputs({
            [list]: [
              ...pairs,
              list === 'query' ? ['x-id', 'GetObject'] : ['x-amz-meta-note', 'hello'],
            ],
          })
        }
      >
        Sign one more {what === 'parameter' ? what : 'header'}
      </Button>
    </div>
  );
}
