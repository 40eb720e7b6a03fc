import { useEffect, useState } from 'react';

type NoteOf = (action: string) => string | undefined;

/** A note on an action, once the list of all services has come: it is long, and the verdict does not need it. */
export function useActionNote(action: string): string | undefined {
  const [noteOf, setNoteOf] = useState<NoteOf>();
  useEffect(() => {
    let isHere = true;
    import('#content/workbench/actionNote.ts').then(
      ({ actionNote }) => isHere && setNoteOf(() => actionNote),
      // Without the list there is no note.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return noteOf?.(action);
}
