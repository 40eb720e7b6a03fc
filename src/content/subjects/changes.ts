import { CHANGE_SERVICE } from '#engine/change/service.ts';

import { sayChange } from '../sayChange.ts';
import type { Subject } from './subject.ts';

/** What administrators change. */
export const CHANGES: Subject = {
  service: CHANGE_SERVICE,
  rules: {},
  says: ({ act, world }, { who }) =>
    act.kind === 'change' ? sayChange(act.change, who, world) : undefined,
};
