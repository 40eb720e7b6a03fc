import { Suspense, useDeferredValue, useEffect, useMemo } from 'react';

import { MICROSCOPE_PRESETS } from '#content/microscope/presets.ts';
import { examined, signable } from '#content/microscope/table.ts';
import type { MicroscopeTable } from '#content/microscope/table.ts';
import { changeCount, possibleTampers, tampered } from '#content/microscope/tampers.ts';
import type { TamperId } from '#content/microscope/tampers.ts';
import { promised } from '#engine/never.ts';
import { parseAmzDate } from '#engine/time.ts';
import { copyText } from '#platform/clipboard.ts';
import {
  asSigned,
  layOut,
  openedFrom,
  useMicroscope,
  withNew,
  withNewAs,
  withoutChange,
  withPart,
  withSecret,
} from '#stores/microscope.ts';
import type { Microscope } from '#stores/microscope.ts';
import { goTo } from '#stores/stage.ts';
import type { MicroscopePlace } from '#stores/stage.ts';
import { Lanes } from '#views/microscope/Lanes.tsx';
import { MicroscopeFrame } from '#views/microscope/MicroscopeFrame.tsx';
import { Presets } from '#views/microscope/Presets.tsx';
import { TamperBar } from '#views/microscope/TamperBar.tsx';
import { Button } from '#views/ui/Button.tsx';

import { MicroscopeVerdict } from './MicroscopeVerdict.tsx';

interface MicroscopeBenchProps {
  readonly place: MicroscopePlace;
  /** The story of the lab that the request comes from. */
  readonly story: string | undefined;
  /** What the place lays out when nothing of one’s own lies there. */
  readonly fresh: Omit<Microscope, 'opened'>;
}

const VERIFIERS = { s3: 'Amazon S3', sts: 'AWS STS' } as const;

/** Puts another table on the bench; a link holds a preset with one click, and nothing that was typed. */
function change(
  place: MicroscopePlace,
  original: MicroscopeTable,
  table: MicroscopeTable,
  clicked?: TamperId,
): void {
  const { tamper, ...rest } = place;
  const isLinked = clicked !== undefined && !place.run;
  const to: MicroscopePlace = isLinked ? { ...rest, tamper: clicked } : rest;
  layOut({ opened: openedFrom(to), table, original });
  if (to.tamper !== tamper) goTo(to);
}

/** One request under the microscope, with all that can be done to it. */
export function MicroscopeBench({ place, story, fresh }: MicroscopeBenchProps) {
  const microscope = useMicroscope();
  const opened = openedFrom(place);
  const isOpen = microscope.opened === opened;
  const { table: typed, original } = isOpen ? microscope : fresh;
  useEffect(() => {
    if (!isOpen) layOut({ opened, ...fresh });
  }, [isOpen, opened, fresh]);
  const { table, problems } = useMemo(() => signable(typed, original), [typed, original]);
  const found = useMemo(
    () => promised(examined(table), 'a date that is none has a stand-in'),
    [table],
  );
  const later = useDeferredValue(useMemo(() => ({ table, found }), [table, found]));
  const set = (next: MicroscopeTable, clicked?: TamperId): void =>
    change(place, original, next, clicked);
  const count = changeCount(table, found) + (table.arrives === original.arrives ? 0 : 1);
  const preset = MICROSCOPE_PRESETS.find(({ table: own }) => own === original);
  return (
    <MicroscopeFrame
      presets={
        <Presets
          presets={MICROSCOPE_PRESETS}
          current={preset}
          onShow={({ id, table: own }) => {
            layOut({
              opened: openedFrom({ page: 'microscope', preset: id }),
              table: own,
              original: own,
            });
            goTo({ page: 'microscope', preset: id });
          }}
          origin={
            <Origin
              place={place}
              story={story}
              onAgain={typed === original ? undefined : () => set(original)}
            />
          }
        />
      }
      verdict={
        <Suspense fallback={<p>Asking AWS’s rules…</p>}>
          <MicroscopeVerdict {...later} />
        </Suspense>
      }
      tampers={
        <TamperBar
          possible={possibleTampers(table, found)}
          count={count}
          onTamper={(id) => {
            const next = tampered(table, id);
            if (next) set(next, typed === original ? id : undefined);
          }}
          onReset={count > 0 ? () => set(asSigned(typed, original)) : undefined}
        />
      }
      lanes={
        <Lanes
          table={typed}
          found={found}
          verifierName={VERIFIERS[table.inputs.service]}
          problems={problems}
          isArrivalWrong={parseAmzDate(typed.arrives) === undefined}
          onInputs={(inputs) => set({ ...typed, inputs: { ...typed.inputs, ...inputs } })}
          onInputsReset={
            typed.inputs === original.inputs
              ? undefined
              : () => set({ ...typed, inputs: original.inputs })
          }
          onSecret={(secret) => set(withSecret(typed, secret))}
          onArrives={(arrives) => set({ ...typed, arrives })}
          onAdd={(part) => set(withNew(typed, part))}
          onChange={(id, value) => set(withPart(typed, id, value))}
          onChangeAdded={(id, text) => set(withNewAs(typed, id, text))}
          onReset={(id) => set(withoutChange(typed, id))}
          onDouble={({ kind, arrived }) => {
            if (arrived && (kind === 'parameter' || kind === 'header')) {
              set(withNew(typed, { kind, ...arrived }));
            }
          }}
          onCopy={copyText}
        />
      }
    />
  );
}

interface OriginProps extends Pick<MicroscopeBenchProps, 'place' | 'story'> {
  /** Lays the request out as it was in the run. */
  readonly onAgain: (() => void) | undefined;
}

/** The way back to the run that a request comes from. */
function Origin({ place, story, onAgain }: OriginProps) {
  const { run } = place;
  if (!run || story === undefined) return null;
  const { lab, scenario, step, knobs } = run;
  const back = (): void => goTo({ page: 'lab', lab, scenario, step, knobs, mode: 'study' });
  return (
    <p>
      This request comes from the lab:{' '}
      <Button kind="link" onClick={back}>
        “{story}”, at this step
      </Button>
      .{' '}
      {onAgain && (
        <Button kind="link" onClick={onAgain}>
          Lay it out as it was there
        </Button>
      )}
    </p>
  );
}
