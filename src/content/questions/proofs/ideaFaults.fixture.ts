import { MISCONCEPTIONS } from '../../misconceptions.ts';
import type { Entry, Question } from '../../question.ts';
import { entriesOf, writtenKey } from '../entries.ts';
import { upTo } from '../runFacts.ts';
import type { Place } from '../places/place.ts';
import { actOf, traceAt } from './proof.fixture.ts';
import type { Played, Proof, Wanted } from './proof.fixture.ts';
import { isSame } from './proofFaults.fixture.ts';

/** Whether the ideas behind wrong answers lead there: each is asked what it expects of the run that refutes it. */

/** A wrong answer whose idea is a function, with the run that refutes it. */
interface Held {
  readonly id: string;
  readonly idea: NonNullable<Entry['misconception']>;
  readonly played: Played | undefined;
}

/** What a proof itself plays for a wrong answer. */
function playedIn(proof: Proof, id: string): Played | undefined {
  if (proof.kind === 'each') return proof.wrong?.[id];
  return proof.kind === 'run' ? proof.played : undefined;
}

/** The wrong answers of a question that come from ideas with functions. */
export function heldIn(
  question: Question,
  place: Place | undefined,
  proof: Proof,
): readonly Held[] {
  if ('answer' in question) return [];
  const key = writtenKey(question);
  return entriesOf(question).flatMap(({ id, misconception: idea }) => {
    if (idea === undefined || key.includes(id)) return [];
    const shown = place?.refutes === 'here' ? place.shows : place?.refutes?.[id];
    return [{ id, idea, played: shown ?? playedIn(proof, id) }];
  });
}

const isGranted = (claim: string): boolean => claim === 'answers-200' || claim === 'stops-nowhere';

const isRefused = (claim: string): boolean =>
  claim.startsWith('answers-4') || (claim.startsWith('stops-') && !isGranted(claim));

/** What an answer claims: a way to end, or in so many words. */
function claimOf(proof: Proof, { id, played }: Held): Wanted | readonly [string] | undefined {
  if (proof.kind === 'run') return [proof.claims[id] ?? ''];
  if (proof.kind === 'each') return typeof proof.wants === 'string' ? proof.wants : proof.wants[id];
  if (proof.kind !== 'runs' || typeof played !== 'object') return undefined;
  const at = proof.runs.findIndex(
    ([run, act]) => isSame(run, played) && act === actOf(played.step),
  );
  return proof.claims[id]?.charAt(at) === 'g' ? 'granted' : 'refused';
}

/** What is wrong with the ideas of a question. */
export function ideaFaults(
  question: Question,
  place: Place | undefined,
  proof: Proof,
): readonly string[] {
  return heldIn(question, place, proof).flatMap((held) => {
    const { id, idea, played } = held;
    if (!played) return [`nothing is played for ${id}`];
    const expected: readonly string[] = MISCONCEPTIONS[idea].expects(
      proof.kind === 'run' && proof.about !== undefined
        ? upTo(traceAt(played), proof.about)
        : traceAt(played),
    );
    const claim = claimOf(proof, held);
    const leads =
      typeof claim === 'object'
        ? expected.includes(claim[0])
        : expected.some(claim === 'granted' ? isGranted : isRefused);
    return leads
      ? []
      : [`${idea} expects ${expected.join(', ')}, and ${id} says ${[claim].flat().join()}`];
  });
}
