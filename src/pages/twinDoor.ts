import { pairOfRoom } from '#platform/twinName.ts';

/** The way to the presenter's window: what joins two windows is loaded only where somebody wants it. */

const load = () => import('./twin.ts');

/** Opens the presenter's window of what is shown here. */
export const openTwin = (): void => void load().then((twin) => twin.openTwin());

/** Joins the presenter's window again after a reload. */
export function rejoinTwin(): void {
  const pair = pairOfRoom();
  if (pair !== undefined) void load().then((twin) => twin.joinTwin(pair, 'room'));
}
