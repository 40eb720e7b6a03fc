import { gatedTitleOf } from '#content/gatedTitles.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { useSeen } from '#stores/seen.ts';
import { useSettings } from '#stores/settings.ts';

import { waitsIn } from './waits.ts';

/** What a story is called where its end is not to be told. */
export const untoldTitle = (listed: Pick<Listed, 'lab' | 'id' | 'title'>): string =>
  gatedTitleOf(listed) ?? listed.title;

/** What a story is called where it is only named: its own title tells the end, and that may be still to come. */
export function listedTitle(listed: Listed, isWaiting = false): string {
  const seen = useSeen.getState().scenarios;
  const isUntold = isWaiting || waitsIn(listed.lab, useSettings.getState(), seen);
  return isUntold && !seen.includes(listed.id) ? untoldTitle(listed) : listed.title;
}
