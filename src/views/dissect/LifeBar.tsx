import { spokenMoment } from '#content/dissect/moments.ts';
import { lifeSentence } from '#content/dissect/summaryWords.ts';
import type { Life } from '#engine/dissect/life.ts';
import { earliest, latest } from '#engine/time.ts';
import type { Instant } from '#engine/time.ts';

import { useWidth } from '../ui/useWidth.ts';
import styles from './Dissect.module.css';

interface LifeBarProps {
  readonly life: Life;
  readonly now: Instant;
}

const EDGE = 14;

/** Its life by its own date as a bar, with now. */
export function LifeBar({ life, now }: LifeBarProps) {
  const [frame, width] = useWidth<HTMLDivElement>(600);
  const { from, until } = life;
  const start = earliest(until, now, ...(from === undefined ? [] : [from]));
  const end = latest(until, now);
  const place = (moment: Instant): number =>
    EDGE + ((moment - start) / Math.max(1, end - start)) * (width - 2 * EDGE);
  const left = from === undefined ? 0 : place(from);
  const right = Math.max(place(until), left + 4);
  const isOver = now > until;
  return (
    <section className={styles.part} aria-labelledby="life">
      <h2 id="life">Its life, by its own date</h2>
      <div className={styles.frame} ref={frame}>
        <svg
          className={styles.life}
          width={width}
          height={46}
          role="img"
          aria-label={lifeSentence(life, now)}
        >
          <line x1={0} x2={width} y1={34} y2={34} className={styles.axis} />
          <rect
            x={left}
            y={22}
            width={right - left}
            height={12}
            rx={3}
            className={styles.bar}
            data-over={isOver}
          />
          <line x1={place(now)} x2={place(now)} y1={16} y2={42} className={styles.now} />
          <text
            x={place(now)}
            y={12}
            textAnchor={place(now) < 40 ? 'start' : place(now) > width - 40 ? 'end' : 'middle'}
          >
            now
          </text>
        </svg>
      </div>
      <dl className={styles.dates}>
        <div>
          <dt>Signed</dt>
          <dd>{from === undefined ? 'not written in it' : spokenMoment(from)}</dd>
        </div>
        <div>
          <dt>{isOver ? 'Died' : 'Dies'}</dt>
          <dd>{spokenMoment(until)}</dd>
        </div>
      </dl>
      <p>{lifeSentence(life, now)}</p>
    </section>
  );
}
