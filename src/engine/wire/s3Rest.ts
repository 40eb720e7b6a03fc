import type { AwsError } from '../errors.ts';
import { s3HostId, s3RequestId } from '../ids.ts';
import { formatAnswer } from './http.ts';
import type { Headers, HttpAnswer } from './http.ts';
import { formatXml } from './xml.ts';

/** S3's REST answers (S3 API reference, error responses). */

const idHeaders = (label: string): Headers => [
  ['x-amz-request-id', s3RequestId(label)],
  ['x-amz-id-2', s3HostId(label)],
];

/** An error in S3's envelope: no namespace; code, message, details, request id, host id. A HEAD answer has no body. */
export function s3Refusal(error: AwsError, label: string, method: string): HttpAnswer {
  const { status } = error;
  if (method === 'HEAD') return { status, headers: idHeaders(label), body: '' };
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
  return {
    status,
    headers: [...idHeaders(label), ['Content-Type', 'application/xml']],
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`,
  };
}

/** An answer to a request that was granted. */
export const s3Grant = (
  status: number,
  label: string,
  headers: Headers,
  body: string,
): HttpAnswer => ({ status, headers: [...idHeaders(label), ...headers], body });

/** An error in S3's envelope, as text. */
export const s3ErrorResponse = (error: AwsError, label: string, method: string): string =>
  formatAnswer(s3Refusal(error, label, method));

/** An answer to a request that was granted, as text. */
export const s3Response = (status: number, label: string, headers: Headers, body: string): string =>
  formatAnswer(s3Grant(status, label, headers, body));
