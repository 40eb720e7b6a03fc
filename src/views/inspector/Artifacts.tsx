import { Suspense, lazy, memo, useId } from 'react';
import type { KeyboardEvent } from 'react';

import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { artifactsAt } from './artifactsAt.ts';
import { Code } from './Code.tsx';
import styles from './Inspector.module.css';

/** Shown only where a URL is, so loaded only then. */
const UrlParts = lazy(() =>
  import('./UrlParts.tsx').then((module) => ({ default: module.UrlParts })),
);

interface ArtifactsProps {
  readonly place: { readonly trace: Trace; readonly cursor: Cursor };
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
}

/** The texts beside a step, in tabs. Remembered by the place. */
export const Artifacts = memo(function Artifacts({ place, tab, onTab }: ArtifactsProps) {
  const id = useId();
  const step = stepAt(place.trace, place.cursor);
  const artifacts = artifactsAt(place.trace, place.cursor);
  const open = artifacts.find((one) => one.id === tab) ?? artifacts[0];
  if (!open || !step) return null;
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = artifacts.indexOf(open);
    const next =
      by === undefined ? undefined : artifacts[(index + by + artifacts.length) % artifacts.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onTab(next.id);
    document.getElementById(`${id}${next.id}`)?.focus();
  };
  return (
    <div className={styles.artifacts}>
      <div
        role="tablist"
        aria-label="What is sent, hashed and signed"
        className={styles.tabs}
        onKeyDown={move}
      >
        {artifacts.map((one) => (
          <button
            key={one.id}
            type="button"
            role="tab"
            id={id + one.id}
            className={styles.tab}
            aria-selected={one === open}
            aria-controls={`${id}panel`}
            tabIndex={one === open ? 0 : -1}
            onClick={() => onTab(one.id)}
          >
            {one.title}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={id + open.id}
        tabIndex={0}
        className={styles.panel}
      >
        {open.artifact.kind === 'url' ? (
          <Suspense>
            <UrlParts url={open.artifact.text} marked={markedParameters(step)} />
          </Suspense>
        ) : (
          <Code artifact={open.artifact} />
        )}
      </div>
    </div>
  );
});

/** The parameters a check looked at. */
function markedParameters(step: Step): ReadonlySet<string> {
  const paths = step.row === 'check' ? step.check.evidence.paths : [];
  return new Set(paths.flatMap((path) => (path.startsWith('url:') ? [path.slice(4)] : [])));
}
