import { judge } from '../judge.ts';
import { RULES_BY_SIGNATURE } from '../s3/rules.ts';
import { contextOf } from '../s3/request.ts';
import { serve } from '../s3/serve.ts';
import { canonicalHeaders } from '../sigv4/canonicalHeaders.ts';
import { sha256Hex } from '../sigv4/stringToSign.ts';
import type { World } from '../world.ts';
import type { HttpAnswer, HttpCall } from './http.ts';
import { s3Refusal } from './s3Rest.ts';

/** S3 as a server of objects: an HTTP request comes in, an HTTP response goes out, and the world is another. */

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
  const { refusal } = judge(RULES_BY_SIGNATURE[received.signedIn], context);
  if (refusal) return { answer: s3Refusal(refusal.error, label, call.method), world };
  return serve(context, label);
}
