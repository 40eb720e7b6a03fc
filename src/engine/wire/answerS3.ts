import { judge } from '../judge.ts';
import type { RuleAbout } from '../rules.ts';
import { OPEN_URL_RULES } from '../s3/openUrl.ts';
import type { S3Context, SignedIn } from '../s3/received.ts';
import { contextOf } from '../s3/request.ts';
import { serve } from '../s3/serve.ts';
import {
  bucketFound,
  headersSigned,
  keyKnown,
  objectFound,
  signatureMatches,
  signerAllowed,
  tokenAccepted,
  tokenAlive,
} from '../s3/signerRules.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import type { World } from '../world.ts';
import type { HttpAnswer, HttpCall } from './http.ts';
import { s3Refusal } from './s3Rest.ts';

/** S3 as a server of objects: an HTTP request comes in, an HTTP response goes out, and the world is another. */

const PERMISSION = [bucketFound, signerAllowed, objectFound] as const;

const RULES: Readonly<Record<SignedIn, readonly RuleAbout<S3Context>[]>> = {
  query: OPEN_URL_RULES,
  header: [keyKnown, tokenAccepted, tokenAlive, headersSigned, signatureMatches, ...PERMISSION],
  nothing: PERMISSION,
};

/**
 * Answers a request for an object, signed in its query, in its headers or not at all; signatures are verified with the
 * secrets of the world (S3 API reference, GetObject and its like). Access points and buckets themselves are not served.
 */
export function answerS3(
  world: World,
  call: HttpCall,
): { readonly answer: HttpAnswer; readonly world: World } {
  const headers = canonicalHeaders(call.headers);
  const label = sha256Hex(
    [call.method, call.host, call.path, call.query, headers.get('authorization'), world.now].join(),
  );
  const context = contextOf(world, call);
  if ('code' in context) return { answer: s3Refusal(context, label, call.method), world };
  const { received } = context;
  const { refusal } = judge(RULES[received.signedIn], context);
  if (refusal) return { answer: s3Refusal(refusal.error, label, call.method), world };
  const contentType = headers.get('content-type') ?? 'binary/octet-stream';
  return serve(world, {
    method: received.method,
    bucket: received.bucket,
    key: received.key,
    label,
    upload: { contentType, body: call.body },
  });
}
