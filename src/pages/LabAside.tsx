import { memo } from 'react';
import type { ReactNode } from 'react';

import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { useSeen } from '#stores/seen.ts';
import { keepRun } from '#stores/stage.ts';
import { Knobs } from '#views/knobs/Knobs.tsx';
import { Button } from '#views/ui/Button.tsx';
import { ScenarioList } from '#views/scenarios/ScenarioList.tsx';

import styles from './LabPage.module.css';
import { formatRoute } from './route.ts';
import type { KnobActions } from './useKnobActions.ts';

const hrefOf = ({ lab, id }: Listed): string =>
  formatRoute({ place: { page: 'lab', lab, scenario: id, knobs: {}, mode: 'study' } });

interface LabAsideProps {
  readonly scenario: Scenario;
  readonly scenarios: readonly Listed[];
  readonly knobs: RawKnobs;
  readonly actions: KnobActions;
  /** What stories are called whose end is still to be predicted; left out: by their own titles. */
  readonly titleOf?: ((listed: Listed) => string) | undefined;
  /** Whether this run may be kept: it can be compared once all of it may be seen. */
  readonly canKeep?: boolean;
  /** What else can be done with the knobs; left out: keep this run. */
  readonly children?: ReactNode;
}

/** Which story is told, and what in it can be changed. Remembered: a step changes nothing here. */
export const LabAside = memo(function LabAside({
  scenario,
  scenarios,
  knobs,
  actions,
  titleOf,
  canKeep = true,
  children,
}: LabAsideProps) {
  const seen = useSeen((state) => state.scenarios);
  const listed = titleOf
    ? scenarios.map((one) => (seen.includes(one.id) ? one : { ...one, title: titleOf(one) }))
    : scenarios;
  return (
    <aside className={styles.aside} aria-label="Scenarios and changes">
      <ScenarioList
        scenarios={listed}
        current={scenario.id}
        title={scenario.title}
        seen={new Set(seen)}
        hrefOf={hrefOf}
      />
      <Knobs scenario={scenario} knobs={knobs} {...actions}>
        {children ??
          (canKeep && (
            <Button onClick={() => keepRun({ knobs, isEach: false })}>
              Keep this run to compare
            </Button>
          ))}
      </Knobs>
    </aside>
  );
});
