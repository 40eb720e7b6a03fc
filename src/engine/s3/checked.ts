import type { Check } from '../judge.ts';
import { policiesRead } from '../policyArtifacts.ts';
import type { Artifact } from '../trace.ts';
import { askedForObject } from './accessRequest.ts';
import { askedForKey } from './encryptionRules.ts';
import type { S3Context } from './received.ts';

function artifactsOf(context: S3Context, check: Check): readonly Artifact[] {
  const { world } = context;
  switch (check.rule) {
    case 's3.signature-matches': {
      const { canonicalRequest, stringToSign } = check.evidence;
      const canonical: readonly Artifact[] =
        canonicalRequest === '' ? [] : [{ kind: 'canonical-request', text: canonicalRequest }];
      return [...canonical, { kind: 'string-to-sign', text: stringToSign }];
    }
    case 's3.signer-allowed':
      return policiesRead(world, check.evidence, askedForObject(context));
    case 's3.kms-allowed':
      return policiesRead(world, check.evidence, askedForKey(context, check.evidence.resource));
    default:
      return [];
  }
}

/** What S3's checks worked on, by rule: the texts it signed again, the policies it asked. */
export const checkedArtifacts = (
  context: S3Context,
  checks: readonly Check[],
): Readonly<Record<string, readonly Artifact[]>> =>
  Object.fromEntries(checks.map((check) => [check.rule, artifactsOf(context, check)]));
