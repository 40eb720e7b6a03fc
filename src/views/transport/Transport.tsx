import type { Cursor } from '#engine/cursor.ts';

import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './Transport.module.css';

interface TransportProps {
  readonly cursor: Cursor;
  /** How many steps there are; undefined while nobody knows, a question mark while nobody is to know. */
  readonly count: number | '?' | undefined;
  /** The cursor behind the last step that may be seen. */
  readonly end: Cursor;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly speeds: readonly number[];
  readonly onMove: (cursor: Cursor) => void;
  readonly onPlay: (isPlaying: boolean) => void;
  readonly onSpeed: (speed: number) => void;
  readonly onGoTo: () => void;
}

/** The stepper: native buttons that keep the focus, so that Next can be pressed again and again. */
export function Transport({
  cursor,
  count,
  end,
  isPlaying,
  speed,
  speeds,
  onMove,
  onPlay,
  onSpeed,
  onGoTo,
}: TransportProps) {
  const atStart = cursor === 0;
  const atEnd = cursor === end;
  const held = atEnd && count === '?' ? 'Predict first' : undefined;
  const press = (isOff: boolean, to: Cursor) => () => {
    if (!isOff) onMove(to);
  };
  return (
    <div className={styles.transport} role="group" aria-label="Steps">
      <Button
        kind="square"
        aria-label="First step"
        title="First step (Home)"
        aria-keyshortcuts="Home"
        aria-disabled={atStart}
        onClick={press(atStart, 0)}
      >
        <Icon name="first" />
      </Button>
      <Button
        kind="square"
        aria-label="Step back"
        title="Step back (←)"
        aria-keyshortcuts="ArrowLeft"
        aria-disabled={atStart}
        onClick={press(atStart, cursor - 1)}
      >
        <Icon name="back" />
      </Button>
      <Button
        kind="round"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        title={`${isPlaying ? 'Pause' : 'Play'} (P)`}
        aria-keyshortcuts="P"
        onClick={() => onPlay(!isPlaying)}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </Button>
      <Button
        kind="square"
        aria-label="Next step"
        title={held ?? 'Next step (→)'}
        aria-keyshortcuts="ArrowRight"
        aria-disabled={atEnd}
        onClick={press(atEnd, cursor + 1)}
      >
        <Icon name="next" />
      </Button>
      <Button
        kind="square"
        aria-label="Last step"
        title={held ?? 'Last step (End)'}
        aria-keyshortcuts="End"
        aria-disabled={atEnd}
        onClick={press(atEnd, end)}
      >
        <Icon name="last" />
      </Button>
      <Button onClick={onGoTo} title="Go to a step (G)" aria-keyshortcuts="G">
        <span className="visually-hidden">Step </span>
        {cursor} / {count ?? '…'}
        <span className="visually-hidden">: go to a step</span>
      </Button>
      <label className={styles.speed}>
        <span className="visually-hidden">Speed</span>
        <select
          value={speed}
          onChange={(event) => onSpeed(Number(event.target.value))}
          title="Speed ([ and ])"
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {one} s a step
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
