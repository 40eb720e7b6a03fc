import { forget, holds, save } from './storage.ts';

/** How a learner wants the app, and what else this browser keeps: all that can be said without reading it. */

export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

/** The themes a learner can choose: one of ours, or what the system asks for. */
export const THEME_CHOICES = ['system', ...THEMES] as const;

export const MOTIONS = ['system', 'reduced'] as const;
export const SHORTCUTS = ['all', 'arrows', 'off'] as const;

/** Whether the clock of an exam is in sight. */
export const EXAM_CLOCKS = ['shown', 'hidden'] as const;

/** Whether words of the subject open an explanation where they stand. */
export const TERMS = ['explained', 'plain'] as const;

/** Whether an outcome is withheld until it was predicted: always, never, or once a run of the lab was seen. */
export const GATES = ['later', 'on', 'off'] as const;

export interface Settings {
  readonly version: 1;
  readonly theme: (typeof THEME_CHOICES)[number];
  readonly motion: (typeof MOTIONS)[number];
  readonly shortcuts: (typeof SHORTCUTS)[number];
  readonly examClock: (typeof EXAM_CLOCKS)[number];
  readonly terms: (typeof TERMS)[number];
  readonly gate: (typeof GATES)[number];
}

/** What everybody starts with. */
export const START_SETTINGS: Settings = {
  version: 1,
  theme: 'system',
  motion: 'system',
  shortcuts: 'all',
  examClock: 'shown',
  terms: 'explained',
  gate: 'later',
};

const PREFIX = 'shortlived.';

/** Whether this browser keeps anything of this app. */
export const holdsAnything = (): boolean => holds(PREFIX);

/** Keeps settings; tells whether that worked. */
export const saveSettings = (settings: Settings): boolean => save(`${PREFIX}settings`, settings);

/** Keeps the scenarios seen to the end; tells whether that worked. */
export const saveSeen = (scenarios: readonly string[]): boolean =>
  save(`${PREFIX}seen`, { version: 1, scenarios });

/** Forgets settings and what was seen; answers, questions and votes stay. */
export const forgetSettings = (): void => {
  for (const name of ['settings', 'seen']) forget(`${PREFIX}${name}`);
};

/** Forgets all small things: settings, what was seen, and the votes of classes. */
export const forgetSmall = (): void => forget(PREFIX);
