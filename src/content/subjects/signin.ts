import { SIGNIN_SERVICE } from '#engine/signin/service.ts';

import { sayAnswered, sayAsking } from '../sayConsole.ts';
import { SIGNIN_RULES } from '../signinRules.ts';
import type { Subject } from './subject.ts';

/** The way into the console. */
export const SIGNIN: Subject = {
  service: SIGNIN_SERVICE,
  rules: SIGNIN_RULES,
  says: (step, names) => {
    const { act, world } = step;
    if (act.kind !== 'signin:getSigninToken' && act.kind !== 'signin:login') return undefined;
    return step.row === 'answer'
      ? sayAnswered(act, names.who, step.status, world)
      : sayAsking(act, names, world);
  },
};
