import { useEffect, useId, useMemo, useRef } from 'react';

import { sayProblem } from '#content/workbench/problemWords.ts';
import { WARNING_WORDS } from '#content/workbench/warningWords.ts';
import type { PolicyType } from '#engine/policy/document.ts';
import { formatText } from '#engine/policy/formatText.ts';
import { LIMITS, countedLength } from '#engine/policy/limits.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Changes } from './Changes.tsx';
import type { EditorHandle, Marked } from './editor.ts';
import { PlainEditor } from './PlainEditor.tsx';
import styles from './PolicyEditor.module.css';
import { loadCodeEditor, useCodeEditor } from './useCodeEditor.ts';
import type { LoadEditor } from './useCodeEditor.ts';

interface PolicyEditorProps {
  /** Its name for those who hear it. */
  readonly label: string;
  readonly type: PolicyType;
  readonly text: string;
  /** The text that Reset brings back and that changes are shown against. */
  readonly original: string;
  /** What holds while the text cannot be read: one sentence. */
  readonly meanwhile: string;
  readonly marked?: Marked | undefined;
  readonly onText: (text: string) => void;
  readonly load?: LoadEditor;
  /** Whether it takes the focus when it opens. */
  readonly takesFocus?: boolean;
}

/** How many problems are listed; the first one is the one AWS would name. */
const MOST = 8;

/** A policy to be edited: problems at their place, what changed, and how much room is left. What was typed is never lost. */
export function PolicyEditor({ load = loadCodeEditor, ...props }: PolicyEditorProps) {
  const { label, type, text, original, meanwhile, marked, onText, takesFocus = false } = props;
  const handle = useRef<EditorHandle>(null);
  const { Editor = PlainEditor, startAt } = useCodeEditor(load, handle);
  useEffect(() => {
    if (takesFocus) handle.current?.goTo(1, 1);
  }, [takesFocus]);
  const parsed = useMemo(() => parsePolicy(text, type), [text, type]);
  const problems = 'problems' in parsed ? parsed.problems : NONE;
  const notes = 'problems' in parsed ? NONE : parsed.warnings;
  return (
    <div className={styles.editor} role="group" aria-label={label}>
      <Editor ref={handle} {...{ label, text, problems, marked, onText, startAt }} />
      <Tools {...{ type, text, original, onText }} />
      <div role="status">
        {problems.length > 0 && (
          <>
            <ul className={styles.problems}>
              {problems.slice(0, MOST).map((problem) => (
                <Place
                  key={`${problem.line} ${problem.column} ${problem.kind} ${problem.fix}`}
                  tone="bad"
                  says={sayProblem(problem)}
                  onGo={() => handle.current?.goTo(problem.line, problem.column)}
                />
              ))}
            </ul>
            {problems.length > MOST && (
              <p className={styles.hint}>And {problems.length - MOST} more.</p>
            )}
            <p className={styles.hint}>{meanwhile}</p>
          </>
        )}
      </div>
      {notes.length > 0 && (
        <ul className={styles.problems} aria-label="AWS accepts this, but know">
          {notes.map(({ kind, line, column }) => (
            <Place
              key={`${kind} ${line} ${column}`}
              tone="note"
              says={`Line ${line}, column ${column}: ${WARNING_WORDS[kind]}`}
              onGo={() => handle.current?.goTo(line, column)}
            />
          ))}
        </ul>
      )}
      <Changes before={original} after={text} />
    </div>
  );
}

const NONE = [] as const;

interface ToolsProps {
  readonly type: PolicyType;
  readonly text: string;
  readonly original: string;
  readonly onText: (text: string) => void;
}

function Tools({ type, text, original, onText }: ToolsProps) {
  const id = useId();
  const formatted = useMemo(() => formatText(text), [text]);
  const { characters, countsSpace } = LIMITS[type];
  const counted = countedLength(text, type);
  return (
    <div className={styles.tools}>
      <Button
        aria-disabled={formatted === undefined || formatted === text}
        aria-describedby={id}
        onClick={() => formatted !== undefined && onText(formatted)}
      >
        Format
      </Button>
      <Button aria-disabled={text === original} onClick={() => onText(original)}>
        Reset
      </Button>
      <p className={styles.size} data-over={counted > characters}>
        {counted.toLocaleString('en')} of {characters.toLocaleString('en')} characters
        {counted > characters && ': too long'}
        {!countsSpace && ', white space is free'}
      </p>
      <p id={id} className={styles.hint}>
        {formatted === undefined ? 'Format waits until this is JSON. ' : ''}Tab leaves the editor.
      </p>
    </div>
  );
}

interface PlaceProps {
  readonly tone: 'bad' | 'note';
  readonly says: string;
  readonly onGo: () => void;
}

function Place({ tone, says, onGo }: PlaceProps) {
  return (
    <li>
      <button type="button" className={styles.problem} data-tone={tone} onClick={onGo}>
        {tone === 'bad' ? <Mark tone="bad" size={18} /> : <strong>Note </strong>}
        <span>{says}</span>
      </button>
    </li>
  );
}
