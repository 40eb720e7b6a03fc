import { useRef, useState } from 'react';

import type { Lesson, Stop } from '#content/lessons/format.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import { CommittedField } from './CommittedField.tsx';
import styles from './Lessons.module.css';
import { WriteStop } from './WriteStop.tsx';

interface WriteLessonProps {
  readonly lesson: Lesson | undefined;
  readonly isKept: boolean;
  /** The lesson that was deleted or replaced last. */
  readonly gone: Lesson | undefined;
  readonly hrefOf: (stop: number) => string;
  /** What the link of a stop names that is not there. */
  readonly lacksOf: (stop: Stop) => readonly string[];
  /** Adds what a link leads to; tells what is wrong with the link. */
  readonly onAddLink: (link: string) => string | undefined;
  readonly onHead: (head: Partial<Pick<Lesson, 'title' | 'about'>>) => void;
  readonly onStop: (index: number, stop: Stop) => void;
  readonly onMove: (index: number, by: 1 | -1) => void;
  readonly onDelete: (index: number) => void;
  readonly onSave: () => void;
  readonly onDeleteAll: () => void;
  readonly onBringBack: () => void;
}

/** One's own lesson: its stops, and how more of them come. */
export function WriteLesson(props: WriteLessonProps) {
  const { lesson, isKept, gone, hrefOf, onAddLink, onHead, onBringBack } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={styles.part} aria-labelledby="own-lesson">
      <h2 id="own-lesson" ref={heading} tabIndex={-1}>
        Your own lesson
      </h2>
      <p>
        In a lab, Share has a button that adds what you see. It stays in this browser until you save
        it as a file.
      </p>
      {!isKept && <p>This browser does not keep it. It ends with this page.</p>}
      {lesson && (
        <>
          <div className={styles.fields}>
            <CommittedField
              label="What the lesson is called"
              value={lesson.title}
              most={120}
              onCommit={(title) => onHead({ title })}
            />
            <CommittedField
              label="For whom it is"
              value={lesson.about}
              most={400}
              onCommit={(about) => onHead({ about })}
            />
          </div>
          <Stops
            {...props}
            stops={lesson.stops}
            onDelete={(index) => {
              props.onDelete(index);
              // The button that was pressed is gone: the keyboard goes on from here.
              heading.current?.focus();
            }}
          />
          <div className={styles.actions}>
            <ButtonLink kind="strong" href={hrefOf(1)}>
              Give it
            </ButtonLink>
            <Button onClick={props.onSave}>Save as a file</Button>
            <Button
              onClick={() => {
                props.onDeleteAll();
                heading.current?.focus();
              }}
            >
              Delete the lesson
            </Button>
          </div>
        </>
      )}
      <p role="status">
        {gone && (
          <>
            “{gone.title}” is no longer here.{' '}
            <Button kind="link" onClick={onBringBack}>
              Bring it back
            </Button>
          </>
        )}
      </p>
      <AddLink onAddLink={onAddLink} />
    </section>
  );
}

function Stops({
  stops,
  hrefOf,
  lacksOf,
  onStop,
  onMove,
  onDelete,
}: Pick<WriteLessonProps, 'hrefOf' | 'lacksOf' | 'onStop' | 'onMove' | 'onDelete'> & {
  readonly stops: readonly Stop[];
}) {
  return (
    <ol className={styles.stops} aria-label="Stops">
      {stops.map((stop, index) => (
        <WriteStop
          // Two stops may show the same.
          key={`${index} ${stop.link}`}
          stop={stop}
          at={index + 1}
          count={stops.length}
          href={hrefOf(index + 1)}
          lacks={lacksOf(stop)}
          onStop={(next) => onStop(index, next)}
          onMove={(by) => onMove(index, by)}
          onDelete={() => onDelete(index)}
        />
      ))}
    </ol>
  );
}

function AddLink({ onAddLink }: Pick<WriteLessonProps, 'onAddLink'>) {
  const [link, setLink] = useState('');
  const [said, setSaid] = useState('');
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        const fault = onAddLink(link);
        setSaid(fault ?? 'Added as the last stop.');
        if (fault === undefined) setLink('');
      }}
    >
      <label className={styles.field}>
        Add a page by its link
        <input value={link} autoComplete="off" onChange={({ target }) => setLink(target.value)} />
      </label>
      <Button type="submit">Add it</Button>
      <span role="status">{said}</span>
    </form>
  );
}
