import { BOX_WORDS } from '#content/microscope/boxWords.ts';
import type { Box } from '#engine/microscope/derivation.ts';

import { Mark } from '../ui/Mark.tsx';
import type { Lane, Lit, Spot } from './lit.ts';
import { Marked } from './Marked.tsx';
import styles from './Microscope.module.css';
import { Reproduce } from './Reproduce.tsx';

interface BoxPairProps {
  readonly signer: Box;
  /** Undefined where the verifier computes nothing. */
  readonly verifier: Box | undefined;
  readonly lit: Readonly<Record<Lane, Lit>>;
  readonly onPoint: (spot: Spot | undefined) => void;
  /** The command that prints a lane's value. */
  readonly commandOf: (lane: Lane, box: Box) => string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** One value in both lanes, with how it is made. */
export function BoxPair({ signer, verifier, lit, onPoint, commandOf, onCopy }: BoxPairProps) {
  const { label, made } = BOX_WORDS[signer.id];
  const differs = verifier !== undefined && verifier.text !== signer.text;
  const lanes = [
    { lane: 'signer', who: 'Signer', box: signer, other: verifier?.text },
    { lane: 'verifier', who: 'Verifier', box: verifier, other: signer.text },
  ] as const;
  return (
    <div className={styles.pair}>
      <p className={styles.made}>
        <span aria-hidden="true">↓</span> {made}
      </p>
      {lanes.map(({ lane, who, box, other }) => (
        <div
          key={lane}
          className={styles.box}
          data-lane={lane}
          data-differs={verifier ? differs : undefined}
          data-lit={lit[lane].boxes.has(signer.id)}
          onPointerEnter={() => onPoint({ lane, box: signer.id })}
          onPointerLeave={() => onPoint(undefined)}
          onFocus={() => onPoint({ lane, box: signer.id })}
          onBlur={() => onPoint(undefined)}
        >
          <section className={styles.inside} aria-label={`${who}: ${label}`}>
            <h3 className={styles.title}>
              {label}
              {lane === 'verifier' && (
                <Flag state={box ? (differs ? 'differs' : 'same') : 'none'} />
              )}
            </h3>
            {box ? (
              <>
                <pre className={styles.code}>
                  <Marked text={box.text} other={other} lane={lane} />
                </pre>
                <Reproduce
                  command={commandOf(lane, box)}
                  name={`${who}: ${label}`}
                  onCopy={onCopy}
                />
              </>
            ) : (
              <p className={styles.note}>Not computed: the request is refused before.</p>
            )}
          </section>
        </div>
      ))}
    </div>
  );
}

const FLAGS = {
  same: { tone: 'good', word: 'SAME' },
  differs: { tone: 'bad', word: 'DIFFERS' },
  changed: { tone: 'bad', word: 'CHANGED' },
  dropped: { tone: 'bad', word: 'DROPPED' },
  added: { tone: 'bad', word: 'ADDED' },
  equal: { tone: 'good', word: 'EQUAL' },
  unequal: { tone: 'bad', word: 'NOT EQUAL' },
  none: { tone: 'not-reached', word: 'NOT COMPUTED' },
} as const;

/** How a value compares with the other lane: word, shape and colour. */
export function Flag({ state }: { readonly state: keyof typeof FLAGS }) {
  const { tone, word } = FLAGS[state];
  return (
    <span className={styles.flag} data-tone={tone}>
      <Mark tone={tone} size={15} /> {word}
    </span>
  );
}
