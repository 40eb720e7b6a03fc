import type { Received } from './received.ts';

/** A header of the answer that a parameter replaces. */
export interface Override {
  readonly parameter: string;
  readonly header: string;
  readonly value: string;
}

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
export const overridesOf = ({ parameters }: Received): readonly Override[] =>
  Object.entries(OVERRIDES).flatMap(([parameter, header]) => {
    const value = parameters.get(parameter);
    return value === undefined ? [] : [{ parameter, header, value }];
  });
