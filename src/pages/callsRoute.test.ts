import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CALLS_VIEWS, CHOICES, FIRST_CHOICES, SORTS } from '#content/calls/choices.ts';
import type { CallsPlace } from '#stores/stage.ts';

import { CALLS_START } from './callsRoute.ts';
import { formatRoute, parseRoute } from './route.ts';

const names = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/);
const part = fc.stringMatching(/^[a-z0-9-]{1,64}$/);

const choices = fc.record({
  caller: fc.constantFrom(...CHOICES.caller),
  from: fc.constantFrom(...CHOICES.from),
  target: fc.constantFrom(...CHOICES.target),
  mfa: fc.constantFrom(...CHOICES.mfa),
  lasts: fc.constantFrom(...CHOICES.lasts),
});
const shared = { choices, sort: fc.constantFrom(...SORTS), isFitting: fc.boolean() };

const places: fc.Arbitrary<CallsPlace> = fc.oneof(
  fc
    .record({ view: fc.constantFrom(...CALLS_VIEWS), ...shared })
    .map((place) => ({ page: 'calls' as const, ...place })),
  fc
    .record({
      run: names,
      step: fc.option(fc.tuple(part, part), { nil: undefined }),
      tab: fc.option(names, { nil: undefined }),
      ...shared,
    })
    .map(({ step, tab, ...place }) => ({
      page: 'calls' as const,
      view: 'behind' as const,
      ...place,
      ...(step && { step: `${step[0]}.${step[1]}` as const }),
      ...(tab !== undefined && { tab }),
    })),
);

describe('a link to “Which call?”', () => {
  test('it brings back every place, without a word of complaint', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(parseRoute(formatRoute({ place }))).toEqual({ place, notices: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('it is short where nothing was chosen', () => {
    expect(formatRoute({ place: CALLS_START })).toBe('#/calls');
    expect(parseRoute('#/calls/choose').place).toEqual(CALLS_START);
  });

  // Links of the first release of this page: they must open for ever.
  test.each<[string, Partial<CallsPlace>]>([
    [
      '#/calls?v=1&caller=user&mfa=no&from=on-premises&target=other-account',
      { choices: { ...FIRST_CHOICES, from: 'on-premises' } },
    ],
    [
      '#/calls/compare?v=1&target=console&sort=longest&fitting=yes',
      {
        view: 'compare',
        sort: 'longest',
        isFitting: true,
        choices: { ...FIRST_CHOICES, target: 'console' },
      },
    ],
    ['#/calls/behind/lambda', { view: 'behind', run: 'lambda' }],
    [
      '#/calls/behind/github/call.federation-allowed?v=1&tab=policy',
      { view: 'behind', run: 'github', step: 'call.federation-allowed', tab: 'policy' },
    ],
  ])('%s opens what it always opened', (hash, place) => {
    expect(parseRoute(hash)).toEqual({ place: { ...CALLS_START, ...place }, notices: [] });
  });

  test.each([
    ['#/calls?caller=__proto__', {}],
    ['#/calls?lasts=99999999', {}],
    ['#/calls?mfa=yes&mfa=no&target=%00', { choices: { ...FIRST_CHOICES, mfa: 'yes' } }],
    ['#/calls/compare?sort=constructor', { view: 'compare' }],
    ['#/calls/behind/ec2/no step', { view: 'behind', run: 'ec2' }],
  ] as const)('%s is put right, and says so', (hash, place) => {
    const read = parseRoute(hash);
    expect(read.place).toEqual({ ...CALLS_START, ...place });
    expect(read.notices).toHaveLength(1);
  });

  test.each([
    '#/calls/nothing',
    '#/calls/choose/ec2',
    '#/calls/compare/ec2',
    '#/calls/behind/EC2',
    '#/calls/behind/ec2/call.answer/more',
  ])('%s leads nowhere', (hash) => {
    expect(parseRoute(hash).place.page).toBe('missing');
  });

  test('it fails at nothing that anybody types', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (path, query) => {
        const { place } = parseRoute(`#/calls/${path}?${query}`);
        expect(['calls', 'missing']).toContain(place.page);
      }),
    );
  });
});
