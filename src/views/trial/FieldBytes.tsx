import { useMemo, useState } from 'react';

import { bytesCommand, fieldCommand } from '#content/trial/commands.ts';
import type { FieldRow } from '#content/trial/fields.ts';
import { promised } from '#engine/never.ts';
import { base64ToBytes } from '#engine/sigv4/base64.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import { derLines, spacedHex } from '#engine/x509/derLines.ts';

import { Button } from '../ui/Button.tsx';
import { useWidth } from '../ui/useWidth.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './Trial.module.css';

interface FieldBytesProps {
  readonly certificate: Certificate;
  readonly row: FieldRow;
  readonly rows: readonly FieldRow[];
  readonly file: string;
  readonly onField: (id: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Lines of context before and behind a field. */
const AROUND = 2;
/** A certificate has a kilobyte or two; a hostile one is cut off. */
const MOST_LINES = 300;
const LONGEST_LINE = 24;

/** One field element by element, and where it lies in the whole certificate. */
export function FieldBytes({ certificate, row, rows, file, onField, onCopy }: FieldBytesProps) {
  const bytes = useMemo(
    () => promised(base64ToBytes(certificate.der), 'facts carry base64'),
    [certificate],
  );
  const lines = useMemo(() => derLines(bytes, row.range), [bytes, row]);
  const name = certificate.extensions.find(({ oid }) => oid === row.oid)?.name;
  return (
    <>
      <label className={styles.labelled}>
        <span>Field</span>
        <select value={row.id} onChange={({ target }) => onField(target.value)}>
          {rows.map(({ id, name: title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.of}>
        <strong>{row.name}</strong> {row.oid !== undefined && <code>{row.oid}</code>}{' '}
        {row.isCritical && 'critical'}
      </p>
      <ol className={styles.der} aria-label={`The bytes of ${row.name}`}>
        {lines.map(({ range, depth, type, says }) => (
          <li key={range.start} data-depth={Math.min(depth, 6)}>
            <code className={styles.hex}>{shortHex(bytes, range)}</code>
            <span className={styles.says}>
              {type} {says !== '' && <b>{says}</b>}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.actions}>
        <CopyButton label="Copy these bytes" text={spacedHex(bytes, row.range)} onCopy={onCopy} />
      </p>
      <Command text={fieldCommand(file, row, name)} onCopy={onCopy} />
      <Command text={bytesCommand(file, row)} onCopy={onCopy} />
      <h4>In the whole certificate</h4>
      <p className={styles.note}>
        Bytes {row.range.start} to {row.range.end - 1} of {bytes.length} are marked.
      </p>
      <HexDump bytes={bytes} row={row} />
    </>
  );
}

const shortHex = (bytes: Uint8Array, { start, end }: FieldRow['range']): string =>
  end - start > LONGEST_LINE
    ? `${spacedHex(bytes, { start, end: start + LONGEST_LINE })} …`
    : spacedHex(bytes, { start, end });

/** The command that shows the same. */
export function Command({
  text,
  onCopy,
}: {
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  return (
    <p className={styles.command}>
      <span>Reproduce:</span> <code>{text}</code>{' '}
      <CopyButton label="Copy" what="the command" text={text} onCopy={onCopy} />
    </p>
  );
}

/** The lines around the field, or all of them, the field's bytes marked; offsets are not copied along. */
function HexDump({ bytes, row: { range, name } }: { bytes: Uint8Array; row: FieldRow }) {
  const [frame, width] = useWidth<HTMLDivElement>(560);
  const [isWhole, setIsWhole] = useState(false);
  const perLine = width < 440 ? 8 : 16;
  const lineOf = (byte: number): number => Math.floor(byte / perLine);
  const last = lineOf(bytes.length - 1);
  const from = isWhole ? 0 : Math.max(0, lineOf(range.start) - AROUND);
  const until = Math.min(
    last,
    isWhole ? MOST_LINES : lineOf(range.end - 1) + AROUND,
    from + MOST_LINES,
  );
  const starts = Array.from({ length: until - from + 1 }, (_, line) => (from + line) * perLine);
  return (
    <>
      <div className={styles.dump} ref={frame} role="group" aria-label={`Bytes, ${name} marked`}>
        {starts.map((start) => (
          <div key={start}>
            <span className={styles.offset} aria-hidden="true">
              {start.toString(16).padStart(4, '0')}
            </span>
            <HexLine
              range={range}
              {...{ bytes, start }}
              end={Math.min(bytes.length, start + perLine)}
            />
          </div>
        ))}
      </div>
      <p>
        <Button aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Only around the field' : `All ${bytes.length} bytes`}
        </Button>
      </p>
    </>
  );
}

interface HexLineProps {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly range: FieldRow['range'];
}

function HexLine({ bytes, start, end, range }: HexLineProps) {
  const [low, high] = [Math.max(start, range.start), Math.min(end, range.end)];
  if (low >= high) return <code>{spacedHex(bytes, { start, end })}</code>;
  return (
    <code>
      {low > start && `${spacedHex(bytes, { start, end: low })} `}
      <mark>{spacedHex(bytes, { start: low, end: high })}</mark>
      {high < end && ` ${spacedHex(bytes, { start: high, end })}`}
    </code>
  );
}
