import { ROLES_ANYWHERE_SERVICE } from '#engine/rolesanywhere/service.ts';

import { LAB_PKI } from '../pki/lab.ts';
import { ROLES_ANYWHERE_RULES } from '../rolesAnywhereRules.ts';
import {
  sayCreateSession,
  sayResourceChange,
  saySession,
  sayUnsaved,
} from '../sayRolesAnywhere.ts';
import type { Subject } from './subject.ts';

/** IAM Roles Anywhere. */
export const ROLES_ANYWHERE: Subject = {
  service: ROLES_ANYWHERE_SERVICE,
  rules: ROLES_ANYWHERE_RULES,
  pki: LAB_PKI,
  says: ({ act, row, world, artifacts }, { who }) => {
    if (act.kind === 'rolesanywhere:change') {
      const refusal = artifacts.find(({ kind }) => kind === 'response');
      return refusal
        ? sayUnsaved(/"message":"([^"]*)"/.exec(refusal.text)?.[1] ?? '')
        : sayResourceChange(act.change, who, world);
    }
    if (act.kind !== 'rolesanywhere:CreateSession') return undefined;
    return row === 'call' ? sayCreateSession(act, who, world) : saySession(act, who, world);
  },
};
