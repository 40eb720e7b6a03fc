import * as v from 'valibot';

import { load } from './load.ts';
import {
  EXAM_CLOCKS,
  GATES,
  MOTIONS,
  SHORTCUTS,
  START_SETTINGS,
  TERMS,
  THEME_CHOICES,
} from './settings.ts';
import type { Settings } from './settings.ts';

/**
 * Reads what this browser keeps: each thing with a schema, so that foreign or damaged data is as good as none. Loaded
 * only where there is something to read.
 */

const settingsSchema = v.object({
  version: v.literal(1),
  theme: v.fallback(v.picklist(THEME_CHOICES), 'system'),
  motion: v.fallback(v.picklist(MOTIONS), 'system'),
  shortcuts: v.fallback(v.picklist(SHORTCUTS), 'all'),
  examClock: v.fallback(v.picklist(EXAM_CLOCKS), 'shown'),
  terms: v.fallback(v.picklist(TERMS), 'explained'),
  gate: v.fallback(v.picklist(GATES), 'later'),
});

/** The settings kept here, or those everybody starts with. */
export const loadSettings = (): Settings =>
  load('shortlived.settings', settingsSchema) ?? START_SETTINGS;

const seenSchema = v.object({ version: v.literal(1), scenarios: v.array(v.string()) });

/** The scenarios seen to the end. */
export const loadSeen = (): readonly string[] =>
  load('shortlived.seen', seenSchema)?.scenarios ?? [];
