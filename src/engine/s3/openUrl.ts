import { METHODS } from '../act.ts';
import type { ActId, OpenUrl } from '../act.ts';
import { judge } from '../judge.ts';
import { promised } from '../never.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { policyArtifact } from '../policyArtifacts.ts';
import type { RuleAbout } from '../rules.ts';
import type { Check } from '../judge.ts';
import type { Artifact } from '../trace.ts';
import { formatAnswer, formatRequest } from '../wire/http.ts';
import { s3ErrorResponse } from '../wire/s3Rest.ts';
import { findBucket, findRole, findUser } from '../world.ts';
import type { World } from '../world.ts';
import { keyOf, receive } from './received.ts';
import type { OpenUrlContext, S3Context } from './received.ts';
import {
  credentialScope,
  dateWellFormed,
  expiresInRange,
  notInTheFuture,
  oneMechanism,
  sixParameters,
  urlAlive,
} from './requestRules.ts';
import { serve } from './serve.ts';
import {
  bucketFound,
  headersSigned,
  keyKnown,
  objectFound,
  signatureMatches,
  signerAllowed,
  tokenAccepted,
  tokenAlive,
} from './signerRules.ts';

/** S3's checks of a presigned request. AWS publishes no order; this one is presigned-urls.md 5.1's. */
export const OPEN_URL_RULES: readonly RuleAbout<S3Context>[] = [
  oneMechanism,
  sixParameters,
  credentialScope,
  dateWellFormed,
  expiresInRange,
  notInTheFuture,
  urlAlive,
  keyKnown,
  tokenAccepted,
  tokenAlive,
  headersSigned,
  signatureMatches,
  bucketFound,
  signerAllowed,
  objectFound,
];

/** Whether S3 would serve a URL now, sent just as it was signed. */
export function isServed(world: World, id: ActId): boolean {
  const method =
    METHODS.find((name) => world.presignedUrls[id]?.canonicalRequest.startsWith(`${name}\n`)) ??
    'GET';
  const use = {
    kind: 'open-url',
    id: 'use',
    at: world.now,
    by: '',
    to: '',
    url: id,
    headers: [],
    edits: [],
  } as const;
  return judge(OPEN_URL_RULES, receive(world, { ...use, method })).refusal === undefined;
}

/** Plays the use of a presigned URL: the request, S3's checks, the object or an error. */
export function playOpenUrl(world: World, act: OpenUrl): Played {
  const context = receive(world, act);
  const judgement = judge(OPEN_URL_RULES, context);
  const { received } = context;
  const parts = {
    act,
    before: world,
    judgement,
    request: [
      {
        kind: 'request',
        text: formatRequest(
          act.method,
          `${received.rawPath}?${received.rawQuery}`,
          received.headers,
        ),
      },
      { kind: 'url', text: `https://${received.host}${received.rawPath}?${received.rawQuery}` },
    ] as const,
    checked: {
      ...signatureArtifacts(judgement.checks),
      ...policyArtifacts(context, judgement.checks),
    },
  };
  if (judgement.refusal) {
    const { error } = judgement.refusal;
    const text = s3ErrorResponse(error, act.id, act.method);
    return playedCall({
      ...parts,
      after: world,
      response: [{ kind: 'response', text }],
      status: error.status,
    });
  }
  const { bucket, key } = received;
  const { answer, world: after } = serve(world, { method: act.method, bucket, key, label: act.id });
  return playedCall({
    ...parts,
    after,
    response: [{ kind: 'response', text: formatAnswer(answer) }],
    status: answer.status,
  });
}

function signatureArtifacts(
  checks: readonly Check[],
): Readonly<Record<string, readonly Artifact[]>> {
  const check = checks.find(({ rule }) => rule === 's3.signature-matches');
  if (check?.rule !== 's3.signature-matches') return {};
  const { canonicalRequest, stringToSign } = check.evidence;
  return {
    [check.rule]: [
      { kind: 'canonical-request', text: canonicalRequest },
      { kind: 'string-to-sign', text: stringToSign },
    ],
  };
}

function policyArtifacts(
  context: OpenUrlContext,
  checks: readonly Check[],
): Readonly<Record<string, readonly Artifact[]>> {
  if (!checks.some(({ rule }) => rule === 's3.signer-allowed')) return {};
  const { world, received } = context;
  const owner = promised(keyOf(context), 's3.key-known passed').owner;
  const holder =
    owner.kind === 'role-session'
      ? findRole(world, owner.role)
      : 'arn' in owner
        ? findUser(world, owner.arn)
        : undefined;
  const bucketPolicy = findBucket(world, received.bucket)?.bucket.policy;
  const policies = [...(holder?.policies ?? []), ...(bucketPolicy ? [bucketPolicy] : [])];
  return {
    's3.signer-allowed': policies.map(policyArtifact),
  };
}
