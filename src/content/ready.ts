import { once } from '#engine/once.ts';
import { simulate } from '#engine/simulate.ts';

import type { Materials } from './knob.ts';
import type { Pki } from './pki/pki.ts';
import { editedPolicies, policiesIn, readEdits, withEdits } from './policyEdits.ts';
import type { Player, Scenario, WrittenScenario } from './scenario.ts';
import type { Subject } from './subjects/subject.ts';

/** A written scenario that can be played, by its subjects. */
export function ready(written: WrittenScenario, subjects: readonly Subject[]): Scenario {
  const { setting, ...story } = written;
  const services = subjects.map(({ service }) => service);
  const [recorded] = subjects.flatMap((subject) => subject.pki ?? []);
  const run: Player = (world, script) => simulate(world, script, services);
  return {
    ...story,
    subjects,
    play: (raw, materials = {}) => {
      const pki = signed(materials.pki ?? recorded, materials);
      const plain = setting(raw, materials, run, pki);
      const policies = once(() => policiesIn(plain, story.knobs, raw, plain.values));
      const { edits, notices } = readEdits(policies, raw, materials);
      const edited: Player = (world, script) => {
        const now = withEdits({ world, script }, edits);
        return run(now.world, now.script);
      };
      // A setup that plays its own beginning must see the edits too.
      const { world, script } = edits.length > 0 ? setting(raw, materials, edited, pki) : plain;
      const shown = once(() => editedPolicies(policies(), edits));
      return {
        trace: edited(world, script),
        notices: [...new Set([...plain.notices, ...notices])],
        get policies() {
          return shown();
        },
      };
    },
  };
}

/** The certificates with what was signed with their keys. */
const signed = (pki: Pki | undefined, { signatures = [] }: Materials): Pki | undefined =>
  pki && signatures.length > 0 ? { ...pki, material: { ...pki.material, texts: signatures } } : pki;
