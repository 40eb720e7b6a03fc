import { use, useEffect, useMemo } from 'react';

import { premiseOf } from '#content/premises.ts';
import { loadPacking } from '#platform/packing.ts';
import { setMode } from '#stores/stage.ts';
import { blankCells, toldCells } from '#study/handout/cells.ts';
import { SheetPapers } from '#views/handout/SheetPapers.tsx';
import { Storyboard } from '#views/handout/Storyboard.tsx';
import { kept } from '#views/ui/kept.ts';

import type { BenchProps } from './Bench.tsx';
import { changedWords } from './changedWords.ts';
import { formatRoute } from './route.ts';
import { addressOf } from './addressOf.ts';
import { useCommands } from './useCommands.ts';
import { useRun } from './useRun.ts';

const COMMANDS = { close: () => setMode('study') };

const packing = loadPacking();

/** What a worksheet is printed with. */
const papering = kept(() => import('#study/handout/sheetPapers.ts'));

/** A run on paper. What is to be filled in has the story's premise in place of a title that tells its end. */
export function HandedOut({ scenario: played, place }: BenchProps) {
  const loaded = use(packing);
  const isBlank = place.mode === 'worksheet';
  // What is to be filled in tells nothing by itself.
  const { scenario, run } = useRun(played, isBlank ? { ...place, gate: 'off' } : place);
  useCommands(COMMANDS);
  useEffect(() => {
    // A printer calls the file so.
    document.title = `${isBlank ? 'Worksheet' : `Storyboard: ${scenario.title}`} · Shortlived`;
  }, [isBlank, scenario.title]);
  const { page, lab, scenario: id, knobs } = place;
  const papers = isBlank ? use(papering()) : undefined;
  const { cells, sheet } = useMemo(() => {
    const made = papers?.sheetPapers(run.trace, scenario, knobs);
    const all = (made ? blankCells : toldCells)(run.trace, scenario);
    const beside = all.map((cell) => ({ ...cell, text: made?.beside.get(cell.id) ?? cell.text }));
    return { cells: beside, sheet: made };
  }, [papers, run.trace, scenario, knobs]);
  const start = { page, lab, scenario: id, knobs, mode: 'study' } as const;
  const hashOf = (mode: typeof place.mode) => formatRoute({ place: { ...place, mode } }, loaded);
  const premise = isBlank ? premiseOf(scenario) : undefined;
  return (
    <Storyboard
      title={premise === undefined ? scenario.title : 'What will happen?'}
      summary={premise ?? scenario.summary}
      changed={changedWords(scenario, place.knobs)}
      parties={scenario.parties}
      link={addressOf(formatRoute({ place: start }, loaded))}
      links={{ back: hashOf('study'), other: hashOf(isBlank ? 'storyboard' : 'worksheet') }}
      onPrint={() => print()}
      {...{ cells, isBlank }}
    >
      {sheet && <SheetPapers {...sheet} />}
    </Storyboard>
  );
}
