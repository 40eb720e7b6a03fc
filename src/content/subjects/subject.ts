import type { RuleId } from '#engine/rules.ts';
import type { Service } from '#engine/service.ts';
import type { AnswerStep, CallStep, WorkStep } from '#engine/trace.ts';

import type { Pki } from '../pki/pki.ts';
import type { RuleWords, Said } from '../ruleText.ts';

/** Who acts, as the start of a sentence, and who is spoken to, inside one. */
export interface Names {
  readonly who: string;
  readonly to: string;
}

/** A part of AWS as it is taught: how it is played, what its rules are called, and its steps in words. A scenario brings those it needs. */
export interface Subject {
  readonly service: Service;
  readonly rules: { readonly [Id in RuleId]?: RuleWords<Id> };
  /** The certificates that its stories are played with. */
  readonly pki?: Pki;
  /** A call, an answer that grants, or work done alone; undefined for the acts of other subjects. */
  readonly says: (step: CallStep | AnswerStep | WorkStep, names: Names) => Said | undefined;
}
