import { currentHash, flushHash, onHashChange, showHash } from '#platform/address.ts';
import { THEMES } from '#platform/settings.ts';
import { loadPacking } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { useStage } from '#stores/stage.ts';
import type { Place, Stage } from '#stores/stage.ts';

import { formatRoute, isPacked, needsPacking, parseRoute } from './route.ts';

/** Keeps stage and address in step: the stage is the truth, the address bar follows. */

let packing: Packing | undefined;

/** The place that the address last asked for: it has its entry in the history already. */
let asked: Place | undefined;

/** The link to a stage, as far as packing is loaded. */
function hashOf({ place, linkTheme, presenter, lesson }: Stage): string {
  const theme = THEMES.find((name) => name === linkTheme);
  return formatRoute(
    {
      place,
      ...(theme && { theme }),
      ...(presenter !== undefined && { presenter }),
      ...(lesson && { lesson }),
    },
    packing,
  );
}

/** Whether two places are entries of their own in the browser's history. */
const isElsewhere = (before: Place, now: Place): boolean =>
  // Who comes from the way to a stop would be led there again by going back.
  (before.page !== now.page && !(before.page === 'lesson' && before.stop !== undefined)) ||
  (before.page === 'lab' && now.page === 'lab' && before.scenario !== now.scenario);

/** Whether somebody goes through a run: the next step may follow at once. */
const isStep = (before: Place, now: Place): boolean =>
  before.page === 'lab' && now.page === 'lab' && before.step !== now.step;

async function readAddress(hash: string): Promise<void> {
  if (isPacked(hash)) packing ??= await loadPacking();
  // While packing was loaded, the user may have gone on.
  if (hash !== currentHash()) return;
  const { theme, ...read } = parseRoute(hash, packing);
  asked = read.place;
  useStage.setState(
    ({ linkTheme: _, overlay: __, from: ___, lesson: ____, ...stage }) => ({
      // A link that is followed in the presenter’s window leads the room there; the window stays what it is.
      ...stage,
      ...read,
      isPlaying: false,
      ...(theme && { linkTheme: theme }),
    }),
    true,
  );
}

async function showAddress(now: Stage, before: Stage): Promise<void> {
  const isSame = (['place', 'linkTheme', 'lesson'] as const).every(
    (name) => now[name] === before[name],
  );
  if (isSame) return;
  if (needsPacking(now.place)) packing ??= await loadPacking();
  const isNew = now.place !== asked && isElsewhere(before.place, now.place);
  const how = isStep(before.place, now.place) ? 'soon' : 'replace';
  showHash(hashOf(useStage.getState()), isNew ? 'push' : how);
}

/** Starts following; the first place comes from the address. */
export async function followAddress(): Promise<void> {
  await readAddress(currentHash());
  onHashChange((hash) => void readAddress(hash));
  useStage.subscribe((now, before) => void showAddress(now, before));
  addEventListener('pagehide', flushHash);
}
