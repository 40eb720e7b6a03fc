import { create } from 'zustand';

import { START_SETTINGS, saveSettings } from '#platform/settings.ts';
import type { Settings } from '#platform/settings.ts';

/** How the learner wants it. */
export const useSettings = create<Settings>(() => START_SETTINGS);

/** Changes settings and keeps them. */
export function changeSettings(change: Partial<Omit<Settings, 'version'>>): void {
  useSettings.setState(change);
  saveSettings(useSettings.getState());
}
