import { credentialsOf } from '#engine/credentials.ts';
import { promised } from '#engine/never.ts';
import type { PrincipalElement } from '#engine/policy/document.ts';
import type { TemporaryKey } from '#engine/world.ts';
import type { Instant } from '#engine/time.ts';
import type { Trace } from '#engine/trace.ts';

import { spokenMoment } from './compareCell.ts';
import type { CompareCell } from './compareCell.ts';
import type { WayRun } from './ways.ts';

/** What a run of the job shows, read from its trace. */

/** The session that an act has opened; undefined where it did not happen. */
export function sessionOf({ trace }: WayRun, act: string): TemporaryKey | undefined {
  const world = trace.steps.at(-1)?.world ?? trace.start;
  const key = credentialsOf(world, { issuedBy: act });
  return key?.kind === 'temporary' ? key : undefined;
}

const accountOf = (trace: Trace) =>
  promised(Object.values(trace.start.accounts)[0], 'the job has an account');

/** A principal of a trust policy, by its name. */
const namesOf = (principal: PrincipalElement | undefined): readonly string[] =>
  typeof principal === 'object' ? Object.values(principal).flat() : [];

/** Whom the role trusts, and what stands for it in the account. */
export function trustOf({ trace }: WayRun): CompareCell {
  const { roles, rolesAnywhere } = accountOf(trace);
  const [role] = Object.values(roles);
  if (!role) return { says: 'Nobody. The key belongs to a user of the account itself.' };
  const { Statement } = role.trustPolicy.document;
  const names = [Statement].flat().flatMap(({ Principal }) => namesOf(Principal));
  const [anchor] = Object.values(rolesAnywhere?.trustAnchors ?? {});
  return {
    says: anchor
      ? `A CA: the trust anchor ${anchor.name} holds its certificate, and the role trusts the service.`
      : 'An identity provider: IAM knows it by this name, and the role trusts it.',
    code: names.join(', '),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  'rolesanywhere:CreateSession': 'CreateSession',
  'sts:AssumeRoleWithSAML': 'AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity': 'AssumeRoleWithWebIdentity',
  call: 'PutObject',
};

/** The call that shows the proof, and the algorithm that signs it. */
export function openedBy({ trace }: WayRun): CompareCell {
  const [step] = trace.steps;
  const sent = promised(step, 'the job begins with a call');
  const text = sent.artifacts.find(({ kind }) => kind === 'request')?.text ?? '';
  const algorithm = /^Authorization: (\S+)/m.exec(text)?.[1];
  const code = NAMES[sent.act.kind] ?? sent.act.kind;
  if (sent.act.kind === 'call') {
    return { says: 'No call before it: the upload itself is signed with the key.', code };
  }
  return {
    says: algorithm === undefined ? 'Not signed: it carries the proof.' : `Signed: ${algorithm}.`,
    code,
  };
}

/** Whom the trail names. */
export function trailOf({ trace }: WayRun): CompareCell {
  const answer = trace.steps.find(({ id }) => id === 'write.answer');
  const record = answer?.artifacts.find(({ kind }) => kind === 'cloudtrail')?.text ?? '';
  const source = /"sourceIdentity": "([^"]*)"/.exec(record)?.[1];
  return {
    code: promised(/"arn": "([^"]*)"/.exec(record)?.[1], 'a record names its caller'),
    ...(source !== undefined && {
      says: `The session is called by the certificate’s serial number. The source identity is ${source}.`,
    }),
  };
}

/** The moment from which what lay on the disk is worth nothing; undefined where there is none. */
export function endOfProof({ trace }: WayRun): Instant | undefined {
  const act = trace.steps.find(({ act: { id } }) => id === 'open-thief')?.act;
  if (act?.kind === 'sts:AssumeRoleWithSAML') {
    return typeof act.sAMLAssertion === 'string' ? undefined : act.sAMLAssertion.notOnOrAfter;
  }
  if (act?.kind === 'sts:AssumeRoleWithWebIdentity') {
    return typeof act.webIdentityToken === 'string' ? undefined : act.webIdentityToken.expiresAt;
  }
  if (act?.kind !== 'rolesanywhere:CreateSession') return undefined;
  const shown = trace.start.x509?.certificates.find(({ id }) => id === act.certificate);
  return shown?.notAfter;
}

/** How long a thief can come back with what lay on the disk, if nobody acts. */
export function limitOf(run: WayRun): Required<Pick<CompareCell, 'says'>> {
  const end = endOfProof(run);
  return end === undefined
    ? { says: 'For ever: the key has no end of its own.' }
    : { says: `Until ${spokenMoment(end)}.` };
}
