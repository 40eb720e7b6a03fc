import type { Tally } from '#study/progress.ts';

import styles from './TallyMap.module.css';

interface TallyMapProps {
  readonly title: string;
  readonly says?: string;
  readonly all: readonly Tally[];
  /** What a name is about: it says nothing by itself. */
  readonly wordsOf: (name: string) => string;
  readonly hrefOf: (name: string) => string;
  /** What stands under the words: by default the name, and the share of right answers. */
  readonly sayUnder?: (tally: Tally) => string;
}

type Level = 'open' | 'weak' | 'fair' | 'strong';

/** How well something is known, by the share of right answers. */
function levelOf({ answered, right }: Tally): Level {
  if (answered === 0) return 'open';
  const share = right / answered;
  if (share < 0.5) return 'weak';
  return share < 0.8 ? 'fair' : 'strong';
}

/** The share of right answers in words. */
export const sayShare = ({ total, answered, right }: Tally): string =>
  answered === 0
    ? `${total} to answer`
    : `${Math.round((100 * right) / answered)} % of ${answered}`;

const sayNamed = (tally: Tally): string => `${tally.name} · ${sayShare(tally)}`;

/** More than these are many: then those that need no look now are folded away. */
const MANY = 12;

const FOLDED = [
  ['strong', 'Mostly right'],
  ['open', 'Not answered yet'],
] as const satisfies readonly (readonly [Level, string])[];

/** Shares of right answers, by what questions have in common; each leads to its questions. */
export function TallyMap(props: TallyMapProps) {
  const { title, says, all } = props;
  const folded = FOLDED.map(([level, words]) => ({
    words,
    tallies: all.length > MANY ? all.filter((tally) => levelOf(tally) === level) : [],
  })).filter(({ tallies }) => tallies.length > 0);
  const shown = all.filter((tally) => !folded.some(({ tallies }) => tallies.includes(tally)));
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {says !== undefined && <p className={styles.small}>{says}</p>}
      {shown.length > 0 && <Cells {...props} all={shown} />}
      {folded.map(({ words, tallies }) => (
        <details key={words} className={styles.folded}>
          <summary>
            {words}: {tallies.length}
          </summary>
          <Cells {...props} all={tallies} />
        </details>
      ))}
    </section>
  );
}

const Cells = ({ all, wordsOf, hrefOf, sayUnder = sayNamed }: TallyMapProps) => (
  <ul className={styles.map}>
    {all.map((tally) => (
      <li key={tally.name}>
        <a className={styles.cell} data-level={levelOf(tally)} href={hrefOf(tally.name)}>
          <strong>{wordsOf(tally.name)}</strong>
          <span>{sayUnder(tally)}</span>
        </a>
      </li>
    ))}
  </ul>
);
