import { minutesOf } from '#content/lessons/format.ts';
import type { Stop } from '#content/lessons/format.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Lessons.module.css';
import { sayMinutes } from './sayMinutes.ts';

interface GivenStopProps {
  readonly stops: readonly Stop[];
  /** The number of the stop, from one. */
  readonly at: number;
  /** Whether what is shown is just what the stop shows. */
  readonly isThere: boolean;
  readonly onGo: (to: number) => void;
}

/** What comes next; its title may tell what the room is to predict. */
const sayNext = (next: Stop | undefined, isAsked: boolean): string => {
  if (!next) return 'This is the last stop.';
  return isAsked ? 'Then the run shows the answer.' : `Then: ${next.title}.`;
};

/** The stop of a lesson that is shown: what to say and to ask, what comes next, and the way to any other. */
export function GivenStop({ stops, at, isThere, onGo }: GivenStopProps) {
  const stop = stops[at - 1];
  const next = stops[at];
  if (!stop) return null;
  return (
    <section className={styles.given} aria-label="Lesson">
      <h2>
        Stop {at} of {stops.length}: {stop.title}
      </h2>
      <p className={styles.about}>
        {sayMinutes(stop.minutes)} of {sayMinutes(minutesOf({ stops }))}
      </p>
      <ul className={styles.say}>
        {stop.say.map((thought) => (
          <li key={thought}>{thought}</li>
        ))}
      </ul>
      {stop.ask && (
        <p className={styles.ask}>
          <b>The room is asked:</b> {stop.ask.question} The next step begins to show the answer.
        </p>
      )}
      <div className={styles.actions}>
        <Button aria-disabled={at === 1} aria-keyshortcuts="PageUp" onClick={() => onGo(at - 1)}>
          Previous stop
        </Button>
        <Button
          kind="strong"
          aria-disabled={!next}
          aria-keyshortcuts="PageDown"
          onClick={() => onGo(at + 1)}
        >
          Next stop
        </Button>
        {!isThere && <Button onClick={() => onGo(at)}>Back to this stop</Button>}
      </div>
      <p>{sayNext(next, stop.ask !== undefined && isThere)}</p>
      <details>
        <summary>All stops</summary>
        <ol className={styles.all}>
          {stops.map(({ title, link }, index) => (
            <li key={`${index} ${link}`}>
              <Button
                kind="link"
                aria-current={index + 1 === at ? 'step' : undefined}
                onClick={() => onGo(index + 1)}
              >
                {index + 1}. {title}
              </Button>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
