import { currentHash, flushHash, onHashChange, showHash } from '#platform/address.ts';
import { THEMES } from '#platform/kept.ts';
import { loadPacking } from '#platform/packing.ts';
import type { Packing } from '#platform/packing.ts';
import { useStage } from '#stores/stage.ts';
import type { Place, Stage } from '#stores/stage.ts';

import { formatRoute, isPacked, needsPacking, parseRoute } from './route.ts';

/** Keeps stage and address in step: the stage is the truth, the address bar follows. */

let packing: Packing | undefined;

/** The link to a stage, as far as packing is loaded. */
function hashOf({ place, linkTheme }: Stage): string {
  const theme = THEMES.find((name) => name === linkTheme);
  return formatRoute({ place, ...(theme && { theme }) }, packing);
}

/** Whether two places are entries of their own in the browser's history. */
const isElsewhere = (before: Place, now: Place): boolean =>
  before.page !== now.page || (before.page === 'lab' && now.page === 'lab' && before.scenario !== now.scenario);

async function readAddress(hash: string): Promise<void> {
  if (isPacked(hash)) packing ??= await loadPacking();
  const { place, theme, notices } = parseRoute(hash, packing);
  useStage.setState(
    ({ linkTheme: _, overlay: __, ...stage }) => ({ ...stage, place, notices, isPlaying: false, ...(theme && { linkTheme: theme }) }),
    true,
  );
}

async function showAddress(now: Stage, before: Stage): Promise<void> {
  if (now.place === before.place && now.linkTheme === before.linkTheme) return;
  if (needsPacking(now.place)) packing ??= await loadPacking();
  showHash(hashOf(useStage.getState()), isElsewhere(before.place, now.place) ? 'push' : 'replace');
}

/** Starts following; the first place comes from the address. */
export async function followAddress(): Promise<void> {
  await readAddress(currentHash());
  onHashChange((hash) => void readAddress(hash));
  useStage.subscribe((now, before) => void showAddress(now, before));
  addEventListener('pagehide', () => flushHash(hashOf(useStage.getState())));
}
