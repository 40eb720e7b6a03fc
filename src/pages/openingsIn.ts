import { openings } from '#content/scenario.ts';

import type { Scene } from './useRun.ts';

const NONE: readonly string[] = [];

/** What is open as long as a safeguard is off, in words; where a lesson asks what follows from it, none. */
export const openingsIn = ({ scenario, knobs, pausesBefore }: Scene): readonly string[] =>
  pausesBefore === undefined ? openings(scenario, knobs) : NONE;
