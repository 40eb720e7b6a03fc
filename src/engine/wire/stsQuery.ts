import type { AwsError } from '../errors.ts';
import { requestId } from '../ids.ts';
import type { HttpAnswer } from './http.ts';
import { formatXml } from './xml.ts';
import type { Xml } from './xml.ts';

/** The STS Query protocol: form fields in, XML out (STS API model, 2011-06-15). */

export const STS_VERSION = '2011-06-15';
const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The XML answer to a call that was granted. */
export function stsResult(action: string, label: string, result: readonly Xml[]): HttpAnswer {
  const body = formatXml(
    [
      `${action}Response`,
      [
        [`${action}Result`, result],
        ['ResponseMetadata', [['RequestId', requestId(label)]]],
      ],
    ],
    NAMESPACE,
  );
  return { status: 200, headers: headers(label), body };
}

/** The XML answer to a call that was refused. */
export function stsErrorResponse(error: AwsError, label: string): HttpAnswer {
  const body = formatXml(
    [
      'ErrorResponse',
      [
        [
          'Error',
          [
            ['Type', 'Sender'],
            ['Code', error.code],
            ['Message', error.message],
          ],
        ],
        ['RequestId', requestId(label)],
      ],
    ],
    NAMESPACE,
  );
  return { status: error.status, headers: headers(label), body };
}

const headers = (label: string) =>
  [
    ['x-amzn-RequestId', requestId(label)],
    ['Content-Type', 'text/xml'],
  ] as const;
