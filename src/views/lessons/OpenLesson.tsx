import type { Lesson } from '#content/lessons/format.ts';
import type { ReadLesson } from '#content/lessons/readLesson.ts';
import type { Field } from '#content/own/fields.ts';

import { FileBox } from '../teach/FileBox.tsx';
import { FileFormat } from '../teach/FileFormat.tsx';
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
  const lesson = read?.lesson;
  return (
    <section className={styles.part} aria-labelledby="open-lesson">
      <h2 id="open-lesson">Open a lesson’s file</h2>
      <FileBox
        id="lesson-text"
        label="The file of a lesson"
        placeholder="Paste it, or choose it."
        faults={read?.faults ?? []}
        said={
          <>
            {said}
            {lesson && replaces !== undefined && `It takes the place of “${replaces}”.`}
            {read && read.faults.length > 0 && `Faults: ${read.faults.length}.`}
          </>
        }
        {...{ text, onText, onFile }}
      >
        {lesson && (
          <Button kind="strong" onClick={() => onOpen(lesson)}>
            Open “{lesson.title}”
          </Button>
        )}
      </FileBox>
      <FileFormat schemaHref="lesson.schema.json" fields={fields} />
    </section>
  );
}
