import type { Trace } from '#engine/trace.ts';

import { ready } from '../ready.ts';
import { stolenDisk } from '../scenarios/rolesanywhere/stolenDisk.ts';
import type { RawKnobs } from '../knob.ts';
import { API } from '../subjects/api.ts';
import { CHANGES } from '../subjects/changes.ts';
import { OUTSIDE } from '../subjects/outside.ts';
import { ROLES_ANYWHERE } from '../subjects/rolesanywhere.ts';
import { STS } from '../subjects/sts.ts';

/** The four ways of one job, and the runs of it that the comparison looks at. */

export const WAYS = ['key', 'certificate', 'saml', 'oidc'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  key: 'Access key in a file',
  certificate: 'IAM Roles Anywhere',
  saml: 'SAML federation',
  oidc: 'OIDC federation',
};

/** The settings of the story beside the way; `hour` is as the story starts. */
const SETTINGS = {
  hour: {},
  month: { tries: '20260214T120000Z' },
  june: { tries: '20260601T120000Z' },
  door: { cure: 'door', tries: '20260115T123100Z' },
  old: { cure: 'door', last: 'old', tries: '20260115T123100Z' },
  both: { cure: 'both', last: 'old', tries: '20260115T123100Z' },
} as const satisfies Readonly<Record<string, RawKnobs>>;
export type Setting = keyof typeof SETTINGS;

/** A run with the knobs that open it in the lab. */
export interface WayRun {
  readonly knobs: RawKnobs;
  readonly trace: Trace;
}

/** The story that is played; the lab has it under the same name. */
export const STORY = ready(stolenDisk, [ROLES_ANYWHERE, STS, API, CHANGES, OUTSIDE]);

const runs = new Map<string, WayRun>();

/** Plays one way of the job in one setting, once. */
export function wayRun(way: Way, setting: Setting): WayRun {
  const name = `${way} ${setting}`;
  const knobs = { ...(way === 'certificate' ? {} : { way }), ...SETTINGS[setting] };
  const run = runs.get(name) ?? { knobs, trace: STORY.play(knobs).trace };
  runs.set(name, run);
  return run;
}
