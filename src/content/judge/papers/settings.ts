import { givenKnobs } from '../../givenKnobs.ts';
import type { RawKnobs } from '../../knob.ts';
import type { Scenario } from '../../scenario.ts';
import type { Pile } from './paper.ts';

/** How a story is set, as a pile: what no other paper may show. Policies lie among the policies. */
export function settingsPile({ knobs }: Pick<Scenario, 'knobs'>, raw: RawKnobs): readonly Pile[] {
  const rows = givenKnobs(knobs, raw, (name) => knobs[name]?.kind !== 'policy').map(
    ({ name, value }) => [name, value] as const,
  );
  return rows.length === 0
    ? []
    : [{ title: 'Settings', papers: [{ title: 'How the story is set', rows }] }];
}
