import type { Scenario, WrittenScenario } from '#content/scenario.ts';
import { at } from '#engine/time.ts';

const NOTHING = {
  now: at('2026-01-01T00:00:00Z'),
  clockSkew: {},
  accounts: {},
  accessKeys: {},
  presignedUrls: {},
};

/** A scenario before its players are loaded: its story and its knobs, and a run without steps. */
export const resting = ({ setting: _, ...story }: WrittenScenario): Scenario => ({
  ...story,
  subjects: [],
  play: () => ({
    trace: { start: NOTHING, steps: [], outcomes: {}, unplayed: [] },
    notices: [],
    policies: [],
  }),
});
