import { describe, expect, test } from 'vitest';

import { findScenario, SCENARIOS } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { loadPacking } from '#platform/packing.ts';
import type { QuizPlace } from '#stores/stage.ts';
import { predictionPath, readAsked } from '#study/predict/prediction.ts';
import { formatScope, parseScope } from '#study/predict/scope.ts';
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
    ['#/quiz/predict?of=sts', { ...PLACE, scope: 'sts' }],
    ['#/quiz/predict?of=due', { ...PLACE, scope: 'due' }],
    ['#/quiz/predict?of=sts.session-tags', { ...PLACE, scope: 'sts.session-tags' }],
    [
      '#/quiz/predict/presigned/seven-days/open-url.answers?v=1&signer=user&of=presigned',
      {
        ...PLACE,
        prediction: {
          path: 'presigned/seven-days/open-url.answers',
          knobs: { signer: 'user' },
        },
        scope: 'presigned',
      },
    ],
  ])('%s is read and written', (hash, place) => {
    expect(parseRoute(hash)).toEqual({ place, notices: [] });
    expect(formatRoute({ place })).toBe(hash);
  });

  test('a policy in the setting is packed, and comes back', () => {
    const prediction = {
      path: 'sts/both-sides/assume-role.stops',
      knobs: { trusts: 'own', trust: '{ "Statement": [] }' },
    };
    const place: QuizPlace = { ...PLACE, prediction };
    expect(needsPacking(place)).toBe(true);
    const hash = formatRoute({ place }, packing);
    expect(hash).toContain('trust=z.');
    expect(parseRoute(hash, packing)).toEqual({ place, notices: [] });
  });

  test.each([
    '#/quiz/predict/sts',
    '#/quiz/predict/sts/session-tags',
    '#/quiz/predict/sts/session-tags/assume.ends.now',
    '#/quiz/predict/sts/session-tags/assume.ends/more',
  ])('%s is no place', (hash) => expect(parseRoute(hash).place.page).toBe('missing'));

  test.each(['sts/session-tags/assume.dance', 'cooking/session-tags/assume.ends'])(
    '%s names no prediction',
    (path) => expect(readAsked(path, {})).toBeUndefined(),
  );

  test.each(['due', 'sts', 'presigned.seven-days'])('the scope %s is read and written', (text) => {
    const scope = parseScope(text);
    expect(scope && formatScope(scope)).toBe(text);
  });

  test.each(['cooking', 'sts.A!', ''])('“%s” is no scope', (text) =>
    expect(parseScope(text)).toBeUndefined(),
  );

  test('no story has a knob of the name that says what is wanted', () =>
    expect(SCENARIOS.filter(({ knobs }) => Object.hasOwn(knobs, SCOPE))).toEqual([]));

  test.each(GOLDEN_PREDICTIONS)('$hash asks the same for ever', ({ hash, key }) => {
    const { place, notices } = parseRoute(hash);
    expect(notices).toEqual([]);
    const { path = '', knobs = {} } = (place.page === 'quiz' && place.prediction) || {};
    const asked = readAsked(path, knobs);
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
      const prediction = { path: predictionPath(asked), knobs: asked.knobs };
      const hash = formatRoute({ place: { ...PLACE, prediction } }, packing);
      expect(parseRoute(hash, packing).place).toEqual({ ...PLACE, prediction });
      expect(readAsked(prediction.path, prediction.knobs)).toEqual(asked);
    }
  });
});
