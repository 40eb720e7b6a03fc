import { judge } from '../judge.ts';
import type { Judgement } from '../judge.ts';
import { promised } from '../never.ts';
import type { RuleAbout } from '../rules.ts';
import type { HttpAnswer } from '../wire/http.ts';
import type { TemporaryKey, World } from '../world.ts';
import {
  anchorEnabled,
  anchorFound,
  certificateCurrent,
  certificateSufficient,
  notRevoked,
  pathTrusted,
} from './certificateRules.ts';
import { leafOf } from './context.ts';
import type { SessionContext } from './context.ts';
import { refusal, sessionAnswer } from './json.ts';
import { requestValid, signatureCurrent, signatureMatches } from './requestRules.ts';
import { issueSession, sessionJson } from './session.ts';
import {
  assumeRoleAllowed,
  durationWithinRole,
  profileEnabled,
  profileFound,
  roleListed,
  sessionFits,
  sessionNameAccepted,
  sourceIdentityAllowed,
  subjectNamed,
  tagSessionAllowed,
} from './sessionRules.ts';
import { seen } from './subjects.ts';

/**
 * CreateSession's checks. That the signature comes first, the path to the anchor behind it and the trust policy last is
 * known; the rest of the order is modelled (roles-anywhere.md 5.3).
 */
export const CREATE_SESSION_RULES: readonly RuleAbout<SessionContext>[] = [
  requestValid,
  signatureMatches,
  signatureCurrent,
  certificateSufficient,
  certificateCurrent,
  anchorFound,
  anchorEnabled,
  pathTrusted,
  notRevoked,
  profileFound,
  profileEnabled,
  roleListed,
  sessionNameAccepted,
  subjectNamed,
  assumeRoleAllowed,
  tagSessionAllowed,
  sourceIdentityAllowed,
  durationWithinRole,
  sessionFits,
];

/** A CreateSession that was answered. */
export interface Answered {
  readonly judgement: Judgement;
  readonly answer: HttpAnswer;
  readonly world: World;
  readonly key?: TemporaryKey;
}

/** Answers a CreateSession: checks in order, then credentials in JSON, or an error (User Guide, CreateSession). */
export function answerSession(context: SessionContext): Answered {
  const { world, act } = context;
  const judgement = judge(CREATE_SESSION_RULES, context);
  const authenticated = judgement.checks.some(
    ({ rule, result }) => rule === 'rolesanywhere.not-revoked' && result === 'pass',
  );
  const sighting = authenticated
    ? seen(world, act, leafOf(context), judgement.refusal !== undefined)
    : undefined;
  const after = sighting?.world ?? world;
  if (judgement.refusal) {
    return { judgement, answer: refusal(judgement.refusal.error, act.id), world: after };
  }
  const key = issueSession(context);
  const { subject } = promised(sighting, 'who gets a session was seen');
  return {
    judgement,
    key,
    answer: sessionAnswer(sessionJson(context, key, subject), act.id),
    world: { ...after, accessKeys: { ...world.accessKeys, [key.id]: key } },
  };
}
