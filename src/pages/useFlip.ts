import { useEffect, useState } from 'react';

import type { RawKnobs } from '#content/knob.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { searchFlip } from '#study/flip/searchFlip.ts';
import type { Flip } from '#study/flip/searchFlip.ts';

/** How long nothing may have changed before the search begins: whoever drags the clock needs the time. Milliseconds. */
const REST = 200;
/** How long the search may keep the page from other work. Milliseconds. */
const SLICE = 12;

interface Found {
  readonly key: string;
  readonly flip: Flip | undefined;
}

/** What was found last, by scenario: a step further in the same run asks again. */
const lastFound = new WeakMap<Scenario, Found>();

/** Searches while the page rests for what flips a run; undefined while it searches. Any change starts it anew. */
export function useFlip(
  scenario: Scenario,
  knobs: RawKnobs,
): { readonly flip: Flip | undefined } | undefined {
  const key = JSON.stringify(knobs);
  const [, setFound] = useState<Found>();
  const known = lastFound.get(scenario);
  const isKnown = known?.key === key;
  useEffect(() => {
    if (isKnown) return undefined;
    const search = searchFlip(scenario, knobs, { parsePolicy });
    const slice = (): void => {
      const until = performance.now() + SLICE;
      do {
        const { done, value } = search.next();
        if (done) {
          const found = { key, flip: value };
          lastFound.set(scenario, found);
          setFound(found);
          return;
        }
      } while (performance.now() < until);
      waiting = setTimeout(slice);
    };
    let waiting = setTimeout(slice, REST);
    return () => clearTimeout(waiting);
  }, [scenario, knobs, key, isKnown]);
  return isKnown ? known : undefined;
}
