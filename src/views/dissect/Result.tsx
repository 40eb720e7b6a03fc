import {
  hostLines,
  policyLines,
  signerLines,
  SIGNING_WORDS,
  unknowns,
} from '#content/dissect/summaryWords.ts';
import { UNREADABLE_WORDS } from '#content/dissect/unreadableWords.ts';
import { remarksAt } from '#engine/dissect/dissect.ts';
import type { Dissection } from '#engine/dissect/dissect.ts';
import type { Instant } from '#engine/time.ts';

import { FactNote } from '../calls/FactNote.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Dissect.module.css';
import { LifeBar } from './LifeBar.tsx';
import { Lines } from './Lines.tsx';
import { Painted } from './Painted.tsx';
import { PartsTable } from './PartsTable.tsx';
import { Remarks } from './Remarks.tsx';

interface ResultProps {
  readonly text: string;
  readonly dissection: Dissection;
  readonly now: Instant;
}

/** What was pasted, taken apart: mistakes first. */
export function Result({ dissection, now }: ResultProps) {
  if (dissection.kind === 'nothing') {
    return <p className={styles.empty}>The box is empty. Paste something, or take an example.</p>;
  }
  if (dissection.kind === 'unreadable') {
    return (
      <p className={styles.unreadable}>
        <Mark tone="bad" />
        <span>
          <strong>NOT A PRESIGNED URL</strong> {UNREADABLE_WORDS[dissection.why]}
        </span>
      </p>
    );
  }
  const { name, says, fact } =
    SIGNING_WORDS[dissection.kind === 'url' ? dissection.signing : dissection.kind];
  const remarks = remarksAt(dissection, now);
  return (
    <div className={styles.result}>
      <section className={styles.what} aria-labelledby="what">
        <h2 id="what">{name}</h2>
        <p>{says}</p>
        {fact && <FactNote {...fact} />}
      </section>
      <div className={styles.side}>
        <Remarks
          text={dissection.text}
          remarks={remarks}
          isSigned={dissection.kind === 'post-policy' || JUDGED.has(dissection.signing)}
        />
        {dissection.life && <LifeBar life={dissection.life} now={now} />}
        <Lines
          title="What it says"
          lines={[
            ...(dissection.kind === 'url' ? hostLines(dissection.host) : policyLines(dissection)),
            ...signerLines(dissection.signer),
          ]}
        />
        <Unknowns list={unknowns(dissection)} />
      </div>
      <div className={styles.side}>
        <Painted text={dissection.text} parts={dissection.parts} />
        <PartsTable parts={dissection.parts} remarks={remarks} />
      </div>
    </div>
  );
}

/** The signatures whose parameters are judged here. */
const JUDGED = new Set(['v4', 'v4a', 'v2']);

function Unknowns({ list }: { readonly list: ReturnType<typeof unknowns> }) {
  if (list.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="unknown">
      <h2 id="unknown">What nobody can know from it</h2>
      <ul className={styles.unknown}>
        {list.map(({ text, fact }) => (
          <li key={text}>
            {text}
            {fact && <FactNote {...fact} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
