import { describe, expect, test } from 'vitest';

import type { RawKnobs } from '../knob.ts';
import { sevenDays as written } from '../scenarios/presigned/sevenDays.ts';
import { readyNow } from '../subjects/all.ts';
import type { Claim } from './claim.ts';
import {
  callGives,
  firstFailure,
  kindOf,
  linkEnds,
  linkLasts,
  longestSession,
  s3Answers,
} from './claim.ts';

const sevenDays = readyNow(written);

const EARLY = '20260115T124500Z';

/** What a run says about everything one can ask. */
const sayings = (knobs: RawKnobs): readonly (Claim | undefined)[] => {
  const { trace } = sevenDays.play(knobs);
  return [linkLasts, linkEnds, s3Answers, callGives, longestSession, firstFailure].map((say) =>
    say(trace),
  );
};

describe('what runs say', () => {
  test.each<[string, RawKnobs, readonly (Claim | undefined)[]]>([
    [
      'the session ends first',
      {},
      [
        'lasts-3600',
        'ends-20260115T130000Z',
        'answers-400-ExpiredToken',
        'gives-3600',
        'gives-43200',
        'fails-open-url',
      ],
    ],
    [
      'the link ends first',
      { expires: '900', used: EARLY },
      [
        'lasts-900',
        'ends-20260115T121500Z',
        'answers-403-AccessDenied',
        'gives-3600',
        'gives-43200',
        'fails-open-url',
      ],
    ],
    [
      'the key that signed is switched off',
      { signer: 'user', before: 'key-off', used: EARLY },
      [
        'lasts-2700',
        'ends-20260115T124500Z',
        'answers-403-InvalidAccessKeyId',
        undefined,
        undefined,
        'fails-open-url',
      ],
    ],
    [
      'the key that opened the session is switched off',
      { before: 'key-off', used: EARLY },
      [
        'lasts-3600',
        'ends-20260115T130000Z',
        'answers-200',
        'gives-3600',
        'gives-43200',
        'fails-nowhere',
      ],
    ],
    [
      'there is no session, so there is no link',
      { signer: 'chained', session: '7200' },
      [undefined, undefined, undefined, 'gives-nothing', 'gives-3600', 'fails-assume-role'],
    ],
    [
      'both limits of a chained session are looked at',
      { signer: 'chained', session: '3600', used: EARLY },
      [
        'lasts-3600',
        'ends-20260115T130000Z',
        'answers-200',
        'gives-3600',
        'gives-3600',
        'fails-nowhere',
      ],
    ],
  ])('%s', (_, knobs, expected) => expect(sayings(knobs)).toEqual(expected));
});

test('a claim’s kind is its first word', () => {
  expect(kindOf('answers-400-ExpiredToken')).toBe('answers');
  expect(kindOf('fails-open-url')).toBe('fails');
});
