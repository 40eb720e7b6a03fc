import { expect, test } from 'vitest';

import type { RawKnobs } from '../../knob.ts';
import { narrate } from '../../narrate.ts';
import { readyNow } from '../../subjects/all.ts';
import { otherNetwork } from './otherNetwork.ts';

const scenario = readyNow(otherNetwork);

function becauseOf(knobs: RawKnobs): string {
  const step = scenario.play(knobs).trace.steps.find(({ id }) => id === 'open-url.signer-allowed');
  if (!step) throw new Error('The permission was never checked');
  return narrate(step, scenario).because;
}

const MISSING = 'and a negated operator matches a missing key.';

test.each<readonly [knobs: RawKnobs, cause: string]>([
  [{ place: 'vpc' }, `because the request has no aws:SourceIp, ${MISSING}`],
  [{ guard: 'endpoint' }, `because the request has no aws:SourceVpce, ${MISSING}`],
  [{ guard: 'perimeter', place: 'vpc' }, `because the request has no aws:SourceIp, ${MISSING}`],
  [{}, 'because aws:SourceIp is “198.51.100.7”, which is not in “203.0.113.0/24” (NotIpAddress).'],
  [
    { place: 'office' },
    'denies it only if aws:SourceIp is not in “203.0.113.0/24” (NotIpAddress), and',
  ],
  [
    { guard: 'either' },
    'aws:SourceIp is “198.51.100.7”, which is not in “203.0.113.0/24” (NotIpAddressIfExists);',
  ],
  [
    { guard: 'either' },
    '; the request has no aws:SourceVpce, and IfExists lets a missing key match.',
  ],
])('with %j the denial names its cause: %s', (knobs, cause) => {
  expect(becauseOf(knobs)).toContain(cause);
});
