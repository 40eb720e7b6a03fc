import * as v from 'valibot';

import { forget, load, save } from './storage.ts';

/** What this browser keeps: each thing with a schema, so that foreign or damaged data is as good as none. */

export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

/** The themes a learner can choose: one of ours, or what the system asks for. */
export const THEME_CHOICES = ['system', ...THEMES] as const;

const settingsSchema = v.object({
  version: v.literal(1),
  theme: v.fallback(v.picklist(THEME_CHOICES), 'system'),
  motion: v.fallback(v.picklist(['system', 'reduced']), 'system'),
  shortcuts: v.fallback(v.picklist(['all', 'arrows', 'off']), 'all'),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

const START: Settings = { version: 1, theme: 'system', motion: 'system', shortcuts: 'all' };

/** The settings kept here, or those everybody starts with. */
export const loadSettings = (): Settings => load('shortlived.settings', settingsSchema) ?? START;

/** Keeps settings; tells whether that worked. */
export const saveSettings = (settings: Settings): boolean => save('shortlived.settings', settings);

const seenSchema = v.object({ version: v.literal(1), scenarios: v.array(v.string()) });

/** The scenarios seen to the end. */
export const loadSeen = (): readonly string[] => load('shortlived.seen', seenSchema)?.scenarios ?? [];

/** Keeps the scenarios seen to the end; tells whether that worked. */
export const saveSeen = (scenarios: readonly string[]): boolean => save('shortlived.seen', { version: 1, scenarios });

/** Forgets everything this app keeps in the browser. */
export const forgetEverything = (): void => forget('shortlived.');
