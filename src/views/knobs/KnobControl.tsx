import { Suspense, lazy, useState } from 'react';

import { initialText } from '#content/knob.ts';
import type { ChoiceKnob, DurationKnob, Knob, MomentKnob, PolicyKnob } from '#content/knob.ts';
import { spokenLength } from '#content/words.ts';
import { amzDate, isoDate, parseIsoDate, parseAmzDate, seconds } from '#engine/time.ts';

import styles from './Knobs.module.css';

/** The editor brings the parser of policies with it. */
const PolicyEditor = lazy(() =>
  import('../policyEditor/PolicyEditor.tsx').then((module) => ({ default: module.PolicyEditor })),
);

/** Whether all options fit side by side. */
const isShort = ({ options }: ChoiceKnob): boolean =>
  Object.keys(options).length <= 3 && Object.values(options).join('').length <= 24;

interface ControlProps<K extends Knob = Knob> {
  readonly id: string;
  readonly knob: K;
  readonly text: string;
  readonly onTurn: (text: string) => void;
}

/** The control a kind of knob has: there is none that belongs to a single scenario. */
export function KnobControl({ knob, ...rest }: ControlProps) {
  switch (knob.kind) {
    case 'toggle':
      return <Segments {...rest} options={{ on: 'yes', off: 'no' }} />;
    case 'choice':
      return isShort(knob) ? (
        <Segments {...rest} options={knob.options} />
      ) : (
        <Select knob={knob} {...rest} />
      );
    case 'duration':
      return <DurationSlider knob={knob} {...rest} />;
    case 'moment':
      return <MomentInput knob={knob} {...rest} />;
    case 'policy':
      return <PolicyControl knob={knob} {...rest} />;
  }
}

type Bare = Omit<ControlProps, 'knob'>;

function Segments({
  id,
  text,
  onTurn,
  options,
}: Bare & { readonly options: Readonly<Record<string, string>> }) {
  return (
    <div className={styles.segments} role="radiogroup" aria-labelledby={`${id}-label`}>
      {Object.entries(options).map(([value, label]) => (
        <label key={value} className={styles.segment}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={value === text}
            onChange={() => onTurn(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function Select({ id, knob, text, onTurn }: ControlProps<ChoiceKnob>) {
  return (
    <select
      className={styles.select}
      aria-labelledby={`${id}-label`}
      value={text}
      onChange={(event) => onTurn(event.target.value)}
    >
      {Object.entries(knob.options).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A slider over the knob's stops; a value between two stops keeps its place until the slider is moved. */
function DurationSlider({ id, knob, text, onTurn }: ControlProps<DurationKnob>) {
  const value = Number(text);
  const nearest = knob.stops.findLastIndex((stop) => stop <= value);
  return (
    <input
      type="range"
      className={styles.range}
      aria-labelledby={`${id}-label`}
      aria-valuetext={spokenLength(seconds(value))}
      min={0}
      max={knob.stops.length - 1}
      step={1}
      value={Math.max(0, nearest)}
      onChange={(event) => onTurn(`${knob.stops[Number(event.target.value)] ?? knob.initial}`)}
    />
  );
}

function MomentInput({ id, knob, text, onTurn }: ControlProps<MomentKnob>) {
  const at = parseAmzDate(text) ?? knob.initial;
  return (
    <input
      type="datetime-local"
      className={styles.select}
      aria-labelledby={`${id}-label`}
      step={1}
      min={isoDate(knob.min).slice(0, 19)}
      max={isoDate(knob.max).slice(0, 19)}
      value={isoDate(at).slice(0, 19)}
      onChange={(event) => {
        const typed = event.target.value;
        const moment = parseIsoDate(`${typed.length === 16 ? `${typed}:00` : typed}Z`);
        if (moment !== undefined) {
          onTurn(amzDate(moment < knob.min ? knob.min : moment > knob.max ? knob.max : moment));
        }
      }}
    />
  );
}

/** A policy's editor, loaded when it is opened for the first time. */
function PolicyControl({ knob, text, onTurn }: ControlProps<PolicyKnob>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.policy} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Edit the policy</summary>
      {isOpen && (
        <Suspense fallback={<p className={styles.hint}>Opening the editor…</p>}>
          <PolicyEditor
            label={knob.label}
            type={knob.policyType}
            text={text}
            original={initialText(knob)}
            meanwhile="Until this can be read, the run uses the policy it started with."
            onText={onTurn}
          />
        </Suspense>
      )}
    </details>
  );
}
