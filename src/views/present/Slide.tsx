import type { Narration } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import { timeBeside } from '#content/words.ts';
import { countOf, worldAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { lifeName } from '#content/lifeName.ts';
import { Button } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import { Blank } from './Blank.tsx';
import styles from './Slide.module.css';
import { useScroll } from './useScroll.ts';
import type { Scrolled } from './useScroll.ts';

/** How the room wants it: how large, how strong, and how far it is scrolled. */
export interface SlideLook {
  /** In percent. */
  readonly scale: number;
  readonly contrast: number;
  readonly scroll: Scrolled;
  /** Absent where the slide only follows. */
  readonly onScroll?: (part: keyof Scrolled, to: number) => void;
}

interface SlideProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly cursor: Cursor;
  readonly narration: Narration | undefined;
  readonly isBlank: boolean;
  readonly onMove: (cursor: Cursor) => void;
  readonly onLeave: () => void;
  readonly look?: SlideLook;
  /** Whether this is a picture of the room's screen and not the screen itself. */
  readonly isPicture?: boolean;
  /** What the room is asked, in the place of the step's words: the ends of lifetimes would tell the answer. */
  readonly asks?: React.ReactNode;
  /** More buttons, and what lies over everything. */
  readonly buttons?: React.ReactNode;
  readonly over?: React.ReactNode;
  readonly children: React.ReactNode;
}

const AS_IS: SlideLook = { scale: 100, contrast: 100, scroll: { picture: 0, words: 0 } };

/** One screen for the room: the diagram, one sentence, one verdict, the clock. */
export function Slide({
  scenario,
  trace,
  cursor,
  narration,
  isBlank,
  onMove,
  onLeave,
  look = AS_IS,
  isPicture = false,
  asks,
  buttons,
  over,
  children,
}: SlideProps) {
  const picture = useScroll('picture', look);
  // Nothing in it takes the focus, so the keyboard must reach the pane itself to scroll it.
  const words = { ...useScroll('words', look), tabIndex: 0 };
  const Stage = isPicture ? 'div' : 'main';
  return (
    <div
      className={styles.slide}
      style={{ filter: look.contrast > 100 ? `contrast(${look.contrast}%)` : undefined }}
    >
      <header className={styles.title} style={zoomed(look)}>
        <h1>{scenario.title}</h1>
      </header>
      <Stage
        className={styles.stage}
        {...(!isPicture && { id: 'main' })}
        tabIndex={-1}
        {...picture}
      >
        <div style={zoomed(look)}>{children}</div>
      </Stage>
      <section className={styles.words} aria-label="This step" {...words}>
        <div className={styles.said} style={zoomed(look)}>
          <p className={styles.place}>
            Step {cursor} of {countOf(trace)}
          </p>
          {asks ?? <Words says={narration} before={scenario.summary} />}
        </div>
      </section>
      <footer className={styles.foot}>
        <Clock trace={trace} cursor={cursor} />
        <Lives isHidden={asks !== undefined} {...{ scenario, trace, cursor }} />
        <div className={styles.buttons}>
          {buttons}
          <Button onClick={onLeave}>Leave</Button>
          <Moves count={countOf(trace)} {...{ cursor, onMove }} />
        </div>
      </footer>
      {over}
      {isBlank && <Blank />}
    </div>
  );
}

/** One sentence, one verdict, one cause. */
function Words({
  says,
  before,
}: {
  readonly says: Narration | undefined;
  /** What stands there before the first step. */
  readonly before: string;
}) {
  if (!says) return <h2>{before}</h2>;
  return (
    <>
      <h2>{says.title}</h2>
      {/* Before the caption, which may quote a long message: the verdict is seen without scrolling. */}
      {says.verdict && <VerdictBar verdict={says.verdict} />}
      <p>{says.caption}</p>
      {says.because !== '' && <p className={styles.because}>{says.because}</p>}
    </>
  );
}

function Moves({
  cursor,
  count,
  onMove,
}: Pick<SlideProps, 'cursor' | 'onMove'> & { readonly count: number | '?' }) {
  return (
    <>
      <Button aria-disabled={cursor === 0} onClick={() => onMove(cursor - 1)}>
        Back
      </Button>
      <Button kind="strong" aria-disabled={cursor === count} onClick={() => onMove(cursor + 1)}>
        Next →
      </Button>
    </>
  );
}

/** What the text size of the room does to what is inside. */
const zoomed = ({ scale }: SlideLook) => (scale > 100 ? { zoom: scale / 100 } : undefined);

const Clock = ({ trace, cursor }: Pick<SlideProps, 'trace' | 'cursor'>) => (
  <strong className={styles.clock}>
    {timeBeside(worldAt(trace, cursor).now, trace.start.now)} UTC
  </strong>
);

/** Who lives until when. */
function Lives({
  scenario,
  trace,
  cursor,
  isHidden,
}: Pick<SlideProps, 'scenario' | 'trace' | 'cursor'> & { readonly isHidden: boolean }) {
  const world = worldAt(trace, cursor);
  const lives = isHidden ? [] : lifetimesOf(world);
  return (
    <ul className={styles.lives} aria-label="Lifetimes">
      {lives.map((life) => {
        const left = Math.max(0, secondsBetween(world.now, life.until));
        const share = (left / Math.max(1, secondsBetween(life.from, life.until))) * 100;
        return (
          <li key={life.id}>
            <span>
              {lifeName(scenario, world, life)} {world.now > life.until ? 'ended' : 'until'}{' '}
              {timeBeside(life.until, trace.start.now)}
            </span>
            <i className={styles.bar} aria-hidden="true">
              <i style={{ inlineSize: `${share}%` }} />
            </i>
          </li>
        );
      })}
    </ul>
  );
}

/** Something drawn for a desk, large enough for a room. */
export const Large = ({ children }: { readonly children: React.ReactNode }) => (
  <div className={styles.large}>{children}</div>
);
