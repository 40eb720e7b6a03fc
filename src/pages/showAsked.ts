import { openActs, runName } from '#stores/opened.ts';
import { moveTo, setPlaying } from '#stores/stage.ts';

import type { Scene } from './useRun.ts';

/** Goes on without a prediction, where a run waits; tells whether it did. */
export function showAsked({ asking, scenario }: Scene): boolean {
  if (!asking?.isHere || asking.attempt) return false;
  setPlaying(false);
  openActs(runName(scenario), [asking.act]);
  moveTo(asking.next);
  return true;
}
