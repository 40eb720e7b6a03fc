import type { Scenario } from '#content/scenario.ts';
import type { Lifetime } from '#engine/lifetimes.ts';
import type { World } from '#engine/world.ts';

import { beyond } from './Bars.tsx';
import { endOutside } from '#content/certificateLives.ts';
import type { CertificateLife } from '#content/certificateLives.ts';
import { ENDLESS } from './keyLives.ts';
import type { KeyLife } from './keyLives.ts';
import { lifeName } from '#content/lifeName.ts';
import { topOf } from './rows.ts';
import type { Rows } from './rows.ts';
import type { TimeScale } from './scale.ts';
import styles from './Timeline.module.css';

interface RowNamesProps {
  readonly scenario: Scenario;
  readonly world: World;
  readonly keys: readonly KeyLife[];
  readonly certificates: readonly CertificateLife[];
  readonly lives: readonly Lifetime[];
  readonly rows: Rows;
  /** The room beside the bars. */
  readonly left: number;
  readonly room: number;
  readonly scale: TimeScale;
}

/** What each bar is called: beside it, or over it on a narrow screen, with what its tip has no room for there. */
export function RowNames(props: RowNamesProps) {
  const { scenario, world, keys, certificates, lives, rows, left, room, scale } = props;
  const [start, end] = [scale.moment(0), scale.moment(room)];
  const named = [
    ...keys.map(({ name, endedAt }) => ({
      name,
      tip: endedAt === undefined ? ENDLESS : undefined,
    })),
    ...certificates.map((life) => ({ name: life.name, tip: endOutside(life, start, end) })),
    ...lives.flatMap((life) => {
      const name = lifeName(scenario, world, life);
      return life.kind === 'session'
        ? [{ name, tip: beyond(life, end) }]
        : ['as asked', 'in truth'].map((how) => ({ name: `${name}, ${how}`, tip: undefined }));
    }),
  ];
  return named.map(({ name, tip }, row) => {
    const top = topOf(rows, row);
    return rows.isNarrow ? (
      <text key={top} className={styles.over} x={0} y={top - 4}>
        {tip === undefined ? name : `${name}: ${tip}`}
      </text>
    ) : (
      <text
        key={top}
        className={styles.name}
        x={0}
        y={top + rows.bar - 5}
        textLength={name.length > 20 ? left - 8 : undefined}
        lengthAdjust="spacingAndGlyphs"
      >
        {name}
      </text>
    );
  });
}
