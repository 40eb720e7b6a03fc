import type { AwsError } from '../errors.ts';
import { s3HostId, s3RequestId } from '../ids.ts';
import { formatResponse } from './http.ts';
import type { Headers } from './http.ts';
import { formatXml } from './xml.ts';

/** S3's REST answers (S3 API reference, error responses). */

const idHeaders = (label: string): Headers => [
  ['x-amz-request-id', s3RequestId(label)],
  ['x-amz-id-2', s3HostId(label)],
];

/** An error in S3's envelope: no namespace; code, message, details, request id, host id. A HEAD answer has no body. */
export function s3ErrorResponse(error: AwsError, label: string, method: string): string {
  if (method === 'HEAD') return formatResponse(error.status, idHeaders(label));
  const xml = formatXml([
    'Error',
    [
      ['Code', error.code],
      ['Message', error.message],
      ...error.details,
      ['RequestId', s3RequestId(label)],
      ['HostId', s3HostId(label)],
    ],
  ]);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
  return formatResponse(
    error.status,
    [...idHeaders(label), ['Content-Type', 'application/xml']],
    body,
  );
}

/** An answer to a request that was granted. */
export const s3Response = (status: number, label: string, headers: Headers, body: string): string =>
  formatResponse(status, [...idHeaders(label), ...headers], body);
