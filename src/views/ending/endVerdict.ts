import { isBreached, servesAttacker } from '#content/attack.ts';
import type { Verdict } from '#content/narrate.ts';
import type { Scenario } from '#content/scenario.ts';
import { outcomeOf } from '#engine/trace.ts';
import type { Trace } from '#engine/trace.ts';

/** How a run ends: for an attack, the other way round, and it went through if any part of it did. */
export function endVerdict(scenario: Scenario, trace: Trace): Verdict {
  const outcome = outcomeOf(trace);
  const isAttack = servesAttacker(scenario, trace);
  if (isBreached(scenario, trace)) return { tone: 'bad', word: 'THE ATTACK WENT THROUGH' };
  if (outcome.kind === 'granted') {
    return { tone: 'good', word: isAttack ? 'GRANTED, AND NO HARM DONE' : 'GRANTED' };
  }
  const { code } = outcome.error;
  return isAttack
    ? { tone: 'good', word: 'THE ATTACK WAS STOPPED', code }
    : { tone: 'bad', word: 'REFUSED', code };
}
