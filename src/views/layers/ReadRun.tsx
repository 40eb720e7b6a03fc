import { useMemo, useState } from 'react';

import { readRun, runText } from '#content/readRun.ts';
import type { Scenario } from '#content/scenario.ts';
import { dayAndTime } from '#content/words.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Trace } from '#engine/trace.ts';

import { Button } from '../ui/Button.tsx';
import { Layer } from '../ui/Layer.tsx';
import styles from './ReadRun.module.css';

interface ReadRunProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly cursor: Cursor;
  /** What is not at its start, in words. */
  readonly changed: readonly string[];
  /** Copies a text; tells whether the browser allowed it. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

const COPIED = 'Copied.';
const REFUSED = 'The browser did not allow copying: select the text and copy it by hand.';

/** The whole run as a text: a heading for each act, a sentence for each step. */
export function ReadRun(props: ReadRunProps) {
  const { scenario, trace, cursor, changed, onCopy, onPrint, onClose } = props;
  const phases = useMemo(() => readRun(scenario, trace), [scenario, trace]);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const isCopied = await onCopy(runText(scenario, changed, phases));
    setSaid(isCopied ? COPIED : REFUSED);
  };
  return (
    <Layer title="The whole run" onClose={onClose}>
      <div className={styles.read}>
        <div className={styles.actions}>
          <Button onClick={() => void copy()}>Copy the text</Button>
          <Button onClick={onPrint}>Print</Button>
          <span role="status">{said}</span>
        </div>
        <p>
          <strong>{scenario.title}.</strong> {scenario.summary}
        </p>
        {changed.length > 0 && <p>Changed: {changed.join('; ')}.</p>}
        {phases.length === 0 && <p>The run is on its way.</p>}
        {phases.map(({ heading, at, steps }) => (
          <section key={steps[0].id}>
            <h3>
              {heading} <span className={styles.at}>{dayAndTime(at)}</span>
            </h3>
            <ol start={steps[0].number}>
              {steps.map(({ id, number, text }) => (
                <li key={id} aria-current={number === cursor ? 'step' : undefined}>
                  {text}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Layer>
  );
}
