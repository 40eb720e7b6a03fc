import { Suspense, lazy, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';

import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { artifactsAt } from './artifactsAt.ts';
import { Code } from './Code.tsx';
import styles from './Inspector.module.css';
import type { Copy } from './CommandTwin.tsx';
import { LOST, policyTabs } from './policyTabs.ts';
import type { Editing, PolicyTab } from './policyTabs.ts';

/** Shown only where a URL is, so loaded only then. */
const UrlParts = lazy(() =>
  import('./UrlParts.tsx').then((module) => ({ default: module.UrlParts })),
);

/** The step as a command: its words come from every service, so they are loaded by whoever looks. */
const Twin = lazy(() => import('./Twin.tsx').then((module) => ({ default: module.Twin })));

/** Brings the button and the way to the editor: only a run has policies. */
const PolicyText = lazy(() =>
  import('./PolicyText.tsx').then((module) => ({ default: module.PolicyText })),
);

interface ArtifactsProps {
  readonly place: { readonly trace: Trace; readonly cursor: Cursor };
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly editing?: Editing | undefined;
  readonly onCopy?: Copy | undefined;
}

/** The texts beside a step, in tabs. */
export function Artifacts(props: ArtifactsProps) {
  const { place, tab, onTab, editing } = props;
  const id = useId();
  // The policy whose editor is open: it stays when a new run shows other policies.
  const [edited, setEdited] = useState<string>();
  const step = stepAt(place.trace, place.cursor);
  const artifacts = policyTabs(artifactsAt(place.trace, place.cursor), editing, edited);
  const open =
    artifacts.find(({ policy }) => policy !== undefined && policy.knob === edited) ??
    artifacts.find((one) => one.id === tab?.split('-with-')[0]) ??
    artifacts[0];
  if (!open || !step) return null;
  const choose = ({ id: chosen }: PolicyTab): void => {
    setEdited(undefined);
    onTab(chosen);
  };
  const done = (): void => {
    const back = artifacts.find((one) => one.id === open.id && one.id !== LOST) ?? artifacts[1];
    setEdited(undefined);
    if (!back) return;
    onTab(back.id);
    if (back !== open) document.getElementById(id + back.id)?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = artifacts.indexOf(open);
    const next =
      by === undefined ? undefined : artifacts[(index + by + artifacts.length) % artifacts.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    choose(next);
    document.getElementById(id + next.id)?.focus();
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
            onClick={() => choose(one)}
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
        ) : open.artifact.kind === 'helper' || open.artifact.kind === 'command' ? (
          <Suspense fallback={<Code artifact={open.artifact} />}>
            <Twin {...props} artifact={open.artifact} />
          </Suspense>
        ) : open.policy && editing ? (
          <Suspense fallback={<Code artifact={open.artifact} />}>
            <PolicyText
              key={open.policy.knob}
              artifact={open.artifact}
              policy={open.policy}
              isOpen={open.policy.knob === edited}
              onOpen={setEdited}
              onDone={done}
              onEdit={editing.onEdit}
            />
          </Suspense>
        ) : (
          <Code artifact={open.artifact} />
        )}
      </div>
    </div>
  );
}

/** The parameters a check looked at. */
function markedParameters(step: Step): ReadonlySet<string> {
  const paths = step.row === 'check' ? step.check.evidence.paths : [];
  return new Set(paths.flatMap((path) => (path.startsWith('url:') ? [path.slice(4)] : [])));
}
