import { useRef, useState } from 'react';

import type { Field } from '#content/own/fields.ts';
import type { PlainQuestion } from '#content/own/format.ts';

import { Button, ButtonLink } from '../ui/Button.tsx';
import { AddOwn } from './AddOwn.tsx';
import { FileFormat } from './FileFormat.tsx';
import styles from './Teach.module.css';

interface OwnQuestionsProps {
  readonly questions: readonly PlainQuestion[];
  readonly isKept: boolean;
  readonly fields: readonly (readonly [string, readonly Field[]])[];
  readonly add: React.ComponentProps<typeof AddOwn>;
  /** The quiz with these questions alone. */
  readonly practiceHref: string;
  /** What was deleted last, as long as it can be brought back. */
  readonly deleted: PlainQuestion | undefined;
  readonly onDelete: (ids: readonly string[]) => void;
  readonly onBringBack: () => void;
}

/** Questions somebody added: those that are here, a way to add more, and how their file is written. */
export function OwnQuestions(props: OwnQuestionsProps) {
  const { questions, isKept, fields, add, practiceHref, deleted, onBringBack } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: the keyboard goes on from here.
  const onDelete = (ids: readonly string[]): void => {
    props.onDelete(ids);
    heading.current?.focus();
  };
  return (
    <section className={styles.part} aria-labelledby="own">
      <h2 id="own" ref={heading} tabIndex={-1}>
        Your own questions
      </h2>
      <p className={styles.about}>
        They stay in this browser, and are asked, repeated and taken out like all others. Whatever
        stands in them is shown as text.
      </p>
      {!isKept && <p>This browser does not keep them. They end with this page.</p>}
      {questions.length > 0 && (
        <>
          <ul className={styles.own} aria-label="Added questions">
            {questions.map(({ id, title, stem }) => (
              <li key={id}>
                <span>
                  {title ?? stem} <span className={styles.about}>{id}</span>
                </span>
                <Button aria-label={`Delete ${title ?? stem}`} onClick={() => onDelete([id])}>
                  Delete
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles.actions}>
            <ButtonLink href={practiceHref}>Practise them</ButtonLink>
            <DeleteAll
              key={questions.length}
              onDelete={() => onDelete(questions.map(({ id }) => id))}
            />
          </div>
        </>
      )}
      <p role="status">
        {deleted && (
          <>
            “{deleted.title ?? deleted.stem}” is deleted.{' '}
            <Button kind="link" onClick={onBringBack}>
              Bring it back
            </Button>
          </>
        )}
      </p>
      <AddOwn {...add} />
      <FileFormat schemaHref="questions.schema.json" fields={fields}>
        {' '}
        Spaces at the ends of a text are dropped.
      </FileFormat>
    </section>
  );
}

function DeleteAll({ onDelete }: { readonly onDelete: () => void }) {
  const [asks, setAsks] = useState(false);
  if (!asks) return <Button onClick={() => setAsks(true)}>Delete all of them…</Button>;
  return (
    <>
      <Button kind="strong" onClick={onDelete}>
        Delete them for ever
      </Button>
      <Button onClick={() => setAsks(false)}>Keep them</Button>
    </>
  );
}
