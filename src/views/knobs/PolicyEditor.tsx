import type { PolicyKnob } from '#content/knob.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import { Mark } from '../ui/Mark.tsx';
import styles from './Knobs.module.css';

interface PolicyEditorProps {
  readonly id: string;
  readonly knob: PolicyKnob;
  readonly text: string;
  readonly onTurn: (text: string) => void;
}

/** A policy to be edited: problems are named by line and column, and what was typed is never lost. */
export function PolicyEditor({ id, knob, text, onTurn }: PolicyEditorProps) {
  const parsed = parsePolicy(text, knob.policyType);
  const problems = 'problems' in parsed ? parsed.problems : [];
  return (
    <>
      <textarea
        className={styles.editor}
        aria-labelledby={`${id}-label`}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-problems`}
        spellCheck={false}
        rows={12}
        value={text}
        onChange={(event) => onTurn(event.target.value)}
      />
      <div id={`${id}-problems`} role="status">
        {problems.slice(0, 3).map(({ message, fix, line, column }) => (
          <p key={`${line} ${column} ${message}`} className={styles.problem}>
            <Mark tone="bad" />
            <span>
              Line {line}, column {column}: {message} {fix}
            </span>
          </p>
        ))}
        {problems.length > 0 && (
          <p className={styles.hint}>
            Until this can be read, the run uses the policy it started with.
          </p>
        )}
      </div>
    </>
  );
}
