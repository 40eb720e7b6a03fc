import type { Fault } from '#content/own/issues.ts';

import { Button } from '../ui/Button.tsx';
import styles from './Teach.module.css';

/** More at once help nobody: the first ones are put right first. */
const MOST = 30;

/** What is wrong in a file, each with the way to its line. */
export function Faults({
  all,
  onLine,
}: {
  readonly all: readonly Fault[];
  readonly onLine: (line: number) => void;
}) {
  return (
    <>
      <ul className={styles.faults} aria-label="Faults">
        {all.slice(0, MOST).map(({ line, place, says }) => (
          <li key={`${line} ${place} ${says}`}>
            <Button kind="link" onClick={() => onLine(line)}>
              Line {line}
            </Button>
            , {place}: {says}
          </li>
        ))}
      </ul>
      {all.length > MOST && <p>{all.length - MOST} more faults come after these.</p>}
    </>
  );
}

/** Selects a line of the text, so that it can be seen and changed. */
export function goToLine(box: HTMLTextAreaElement | null, line: number): void {
  if (!box) return;
  const lines = box.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  // The share of the lines before it is where it stands, as long as lines are not broken.
  box.scrollTop = (box.scrollHeight * Math.max(0, line - 3)) / lines.length;
}
