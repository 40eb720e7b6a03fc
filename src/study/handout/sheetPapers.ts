import type { Paper } from '#content/judge/papers/paper.ts';
import { pilesBefore } from '#content/judge/papers/papers.ts';
import { settingsPile } from '#content/judge/papers/settings.ts';
import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { spokenList, timeBeside } from '#content/words.ts';
import type { CallStep, Trace } from '#engine/trace.ts';

/** What is printed with a worksheet: how the story is set, and what lies before whoever decides. */

/** A paper with the letter that cells name it by. */
export interface Lettered {
  readonly letter: string;
  /** What kind of paper it is: `Policies`. */
  readonly pile: string;
  readonly paper: Paper;
}

export interface Sheet {
  readonly settings: NonNullable<Paper['rows']>;
  readonly papers: readonly Lettered[];
  /** Whether the run issues keys: they are none of the papers. */
  readonly issuesKeys: boolean;
  /** By the step that sends it: when a request arrives, and which papers lie there. */
  readonly beside: ReadonlyMap<string, string>;
}

/** A, B, … Z, A1, B1, … */
const letterAt = (index: number): string =>
  `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(index % 26)}${index < 26 ? '' : Math.floor(index / 26)}`;

/** Papers by their letters, those in a row by the first and the last: A to D and F. */
function saidOf(places: readonly number[]): string {
  const rows: number[][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const row = rows.at(-1);
    if (row?.at(-1) === place - 1) row.push(place);
    else rows.push([place]);
  }
  const said = rows.flatMap((row) =>
    row.length < 3 ? row.map(letterAt) : `${letterAt(row[0] ?? 0)} to ${letterAt(row.at(-1) ?? 0)}`,
  );
  return `${places.length === 1 ? 'paper' : 'papers'} ${spokenList(said)}`;
}

/** Nobody reads a token or a certificate off a sheet: its beginning stands for it. */
const shortened = (text: string): string =>
  text.replaceAll(/[A-Za-z0-9+/=%]{101,}/g, (run) => `${run.slice(0, 20)}…`);

const toPrint = ({ rows, text, ...paper }: Paper): Paper => ({
  ...paper,
  ...(rows && { rows: rows.map(([name, value]) => [name, shortened(value)] as const) }),
  ...(text !== undefined && { text: shortened(text) }),
});

/** The requests of a run on which somebody decides. */
const askedIn = ({ steps }: Trace): readonly CallStep[] =>
  steps.flatMap((call) =>
    call.row === 'call' && steps.some(({ row, act }) => row === 'check' && act.id === call.act.id)
      ? [call]
      : [],
  );

/** The keys that requests of this sheet are answered with: they would tell that they were, and until when they live. */
const issuedIn = (calls: readonly CallStep[]): ReadonlySet<string> => {
  const asked = new Set(calls.map(({ act }) => act.id));
  return new Set(
    calls.flatMap(({ world }) =>
      Object.values(world.accessKeys).flatMap((key) =>
        key.kind === 'temporary' && asked.has(key.issuedBy) ? [key.id] : [],
      ),
    ),
  );
};

/** Everything to print for a run: each paper once, however many requests it lies before. */
export function sheetPapers(trace: Trace, scenario: Scenario, knobs: RawKnobs): Sheet {
  const calls = askedIn(trace);
  const issued = issuedIn(calls);
  const papers = new Map<string, Lettered>();
  const placeOf = (pile: string, one: Paper): number => {
    const paper = toPrint(one);
    const key = JSON.stringify([pile, paper]);
    if (!papers.has(key)) papers.set(key, { letter: letterAt(papers.size), pile, paper });
    return [...papers.keys()].indexOf(key);
  };
  const beside = calls.map((call): readonly [string, string] => {
    const places = pilesBefore(call).flatMap(({ title: pile, papers: all }) =>
      all.filter(({ title }) => !issued.has(title)).map((one) => placeOf(pile, one)),
    );
    const time = timeBeside(call.world.now, trace.start.now);
    return [call.id, `It is ${time}. Look at ${saidOf(places)}.`];
  });
  return {
    settings: settingsPile(scenario, knobs).flatMap((pile) =>
      pile.papers.flatMap(({ rows = [] }) => rows),
    ),
    papers: [...papers.values()],
    issuesKeys: issued.size > 0,
    beside: new Map(beside),
  };
}
