import { LAB_IDS } from '#content/scenario.ts';
import type { LabId } from '#content/scenario.ts';
import type { RawKnobs } from '#content/knob.ts';
import type { ActId } from '#engine/act.ts';

import { shuffled } from '../shuffle.ts';
import recorded from './requests.json';

/** A request to be judged: an act of a story with some settings. */
export interface AskedRequest {
  readonly lab: LabId;
  readonly scenario: string;
  readonly act: ActId;
  readonly knobs: RawKnobs;
}

const PREFIX = 'be/';

/** The name of a request: attempts are kept by it. */
export function requestId({ lab, scenario, act, knobs }: AskedRequest): string {
  const settings = Object.entries(knobs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`);
  return `${PREFIX}${lab}/${scenario}/${act}?${settings.join('&')}`;
}

const ID = /^be\/([a-z]+)\/([a-z0-9-]+)\/([a-z0-9-]+)\?(.*)$/;

/** The request of a name that was written here; undefined where the name is none. */
export function readRequestId(id: string): AskedRequest | undefined {
  const [, labName, scenario = '', act = '', settings = ''] = ID.exec(id) ?? [];
  const lab = LAB_IDS.find((one) => one === labName);
  if (lab === undefined) return undefined;
  const parts = settings === '' ? [] : settings.split('&').map((part) => part.split('='));
  const knobs = Object.fromEntries(
    parts.map(([name = '', text = '']) => [name, decodeURIComponent(text)]),
  );
  return { lab, scenario, act, knobs };
}

/** Whether an attempt was a judgement. */
export const isRequestId = (id: string): boolean => id.startsWith(PREFIX);

/** The requests worth judging, as a test writes them down: nothing that AWS leaves open decides them. */
export const REQUESTS: readonly AskedRequest[] = recorded.flatMap((id) => readRequestId(id) ?? []);

/** How many requests of each lab are shown at once. */
const SHOWN = 3;

/** Some requests of every lab, no two of one story; another turn shows others. */
export function drawn(turn: number): readonly AskedRequest[] {
  return LAB_IDS.flatMap((lab) => {
    const own = shuffled(
      REQUESTS.filter((one) => one.lab === lab),
      `request ${lab}`,
    );
    const stories = [...new Set(own.map(({ scenario }) => scenario))];
    return Array.from({ length: SHOWN }, (_, index) => {
      const place = turn * SHOWN + index;
      const settings = own.filter(({ scenario }) => scenario === stories[place % stories.length]);
      return settings[Math.floor(place / stories.length) % settings.length];
    }).filter((one) => one !== undefined);
  });
}
