import type { RuleId } from '#engine/rules.ts';

import { isDoubtful } from '../predict/doubts.ts';
import type { HeardCheck, Hearing } from './hearing.ts';
import { GRANTED } from './said.ts';
import type { CheckVerdict } from './said.ts';

/** How a request ends when its checks are made in some order. */
export interface Ruling {
  readonly verdicts: ReadonlyMap<RuleId, CheckVerdict>;
  /** The code of the answer, or that it is granted. */
  readonly code: string;
  /** The checks whose end rests on something that AWS does not document. */
  readonly openFrom: ReadonlySet<RuleId>;
  /** Whether the answer rests on such a thing, too. */
  readonly isOpen: boolean;
}

/** Makes checks in an order and stops at the first that fails; one that needs what that would have given comes after it. */
export function ruling({ answer }: Hearing, order: readonly HeardCheck[]): Ruling {
  const able = order.filter(({ check }) => check !== undefined);
  const end = able.findIndex(({ check }) => check?.result === 'fail');
  const made = end < 0 ? able : able.slice(0, end + 1);
  const verdicts = new Map(
    order.map((one): readonly [RuleId, CheckVerdict] => [
      one.rule,
      made.includes(one) && one.check ? one.check.result : 'not-reached',
    ]),
  );
  const doubt = made.findIndex(({ check }) => check !== undefined && isDoubtful(check));
  const first = made[doubt];
  const openFrom = new Set(first ? order.slice(order.indexOf(first)).map(({ rule }) => rule) : []);
  const error = made.at(-1)?.check?.error;
  const isRefused = answer.outcome.kind === 'refused';
  return {
    verdicts,
    code: isRefused && error ? error.code : GRANTED,
    openFrom,
    isOpen: first !== undefined || error?.wording === 'modelled',
  };
}
