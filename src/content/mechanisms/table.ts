import type { Row } from './cell.ts';
import type { Mechanism } from './mechanism.ts';
import { HYBRID_ROW, IOT_ROW } from './machines.ts';
import { CENTER_ROW, COGNITO_ROW, SAML_ROW } from './people.ts';
import { ATTACHED_ROW, KEY_ROW, OIDC_ROW, ROLES_ANYWHERE_ROW } from './workloads.ts';

/** Every mechanism with what each clue does to it. */
export const TABLE: Readonly<Record<Mechanism, Row>> = {
  'roles-anywhere': ROLES_ANYWHERE_ROW,
  saml: SAML_ROW,
  oidc: OIDC_ROW,
  cognito: COGNITO_ROW,
  'identity-center': CENTER_ROW,
  'ssm-hybrid': HYBRID_ROW,
  iot: IOT_ROW,
  'attached-role': ATTACHED_ROW,
  'access-key': KEY_ROW,
};
