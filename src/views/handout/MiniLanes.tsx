import type { Party } from '#content/scenario.ts';
import type { Cell } from '#study/handout/cells.ts';

import { laneCentres } from '../diagram/layout.ts';
import styles from './Handout.module.css';

const WIDTH = 220;
const HEIGHT = 26;

interface MiniLanesProps {
  readonly parties: readonly Party[];
  readonly cell: Pick<Cell, 'from' | 'to'>;
}

/** Who speaks to whom, as small as a stamp; the words beside it say the same. */
export function MiniLanes({ parties, cell }: MiniLanesProps) {
  const lanes = parties.filter(({ isOffstage }) => !isOffstage);
  const centres = laneCentres(lanes.length, WIDTH);
  const placeOf = (id: string | undefined) => centres[lanes.findIndex((lane) => lane.id === id)];
  const [from, to] = [placeOf(cell.from), placeOf(cell.to)];
  const middle = HEIGHT / 2;
  return (
    <svg className={styles.mini} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {centres.map((x) => (
        <line key={x} className={styles.lane} x1={x} x2={x} y1={0} y2={HEIGHT} />
      ))}
      {from !== undefined && to !== undefined ? (
        <>
          <line className={styles.arrow} x1={from} x2={to} y1={middle} y2={middle} />
          <path className={styles.tip} d={`M${to} ${middle}l${to > from ? -8 : 8} -4.5v9z`} />
        </>
      ) : (
        from !== undefined && <circle className={styles.dot} cx={from} cy={middle} r={6} />
      )}
    </svg>
  );
}
