import type { Lesson } from '#content/lessons/format.ts';
import type { ReadLesson } from '#content/lessons/readLesson.ts';
import type { Field } from '#content/own/fields.ts';
import type { Fault } from '#content/own/issues.ts';

import { FileBox } from '../teach/FileBox.tsx';
import { FileFormat } from '../teach/FileFormat.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Lessons.module.css';

interface OpenLessonProps {
  readonly text: string;
  /** What the text holds; undefined while there is none. */
  readonly read: ReadLesson | undefined;
  /** What its stops name that is not there; undefined while they are played. */
  readonly lacks: readonly Fault[] | undefined;
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
  const { text, read, lacks, said, replaces, fields, onText, onFile, onOpen } = props;
  const lesson = read?.lesson;
  return (
    <section className={styles.part} aria-labelledby="open-lesson">
      <h2 id="open-lesson">Open a lesson’s file</h2>
      <FileBox
        id="lesson-text"
        label="The file of a lesson"
        placeholder="Paste it, or choose it."
        faults={lesson ? (lacks ?? []) : (read?.faults ?? [])}
        said={read ? sayRead(read, lacks, replaces) : said}
        {...{ text, onText, onFile }}
      >
        {lesson && (
          <Button kind="strong" onClick={() => onOpen(lesson)}>
            Open “{lesson.title}”{lacks && lacks.length > 0 && ' as it is'}
          </Button>
        )}
      </FileBox>
      <FileFormat schemaHref="lesson.schema.json" fields={fields} />
    </section>
  );
}

function sayRead(
  { lesson, faults }: ReadLesson,
  lacks: readonly Fault[] | undefined,
  replaces: string | undefined,
): string {
  if (!lesson) return `Faults: ${faults.length}. They must be put right before it can be opened.`;
  const place = replaces === undefined ? '' : ` It takes the place of “${replaces}”.`;
  return `${sayPlayed(lesson, lacks)}${place}`;
}

function sayPlayed({ stops }: Lesson, lacks: readonly Fault[] | undefined): string {
  if (!lacks) return 'Its stops are being played…';
  if (lacks.length === 0) return 'Every stop leads where it says.';
  const lost = new Set(lacks.map(({ place }) => place)).size;
  return `Stops that do not lead where they say: ${lost} of ${stops.length}. Put their links right, or open the lesson as it is: no stop is left out.`;
}
