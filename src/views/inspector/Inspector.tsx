import { Suspense, useDeferredValue, useMemo } from 'react';
import type { ComponentType, ReactNode } from 'react';

import { narrate } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import { countOf, stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Step, StepId, Trace } from '#engine/trace.ts';

import type { ExplainedProps } from '../terms/Explained.tsx';
import { Button } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import type { Copy } from './CommandTwin.tsx';
import type { DetailsProps, OnTrialProps } from './Details.tsx';
import styles from './Inspector.module.css';
import type { Editing } from './policyTabs.ts';

/** What the inspector needs of a story. */
type Told = Pick<Scenario, 'title' | 'summary' | 'parties' | 'subjects'>;

interface InspectorProps {
  readonly scenario: Told;
  readonly trace: Trace;
  readonly cursor: Cursor;
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  /** What lies under the words; it may come later than they do. */
  readonly Details: ComponentType<DetailsProps>;
  /** The knobs that are not at their start, each with its value: “Link is used at”: 12:30. */
  readonly changed?: readonly string[];
  /** How policies are edited, where they can be. */
  readonly editing?: Editing;
  /** Copies a command; tells whether the browser allowed it. */
  readonly onCopy?: Copy;
  /** Lays the request of a step under the microscope. */
  readonly onMicroscope?: ((step: StepId) => void) | undefined;
  /** Brings the certificates closer where a check looks at them. */
  readonly OnTrial?: ComponentType<OnTrialProps>;
  /** Where a rule stands among all rules. */
  readonly ruleHref?: (rule: RuleId) => string;
  /** Explains the terms in texts where they stand. */
  readonly Explained?: ComponentType<Pick<ExplainedProps, 'texts' | 'children'>> | undefined;
  /** What is asked here, or what would turn a failed check around. */
  readonly children?: ReactNode;
}

/** What a step belongs to: "Amazon S3 checks", "the build server works alone". */
function phaseOf(step: Step, scenario: Told): string {
  const name = (id: string): string =>
    scenario.parties.find((party) => party.id === id)?.name ?? id;
  switch (step.row) {
    case 'check':
    case 'not-reached':
      return `${name(step.by)} checks`;
    case 'call':
    case 'answer':
      return `${name(step.from)} to ${name(step.to)}`;
    case 'work':
      return `${name(step.by)}, alone`;
    case 'clock':
      return 'time passes';
  }
}

/** One step from close by: what happens, what decided it, and the bytes. */
export function Inspector(props: InspectorProps) {
  const { scenario, trace, cursor, tab, onTab, changed = [] } = props;
  const { Details, editing, onCopy, onMicroscope, OnTrial, ruleHref, Explained, children } = props;
  const step = stepAt(trace, cursor);
  // Explanations, values, bytes and sources follow right after the words: a key press waits for the words alone.
  const later = useDeferredValue(useMemo(() => ({ trace, cursor }), [trace, cursor]));
  if (!step) {
    return (
      <section className={styles.inspector} aria-label="Inspector">
        <p className={styles.place}>Before the first step</p>
        <h2 className={styles.title}>{scenario.title}</h2>
        <p className={styles.caption}>{scenario.summary}</p>
        {changed.length > 0 && (
          <p className={styles.because}>
            <strong>Changed: </strong>
            {changed.join('; ')}. The story above is told with everything at its start; this run may
            end in another way.
          </p>
        )}
        {children}
      </section>
    );
  }
  const { title, caption, because, verdict } = narrate(step, scenario);
  const texts = [caption, because];
  const isSettled = later.trace === trace && later.cursor === cursor;
  const said: ExplainedProps['children'] = ([what, why]) => (
    <>
      <p className={styles.caption}>{what}</p>
      {verdict && <VerdictBar verdict={verdict} />}
      {because !== '' && (
        <p className={styles.because}>
          <strong>Because: </strong>
          {why}
        </p>
      )}
    </>
  );
  return (
    <section className={styles.inspector} aria-label="Inspector">
      <p className={styles.place}>
        Step {cursor} of {countOf(trace)} · {phaseOf(step, scenario)}
      </p>
      <h2 className={styles.title}>{title}</h2>
      {Explained ? (
        <Explained texts={isSettled ? texts : []}>
          {(explained) => said(isSettled ? explained : texts)}
        </Explained>
      ) : (
        said(texts)
      )}
      {onMicroscope && <MicroscopeDoor step={step} onMicroscope={onMicroscope} />}
      {children}
      <Suspense>
        <Details
          place={later}
          tab={tab}
          onTab={onTab}
          {...{ editing, onCopy, OnTrial, ruleHref }}
        />
      </Suspense>
    </section>
  );
}

/** The way from S3's check of a URL's signature to both signatures; a form has none that could be laid side by side. */
function MicroscopeDoor({
  step,
  onMicroscope,
}: {
  readonly step: Step;
  readonly onMicroscope: (step: StepId) => void;
}) {
  if (step.row !== 'check' || step.check.rule !== 's3.signature-matches') return null;
  if (step.act.kind !== 'open-url') return null;
  return (
    <p>
      <Button onClick={() => onMicroscope(step.id)}>Look at both signatures</Button>
    </p>
  );
}
