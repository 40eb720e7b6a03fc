import { useMemo, useState } from 'react';

import { EXAMPLE_FILE } from '#content/own/example.ts';
import { fieldsByPart } from '#content/own/fields.ts';
import { PARTS } from '#content/own/format.ts';
import type { PlainQuestion } from '#content/own/format.ts';
import { readQuestions } from '#content/own/readFile.ts';
import { addOwn, deleteOwn, useOwn } from '#stores/own.ts';
import { OwnQuestions } from '#views/teach/OwnQuestions.tsx';

import { formatRoute } from './route.ts';

const FIELDS = fieldsByPart(PARTS);

/** Questions somebody adds. What stands in the box is kept nowhere until it is added. */
export function TeachOwn() {
  const { questions, isKept } = useOwn();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [deleted, setDeleted] = useState<PlainQuestion>();
  const read = useMemo(() => (text.trim() === '' ? undefined : readQuestions(text)), [text]);
  const write = (next: string): void => {
    setText(next);
    setSaid('');
  };
  const replaced = read?.questions.filter(({ id }) => questions.some((one) => one.id === id));
  return (
    <OwnQuestions
      practiceHref={formatRoute({ place: { page: 'quiz', selection: { topic: 'own' } } })}
      onDelete={(ids) => {
        // Who deletes all of them was asked before.
        setDeleted(ids.length > 1 ? undefined : questions.find(({ id }) => id === ids[0]));
        void deleteOwn(ids);
      }}
      onBringBack={() => {
        if (deleted) void addOwn([deleted]);
        setDeleted(undefined);
      }}
      fields={FIELDS}
      add={{
        text,
        read,
        said,
        replaced: replaced?.length ?? 0,
        onText: write,
        onFile: (file) => void file.text().then(write),
        onExample: () => write(EXAMPLE_FILE),
        onAdd: () => {
          if (!read) return;
          void addOwn(read.questions);
          const { length } = read.questions;
          // What has a fault stays, so that it can be put right.
          if (read.faults.length === 0) setText('');
          setSaid(`${length === 1 ? 'One question was' : `${length} questions were`} added.`);
        },
      }}
      {...{ questions, isKept, deleted }}
    />
  );
}
