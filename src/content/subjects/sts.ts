import { isStsAct } from '#engine/sts/acts.ts';
import { STS_SERVICE } from '#engine/sts/service.ts';

import { sayStsAnswer, sayStsCall } from '../saySts.ts';
import { STS_RULES } from '../stsRules.ts';
import type { Subject } from './subject.ts';

/** Calls to AWS STS. */
export const STS: Subject = {
  service: STS_SERVICE,
  rules: STS_RULES,
  says: ({ act, row, world }, { who }) => {
    if (!isStsAct(act)) return undefined;
    return row === 'call' ? sayStsCall(act, who) : sayStsAnswer(act, who, world);
  },
};
