import { create } from 'zustand';

import { loadSettings, saveSettings } from '#platform/kept.ts';
import type { Settings } from '#platform/kept.ts';

/** How the learner wants it. */
export const useSettings = create<Settings>(loadSettings);

/** Changes settings and keeps them. */
export function changeSettings(change: Partial<Omit<Settings, 'version'>>): void {
  useSettings.setState(change);
  saveSettings(useSettings.getState());
}
