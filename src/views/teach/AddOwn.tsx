import type { ReadQuestions } from '#content/own/readFile.ts';

import { Button } from '../ui/Button.tsx';
import { FileBox } from './FileBox.tsx';

interface AddOwnProps {
  readonly text: string;
  /** What the text holds; undefined while there is none. */
  readonly read: ReadQuestions | undefined;
  /** How many questions would be replaced. */
  readonly replaced: number;
  /** What became of the last file, in a sentence. */
  readonly said: string;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onExample: () => void;
  readonly onAdd: () => void;
}

/** Where a file of questions is read, and put right where it has faults. */
export function AddOwn(props: AddOwnProps) {
  const { text, read, replaced, said, onText, onFile, onExample, onAdd } = props;
  const count = read?.questions.length ?? 0;
  return (
    <FileBox
      id="own-text"
      label="A file of questions"
      placeholder="Paste it, choose it, or begin with the example."
      faults={read?.faults ?? []}
      said={read ? `${said} ${sayRead(read, replaced)}` : said}
      {...{ text, onText, onFile }}
    >
      {text === '' ? (
        <Button onClick={onExample}>Begin with the example</Button>
      ) : (
        <Button onClick={() => onText('')}>Empty the box</Button>
      )}
      {count > 0 && (
        <Button kind="strong" onClick={onAdd}>
          Add {count === 1 ? 'one question' : `${count} questions`}
        </Button>
      )}
    </FileBox>
  );
}

function sayRead({ questions, faults }: ReadQuestions, replaced: number): string {
  const good =
    questions.length === 0
      ? 'No question can be added yet.'
      : `${questions.length === 1 ? 'One question has' : `${questions.length} questions have`} no fault.`;
  const again =
    replaced === 0
      ? ''
      : ` ${replaced === 1 ? 'One of them takes' : `${replaced} of them take`} the place of one you have.`;
  const bad =
    faults.length === 0
      ? ''
      : ` ${faults.length === 1 ? 'One fault was' : `${faults.length} faults were`} found.`;
  return `${good}${again}${bad}`;
}
