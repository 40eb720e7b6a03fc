import type { Party } from '#content/scenario.ts';
import { spokenList } from '#content/words.ts';
import type { Cell } from '#study/handout/cells.ts';

import { QR_LIMIT, QrCode } from '../qr/QrCode.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Handout.module.css';
import { MiniLanes } from './MiniLanes.tsx';

interface StoryboardProps {
  readonly title: string;
  readonly summary: string;
  /** The knobs that are not at their start, each with its value. */
  readonly changed: readonly string[];
  readonly parties: readonly Party[];
  readonly cells: readonly Cell[];
  /** Whether the ends are left out, to be filled in. */
  readonly isBlank: boolean;
  /** Opens the run itself. */
  readonly link: string;
  readonly links: { readonly back: string; readonly other: string };
  readonly onPrint: () => void;
  /** What one must know to fill it in. */
  readonly children?: React.ReactNode;
}

/** A run as a filmstrip on paper: a cell for each step, with its end or with room for a guess. */
export function Storyboard(props: StoryboardProps) {
  const { title, summary, changed, parties, cells, isBlank, link, links, onPrint, children } =
    props;
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <div className={styles.bar} role="group" aria-label="This sheet">
        <Button kind="strong" onClick={onPrint}>
          Print
        </Button>
        <ButtonLink href={links.other}>
          {isBlank ? 'Show the answers' : 'Leave the answers out'}
        </ButtonLink>
        <ButtonLink href={links.back}>Back to the run</ButtonLink>
      </div>
      <article className={styles.sheet}>
        <h1>{title}</h1>
        <p>{summary}</p>
        {changed.length > 0 && <p>Changed: {changed.join('; ')}.</p>}
        <p className={styles.lanes}>
          Lanes, from left to right:{' '}
          {spokenList(parties.filter(({ isOffstage }) => !isOffstage).map(({ name }) => name))}.
        </p>
        {isBlank && (
          <p className={styles.who}>
            <span>Name</span>
            <span>Date</span>
          </p>
        )}
        {children}
        <ol className={styles.strip}>
          {cells.map((cell, index) => (
            <li key={cell.id} className={styles.cell}>
              <p className={styles.number}>
                <b>{index + 1}</b> {whoSays(cell, names)}
              </p>
              <MiniLanes parties={parties} cell={cell} />
              <h2>{cell.title}</h2>
              {cell.text !== '' && <p>{cell.text}</p>}
              {cell.verdict && (
                <p className={styles.verdict}>
                  <Mark tone={cell.verdict.tone} size={16} /> <b>{cell.verdict.word}</b>{' '}
                  {cell.verdict.code !== undefined && <code>{cell.verdict.code}</code>}
                </p>
              )}
              {cell.because !== undefined && <p>{cell.because}</p>}
              {cell.ticks && <Ticks ticks={cell.ticks} />}
            </li>
          ))}
        </ol>
        <footer className={styles.foot}>
          {link.length <= QR_LIMIT && (
            <div className={styles.qr}>
              <QrCode text={link} label="A QR code that opens this run" />
            </div>
          )}
          <div>
            <p>
              <b>Shortlived</b> plays this run step by step; its clock can be dragged, and every
              setting changed.
            </p>
            <p className={styles.link}>{link}</p>
            <p>Not affiliated with Amazon Web Services. Every key and token was made up.</p>
          </div>
        </footer>
      </article>
    </main>
  );
}

/** Boxes to tick, and lines to write on. */
const Ticks = ({ ticks }: { readonly ticks: readonly string[] }) => (
  <>
    <ul className={styles.ticks}>
      {ticks.map((tick) => (
        <li key={tick}>
          <i className={styles.box} aria-hidden="true" /> {tick}
        </li>
      ))}
    </ul>
    <p className={styles.because}>because</p>
  </>
);

function whoSays({ from, to }: Cell, names: ReadonlyMap<string, string>): string {
  if (from === undefined) return 'time passes';
  const name = names.get(from) ?? from;
  return to === undefined ? name : `${name} → ${names.get(to) ?? to}`;
}
