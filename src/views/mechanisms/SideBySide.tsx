import { Fragment } from 'react';

import { WAYS, WAY_NAMES } from '#content/mechanisms/ways.ts';
import type { Way } from '#content/mechanisms/ways.ts';
import type { CompareGroup, CompareRow } from '#content/mechanisms/compare.ts';
import type { CompareCell } from '#content/mechanisms/compareCell.ts';

import { FactNote } from '../calls/FactNote.tsx';
import { Mark } from '../ui/Mark.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import own from './Mechanisms.module.css';

type LinkTo = (shows: NonNullable<CompareCell['shows']>) => string;

interface SideBySideProps {
  readonly reflection: readonly (CompareCell & { readonly title: string })[];
  readonly groups: readonly CompareGroup[];
  readonly storyHref: string;
  readonly linkTo: LinkTo;
}

/** One job done in four ways: a column for each on a desk, a card for each on a phone. */
export function SideBySide({ reflection, groups, storyHref, linkTo }: SideBySideProps) {
  const isNarrow = useNarrow();
  return (
    <div className={own.compare}>
      <ul className={own.reflection}>
        {reflection.map(({ title, says, fact }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{says}</p>
            {fact && <FactNote source={fact.source} basis={fact.basis} />}
          </li>
        ))}
      </ul>
      <p className={own.lead}>
        Below, the engine plays the same job in four ways. Each verdict is read from a run, and “see
        it” opens that step in the lab. <a href={storyHref}>Play the story yourself</a>
      </p>
      {groups.map((group) => (
        <section key={group.id} className={own.group} aria-labelledby={`group-${group.id}`}>
          <h2 id={`group-${group.id}`}>{group.title}</h2>
          <p>{group.says}</p>
          {isNarrow ? (
            WAYS.map((way) => <WayCard key={way} {...{ way, group, linkTo }} />)
          ) : (
            <WayTable {...{ group, linkTo }} />
          )}
        </section>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: CompareGroup;
  readonly linkTo: LinkTo;
}

function WayTable({ group, linkTo }: GroupProps) {
  return (
    <table className={own.table}>
      <caption className="visually-hidden">{group.title}, in four ways</caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          {WAYS.map((way) => (
            <th key={way} scope="col" data-way={way}>
              {WAY_NAMES[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.asks}</th>
            {WAYS.map((way) => (
              <td key={way} data-way={way}>
                <Cell {...{ row, way, linkTo }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WayCard({ way, group, linkTo }: GroupProps & { readonly way: Way }) {
  return (
    <article className={own.wayCard} data-way={way} aria-labelledby={`${group.id}-${way}`}>
      <h3 id={`${group.id}-${way}`}>{WAY_NAMES[way]}</h3>
      <dl>
        {group.rows.map((row) => (
          <div key={row.id}>
            <dt>{row.asks}</dt>
            <dd>
              <Cell {...{ row, way, linkTo }} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

interface CellProps {
  readonly row: CompareRow;
  readonly way: Way;
  readonly linkTo: LinkTo;
}

function Cell({ row, way, linkTo }: CellProps) {
  const { verdict, code, says, fact, shows } = row.cell(way);
  const see = shows && (
    <a className={own.see} href={linkTo(shows)}>
      See it
      <span className="visually-hidden">
        : {row.asks} {WAY_NAMES[way]}
      </span>
    </a>
  );
  return (
    <div className={own.cell}>
      {verdict && (
        <div className={own.decided}>
          <p className={own.verdict} data-tone={verdict.tone}>
            <Mark tone={verdict.tone} size={17} />
            <strong>{verdict.word}</strong>
            {verdict.code !== undefined && (
              <code>
                <Breakable text={verdict.code} />
              </code>
            )}
          </p>
          {see}
        </div>
      )}
      {code !== undefined && (
        <code>
          <Breakable text={code} />
        </code>
      )}
      {says !== undefined && <p>{says}</p>}
      {fact && <FactNote source={fact.source} basis={fact.basis} />}
      {!verdict && see}
    </div>
  );
}

/** Where a name of AWS may be broken: after a mark, and between its words. */
const BREAKS = /(?<=[:/.-])|(?<=[a-z])(?=[A-Z])/;

/** A name of AWS that breaks where it can be read on. */
function Breakable({ text }: { readonly text: string }) {
  let at = 0;
  return text.split(BREAKS).map((part) => {
    at += part.length;
    return (
      <Fragment key={at}>
        {part}
        <wbr />
      </Fragment>
    );
  });
}
