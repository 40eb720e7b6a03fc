import { API_SERVICE } from '#engine/api/service.ts';

import { API_RULES } from '../apiRules.ts';
import { sayAnswered, sayAsking } from '../sayConsole.ts';
import type { Subject } from './subject.ts';

/** Calls to any service. */
export const API: Subject = {
  service: API_SERVICE,
  rules: API_RULES,
  says: (step, names) => {
    const { act, world } = step;
    if (act.kind !== 'call') return undefined;
    return step.row === 'answer'
      ? sayAnswered(act, names.who, step.status, world)
      : sayAsking(act, names, world);
  },
};
