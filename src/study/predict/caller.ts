import { naming } from '#content/questions/claim.ts';
import type { Claim } from '#content/questions/claim.ts';
import { endWorld } from '#content/questions/runFacts.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { principalArn } from '#engine/principal.ts';
import type { AccessKey } from '#engine/world.ts';

import type { Case, Manner } from './case.ts';

/** Predictions of who a call is recorded as. */

const signerOf = ({ act, trace }: Case): AccessKey | undefined =>
  'credentials' in act && act.credentials
    ? credentialsOf(endWorld(trace), act.credentials)
    : undefined;

const PREFIX = 'names-';

const arnOf = (claim: Claim): string => claim.slice(PREFIX.length);

export const CALLER: Manner = {
  stem: () => 'Which ARN does CloudTrail record as that of the caller?',
  key: (about) => {
    const owner = signerOf(about)?.owner;
    const arn = owner && principalArn(owner);
    // What a root session is recorded as was not read in full.
    if (!owner || !arn || owner.kind === 'root' || owner.kind === 'root-session') return undefined;
    const record = about.answer?.artifacts.find(
      ({ kind, text }) =>
        kind === 'cloudtrail' &&
        text.includes(`"arn": "${arn}"`) &&
        text.includes('"managementEvent": true'),
    );
    if (!about.answer || !record) return undefined;
    const how =
      owner.kind === 'role-session'
        ? 'A session of a role signs the call. Its ARN names the role and the session.'
        : owner.kind === 'federated-user'
          ? 'A federated user signs the call, and the ARN names that user.'
          : 'The user signs the call, with a key or with a session of the user’s own.';
    return { claim: naming(arn), step: about.answer.id, why: how, source: 'iam.cloudtrail' };
  },
  matters: () => ['caller'],
  fitted: (claim) => claim,
  others: ({ trace }) => [
    Object.values(endWorld(trace).accessKeys).flatMap(({ owner }) => {
      const arn = principalArn(owner);
      return arn === undefined || owner.kind === 'root' ? [] : [naming(arn)];
    }),
  ],
  text: arnOf,
  refutation: (claim) => ({
    why: `Who is called ${arnOf(claim).split('/').slice(-2).join('/')} did not sign this call.`,
  }),
  rank: () => undefined,
};
