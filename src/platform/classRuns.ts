import * as v from 'valibot';

import { load } from './load.ts';
import { save } from './storage.ts';

/** What a class voted, kept in this browser: a projector that restarts must not lose it. */

const votes = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)));
const run = v.object({ phase: v.string(), before: votes, after: votes });
const kept = v.object({ version: v.literal(1), runs: v.record(v.string(), run) });

export type KeptRuns = Readonly<Record<string, Readonly<v.InferOutput<typeof run>>>>;

const NAME = 'shortlived.class';

/** The questions that were in class, by their ids. */
export const loadClassRuns = (): KeptRuns => load(NAME, kept)?.runs ?? {};

/** Keeps them; tells whether that worked. */
export const saveClassRuns = (runs: KeptRuns): boolean => save(NAME, { version: 1, runs });

/** Hears when another tab has changed them, or forgotten everything. */
export const onClassElsewhere = (listener: () => void): void =>
  addEventListener('storage', ({ key }) => {
    if (key === NAME || key === null) listener();
  });
