import { useEffect, useState } from 'react';

import type { Stop } from '#content/lessons/format.ts';
import type { Packing } from '#platform/packing.ts';

/** What each stop lacks; a stop that is not among them is still being played. */
export type Lacks = ReadonlyMap<Stop, readonly string[]>;

const NONE: Lacks = new Map();

/** Plays the stops of a lesson, and tells what keeps each from showing what it names. */
export function useLacks(stops: readonly Stop[] | undefined, packing: Packing): Lacks {
  const [lacks, setLacks] = useState(NONE);
  useEffect(() => {
    if (!stops) return undefined;
    let isShown = true;
    const play = async (): Promise<void> => {
      const { lacksOf } = await import('./lessonPlay.ts');
      const played = stops.map(async (stop) => [stop, await lacksOf(stop, packing)] as const);
      const found = new Map(await Promise.all(played));
      if (isShown) setLacks(found);
    };
    void play();
    return () => {
      isShown = false;
    };
  }, [stops, packing]);
  return lacks;
}
