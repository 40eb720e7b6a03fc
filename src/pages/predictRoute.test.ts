import { describe, expect, test } from 'vitest';

import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { loadPacking } from '#platform/packing.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { predict } from '#study/predict/predict.ts';
import { predictionOf } from '#study/predict/stream.ts';

import { GOLDEN_PREDICTIONS } from './links.golden.ts';
import { SCOPE } from './predictRoute.ts';
import { formatRoute, needsPacking, parseRoute } from './route.ts';

const packing = await loadPacking();
const materials = { parsePolicy };

const PLACE = { page: 'quiz', view: 'predict' } as const;

describe('links to predictions', () => {
  test.each<[string, QuizPlace]>([
    ['#/quiz/predict', PLACE],
    ['#/quiz/predict?of=sts', { ...PLACE, scope: { of: 'lab', lab: 'sts' } }],
    ['#/quiz/predict?of=due', { ...PLACE, scope: { of: 'due' } }],
    [
      '#/quiz/predict?of=sts.session-tags',
      { ...PLACE, scope: { of: 'story', lab: 'sts', scenario: 'session-tags' } },
    ],
    [
      '#/quiz/predict/presigned/seven-days/open-url.answers?v=1&signer=user&of=presigned',
      {
        ...PLACE,
        asked: {
          lab: 'presigned',
          scenario: 'seven-days',
          act: 'open-url',
          kind: 'answers',
          knobs: { signer: 'user' },
        },
        scope: { of: 'lab', lab: 'presigned' },
      },
    ],
  ])('%s is read and written', (hash, place) => {
    expect(parseRoute(hash)).toEqual({ place, notices: [] });
    expect(formatRoute({ place })).toBe(hash);
  });

  test('a policy in the setting is packed, and comes back', () => {
    const asked = {
      lab: 'sts',
      scenario: 'both-sides',
      act: 'assume-role',
      kind: 'stops',
      knobs: { trusts: 'own', trust: '{ "Statement": [] }' },
    } as const;
    const place: QuizPlace = { ...PLACE, asked };
    expect(needsPacking(place)).toBe(true);
    const hash = formatRoute({ place }, packing);
    expect(hash).toContain('trust=z.');
    expect(parseRoute(hash, packing)).toEqual({ place, notices: [] });
  });

  test.each(['#/quiz/predict?of=cooking', '#/quiz/predict?of=sts.A!', '#/quiz/predict?of='])(
    '%s asks about everything, and says so',
    (hash) => {
      const { place, notices } = parseRoute(hash);
      expect(place).toEqual(PLACE);
      expect(notices).toHaveLength(1);
    },
  );

  test.each([
    '#/quiz/predict/sts',
    '#/quiz/predict/sts/session-tags',
    '#/quiz/predict/sts/session-tags/assume.dance',
    '#/quiz/predict/cooking/session-tags/assume.ends',
    '#/quiz/predict/sts/session-tags/assume.ends.now',
    '#/quiz/predict/sts/session-tags/assume.ends/more',
  ])('%s is no place', (hash) => expect(parseRoute(hash).place.page).toBe('missing'));

  test('no story has a knob of the name that says what is wanted', () =>
    expect(SCENARIOS.filter(({ knobs }) => Object.hasOwn(knobs, SCOPE))).toEqual([]));

  test.each(GOLDEN_PREDICTIONS)('$hash asks the same for ever', ({ hash, key }) => {
    const { place, notices } = parseRoute(hash);
    expect(notices).toEqual([]);
    const asked = place.page === 'quiz' ? place.asked : undefined;
    const scenario = asked && findScenario(asked.lab, asked.scenario);
    if (!asked || !scenario) throw new Error('no story');
    const { knobs: raw, act, kind } = asked;
    expect(predict(scenario, { raw, act, kind }, materials)?.key).toBe(key);
    expect(formatRoute({ place })).toBe(hash);
  });

  test('what is made has a link that makes it again', () => {
    for (const scenario of SCENARIOS.filter((_, index) => index % 12 === 0)) {
      const asked = predictionOf(scenario, 'link', materials)?.asked;
      if (!asked) throw new Error(`nothing to ask about ${scenario.id}`);
      const { place } = parseRoute(formatRoute({ place: { ...PLACE, asked } }, packing), packing);
      expect(place).toEqual({ ...PLACE, asked });
    }
  });
});
