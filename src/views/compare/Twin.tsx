import { useEffect, useMemo, useRef } from 'react';

import type { Telling } from '#content/narrate.ts';
import { spokenList } from '#content/words.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { StepId } from '#engine/trace.ts';
import type { Pair } from '#study/compare/alignSteps.ts';

import { laneCentres, placeRows } from '../diagram/layout.ts';
import type { RowPlace } from '../diagram/layout.ts';
import { useWidth } from '../ui/useWidth.ts';
import styles from './Compare.module.css';
import { TwinHeads } from './TwinHeads.tsx';
import { TwinItem } from './TwinItem.tsx';
import { TwinRow } from './TwinRow.tsx';

interface TwinProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  /** How many rows are finished. */
  readonly cursor: Cursor;
  /** The row where the runs part, counted from 0. */
  readonly parting: number | undefined;
  readonly telling: Telling;
  readonly onStep: (step: StepId) => void;
}

/** The air between the two drawings. */
const GAP = 28;

/** The room of the sign that says where the runs part. */
const SIGN = 30;

/** A row of both runs, and where it is drawn. */
export interface PairPlace {
  readonly pair: Pair;
  readonly row: RowPlace;
}

/** The rows of both drawings at the same heights, with room for the sign above the row where they part. */
function placePairs(pairs: readonly Pair[], parting: number | undefined): readonly PairPlace[] {
  const rows = placeRows(pairs.map((pair) => pair.now ?? pair.was));
  return pairs.flatMap((pair, index) => {
    const row = rows[index];
    const shift = parting !== undefined && index >= parting ? SIGN : 0;
    return row ? [{ pair, row: { ...row, top: row.top + shift } }] : [];
  });
}

/** Two runs side by side, time downwards, each step beside itself. Behind the drawing lies one list of buttons. */
export function Twin({ title, pairs, cursor, parting, telling, onStep }: TwinProps) {
  const [frame, width] = useWidth<HTMLDivElement>(1000);
  const column = (width - GAP) / 2;
  const lanes = useMemo(() => telling.parties.filter(({ isOffstage }) => !isOffstage), [telling]);
  const centres = useMemo(() => laneCentres(lanes.length, column), [lanes, column]);
  const laneOf = useMemo(
    () =>
      (party: string): number | undefined =>
        centres[lanes.findIndex(({ id }) => id === party)],
    [lanes, centres],
  );
  const places = useMemo(() => placePairs(pairs, parting), [pairs, parting]);
  const seen = places.slice(0, cursor);
  const here = seen.at(-1);
  const last = places.at(-1)?.row;
  const height = (last ? last.top + last.height : 60) + 16;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const waiting = requestAnimationFrame(() => {
      const row = places[cursor - 1] && list.current?.children[cursor - 1];
      const pane = row?.closest('[data-pane]');
      // Only a pane of its own follows the run; a page that scrolls as a whole stays at the words.
      if (row && pane && pane.scrollHeight > pane.clientHeight + 1) {
        row.scrollIntoView({ block: 'center' });
      }
    });
    return () => cancelAnimationFrame(waiting);
  }, [cursor, places]);
  const sign = parting === undefined ? undefined : seen[parting];
  return (
    <div className={styles.frame} ref={frame}>
      <TwinHeads {...{ lanes, centres, width, column, gap: GAP }} />
      <div className={styles.steps}>
        <svg
          className={styles.drawing}
          width={width}
          height={height}
          role="img"
          aria-label={`Two sequence diagrams of ${title}, the kept run and the new run, between ${spokenList(lanes.map(({ name }) => name))}`}
        >
          {[0, column + GAP].flatMap((left) =>
            centres.map((x) => (
              <line
                key={left + x}
                className={styles.lifeline}
                x1={left + x}
                x2={left + x}
                y1={0}
                y2={height}
              />
            )),
          )}
          <rect
            className={styles.current}
            width={width}
            y={here?.row.top ?? 0}
            height={here?.row.height ?? 0}
            rx={9}
          />
          {sign && <PartingSign width={width} top={sign.row.top} height={sign.row.height} />}
          {seen.map((place) => (
            <TwinRow
              key={place.pair.id}
              isCurrent={place === here}
              {...{ place, telling, laneOf, column, gap: GAP }}
            />
          ))}
        </svg>
        <ol className={styles.list} ref={list} aria-label="Steps of both runs so far">
          {seen.map((place, index) => (
            <TwinItem
              key={place.pair.id}
              isCurrent={place === here}
              isParting={index === parting}
              {...{ place, telling, onStep }}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

interface PartingSignProps {
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Says over a row that the runs part there, and frames it in both drawings. */
function PartingSign({ width, top, height }: PartingSignProps) {
  const middle = top - SIGN / 2 - 1;
  return (
    <>
      <rect className={styles.parted} x={2} width={width - 4} y={top} height={height} rx={9} />
      <line className={styles.partLine} x1={2} x2={width - 2} y1={middle} y2={middle} />
      <text className={styles.partSays} textAnchor="middle" x={width / 2} y={middle + 5}>
        ◆ here the runs part
      </text>
    </>
  );
}
