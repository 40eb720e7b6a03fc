import type { CanonicalHeaders } from './canonicalHeaders.ts';
import { canonicalQuery, type QueryParameter } from './query.ts';

/** The payload hash of a presigned S3 URL: this literal text, whatever the body (sigv4-query-string-auth). */
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** An HTTP message as it is signed; `path` is the canonical URI. */
export interface SignedMessage {
  readonly method: string;
  readonly path: string;
  readonly query: readonly QueryParameter[];
  readonly headers: CanonicalHeaders;
  readonly payloadHash: string;
}

/**
 * Task 1 of Signature Version 4: method, path, query, headers, header names and payload hash, a line
 * each (sig-v4-header-based-auth). A signed header that did not come counts as empty, which is modelled.
 */
export function canonicalRequest(message: SignedMessage, signedHeaders: readonly string[]): string {
  const { method, path, query, headers, payloadHash } = message;
  const lines = signedHeaders.map((name) => `${name}:${headers.get(name) ?? ''}\n`);
  return `${method}\n${path}\n${canonicalQuery(query)}\n${lines.join('')}\n${signedHeaders.join(';')}\n${payloadHash}`;
}
