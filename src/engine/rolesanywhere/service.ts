import { recorded } from '../cloudtrail/recorded.ts';
import type { Service } from '../service.ts';
import { playCreateSession } from './play.ts';
import { playResourceChange } from './playChange.ts';
import { sessionRecords } from './records.ts';

/** IAM Roles Anywhere: sessions for certificates, and what administrators change of it. */
export const ROLES_ANYWHERE_SERVICE: Service = {
  plays: {
    'rolesanywhere:CreateSession': recorded(playCreateSession, sessionRecords),
    'rolesanywhere:change': playResourceChange,
  },
};
