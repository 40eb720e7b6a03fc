import type { AwsError } from '../errors.ts';
import { requestId } from '../ids.ts';
import type { Headers, HttpAnswer } from '../wire/http.ts';

/** The answers of Roles Anywhere: JSON over REST (roles-anywhere.md 3.5 and 5.1). */

const headers = (label: string): Headers => [
  ['x-amzn-RequestId', requestId(label)],
  ['Content-Type', 'application/json'],
];

/** The answer with a session: 201, for something was made. */
export const sessionAnswer = (body: string, label: string): HttpAnswer => ({
  status: 201,
  headers: headers(label),
  body,
});

/** An error: its code stands in a header, its message in the body. */
export const refusal = ({ status, code, message }: AwsError, label: string): HttpAnswer => ({
  status,
  headers: [...headers(label), ['x-amzn-ErrorType', code]],
  body: JSON.stringify({ message }),
});
