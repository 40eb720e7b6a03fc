import { MISCONCEPTIONS } from '#content/misconceptions.ts';
import type { Misconception } from '#content/misconceptions.ts';
import { TOPIC_WORDS } from '#content/questions/topics.ts';
import { LAB_IDS } from '#content/scenario.ts';
import type { LabId } from '#content/scenario.ts';
import type { Tally } from '#study/progress.ts';

import { ButtonLink } from '../ui/Button.tsx';
import styles from './Progress.module.css';
import { sayMade } from './sayMade.ts';
import { sayShare, TallyMap } from './TallyMap.tsx';

interface PredictionsSoFarProps {
  readonly made: number;
  readonly right: number;
  readonly due: number;
  readonly labs: readonly Tally[];
  /** Wrong ideas by their names: how often they were offered, and seen through. */
  readonly ideas: readonly Tally[];
  /** How many of the latest times an idea was offered count. */
  readonly latestTimes: number;
  readonly hrefOf: (about: 'everything' | 'due' | LabId) => string;
  /** Where an idea can be met again. */
  readonly ideaHref: (idea: string) => string;
}

const IDEAS: Readonly<Record<string, Misconception>> = MISCONCEPTIONS;

const sayBelief = (name: string): string => `“${IDEAS[name]?.belief ?? name}”`;

/** How predictions went: by lab, and by the wrong ideas that they offered. */
export function PredictionsSoFar(props: PredictionsSoFarProps) {
  const { made, right, due, labs, ideas, latestTimes, hrefOf, ideaHref } = props;
  return (
    <>
      <section className={styles.part} aria-labelledby="predicted">
        <h2 id="predicted">Predictions</h2>
        <p>{sayMade(made, right)}</p>
        <p className={styles.actions}>
          <ButtonLink href={hrefOf('everything')}>Predict an outcome</ButtonLink>
          {due > 0 && <ButtonLink href={hrefOf('due')}>{due} due for review</ButtonLink>}
        </p>
      </section>
      {labs.length > 0 && (
        <TallyMap
          title="Predictions by lab"
          all={labs}
          wordsOf={(name) => TOPIC_WORDS[labOf(name)]}
          sayUnder={sayShare}
          hrefOf={(name) => hrefOf(labOf(name))}
        />
      )}
      {ideas.length > 0 && (
        <TallyMap
          title="Ideas that sound right"
          says={`None of them always holds. Each was offered to you as an answer. You saw through it when you gave another one. The last ${latestTimes} times count.`}
          all={ideas}
          wordsOf={sayBelief}
          sayUnder={saySeen}
          hrefOf={ideaHref}
        />
      )}
    </>
  );
}

/** How often an idea was seen through: “3 of 4 times”. */
function saySeen({ answered, right }: Tally): string {
  if (answered === 1) return right === 1 ? 'met once, and seen through' : 'met once, and believed';
  return `seen through ${right} of ${answered} times`;
}

const labOf = (name: string): LabId => LAB_IDS.find((lab) => lab === name) ?? 'sts';
