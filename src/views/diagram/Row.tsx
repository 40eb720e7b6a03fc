import { memo } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Telling } from '#content/narrate.ts';

import { Mark } from '../ui/Mark.tsx';
import type { Tone } from '../ui/Mark.tsx';
import styles from './Diagram.module.css';
import { LINE, linesIn, widthOf } from './layout.ts';
import type { RowPlace } from './layout.ts';
import { Lines } from './Lines.tsx';

interface RowProps {
  readonly place: RowPlace;
  readonly telling: Telling;
  /** The middle of a party's lane; undefined for a party without one. */
  readonly laneOf: (party: string) => number | undefined;
  readonly width: number;
  readonly isCurrent: boolean;
  readonly scale: number;
}

/** One step drawn: an arrow, a mark on a lane, or a band. Remembered, since only two of them change with a step. */
export const Row = memo(function Row(props: RowProps) {
  const { place, telling, isCurrent } = props;
  const { label, verdict } = narrate(place.step, telling);
  return (
    <g className={styles.row} data-current={isCurrent} data-tone={verdict?.tone}>
      <Drawing {...props} label={label} tone={verdict?.tone ?? 'work'} />
    </g>
  );
});

function Drawing({
  place,
  laneOf,
  width,
  label,
  tone,
  scale,
}: RowProps & { readonly label: string; readonly tone: Tone }) {
  const { step, top, height } = place;
  switch (step.row) {
    case 'call':
    case 'answer':
      return (
        <Arrow
          from={laneOf(step.from) ?? 0}
          to={laneOf(step.to) ?? width}
          y={top + height - 10 * scale}
          isAnswer={step.row === 'answer'}
          {...{ label, width, scale }}
        />
      );
    case 'clock':
      return <Band kind="clock" label={label} {...{ top, height, width, scale }} />;
    case 'check':
    case 'not-reached':
    case 'work': {
      const x = laneOf(step.by);
      if (x === undefined) {
        return <Band kind="change" label={label} {...{ top, height, width, scale }} />;
      }
      return <Sign tone={tone} x={x} y={top + height / 2} {...{ label, width, scale }} />;
    }
  }
}

/** Times and lengths in a label: they stand out, for they are what this is about. */
const TIMES = /(\b\d\d:\d\d(?::\d\d)?\b|\b\d+ (?:days?|hours?|minutes?|seconds?|s)\b)/;

interface ArrowProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly isAnswer: boolean;
  readonly label: string;
  readonly width: number;
  readonly scale: number;
}

function Arrow({ from, to, y, isAnswer, label, width, scale }: ArrowProps) {
  const direction = to > from ? 1 : -1;
  const tip = 9 * scale * direction;
  const lines = linesIn(label, width - 12, scale);
  const length = Math.max(...lines.map((line) => widthOf(line, scale)));
  // A long one begins further left than its arrow: it must end within the drawing.
  const x = Math.max(4, Math.min(Math.min(from, to) + 10, width - 8 - length));
  return (
    <>
      <line className={styles.arrow} data-answer={isAnswer} x1={from} x2={to - tip} y1={y} y2={y} />
      <path className={styles.tip} d={`M${to} ${y}l${-tip} ${-5 * scale}v${10 * scale}z`} />
      {lines.map((line, index) => (
        <text
          className={styles.label}
          key={line}
          x={x}
          y={y - (8 + (lines.length - 1 - index) * LINE) * scale}
        >
          <Timed text={line} />
        </text>
      ))}
    </>
  );
}

/** Words with their times and lengths set off. */
const Timed = ({ text }: { readonly text: string }) =>
  text.split(TIMES).map((part, index) =>
    index % 2 === 1 ? (
      <tspan className={styles.time} key={part}>
        {part}
      </tspan>
    ) : (
      part
    ),
  );

interface SignProps {
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly width: number;
  readonly scale: number;
}

/** A mark on a lane, its words on the side where there is more room. */
function Sign({ tone, x, y, label, width, scale }: SignProps) {
  const isLeft = x > width / 2;
  const start = isLeft ? x - 19 * scale : x + 19 * scale;
  return (
    <>
      <Mark tone={tone} x={x - 11 * scale} y={y - 11 * scale} size={22 * scale} />
      <text
        className={styles.label}
        data-tone={tone}
        textAnchor={isLeft ? 'end' : 'start'}
        x={start}
        y={y + 5 * scale}
      >
        <Lines text={label} x={start} room={isLeft ? start : width - start} scale={scale} />
      </text>
    </>
  );
}

interface BandProps {
  readonly kind: 'clock' | 'change';
  readonly label: string;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly scale: number;
}

function Band({ kind, label, top, height, width, scale }: BandProps) {
  return (
    <>
      <rect
        className={styles.band}
        data-kind={kind}
        x={4}
        width={width - 8}
        y={top + 6}
        height={height - 12}
        rx={8}
      />
      <text
        className={styles.bandLabel}
        data-kind={kind}
        textAnchor="middle"
        x={width / 2}
        y={top + height / 2 + 5}
      >
        <Lines text={label} x={width / 2} room={width - 24} scale={scale} />
      </text>
    </>
  );
}
