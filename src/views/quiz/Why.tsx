import { Suspense } from 'react';

import type { Entry } from '#content/question.ts';

import { arriving } from '../ui/arriving.tsx';
import { kept } from '../ui/kept.ts';
import styles from './Quiz.module.css';

/** Loads what knows all wrong ideas: each comes with the function that holds it. */
export const loadIdeas = kept(() => import('./Idea.tsx').then(({ Idea }) => Idea));

const Idea = arriving(loadIdeas);

interface WhyProps {
  readonly id?: string;
  readonly entry: Pick<Entry, 'why' | 'belief' | 'misconception'>;
  /** Whether it was chosen and is wrong: then the idea behind it is named. */
  readonly isMissed: boolean;
  /** The place in the simulator that refutes it, */
  readonly href?: string | undefined;
  /** and what is refuted: it tells the links on a page apart. */
  readonly of?: string | undefined;
}

/** Why something is right or wrong and, where it was chosen, the wrong idea behind it. */
export function Why({ id, entry, isMissed, href, of }: WhyProps) {
  const { why, belief, misconception } = entry;
  return (
    <div className={styles.why} id={id}>
      <p>{why}</p>
      {isMissed && (belief !== undefined || misconception !== undefined) && (
        <Suspense>
          <p className={styles.idea}>
            The idea behind it: “
            {misconception === undefined ? belief : <Idea id={misconception} />}”
          </p>
        </Suspense>
      )}
      {href !== undefined && (
        <p>
          <a href={href}>
            See the step that refutes it
            {of !== undefined && <span className="visually-hidden">: {of}</span>}
          </a>
        </p>
      )}
    </div>
  );
}
