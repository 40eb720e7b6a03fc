import { useMemo } from 'react';

import type { Shown } from '#content/facts/correction.ts';
import { writtenOf } from '#content/limits/limit.ts';
import type { Figure, Limit, LimitGroup } from '#content/limits/limit.ts';
import { sayBounds, saySeconds, sayStandard } from '#content/limits/sayLimit.ts';
import { SOURCES } from '#content/sources.ts';
import type { SourceId } from '#content/sources.ts';

import { Button } from '../ui/Button.tsx';
import { FactSource } from './FactSource.tsx';
import { findLimits } from './findLimits.ts';
import styles from './Limits.module.css';

interface LimitsProps {
  readonly groups: readonly LimitGroup[];
  /** What is looked for; empty: everything is shown. */
  readonly find: string;
  readonly onFind: (find: string) => void;
  /** The link to a step, and the title of its story. */
  readonly linkTo: (shown: Shown) => { readonly href: string; readonly title: string };
  readonly onPrint: () => void;
}

const countOf = (groups: readonly LimitGroup[]): number =>
  groups.reduce((sum, { limits }) => sum + limits.length, 0);

/** Every duration, limit and default, with where it is written and a run that shows it: on paper, one page. */
export function Limits({ groups, find, onFind, linkTo, onPrint }: LimitsProps) {
  const found = useMemo(() => findLimits(groups, find), [groups, find]);
  const all = countOf(groups);
  const count = countOf(found);
  return (
    <div className={styles.sheet}>
      <p className={styles.paperTitle} aria-hidden="true">
        Temporary AWS credentials: durations, limits and defaults
      </p>
      <p className={styles.lead}>
        {all} durations, limits and defaults, read from the rules that the simulator checks. A
        number that is a link opens the run at the step that shows it.
      </p>
      <search className={styles.tools}>
        <label className={styles.find}>
          Find a limit
          <input type="search" value={find} onChange={({ target }) => onFind(target.value)} />
        </label>
        <p role="status">{find === '' ? '' : `${count} of ${all} fit “${find}”.`}</p>
        <Button onClick={onPrint}>Print it on one page</Button>
      </search>
      <div className={styles.groups}>
        {found.map((group) => (
          <Group key={group.id} {...{ group, groups, linkTo }} />
        ))}
      </div>
      <PaperSources groups={groups} />
    </div>
  );
}

type Linked = Pick<LimitsProps, 'groups' | 'linkTo'>;

function Group({ group, groups, linkTo }: Linked & { readonly group: LimitGroup }) {
  const { id, title, limits } = group;
  return (
    <section className={styles.group} aria-labelledby={`limits-${id}`}>
      <h2 id={`limits-${id}`}>{title}</h2>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}: limits and defaults</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How much</th>
            <th scope="col">Where it says so</th>
          </tr>
        </thead>
        <tbody>
          {limits.map((limit) => (
            <Row key={limit.id} {...{ limit, groups, linkTo }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const LETTERS = { documented: 'D', observed: 'S', modelled: 'C' } as const;

function Row({ limit, groups, linkTo }: Linked & { readonly limit: Limit }) {
  const { name, note, unit, bounds, standard } = limit;
  const written = writtenOf(limit);
  const isUnseen = !bounds?.shown && !standard?.shown;
  return (
    <tr>
      <th scope="row">
        {name}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </th>
      <td className={styles.numbers}>
        {bounds && (
          <span>
            <Numbers figure={bounds} linkTo={linkTo}>
              {sayBounds(bounds, unit)}
            </Numbers>
            {unit === 'seconds' && <small>{saySeconds(bounds, unit)}</small>}
          </span>
        )}
        {standard && (
          <span>
            <i>left out:</i>
            <Numbers figure={standard} linkTo={linkTo}>
              {sayStandard(standard, unit)}
            </Numbers>
            {unit === 'seconds' && <small>{saySeconds(standard, unit)}</small>}
          </span>
        )}
        {isUnseen && <small className={styles.unseen}>no run shows it</small>}
      </td>
      <td className={styles.where}>
        <span className={styles.onPaper} aria-hidden="true">
          {LETTERS[written.basis]}
          {sourcesOf(groups).indexOf(written.source) + 1}
        </span>
        <FactSource {...written} />
      </td>
    </tr>
  );
}

/** A number that opens the step which shows it, where one does. */
function Numbers({
  figure: { shown },
  linkTo,
  children,
}: Pick<LimitsProps, 'linkTo'> & { readonly figure: Figure; readonly children: string }) {
  if (!shown) return <b>{children}</b>;
  const { href, title } = linkTo(shown);
  return (
    <a href={href} title={`See it: ${title}`}>
      <b>{children}</b>
    </a>
  );
}

/** The sources in the order they are met: their numbers on paper. */
const sourcesOf = (groups: readonly LimitGroup[]): readonly SourceId[] => [
  ...new Set(groups.flatMap(({ limits }) => limits.map((limit) => writtenOf(limit).source))),
];

/** Where the numbers are written, for paper: there no link can be followed. */
function PaperSources({ groups }: Pick<LimitsProps, 'groups'>) {
  return (
    <div className={styles.paperSources} aria-hidden="true">
      <p>
        D documented by AWS · S seen in real answers · C chosen or concluded by this simulator. The
        number behind the letter is the source, with the day it was last checked.
      </p>
      <ol>
        {sourcesOf(groups).map((source) => (
          <li key={source}>
            {SOURCES[source].title} ({SOURCES[source].checkedOn})
          </li>
        ))}
      </ol>
      <p>
        Made with Shortlived, a study simulator that is not affiliated with Amazon Web Services.
      </p>
    </div>
  );
}
