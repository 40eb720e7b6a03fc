import { memo } from 'react';

import type { Telling } from '#content/narrate.ts';

import { Row } from '../diagram/Row.tsx';
import type { PairPlace } from './Twin.tsx';

interface TwinRowProps {
  readonly place: PairPlace;
  readonly telling: Telling;
  readonly laneOf: (party: string) => number | undefined;
  readonly column: number;
  readonly gap: number;
  readonly isCurrent: boolean;
}

/** One row in both drawings; empty where a run has no such step. */
export const TwinRow = memo(function TwinRow({
  place: { pair, row },
  column,
  gap,
  ...rest
}: TwinRowProps) {
  return (
    <>
      {pair.was && <Row place={{ ...row, step: pair.was }} width={column} scale={1} {...rest} />}
      {pair.now && (
        <g transform={`translate(${column + gap},0)`}>
          <Row place={{ ...row, step: pair.now }} width={column} scale={1} {...rest} />
        </g>
      )}
    </>
  );
});
