import type { Narration } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import { dayAndTime, timeBeside } from '#content/words.ts';
import { worldAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { lifeName } from '../timeline/lifeName.ts';
import { Button } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Slide.module.css';

interface SlideProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly cursor: Cursor;
  readonly narration: Narration | undefined;
  readonly isBlank: boolean;
  readonly onMove: (cursor: Cursor) => void;
  readonly onLeave: () => void;
  readonly children: React.ReactNode;
}

/** One screen for the room: the diagram, one sentence, one verdict, the clock. */
export function Slide({
  scenario,
  trace,
  cursor,
  narration,
  isBlank,
  onMove,
  onLeave,
  children,
}: SlideProps) {
  const count = trace.steps.length;
  const world = worldAt(trace, cursor);
  return (
    <div className={styles.slide}>
      <main className={styles.stage} id="main" tabIndex={-1}>
        <h1>{scenario.title}</h1>
        {children}
      </main>
      <section className={styles.words} aria-label="This step">
        <p className={styles.place}>
          Step {cursor} of {count}
        </p>
        <h2>{narration?.title ?? scenario.summary}</h2>
        {narration && <p>{narration.caption}</p>}
        {narration?.verdict && <VerdictBar verdict={narration.verdict} />}
        {narration && narration.because !== '' && (
          <p className={styles.because}>{narration.because}</p>
        )}
      </section>
      <footer className={styles.foot}>
        <strong className={styles.clock}>{timeBeside(world.now, trace.start.now)} UTC</strong>
        <ul className={styles.lives} aria-label="Lifetimes">
          {lifetimesOf(world).map((life) => {
            const left = Math.max(0, secondsBetween(world.now, life.until));
            const share = (left / Math.max(1, secondsBetween(life.from, life.until))) * 100;
            return (
              <li key={life.id}>
                <span>
                  {lifeName(scenario, world, life)} {world.now > life.until ? 'ended' : 'until'}{' '}
                  {dayAndTime(life.until)}
                </span>
                <i className={styles.bar} aria-hidden="true">
                  <i style={{ inlineSize: `${share}%` }} />
                </i>
              </li>
            );
          })}
        </ul>
        <div className={styles.buttons}>
          <Button onClick={onLeave}>Leave</Button>
          <Button aria-disabled={cursor === 0} onClick={() => onMove(cursor - 1)}>
            Back
          </Button>
          <Button kind="strong" aria-disabled={cursor === count} onClick={() => onMove(cursor + 1)}>
            Next →
          </Button>
        </div>
      </footer>
      {isBlank && (
        <div
          className={styles.blank}
          role="img"
          aria-label="The screen is blank; press B to go on"
        />
      )}
    </div>
  );
}

/** Something drawn for a desk, large enough for a room. */
export const Large = ({ children }: { readonly children: React.ReactNode }) => (
  <div className={styles.large}>{children}</div>
);
