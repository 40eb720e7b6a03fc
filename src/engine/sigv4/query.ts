import { decodeText, recode, uriEncode } from './encode.ts';

/** A name and a value; in a list of pairs the order counts and names may repeat. */
export type Pair = readonly [name: string, value: string];

/** One parameter of a query string, as text and as AWS spells it. */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
  readonly encodedName: string;
  readonly encodedValue: string;
}

/** The parameter with this decoded name and value (sig-v4-header-based-auth, canonical query string). */
export const queryParameter = (name: string, value: string): QueryParameter => ({
  name,
  value,
  encodedName: uriEncode(name),
  encodedValue: uriEncode(value),
});

function readParameter(piece: string): QueryParameter {
  const equals = piece.indexOf('=');
  const name = equals < 0 ? piece : piece.slice(0, equals);
  const value = equals < 0 ? '' : piece.slice(equals + 1);
  return {
    name: decodeText(name, 'query'),
    value: decodeText(value, 'query'),
    encodedName: recode(name, 'query'),
    encodedValue: recode(value, 'query'),
  };
}

/**
 * Reads a query string as it came over the wire, in its order, repeats and empty values kept.
 * Nothing between two `&` is no parameter: AWS does not say, so this is modelled on the URL Standard.
 */
export const parseQuery = (rawQuery: string): readonly QueryParameter[] =>
  rawQuery
    .split('&')
    .filter((piece) => piece !== '')
    .map(readParameter);

/** Writes parameters as a query string, in the order given; a value that is missing reads `name=` (sig-v4-header-based-auth). */
export const formatQuery = (parameters: readonly QueryParameter[]): string =>
  parameters.map(({ encodedName, encodedValue }) => `${encodedName}=${encodedValue}`).join('&');

function byEncoding(left: QueryParameter, right: QueryParameter): number {
  if (left.encodedName !== right.encodedName) return left.encodedName < right.encodedName ? -1 : 1;
  if (left.encodedValue === right.encodedValue) return 0;
  return left.encodedValue < right.encodedValue ? -1 : 1;
}

/** Parameters in canonical order: by encoded name, equal names by encoded value (smithy-typescript, getCanonicalQuery). */
export const sortQuery = (parameters: readonly QueryParameter[]): readonly QueryParameter[] =>
  parameters.toSorted(byEncoding);

/** The canonical query string: all parameters, sorted (sig-v4-header-based-auth). */
export const canonicalQuery = (parameters: readonly QueryParameter[]): string =>
  formatQuery(sortQuery(parameters));

/** The first value of a parameter, its name compared to the letter; undefined when it is absent. */
export const queryValue = (
  parameters: readonly QueryParameter[],
  wanted: string,
): string | undefined => parameters.find(({ name }) => name === wanted)?.value;
