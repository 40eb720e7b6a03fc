import { utf8ToBytes } from '@noble/hashes/utils.js';

import { METHODS } from '../act.ts';
import type { ActId, OpenUrl } from '../act.ts';
import { judge } from '../judge.ts';
import { promised } from '../never.ts';
import { playedCall } from '../played.ts';
import type { Played } from '../played.ts';
import { formatPolicy } from '../policy/format.ts';
import type { RuleAbout } from '../rules.ts';
import type { Check } from '../judge.ts';
import type { Artifact } from '../trace.ts';
import { formatRequest } from '../wire/http.ts';
import { s3ErrorResponse, s3Response } from '../wire/s3Rest.ts';
import { findBucket, findRole, findUser } from '../world.ts';
import type { StoredObject, World } from '../world.ts';
import { keyOf, receive } from './received.ts';
import type { OpenUrlContext } from './received.ts';
import {
  credentialScope,
  dateWellFormed,
  expiresInRange,
  notInTheFuture,
  oneMechanism,
  sixParameters,
  urlAlive,
} from './requestRules.ts';
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
export const OPEN_URL_RULES: readonly RuleAbout<OpenUrlContext>[] = [
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
  const { after, status, text } = served(world, act, received.bucket, received.key);
  return playedCall({ ...parts, after, response: [{ kind: 'response', text }], status });
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
    's3.signer-allowed': policies.map(({ name, document }) => ({
      kind: 'policy',
      name,
      text: formatPolicy(document),
    })),
  };
}

function served(
  world: World,
  act: OpenUrl,
  bucket: string,
  key: string,
): { after: World; status: number; text: string } {
  const { owner, bucket: stored } = promised(findBucket(world, bucket), 's3.bucket-found passed');
  const object = stored.objects[key];
  if (act.method === 'GET' || act.method === 'HEAD') {
    const { contentType, body } = promised(object, 's3.object-found passed');
    const headers = [
      ['Content-Type', contentType],
      ['Content-Length', `${utf8ToBytes(body).length}`],
    ] as const;
    return {
      after: world,
      status: 200,
      text: s3Response(200, act.id, headers, act.method === 'GET' ? body : ''),
    };
  }
  const others = Object.entries(stored.objects).filter(([name]) => name !== key);
  const written: readonly (readonly [string, StoredObject])[] =
    act.method === 'PUT' ? [[key, { contentType: 'application/octet-stream', body: '' }]] : [];
  const buckets = {
    ...owner.buckets,
    [bucket]: { ...stored, objects: Object.fromEntries([...others, ...written]) },
  };
  const after = { ...world, accounts: { ...world.accounts, [owner.id]: { ...owner, buckets } } };
  const status = act.method === 'PUT' ? 200 : 204;
  return { after, status, text: s3Response(status, act.id, [], '') };
}
