import { memo } from 'react';
import type { KeyboardEvent } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Telling } from '#content/narrate.ts';
import type { Step, StepId } from '#engine/trace.ts';
import { isAlike } from '#study/compare/parting.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Compare.module.css';
import type { PairPlace } from './Twin.tsx';

interface TwinItemProps {
  readonly place: PairPlace;
  readonly telling: Telling;
  readonly isCurrent: boolean;
  readonly isParting: boolean;
  readonly onStep: (step: StepId) => void;
}

/** Moves the focus to the row above or below by the arrow keys. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.parentElement;
  const to = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[
    event.key
  ];
  const next = to?.querySelector('button');
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** One row of both runs in words: once where they are alike, else what each of them does. */
export const TwinItem = memo(function TwinItem({
  place: { pair, row },
  telling,
  isCurrent,
  isParting,
  onStep,
}: TwinItemProps) {
  return (
    <li style={{ insetBlockStart: row.top, blockSize: row.height }} data-parting={isParting}>
      <button
        type="button"
        className={styles.step}
        aria-current={isCurrent ? 'step' : undefined}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => onStep(pair.id)}
        onKeyDown={walk}
      >
        {isParting && <strong>Here the runs part. </strong>}
        {isAlike(pair, telling) ? (
          <Told step={pair.now} telling={telling} />
        ) : (
          <>
            <Told run="Kept run" step={pair.was} telling={telling} />
            <Told run="New run" step={pair.now} telling={telling} />
          </>
        )}
      </button>
    </li>
  );
});

interface ToldProps {
  readonly run?: string;
  readonly step: Step | undefined;
  readonly telling: Telling;
}

/** What a run does in a row. */
function Told({ run, step, telling }: ToldProps) {
  const told = step && narrate(step, telling);
  const verdict = told?.verdict;
  return (
    <span className={styles.told}>
      <Mark tone={told ? (verdict?.tone ?? 'work') : 'not-reached'} />
      <span>
        {run !== undefined && <b>{run}: </b>}
        {verdict && verdict.tone !== 'not-reached' && (
          <span className="visually-hidden">{verdict.word}: </span>
        )}
        {told?.label ?? 'no such step'}{' '}
      </span>
    </span>
  );
}
