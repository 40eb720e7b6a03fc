import { describe, expect, test } from 'vitest';

import { isPlayed } from '../../question.ts';
import type { Question } from '../../question.ts';
import { QUESTIONS } from '../all.ts';
import { entriesOf, writtenKey } from '../entries.ts';
import { PLACES } from '../places/all.ts';
import { stepIn } from '../places/place.ts';
import type { Place } from '../places/place.ts';
import { PROOFS } from './all.fixture.ts';
import type { Proof } from './proof.fixture.ts';
import { heldIn, ideaFaults } from './ideaFaults.fixture.ts';
import { proofFaults } from './proofFaults.fixture.ts';
import { UNPROVED } from './unproved.fixture.ts';

const questionOf = (id: string): Question => {
  const question = QUESTIONS.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
};

test.each(Object.entries(PROOFS))('%s: the engine says what its key says', (id, proof) =>
  expect(proofFaults(questionOf(id), PLACES[id], proof)).toEqual([]),
);

test.each(Object.entries(PROOFS))('%s: ideas lead to its wrong answers', (id, proof) =>
  expect(ideaFaults(questionOf(id), PLACES[id], proof)).toEqual([]),
);

test('many wrong answers are what a function of the run claims', () => {
  const held = Object.entries(PROOFS).flatMap(([id, proof]) =>
    heldIn(questionOf(id), PLACES[id], proof),
  );
  expect(held.length).toBe(89);
});

test('every question is played, or proved, or it is said why not', () => {
  const played = QUESTIONS.filter(isPlayed).map(({ id }) => id);
  expect([...played, ...Object.keys(PROOFS), ...Object.keys(UNPROVED)].toSorted()).toEqual(
    QUESTIONS.map(({ id }) => id).toSorted(),
  );
  expect([played.length, Object.keys(PROOFS).length, Object.keys(UNPROVED).length]).toEqual([
    13, 108, 79,
  ]);
});

/** Proofs in which something that is right has no run: the lab lacks a user, a SAML response, a permission set. */
const PARTLY = ['default-sessions', 'sources-of-a-long-console', 'whom-scps-limit'];

test('what no run plays is wrong, but for a few', () => {
  const partly = Object.entries(PROOFS).filter(([id, proof]) => {
    const question = questionOf(id);
    if (isPlayed(question) || !('unplayed' in proof)) return false;
    const right =
      question.type === 'matching' ? question.prompts.map((one) => one.id) : writtenKey(question);
    return proof.unplayed?.some((one) => right.includes(one));
  });
  expect(partly.map(([id]) => id).toSorted()).toEqual(PARTLY);
});

test('of the wrong answers that could be played, nearly all are refuted in the lab', () => {
  const wrong = Object.keys(PROOFS).flatMap((id) => {
    const question = questionOf(id);
    if (isPlayed(question) || question.type === 'matching') return [];
    const key = writtenKey(question);
    return entriesOf(question).flatMap((entry) =>
      key.includes(entry.id) ? [] : [[id, entry.id] as const],
    );
  });
  const refuted = wrong.filter(([id, entry]) => {
    const refutes = PLACES[id]?.refutes;
    return refutes === 'here' || refutes?.[entry] !== undefined;
  });
  expect([refuted.length, wrong.length]).toEqual([266, 284]);
});

describe('the checks above can fail', () => {
  const faults = (id: string, change: object, place: Partial<Place> = {}): string => {
    const own = PLACES[id];
    return proofFaults(
      questionOf(id),
      own && { ...own, ...place },
      // A test breaks proofs in ways that their types forbid.
      { ...PROOFS[id], ...change } as Proof,
    ).join('\n');
  };

  test.each<[string, string, object, Partial<Place>?]>([
    [
      'the engine says gives-18000, as eight does',
      'profile-request-role',
      {
        claims: { nothing: 'a', two: 'b', four: 'c', eight: 'gives-18000' },
      },
    ],
    [
      'nothing is claimed by four',
      'profile-request-role',
      {
        claims: { nothing: 'a', two: 'gives-18000', eight: 'c' },
      },
    ],
    ['nothing refutes nothing', 'profile-request-role', {}, { refutes: {} }],
    [
      'does not contradict reading',
      'bucket-names-the-session',
      {
        claims: { writing: 'rg', both: 'gg', reading: 'gg', nothing: 'rr' },
      },
    ],
    ['yesterday is refused', 'age-against-expiry', { wants: 'refused' }],
    ['nothing is played for young', 'age-against-expiry', { right: {} }],
    ['nothing is played for yesterday', 'age-against-expiry', {}, { refutes: {} }],
    ['js: the engine says lasts-900', 'tool-and-default', { claims: { quarter: 'lasts-901' } }],
    [
      'open-url.answer comes too early',
      'from-signing-to-bytes',
      {
        rows: {
          sign: 'sign.done',
          send: 'share.sent',
          request: 'open-url.not-there',
          verify: 'open-url.answer',
          bytes: 'open-url.answer',
        },
      },
    ],
    [
      'the run has no row open-url.not-there',
      'from-signing-to-bytes',
      {
        rows: { sign: 'sign.done', send: 'share.sent', request: 'open-url.not-there' },
      },
    ],
    ['key-id is not so', 'read-from-the-url', { holds: {} }],
  ])('%s: a proof with that fault', (fault, id, change, place) =>
    expect(faults(id, change, place)).toContain(fault),
  );

  test('an idea that does not lead to its answer', () => {
    const id = 'profile-request-role';
    const question = questionOf(id);
    if (question.type !== 'choice' || isPlayed(question)) throw new Error('no such question');
    const options = question.options.map((option) =>
      option.id === 'eight'
        ? { ...option, misconception: 'roles-set-the-length' as const }
        : option,
    );
    const [proof] = Object.values(PROOFS).filter((one) => one === PROOFS[id]);
    expect(proof && ideaFaults({ ...question, options }, PLACES[id], proof).join()).toMatch(
      /^roles-set-the-length expects gives-36000, .* and eight says gives-43200$/,
    );
  });

  test('a refusal that comes from another check than the one that is shown', () => {
    const yesterday = stepIn('presigned')('signature-age', 'open-url.url-alive');
    expect(faults('age-against-expiry', {}, { refutes: { yesterday } })).toContain(
      'yesterday is refused elsewhere than at open-url.url-alive',
    );
  });
});
