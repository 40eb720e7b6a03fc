/** HTTP messages as text. */

export type Headers = readonly (readonly [name: string, value: string])[];

/** A request as a server receives it: path and query as they came. */
export interface HttpCall {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A response as a server sends it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The reason phrase of each status (RFC 9110, section 15). */
export const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  416: 'Range Not Satisfiable',
};

/** A request as HTTP/1.1 writes it. */
export const formatRequest = (
  method: string,
  target: string,
  headers: Headers,
  body = '',
): string => message(`${method} ${target} HTTP/1.1`, headers, body);

/** A response as HTTP/1.1 writes it. */
export const formatResponse = (status: number, headers: Headers, body = ''): string =>
  message(`HTTP/1.1 ${status} ${REASONS[status] ?? ''}`.trimEnd(), headers, body);

/** An answer as HTTP/1.1 writes it. */
export const formatAnswer = ({ status, headers, body }: HttpAnswer): string =>
  formatResponse(status, headers, body);

/** A start line, headers and, where there is one, a body behind an empty line. */
const message = (start: string, headers: Headers, body: string): string =>
  [
    start,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === '' ? [] : ['', body]),
  ].join('\n');
