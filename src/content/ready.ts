import { simulate } from '#engine/simulate.ts';

import type { Player, Scenario, WrittenScenario } from './scenario.ts';
import type { Subject } from './subjects/subject.ts';

/** A written scenario that can be played, by its subjects. */
export function ready(written: WrittenScenario, subjects: readonly Subject[]): Scenario {
  const { setting, ...story } = written;
  const services = subjects.map(({ service }) => service);
  const run: Player = (world, script) => simulate(world, script, services);
  return {
    ...story,
    subjects,
    play: (raw, materials = {}) => {
      const { world, script, notices } = setting(raw, materials, run);
      return { trace: run(world, script), notices };
    },
  };
}
