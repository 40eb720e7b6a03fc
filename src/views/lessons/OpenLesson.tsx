import { useRef } from 'react';

import type { Lesson } from '#content/lessons/format.ts';
import type { ReadLesson } from '#content/lessons/readLesson.ts';
import type { Field } from '#content/own/fields.ts';

import { Faults, goToLine } from '../teach/Faults.tsx';
import { FieldTable } from '../teach/FieldTable.tsx';
import teach from '../teach/Teach.module.css';
import { Button } from '../ui/Button.tsx';
import styles from './Lessons.module.css';

interface OpenLessonProps {
  readonly text: string;
  /** What the text holds; undefined while there is none. */
  readonly read: ReadLesson | undefined;
  readonly said: string;
  /** The lesson whose place it would take. */
  readonly replaces: string | undefined;
  readonly fields: readonly (readonly [string, readonly Field[]])[];
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onOpen: (lesson: Lesson) => void;
}

/** Where the file of a lesson is read, and put right where it has faults. */
export function OpenLesson(props: OpenLessonProps) {
  const { text, read, said, replaces, fields, onText, onFile, onOpen } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const lesson = read?.lesson;
  return (
    <section className={styles.part} aria-labelledby="open-lesson">
      <h2 id="open-lesson">Open a lesson’s file</h2>
      <label htmlFor="lesson-text" className={teach.label}>
        The file of a lesson
      </label>
      <textarea
        ref={box}
        id="lesson-text"
        className={teach.paste}
        value={text}
        rows={text === '' ? 3 : 12}
        spellCheck={false}
        autoComplete="off"
        placeholder="Paste it, or choose it."
        onChange={({ target }) => onText(target.value)}
      />
      <div className={styles.actions}>
        <label className={teach.file}>
          Choose a file
          <input
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) onFile(file);
              target.value = '';
            }}
          />
        </label>
        {lesson && (
          <Button kind="strong" onClick={() => onOpen(lesson)}>
            Open “{lesson.title}”
          </Button>
        )}
      </div>
      <p role="status">
        {said}
        {lesson && replaces !== undefined && `It takes the place of “${replaces}”.`}
        {read && read.faults.length > 0 && `Faults: ${read.faults.length}.`}
      </p>
      {read && read.faults.length > 0 && (
        <Faults all={read.faults} onLine={(line) => goToLine(box.current, line)} />
      )}
      <details className={teach.details}>
        <summary>How the file is written</summary>
        <p>
          It is JSON. Editors complete and check it with the{' '}
          <a href="lesson.schema.json" download>
            JSON schema
          </a>
          .
        </p>
        {fields.map(([part, all]) => (
          <FieldTable key={part} part={part} all={all} />
        ))}
      </details>
    </section>
  );
}
