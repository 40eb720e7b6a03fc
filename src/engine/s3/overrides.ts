import type { Headers } from '../wire/http.ts';
import type { Received } from './received.ts';

/** Parameters that replace a header of the answer (GetObject). */
const OVERRIDES: Readonly<Record<string, string>> = {
  'response-content-type': 'Content-Type',
  'response-content-language': 'Content-Language',
  'response-expires': 'Expires',
  'response-cache-control': 'Cache-Control',
  'response-content-disposition': 'Content-Disposition',
  'response-content-encoding': 'Content-Encoding',
};

/** The headers that a request wants in its answer. */
export const overridesOf = ({ parameters }: Received): Headers =>
  Object.entries(OVERRIDES).flatMap(([parameter, header]) => {
    const value = parameters.get(parameter);
    return value === undefined ? [] : [[header, value] as const];
  });
