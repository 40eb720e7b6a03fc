import { describe, expect, test } from 'vitest';

import { after, amzDate, minutes } from '#engine/time.ts';

import { kindOf, linkEnds, linkLasts, s3Answers } from './claim.ts';
import { MISCONCEPTIONS } from '../misconceptions.ts';
import type { Misconception } from '../misconceptions.ts';
import { SKILLS } from '../question.ts';
import type { PlayedQuestion } from '../question.ts';
import { RULE_FACTS } from '../ruleFacts.ts';
import { SCENARIOS } from '../scenarios/all.ts';
import { PLAYED_QUESTIONS } from './all.ts';
import { decidingRule, keyOf, traceOf } from './keyOf.ts';
import { questionAbout } from './lookup.ts';
import { linkIn } from './runFacts.ts';
import { truthFaults } from './truthFaults.ts';
import { bankFaults, wordingFaults } from './wordingFaults.ts';

/** How many traps each part of the catalogue has (exam.md 2). */
const CATALOGUE: Readonly<Record<string, number>> = {
  A: 16,
  B: 9,
  C: 19,
  D: 11,
  E: 21,
  F: 24,
  G: 11,
};

const isInCatalogue = (trap: string): boolean => {
  const number = Number(trap.slice(1));
  return number >= 1 && number <= (CATALOGUE[trap.charAt(0)] ?? 0);
};

test('there are as many as a lesson has, and some', () =>
  expect(PLAYED_QUESTIONS.length).toBeGreaterThanOrEqual(13));

describe.each(PLAYED_QUESTIONS.map((question) => [question.id, question] as const))(
  'the question %s',
  (_, question) => {
    test('it is true, and nothing modelled decides it', () =>
      expect(truthFaults(question)).toEqual([]));

    test('it is written by the rules', () => expect(wordingFaults(question)).toEqual([]));

    test('it names a skill that was verified, and traps of the catalogue', () => {
      expect(SKILLS).toContain(question.skill);
      expect(question.traps.length).toBeGreaterThan(0);
      for (const trap of question.traps) expect(isInCatalogue(trap)).toBe(true);
    });
  },
);

test('together they do not give their keys away', () =>
  expect(bankFaults(PLAYED_QUESTIONS)).toEqual([]));

describe('the keys', () => {
  test('they are what the engine computes', () =>
    expect(Object.fromEntries(PLAYED_QUESTIONS.map((question) => [question.id, keyOf(question)])))
      .toMatchInlineSnapshot(`
        {
          "after-the-session": "answers-400-ExpiredToken",
          "another-method": "answers-403-SignatureDoesNotMatch",
          "kept-session": "lasts-1800",
          "key-switched-off": "ends-20260115T130000Z",
          "link-and-session": "lasts-3600",
          "missing-permission": "fails-open-url",
          "more-than-the-role-allows": "gives-nothing",
          "permission-taken-away": "answers-403-AccessDenied",
          "rotation-and-old-link": "answers-200",
          "second-role": "gives-3600",
          "sessions-revoked": "answers-200",
          "signed-by-a-user": "lasts-604800",
          "two-hours-asked-of-the-role": "lasts-7200",
        }
      `));

  test('they follow the run: another run, another key', () => {
    const [question] = PLAYED_QUESTIONS.filter(({ id }) => id === 'link-and-session');
    if (!question) throw new Error('no such question');
    const longer = { ...question, shows: { ...question.shows, knobs: { session: '43200' } } };
    expect(keyOf(longer)).toBe('lasts-43200');
  });
});

test.each(
  PLAYED_QUESTIONS.filter(({ answer }) => answer === linkLasts || answer === linkEnds).map(
    (question) => [question.id, question] as const,
  ),
)('%s: S3 agrees, a minute before the end and a minute after it', (_, question) => {
  const { until } = linkIn(traceOf(question)) ?? {};
  if (until === undefined) throw new Error('no link');
  const answerAt = (offset: number): string | undefined => {
    const used = amzDate(after(until, minutes(offset)));
    const { shows } = question;
    return s3Answers(
      traceOf({ ...question, shows: { ...shows, knobs: { ...shows.knobs, used } } }),
    );
  };
  expect(answerAt(-1)).toBe('answers-200');
  expect(answerAt(1)).toMatch(/^answers-4/);
});

describe('the misconceptions', () => {
  const traces = [
    ...PLAYED_QUESTIONS.map(traceOf),
    ...SCENARIOS.map((scenario) => scenario.play({}).trace),
  ];

  test.each(Object.entries<Misconception>(MISCONCEPTIONS))(
    '%s claims one thing of a kind about any run',
    (_, { expects, belief }) => {
      expect(belief).toMatch(/^[A-Z].*\.$/);
      for (const trace of traces) {
        const kinds = expects(trace).map(kindOf);
        expect(new Set(kinds).size).toBe(kinds.length);
      }
    },
  );
});

describe('the lookup', () => {
  const deciders = PLAYED_QUESTIONS.map((question) => ({
    id: question.id,
    rule: decidingRule(question),
  }));

  test.each(Object.keys(RULE_FACTS))('it finds a question about %s if there is one', (rule) => {
    const about = deciders.filter((one) => one.rule === rule).map(({ id }) => id);
    expect(about.length === 0 ? [undefined] : about).toContain(questionAbout(rule));
  });

  test('it knows no rule of another name', () => expect(questionAbout('toString')).toBeUndefined());
});

