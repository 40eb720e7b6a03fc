import type { StepId, Trace } from '#engine/trace.ts';

import type { RawKnobs } from './knob.ts';
import type { PlainSource } from './own/format.ts';
import type { MisconceptionId } from './misconceptions.ts';
import type { Claim } from './questions/claim.ts';
import type { LabId } from './scenario.ts';
import type { SourceId } from './sources.ts';
import type { TrapId } from './traps.ts';

/**
 * Questions, in the exam's four forms. Where a question is about an outcome, its key is read from a run and never
 * written down: that is a `PlayedQuestion`. All others carry a written key, and say so by having one; where the engine can
 * play them, `proofs` confirm it, and `places` say where they are seen.
 *
 * They stand in `questions/<topic>/<subject>.ts`: `questions/sts/chaining.ts` exports `CHAINING_QUESTIONS`, a
 * `readonly Question[]`, and `questions/all.ts` joins the lists. Nothing but the quiz imports them.
 */

/** The exam's skills that were read on AWS's own page; the numbers of other domains are second-hand. */
export const SKILLS = [
  '4.1.1',
  '4.1.2',
  '4.1.3',
  '4.2.1',
  '4.2.2',
  '4.2.3',
  '4.2.4',
  '4.2.5',
] as const;
export type Skill = (typeof SKILLS)[number];

/** What a question is about: a lab, or which of the mechanisms fits; or it was added by whoever uses this browser. */
export const TOPICS = ['sts', 'presigned', 'rolesanywhere', 'choosing', 'own'] as const;
export type Topic = (typeof TOPICS)[number];

/** The place in the simulator that a question is about, and where its answer can be seen. */
export interface Shown {
  readonly lab: LabId;
  readonly scenario: string;
  readonly knobs: RawKnobs;
  /** The step that decides the answer. */
  readonly step: StepId;
}

/** One thing of a situation: its name, and what it is. */
export interface Given {
  readonly name: string;
  readonly value: string;
  /** Whether the value is the text of a policy. */
  readonly isPolicy?: boolean;
}

/** What every form of question has. */
interface Item {
  readonly id: string;
  /** Raised when an answer given earlier would no longer mean the same. */
  readonly version: number;
  /** In a list of questions: what it is about, and nothing about the answer. */
  readonly title: string;
  readonly topic: Topic;
  /** Those of the bank have one. */
  readonly skill?: Skill;
  readonly traps: readonly TrapId[];
  readonly difficulty: 1 | 2 | 3;
  /** What is the case, in a few sentences. */
  readonly situation: string;
  /** What the situation leaves to be looked up, each thing by its name. */
  readonly given?: readonly Given[];
  /** The question itself, in one sentence. How many answers it wants is said by the page, not here. */
  readonly stem: string;
  /** The words of the situation or the stem that decided, copied exactly: “least operational overhead”. */
  readonly deciding?: readonly string[];
  readonly source: SourceId | PlainSource;
}

/** One answer to choose. Its id is the claim it makes, so that claims of runs and of wrong ideas can be compared to it. */
export interface Option {
  readonly id: Claim;
  readonly text: string;
  /** Why it is right, or why it is not. */
  readonly why: string;
  /** The wrong idea that leads here; the key has none. */
  readonly misconception?: MisconceptionId;
}

/** One answer of several, and a run that says which. */
export interface PlayedQuestion extends Item {
  readonly type: 'choice';
  readonly source: SourceId;
  readonly options: readonly Option[];
  /** What the run says; undefined when it says nothing of the kind. */
  readonly answer: (trace: Trace) => Claim | undefined;
  readonly shows: Shown;
}

/** What may stand in an answer: a short text with a name of its own, and why it is right or wrong there. */
export interface Entry {
  /** Stays for ever, whatever becomes of the text: answers are kept by it. */
  readonly id: string;
  readonly text: string;
  /** Why it is right, or why it is not; it never speaks of places or letters, since entries are shuffled. */
  readonly why: string;
  /** The wrong idea that leads here, as its holder would say it, in one sentence. Entries that are right have none. */
  readonly belief?: string;
  /** Or one of the ideas that runs are asked about, where it is the same. */
  readonly misconception?: MisconceptionId;
  /** The step that shows why, where the run of the question has one. */
  readonly step?: StepId;
}

/**
 * One answer of three to five, by the documentation.
 *
 *     { type: 'choice', key: 'call-fails', stem: 'What does STS answer?', options: [
 *       { id: 'role-maximum', text: 'A session of 4 hours', why: '…', belief: 'STS cuts a duration that is too long.' },
 *       { id: 'call-fails', text: 'An error, and no session', why: '…' },
 *       { id: 'default-hour', text: 'A session of 1 hour', why: '…', belief: 'STS falls back to its default.' }], … }
 */
export interface ChoiceQuestion extends Item {
  readonly type: 'choice';
  /** Options whose texts begin with numbers ascend. */
  readonly options: readonly Entry[];
  /** The id of the one that is right. */
  readonly key: string;
}

/**
 * Several answers of five or six. The page says how many.
 *
 *     { type: 'response', keys: ['identity-policy', 'trust-policy'], stem: 'Which policies must allow the call?', … }
 */
export interface ResponseQuestion extends Item {
  readonly type: 'response';
  readonly options: readonly Entry[];
  /** The ids of all that are right: two or more. */
  readonly keys: readonly string[];
}

/**
 * Three to five steps to choose and to put in order.
 *
 *     { type: 'ordering', steps: [first, second, third], others: [{ id: 'call-iam', …, belief: '…' }], … }
 */
export interface OrderingQuestion extends Item {
  readonly type: 'ordering';
  /** In the right order, which must follow from what each step needs; its `why` says what it waits for. */
  readonly steps: readonly Entry[];
  /** Steps that do not belong there, each with a belief. */
  readonly others?: readonly Entry[];
}

/** One half of a pair. */
export interface Prompt {
  readonly id: string;
  readonly text: string;
  /** The id of the response that belongs to it. */
  readonly key: string;
  /** Why these two belong together. */
  readonly why: string;
}

/** The other half. One that belongs to no prompt says what leads to it, and why it is wrong. */
export interface Response {
  readonly id: string;
  readonly text: string;
  readonly why?: string;
  readonly belief?: string;
}

/**
 * A response for each of three to seven prompts.
 *
 *     { type: 'matching', prompts: [{ id: 'saml', text: 'A SAML assertion', key: 'with-saml', why: '…' }, …],
 *       responses: [{ id: 'with-saml', text: 'AssumeRoleWithSAML' }, …,
 *         { id: 'federation-token', text: 'GetFederationToken', why: '…', belief: '…' }], … }
 */
export interface MatchingQuestion extends Item {
  readonly type: 'matching';
  readonly prompts: readonly Prompt[];
  /** Some may be left over, or belong to two prompts. */
  readonly responses: readonly Response[];
}

/** A question whose key is written down. */
export type WrittenQuestion =
  | ChoiceQuestion
  | ResponseQuestion
  | OrderingQuestion
  | MatchingQuestion;

/** A question of any form. Another form is another member here and another case where questions are graded and shown. */
export type Question = PlayedQuestion | WrittenQuestion;

/** Whether a question's key is read from a run. */
export const isPlayed = (question: Question): question is PlayedQuestion => 'answer' in question;
