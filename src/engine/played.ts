import type { Act, PartyId } from './act.ts';
import type { Check, Judgement } from './judge.ts';
import type { Artifact, Outcome, Step, StepId } from './trace.ts';
import type { World } from './world.ts';

/** What playing one act gives: its rows, the world after it, and how it ended where it was a call. */
export interface Played {
  readonly steps: readonly Step[];
  readonly world: World;
  readonly outcome: Outcome;
}

/** The name a rule's row has: the rule's own, without its service. */
export const rowOf = (rule: string): string => rule.slice(rule.indexOf('.') + 1);

const idOf = (act: Act, row: string): StepId => `${act.id}.${row}`;

interface CallParts {
  readonly act: Act & { readonly by: PartyId; readonly to: PartyId };
  readonly before: World;
  readonly after: World;
  readonly judgement: Judgement;
  readonly request: readonly Artifact[];
  /** What the checks worked on, by rule: shown beside that check. */
  readonly checked?: Readonly<Record<string, readonly Artifact[]>>;
  readonly response: readonly Artifact[];
  readonly status: number;
}

/** The rows of a call: the request, each check made, those never reached in one row, and the answer. */
export function playedCall(parts: CallParts): Played {
  const { act, before, after, judgement } = parts;
  const outcome: Outcome = judgement.refusal
    ? { kind: 'refused', ...judgement.refusal }
    : { kind: 'granted' };
  const checks = judgement.checks.map((check): Step => ({
    act,
    world: before,
    row: 'check',
    id: idOf(act, rowOf(check.rule)),
    by: act.to,
    check,
    artifacts: parts.checked?.[check.rule] ?? [],
  }));
  const skipped: readonly Step[] =
    judgement.notReached.length === 0
      ? []
      : [
          {
            act,
            world: before,
            row: 'not-reached',
            id: idOf(act, 'not-reached'),
            by: act.to,
            rules: judgement.notReached,
            get unmade(): readonly Check[] {
              return judgement.unmade;
            },
            artifacts: [],
          },
        ];
  return {
    steps: [
      {
        act,
        world: before,
        row: 'call',
        id: idOf(act, 'request'),
        from: act.by,
        to: act.to,
        artifacts: parts.request,
      },
      ...checks,
      ...skipped,
      {
        act,
        row: 'answer',
        id: idOf(act, 'answer'),
        from: act.to,
        to: act.by,
        outcome,
        status: parts.status,
        artifacts: parts.response,
        world: after,
      },
    ],
    world: after,
    outcome,
  };
}

/** The single row of something a party does alone. */
export function playedWork(
  act: Act,
  by: PartyId,
  world: World,
  artifacts: readonly Artifact[],
): Played {
  return {
    steps: [{ act, row: 'work', id: idOf(act, 'done'), by, artifacts, world }],
    world,
    outcome: { kind: 'granted' },
  };
}
