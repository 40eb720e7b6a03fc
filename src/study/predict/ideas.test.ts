import { expect, test } from 'vitest';

import { findScenario } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';

import type { Attempt, IdeasMet } from '../attempt.ts';
import { ideasMet, ideaTallies, labTallies } from './ideas.ts';
import { predict } from './predict.ts';

const LINK = 'link-keeps-its-own-time';
const HOUR = 'user-links-get-an-hour';

let second = 0;

const attempt = (questionId: string, isCorrect: boolean, ideas?: IdeasMet): Attempt => {
  second += 1;
  return {
    questionId,
    answer: ['stops-nowhere'],
    isCorrect,
    at: new Date(Date.UTC(2026, 10, 22, 18, 0, second)).toISOString(),
    contentVersion: 1,
    mode: 'practice',
    ...(ideas && { ideas }),
  };
};

const PREDICTION = 'predict/presigned/seven-days/open-url.stops?expires=259200';

test('the ideas that were met are those of the options, and the one that was taken', () => {
  const scenario = findScenario('presigned', 'seven-days');
  const wanted = { raw: { expires: '259200' }, act: 'open-url', kind: 'stops' } as const;
  const prediction = scenario && predict(scenario, wanted, { parsePolicy });
  if (!prediction) throw new Error('no prediction');
  const wrong = prediction.options.find(({ misconception }) => misconception === LINK);
  expect(ideasMet(prediction, [wrong?.id ?? '']).taken).toBe(LINK);
  expect(ideasMet(prediction, [wrong?.id ?? '']).offered).toContain(LINK);
  expect(ideasMet(prediction, [prediction.key])).not.toHaveProperty('taken');
});

test('an idea counts as seen through when another answer was given; those taken most come first', () => {
  const attempts = [
    attempt(PREDICTION, false, { offered: [LINK, HOUR], taken: LINK }),
    attempt(PREDICTION, true, { offered: [LINK] }),
    attempt('predict/another', true),
  ];
  expect(ideaTallies(attempts)).toEqual([
    { name: LINK, total: 2, answered: 2, right: 1 },
    { name: HOUR, total: 1, answered: 1, right: 1 },
  ]);
});

test('the last ten times count, so that what was learned shows', () => {
  const believed = Array.from({ length: 8 }, () =>
    attempt(PREDICTION, false, { offered: [LINK], taken: LINK }),
  );
  const known = Array.from({ length: 10 }, () => attempt(PREDICTION, true, { offered: [LINK] }));
  expect(ideaTallies([...believed, ...known])).toEqual([
    { name: LINK, total: 10, answered: 10, right: 10 },
  ]);
});

test('an idea that is gone since then is left out', () => {
  expect(ideaTallies([attempt(PREDICTION, true, { offered: ['no-such-idea'] })])).toEqual([]);
});

test('by lab, the latest answer to each prediction counts, and questions do not', () => {
  const attempts = [
    attempt(PREDICTION, false),
    attempt(PREDICTION, true),
    attempt('predict/sts/session-tags/assume-second.stops?', false),
    attempt('second-role', true),
  ];
  expect(labTallies(attempts)).toEqual([
    { name: 'presigned', total: 1, answered: 1, right: 1 },
    { name: 'sts', total: 1, answered: 1, right: 0 },
  ]);
});
