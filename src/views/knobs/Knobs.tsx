import type { ReactNode } from 'react';

import { initialText, isEdit, isRelevant, labelOf, standingText } from '#content/knob.ts';
import type { Knob, RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';

import { Button } from '../ui/Button.tsx';
import { focusMain } from '../ui/focusMain.ts';
import { KnobControl } from './KnobControl.tsx';
import styles from './Knobs.module.css';
import { valueText } from './valueText.ts';

interface KnobsProps {
  readonly scenario: Scenario;
  readonly knobs: RawKnobs;
  readonly onTurn: (name: string, text: string) => void;
  readonly onReset: (name: string) => void;
  readonly onResetAll: () => void;
  readonly children?: ReactNode;
}

/** Everything a learner can change; what was changed is marked and can be put back. */
export function Knobs({ scenario, knobs, onTurn, onReset, onResetAll, children }: KnobsProps) {
  const shown = Object.entries(scenario.knobs).filter(([, knob]) =>
    isRelevant(scenario.knobs, knob, knobs),
  );
  const isChanged = Object.keys(knobs).length > 0;
  return (
    <section aria-labelledby="change-something" className={styles.knobs}>
      <div className={styles.heading}>
        <h2 id="change-something" className={styles.title}>
          Change something
        </h2>
        {isChanged && (
          <Button
            kind="link"
            onClick={() => {
              focusMain();
              onResetAll();
            }}
          >
            Reset all
          </Button>
        )}
      </div>
      {children}
      {shown.map(([name, knob]) => (
        <KnobBox
          key={name}
          {...{ name, knob, onTurn, onReset }}
          text={standingText(knob, knobs[name])}
        />
      ))}
      {Object.keys(knobs)
        .filter(isEdit)
        .map((name) => (
          <EditBox key={name} label={labelOf(scenario.knobs, name)} onReset={() => onReset(name)} />
        ))}
    </section>
  );
}

interface KnobBoxProps {
  readonly name: string;
  readonly knob: Knob;
  readonly text: string;
  readonly onTurn: KnobsProps['onTurn'];
  readonly onReset: KnobsProps['onReset'];
}

const CONTROLS = 'select, input:checked, input:not([type=radio])';

function KnobBox({ name, knob, text, onTurn, onReset }: KnobBoxProps) {
  const initial = initialText(knob);
  const isChanged = text !== initial;
  const id = `knob-${name}`;
  return (
    <fieldset className={styles.box} data-changed={isChanged} aria-describedby={`${id}-hint`}>
      <legend className={styles.legend}>
        <span id={`${id}-label`}>{knob.label}</span>
        <strong>{valueText(knob, text)}</strong>
      </legend>
      <KnobControl id={id} knob={knob} text={text} onTurn={(value) => onTurn(name, value)} />
      <p id={`${id}-hint`} className={styles.hint} data-quiet={!isChanged}>
        {isChanged ? (
          <>
            <span>changed from {valueText(knob, initial)}</span>
            <button
              type="button"
              className={styles.reset}
              onClick={({ currentTarget }) => {
                // The button goes with the change, so the focus goes to what was changed.
                currentTarget.closest('fieldset')?.querySelector<HTMLElement>(CONTROLS)?.focus();
                onReset(name);
              }}
            >
              reset<span className="visually-hidden"> {knob.label}</span>
            </button>
          </>
        ) : (
          knob.hint
        )}
      </p>
    </fieldset>
  );
}

/** A policy that was edited where it is shown: here it can only be put back. */
function EditBox({ label, onReset }: { readonly label: string; readonly onReset: () => void }) {
  return (
    <fieldset className={styles.box} data-changed>
      <legend className={styles.legend}>
        <span>{label}</span>
        <strong>edited</strong>
      </legend>
      <p className={styles.hint}>
        <span>changed where the inspector shows it</span>
        <button
          type="button"
          className={styles.reset}
          onClick={() => {
            focusMain();
            onReset();
          }}
        >
          reset<span className="visually-hidden"> {label}</span>
        </button>
      </p>
    </fieldset>
  );
}
