import type { ComponentProps } from 'react';

import { LIMIT_GROUPS } from '#content/limits/all.ts';
import { findFacts } from '#stores/facts.ts';
import { Limits } from '#views/facts/Limits.tsx';

import { LONGEST_FIND } from './factsRoute.ts';

/** The cheat sheet on screen, and the way to paper. */
export function FactsLimits(props: Pick<ComponentProps<typeof Limits>, 'find' | 'linkTo'>) {
  return (
    <Limits
      groups={LIMIT_GROUPS}
      onFind={(find) => findFacts(find.slice(0, LONGEST_FIND))}
      onPrint={() => print()}
      {...props}
    />
  );
}
