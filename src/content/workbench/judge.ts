import { shutOut } from '#engine/api/shutOut.ts';
import type { Refusal } from '#engine/api/shutOut.ts';
import { worldOfCase } from '#engine/policy/accessCase.ts';
import { derivedKeys } from '#engine/policy/context.ts';
import { decide } from '#engine/policy/decide.ts';
import type { Decision } from '#engine/policy/decide.ts';
import { denialAnswer } from '#engine/policy/message.ts';
import type { DenialAnswer } from '#engine/policy/message.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { at } from '#engine/time.ts';

import { readDraft } from './draft.ts';
import type { Draft, FlawedPolicy, Obstacle } from './draft.ts';
import { keyName } from './knownKeys.ts';

/** What a draft comes to: something is in its way, its caller is shut out, or policies decide. */
export type Judged =
  | { readonly kind: 'withheld'; readonly obstacles: readonly Obstacle[] }
  | ({ readonly kind: 'refused'; readonly derived: DerivedKeys } & Refusal)
  | {
      readonly kind: 'decided';
      readonly derived: DerivedKeys;
      readonly decision: Decision;
      /** What AWS would answer to a request that is denied. */
      readonly denial?: DenialAnswer;
      /** Policies that count although AWS would not save them any more. */
      readonly unsaved: readonly FlawedPolicy[];
    };

type DerivedKeys = readonly (readonly [key: string, value: string])[];

/** When the request is made: a moment of the labs, so that a verdict is the same every day. */
const NOW = at('2026-01-15T12:00:00Z');

/** What AWS would make of a draft. */
export function judgeDraft(draft: Draft): Judged {
  const read = readDraft(draft, parsePolicy);
  if (read.kind === 'obstacles') return { kind: 'withheld', obstacles: read.obstacles };
  const { request, world } = worldOfCase(read.case, NOW);
  const derived = [...derivedKeys(request, world)].map(
    ([key, value]) => [keyName(key), typeof value === 'string' ? value : value.join(', ')] as const,
  );
  const refusal = shutOut(request);
  if (refusal) return { kind: 'refused', derived, ...refusal };
  const decision = decide(request, world);
  return {
    kind: 'decided',
    derived,
    decision,
    ...(decision.verdict !== 'allow' && { denial: denialAnswer(decision, request, world) }),
    unsaved: read.unsaved,
  };
}