describe('the checks above can fail', () => {
  const good = PLAYED_QUESTIONS.find(({ id }) => id === 'link-and-session');
  if (!good) throw new Error('no such question');
  const [first, second, third, fourth] = good.options;
  if (!first || !second || !third || !fourth) throw new Error('no such options');
  const key = second;
  const knobs = (texts: PlayedQuestion['shows']['knobs']): Partial<PlayedQuestion> => ({
    shows: { ...good.shows, knobs: texts },
  });

  test.each<[string, Partial<PlayedQuestion>]>([
    ['not one option is', { options: [first, third, fourth] }],
    ['not one option is', { options: [first, key, key, fourth] }],
    [
      'the key has a misconception',
      { options: [{ ...key, misconception: 'role-maximum-counts' }, third, fourth] },
    ],
    [
      'a distractor without a misconception',
      { options: [key, { id: third.id, text: '12 hours', why: third.why }, fourth] },
    ],
    [
      'claims lasts-43200',
      { options: [key, { ...fourth, misconception: 'role-maximum-counts' }, third] },
    ],
    ['no scenario', { shows: { ...good.shows, scenario: 'eight-days' } }],
    ['the run has no step', { shows: { ...good.shows, step: 'open-url.signature-matches' } }],
    ['no check at', { shows: { ...good.shows, step: 'open-url.answer' } }],
    [
      's3.token-alive decides, and s3.url-alive is shown',
      { shows: { ...good.shows, step: 'open-url.url-alive' } },
    ],
    ['something this scenario does not have', knobs({ sesion: '3600' })],
    [
      'the order of checks decides: s3.url-alive, s3.token-alive',
      { ...knobs({ expires: '3600' }) },
    ],
    ['an exact second decides: open-url.token-alive', knobs({ used: '20260115T130000Z' })],
    [
      'the answer is modelled: InvalidAccessKeyId',
      {
        shows: {
          ...good.shows,
          knobs: { signer: 'user', before: 'key-off', used: '20260115T124500Z' },
          step: 'open-url.key-known',
        },
        answer: s3Answers,
        options: [
          {
            id: 'answers-403-InvalidAccessKeyId',
            text: '403 InvalidAccessKeyId',
            why: 'The key is off.',
          },
        ],
      },
    ],
    // @ts-expect-error: no such source
    ['no source', { source: 'a friend' }],
  ])('%s', (fault, change) =>
    expect(truthFaults({ ...good, ...change }).join('\n')).toContain(fault),
  );

  test('the verdict is modelled', () => {
    const order = 'modelled';
    const texts = {
      ...RULE_FACTS,
      's3.token-alive': { basis: { verdict: 'modelled', order } },
    } as const;
    expect(truthFaults(good, texts)).toEqual(['the verdict is modelled: s3.token-alive']);
  });

  const texts = (change: Partial<typeof first>): Partial<PlayedQuestion> => ({
    options: [{ ...first, ...change }, key, third, fourth],
  });

  test.each<[string, Partial<PlayedQuestion>]>([
    ['all or none', texts({ text: 'All of the above' })],
    ['all or none', texts({ text: 'Neither of the two' })],
    ['always, never or vague', texts({ text: 'It never ends' })],
    ['always, never or vague', texts({ text: 'Usually 15 minutes' })],
    ['no rationale', texts({ why: ' ' })],
    [
      'a rationale names a position',
      texts({ why: 'This is wrong for the same reason as option B.' }),
    ],
    [
      'a rationale names a position',
      texts({ why: 'It contradicts the first answer in every respect.' }),
    ],
    ['its options are of different kinds', texts({ id: 'ends-20260115T120000Z' })],
    ['its numbers do not ascend', { options: [key, first, third, fourth] }],
    ['two options have one text', texts({ text: third.text })],
    ['it needs three to five options', { options: [first, key] }],
    ['its stem is negative', { stem: 'Which lifetime is not possible?' }],
    ['its stem is not one question', { stem: 'Tell how long the link works.' }],
    ['a long sentence', { situation: `${'word '.repeat(25)}.` }],
    ['a text is empty', { title: ' ' }],
    [
      'its key alone repeats “session”',
      { options: [first, { ...key, text: 'As long as the session' }, third, fourth] },
    ],
  ])('%s: a question with that fault', (fault, change) =>
    expect(wordingFaults({ ...good, ...change }).join('\n')).toContain(fault),
  );

  test.each<[string, readonly PlayedQuestion[]]>([
    ['two questions have one id', [good, { ...good, title: 'Another' }]],
    ['two questions have one title', [good, { ...good, id: 'another' }]],
    [
      'too many longest keys',
      [{ ...good, options: [first, { ...key, text: 'As long as it lasts' }, third, fourth] }],
    ],
    ['keys of 4 options stand at 0, 2, 0, 0', [good, { ...good, id: 'another', title: 'Another' }]],
  ])('%s: a bank with that fault', (fault, questions) =>
    expect(bankFaults(questions).join('\n')).toContain(fault),
  );
});
