import type { Basis } from '#engine/basis.ts';
import type { EvidenceOf, RuleId } from '#engine/rules.ts';

import type { SourceId } from './sources.ts';

/** What a check found, in words. */
export interface Said {
  /** On the diagram: a few words. */
  readonly label: string;
  /** Over the inspector: what this step means. */
  readonly title: string;
  /** One sentence: who did what to what. */
  readonly caption: string;
  /** One sentence: the input that decided it. */
  readonly because: string;
}

/** What a rule is called and how a check of it is said. */
export interface RuleWords<Id extends RuleId> {
  /** What is checked, in two or three words. */
  readonly name: string;
  readonly says: (evidence: EvidenceOf<Id>, passed: boolean) => Said;
}

/** The words of the rules of one service. */
export type RuleWordsOf<Prefix extends string> = {
  readonly [Id in RuleId as Id extends `${Prefix}.${string}` ? Id : never]: RuleWords<Id>;
};

/** What a rule says, how sure we are, and where it is written. */
export interface RuleFacts {
  /** The situation as a question; it never tells how the check ends. */
  readonly question: string;
  /** The rule itself, in one sentence. */
  readonly statement: string;
  /** How sure we are of the verdict, and of the place of this check among the others. */
  readonly basis: { readonly verdict: Basis; readonly order: Basis };
  readonly source: SourceId;
}
