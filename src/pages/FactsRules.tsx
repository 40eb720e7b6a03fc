import type { ComponentProps } from 'react';

import { chooseFacts, findFacts } from '#stores/facts.ts';
import { Rules } from '#views/facts/Rules.tsx';

import { LONGEST_FIND } from './factsRoute.ts';

/** Every rule of the simulator; what is chosen and looked for stands in the link. */
export function FactsRules(
  props: Pick<ComponentProps<typeof Rules>, 'choices' | 'find' | 'linkTo'>,
) {
  return (
    <Rules
      onChoose={chooseFacts}
      onFind={(find) => findFacts(find.slice(0, LONGEST_FIND))}
      {...props}
    />
  );
}
