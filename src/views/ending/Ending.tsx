import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { breaches, easements } from '#content/attack.ts';
import type { RawKnobs } from '#content/knob.ts';
import { narrate } from '#content/narrate.ts';
import type { Scenario, Variation } from '#content/scenario.ts';
import { spokenList } from '#content/words.ts';
import type { Trace } from '#engine/trace.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import { VerdictBar } from '../ui/VerdictBar.tsx';
import styles from './Ending.module.css';
import { endVerdict } from './endVerdict.ts';
import { Lesson } from './Lesson.tsx';

interface EndingProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly knobs: RawKnobs;
  readonly questionHref: string | undefined;
  /** Predictions about other settings of this story. */
  readonly predictHref: string;
  /** The scenario that comes after this one. */
  readonly next: { readonly title: string; readonly href: string } | undefined;
  /** A page that goes on with what the story asks. */
  readonly beside?: { readonly title: string; readonly href: string } | undefined;
  readonly onVariation: (variation: Variation) => void;
  /** Puts the learner in the place of the service that decided. */
  readonly onJudge?: () => void;
  /** What would turn the end around. */
  readonly children?: ReactNode;
}

const isSame = (a: RawKnobs, b: RawKnobs): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, text]) => b[name] === text);

/** Whether a variation changes a policy: its parser may not be loaded, so it cannot be played here. */
const hasPolicy = ({ knobs }: Scenario, variation: Variation): boolean =>
  Object.keys(variation.knobs).some((name) => knobs[name]?.kind === 'policy');

/** A run in words: another way to see it is one that tells something else. */
const storyOf = (scenario: Scenario, { steps }: Trace): string =>
  steps
    .map((step) => narrate(step, scenario))
    .map(({ label, because }) => `${label} ${because}`)
    .join('\n');

/** Where a run ends: how it ended, one question about it, other ways to see it, and the next scenario. */
export function Ending({ scenario, trace, knobs, questionHref, ...rest }: EndingProps) {
  const { next, beside, predictHref, onVariation, onJudge, children } = rest;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the diagram scrolls in a pane of its own, its end would stay below the edge.
    if (!matchMedia('(width >= 1100px)').matches) return undefined;
    const waiting = requestAnimationFrame(() => card.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(waiting);
  }, []);
  const through = breaches(scenario, trace).flatMap(({ act }) =>
    trace.steps.filter((step) => step.row === 'call' && step.act === act),
  );
  const eased = easements(scenario, trace);
  const shown = storyOf(scenario, trace);
  const others = scenario.variations.filter(
    (variation) =>
      !isSame(variation.knobs, knobs) &&
      (hasPolicy(scenario, variation) ||
        storyOf(scenario, scenario.play(variation.knobs).trace) !== shown),
  );
  return (
    <section ref={card} className={styles.ending} aria-labelledby="ending">
      <h2 id="ending">The run ends here</h2>
      <VerdictBar verdict={endVerdict(scenario, trace)} />
      {through.length > 0 && (
        <p>What got through: {spokenList(through.map((step) => narrate(step, scenario).label))}.</p>
      )}
      {eased.length > 0 && <p>{eased.join(' ')}</p>}
      {children}
      <Lesson scenario={scenario} trace={trace} />
      {questionHref !== undefined && (
        <p>
          <ButtonLink kind="strong" href={questionHref}>
            Check yourself: one question on this
          </ButtonLink>
        </p>
      )}
      {beside && (
        <p>
          <ButtonLink href={beside.href}>{beside.title}</ButtonLink>
        </p>
      )}
      <p>
        <ButtonLink href={predictHref}>Predict another setting of this story</ButtonLink>
      </p>
      {onJudge && (
        <p>
          <Button onClick={onJudge}>Be AWS: make these checks yourself</Button>
        </p>
      )}
      <h3>Now see it another way</h3>
      <ul className={styles.ways}>
        {others.map((variation) => (
          <li key={variation.label}>
            <Button onClick={() => onVariation(variation)}>{variation.label}</Button>
          </li>
        ))}
      </ul>
      {next && (
        <>
          <h3>Or go on to the next scenario</h3>
          <p>
            <ButtonLink href={next.href}>{next.title}</ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}
