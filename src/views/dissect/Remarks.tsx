import { REMARK_WORDS } from '#content/dissect/remarkWords.ts';
import { REMARKS } from '#engine/dissect/remark.ts';
import type { Remark } from '#engine/dissect/remark.ts';

import { FactNote } from '../calls/FactNote.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Dissect.module.css';
import { shortened } from './shortened.ts';

interface RemarksProps {
  readonly text: string;
  readonly remarks: readonly Remark[];
  /** Whether there is a signature here whose mistakes are known. */
  readonly isSigned: boolean;
}

/** More than anybody reads. */
const MOST = 40;

const shown = ({ id }: Remark) =>
  REMARKS[id] === 'mistake'
    ? ({ tone: 'bad', word: 'MISTAKE', weight: 0 } as const)
    : ({ tone: 'none', word: 'LOOK OUT', weight: 1 } as const);

/** What is wrong, mistakes before warnings, each with its place in the text. */
export function Remarks({ text, remarks, isSigned }: RemarksProps) {
  const sorted = remarks.toSorted((one, other) => shown(one).weight - shown(other).weight);
  return (
    <section className={styles.part} aria-labelledby="wrong">
      <h2 id="wrong">What is wrong with it</h2>
      {!isSigned && (
        <p>It was not signed with an AWS credential, so there is no signature to look at.</p>
      )}
      {isSigned && remarks.every((remark) => shown(remark).weight > 0) && (
        <p className={styles.fine}>
          <Mark tone="good" />
          <span>
            <strong>NO MISTAKE FOUND</strong> in the text itself. That is not to say that AWS
            accepts it: see below what nobody can know.
          </span>
        </p>
      )}
      <ul className={styles.remarks}>
        {sorted.slice(0, MOST).map((remark) => (
          <Item
            key={`${remark.id} ${remark.at.from} ${remark.values['name']}`}
            text={text}
            {...{ remark }}
          />
        ))}
      </ul>
      {sorted.length > MOST && <p>And {sorted.length - MOST} more.</p>}
    </section>
  );
}

function Item({ text, remark }: { readonly text: string; readonly remark: Remark }) {
  const { tone, word } = shown(remark);
  const { title, says, fact } = REMARK_WORDS[remark.id];
  const excerpt = text.slice(remark.at.from, remark.at.to);
  return (
    <li className={styles.remark} data-tone={tone}>
      <h3>
        <Mark tone={tone} />
        <span className={styles.word}>{word}</span> {title}
      </h3>
      <p>{shortenedValues(remark, says)}</p>
      {excerpt.trim() !== '' && excerpt.length < text.length && (
        <p className={styles.excerpt}>
          <span className="visually-hidden">Here: </span>
          <code>{shortened(excerpt, 120)}</code>
        </p>
      )}
      {fact && <FactNote {...fact} />}
    </li>
  );
}

/** The sentence of a remark, long values cut. */
const shortenedValues = (
  { values }: Remark,
  says: (values: Readonly<Record<string, string>>) => string,
): string =>
  says(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, shortened(value, 120)]),
    ),
  );
