import { useEffect, useMemo, useRef } from 'react';

import type { Telling } from '#content/narrate.ts';
import type { Party } from '#content/scenario.ts';
import { spokenList } from '#content/words.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { StepId, Trace } from '#engine/trace.ts';

import { useWidth } from '../ui/useWidth.ts';
import styles from './Diagram.module.css';
import { laneCentres, placeRows } from './layout.ts';
import { Lines } from './Lines.tsx';
import { Row } from './Row.tsx';
import { StepItem } from './StepItem.tsx';

interface DiagramProps {
  readonly title: string;
  readonly trace: Trace;
  readonly cursor: Cursor;
  readonly telling: Telling;
  readonly onStep: (step: StepId) => void;
  /** Larger for the room: grows with the width. */
  readonly isLarge?: boolean;
}

/** Who said what to whom: lanes, time downwards. Steps to come are absent. Behind the drawing lies a list of buttons. */
export function Diagram({ title, trace, cursor, telling, onStep, isLarge = false }: DiagramProps) {
  const [frame, width] = useWidth<HTMLDivElement>(720);
  const scale = isLarge ? scaleFor(width) : 1;
  const { lanes, centres, laneOf } = useMemo(
    () => lanesOf(telling.parties, width),
    [telling, width],
  );
  const rows = useMemo(() => placeRows(trace.steps, scale), [trace, scale]);
  const last = rows.at(-1);
  const height = (last ? last.top + last.height : 60) + 16;
  const seen = rows.slice(0, cursor);
  const here = seen.at(-1);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // With the next frame: asked for at once, the browser would lay the page out within the key press.
    const waiting = requestAnimationFrame(() => {
      const row = rows[cursor - 1] && list.current?.children[cursor - 1];
      // Only a pane of its own follows the run; a page that scrolls as a whole stays at the words.
      if (row && hasPane(row)) row.scrollIntoView({ block: isLarge ? 'center' : 'nearest' });
    });
    return () => cancelAnimationFrame(waiting);
    // A new scale moves every row.
  }, [cursor, isLarge, rows]);
  return (
    <div className={styles.frame} ref={frame} style={{ fontSize: 13.5 * scale }}>
      <svg className={styles.heads} width={width} height={40 * scale} aria-hidden="true">
        {lanes.map(({ id, name }, index) => (
          <Head
            key={id}
            name={name}
            x={centres[index] ?? 0}
            width={Math.min(130 * scale, (width / lanes.length) * 0.9)}
            scale={scale}
          />
        ))}
      </svg>
      <div className={styles.steps}>
        <svg
          className={styles.drawing}
          width={width}
          height={height}
          role="img"
          aria-label={`Sequence diagram: ${title}, between ${spokenList(lanes.map(({ name }) => name))}`}
        >
          {lanes.map(({ id }, index) => (
            <line
              key={id}
              className={styles.lifeline}
              x1={centres[index]}
              x2={centres[index]}
              y1={0}
              y2={height}
            />
          ))}
          {/* One band that moves: taking one away and drawing another takes longer. */}
          <rect
            className={styles.current}
            width={width}
            y={here?.top ?? 0}
            height={here?.height ?? 0}
            rx={9}
          />
          {seen.map((place) => (
            <Row
              key={place.step.id}
              isCurrent={place === here}
              {...{ place, telling, laneOf, width, scale }}
            />
          ))}
        </svg>
        <ol className={styles.list} ref={list} aria-label="Steps so far">
          {seen.map((place) => (
            <StepItem
              key={place.step.id}
              isCurrent={place === here}
              isStop={place === here}
              {...{ place, telling, onStep }}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** How much larger a room needs it: letters of 20 pixels on the narrowest projector, less where a lane has no room for them. */
const scaleFor = (width: number): number =>
  Math.max(1.15, Math.min(1.5, width / 274), Math.min(2, width / 560));

/** Whether a row scrolls in a pane of its own, not with the page. */
const hasPane = (row: Element): boolean => {
  const pane = row.closest('main');
  return pane !== null && pane.scrollHeight > pane.clientHeight + 1;
};

/** The parties that have a lane, and where each lane's middle is. */
function lanesOf(parties: readonly Party[], width: number) {
  const lanes = parties.filter(({ isOffstage }) => !isOffstage);
  const centres = laneCentres(lanes.length, width);
  const laneOf = (party: string): number | undefined =>
    centres[lanes.findIndex(({ id }) => id === party)];
  return { lanes, centres, laneOf };
}

interface HeadProps {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly scale: number;
}

function Head({ name, x, width, scale }: HeadProps) {
  return (
    <>
      <rect
        className={styles.head}
        x={x - width / 2}
        y={2}
        width={width}
        height={34 * scale}
        rx={9}
      />
      <text className={styles.name} textAnchor="middle" x={x} y={24 * scale}>
        <Lines text={name} room={width - 10} {...{ x, scale }} />
      </text>
    </>
  );
}
