import { expect, test } from 'vitest';

import { SCENARIOS } from '#content/scenarios/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { predict } from '#study/predict/predict.ts';
import type { Attempt } from '#study/attempt.ts';

import { askedNotes } from './askedNotes.ts';
import type { Asking } from './useRun.ts';

const scenario = SCENARIOS.find(({ id }) => id === 'both-sides') ?? expect.fail('it is there');
const wanted = { raw: {}, act: 'assume-role', kind: 'stops' } as const;
const prediction = predict(scenario, wanted, { parsePolicy }) ?? expect.fail('it can be asked');

const asking: Asking = {
  act: 'assume-role',
  cursor: 1,
  kind: 'stops',
  prediction,
  isCounted: true,
  isHere: true,
  isPassed: false,
  situation: undefined,
  next: undefined,
  attempt: undefined,
};

const said = (answer: string): Attempt => ({
  questionId: prediction.id,
  answer: [answer],
  isCorrect: answer === prediction.key,
  at: '2026-11-23T13:00:00.000Z',
  contentVersion: 1,
  mode: 'prediction',
});

const kinds = (notes: ReturnType<typeof askedNotes>) => notes.map(({ kind }) => kind);
const right = prediction.options.find(({ id }) => id === prediction.key)?.text ?? '';

test('while the room predicts, there is the question, every option by its letter, and the answer apart', () => {
  const notes = askedNotes(asking);
  expect(kinds(notes)).toEqual(['ask', 'choose', 'key']);
  const [ask, choose, key] = notes;
  expect(ask?.text).toBe(prediction.stem);
  for (const [at, { text }] of prediction.options.entries()) {
    expect(choose?.text).toContain(`${'ABCDEF'[at]}  ${text}`);
  }
  expect(key?.text).toContain(right);
});

test('once it has, there is what it said beside what is so', () => {
  const wrong = prediction.options.find(({ id }) => id !== prediction.key);
  const notes = askedNotes({ ...asking, attempt: said(wrong?.id ?? '') });
  expect(kinds(notes)).toEqual(['said', 'why']);
  expect(notes[0]?.text).toBe(`${wrong?.text}: wrong.`);
  expect(notes[1]?.text).toContain(right);
  expect(askedNotes({ ...asking, attempt: said(prediction.key) })[0]?.text).toMatch(/: right\.$/);
});

test('what AWS does not document is neither right nor wrong, and said to be the simulator’s', () => {
  const notes = askedNotes({ ...asking, isCounted: false, attempt: said(prediction.key) });
  expect(notes[0]?.text).toMatch(/: not counted\.$/);
  expect(notes[1]?.text).toMatch(/^AWS does not document this/);
});

test('where nothing is asked, there is nothing', () => {
  expect(askedNotes(undefined)).toEqual([]);
  expect(askedNotes({ ...asking, isHere: false })).toEqual([]);
});
