import { useEffect, useImperativeHandle, useRef } from 'react';

import { offsetOf, rangeAt } from '#engine/policy/textRange.ts';

import type { EditorProps } from './editor.ts';
import styles from './PolicyEditor.module.css';

/** A text field: there at once, and for good where the editor cannot be loaded. */
export function PlainEditor({ label, text, problems, marked, onText, ref }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const at = offsetOf(text, line, column);
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    },
    cursor: () =>
      document.activeElement === area.current ? area.current?.selectionStart : undefined,
  }));
  useEffect(() => {
    const range = marked && rangeAt(area.current?.value ?? '', marked.pointer);
    if (!range) return;
    area.current?.focus();
    area.current?.setSelectionRange(range.from, range.to);
  }, [marked]);
  return (
    <textarea
      ref={area}
      className={styles.plain}
      aria-label={label}
      aria-invalid={problems.length > 0}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      rows={12}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
