import { ACCESS_PROOFS } from './access.fixture.ts';
import { PRESIGNED_PROOFS } from './presigned.fixture.ts';
import { LENGTH_PROOFS } from './lengths.fixture.ts';
import type { Proofs } from './proof.fixture.ts';
import { RESPONDING_PROOFS } from './responding.fixture.ts';
import { ROLES_ANYWHERE_PROOFS } from './rolesAnywhere.fixture.ts';
import { SESSION_PROOFS } from './sessions.fixture.ts';

/** How the engine confirms written keys, by question. */
export const PROOFS: Proofs = {
  ...PRESIGNED_PROOFS,
  ...ROLES_ANYWHERE_PROOFS,
  ...SESSION_PROOFS,
  ...LENGTH_PROOFS,
  ...ACCESS_PROOFS,
  ...RESPONDING_PROOFS,
};
