import type { Pair } from '../sigv4/query.ts';
import type { HttpCall } from '../wire/http.ts';
import type { SentRequest } from './signing.ts';

/** A request in the parts that somebody on its way can change, each for itself. */

export const PART_KINDS = ['method', 'host', 'path', 'parameter', 'header'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** What a part says, as it is on the wire. */
export interface PartText {
  readonly name: string;
  readonly value: string;
}

/** A part before and after its way; one that was added has no before, one that was dropped no after. */
export interface Part {
  /** Stays the same when the signer signs anew. */
  readonly id: string;
  readonly kind: PartKind;
  readonly sent?: PartText;
  readonly arrived?: PartText;
}

/** A part that nobody signed. */
export interface AddedPart extends PartText {
  readonly id: string;
  readonly kind: 'parameter' | 'header';
}

/** What happened to a request on its way; undefined is a part that was dropped. */
export interface Tampering {
  readonly changed: Readonly<Record<string, string | undefined>>;
  readonly added: readonly AddedPart[];
}

/** A request that nobody touched. */
export const UNTOUCHED: Tampering = { changed: {}, added: [] };

type Signed = Pick<Part, 'id' | 'kind'> & { readonly sent: PartText };

/** The id of the `count`-th part of a name, from 0. */
export const partId = (kind: 'parameter' | 'header', name: string, count = 0): string =>
  `${kind}:${name}:${count}`;

const named = (kind: 'parameter' | 'header', pairs: readonly Pair[]): readonly Signed[] =>
  pairs.map(([name, value], index) => {
    const count = pairs.slice(0, index).filter(([earlier]) => earlier === name).length;
    return { id: partId(kind, name, count), kind, sent: { name, value } };
  });

const only = (kind: 'method' | 'host' | 'path', value: string): Signed => ({
  id: kind,
  kind,
  sent: { name: kind, value },
});

/** The parts of a request, before and after what happened to it, in the order of the wire. */
export function partsOf(
  { method, host, rawPath, query, headers }: SentRequest,
  { changed, added }: Tampering,
): readonly Part[] {
  const arrive = ({ id, kind, sent }: Signed): Part => {
    const value = Object.hasOwn(changed, id) ? changed[id] : sent.value;
    return { id, kind, sent, ...(value !== undefined && { arrived: { name: sent.name, value } }) };
  };
  const come = (wanted: AddedPart['kind']): readonly Part[] =>
    added
      .filter(({ kind }) => kind === wanted)
      .map(({ id, kind, name, value }) => ({ id, kind, arrived: { name, value } }));
  return [
    ...[only('method', method), only('host', host), only('path', rawPath)].map(arrive),
    ...named('parameter', query).map(arrive),
    ...come('parameter'),
    ...named('header', headers).map(arrive),
    ...come('header'),
  ];
}

/** Whether a part arrived other than it was sent. */
export const isChanged = ({ sent, arrived }: Part): boolean =>
  sent?.value !== arrived?.value || sent?.name !== arrived?.name;

/** The request that arrives. */
export function callOf(parts: readonly Part[]): HttpCall {
  const pairs = (wanted: PartKind): readonly Pair[] =>
    parts.flatMap(({ kind, arrived }) =>
      kind === wanted && arrived ? [[arrived.name, arrived.value] as const] : [],
    );
  const one = (kind: PartKind): string => pairs(kind)[0]?.[1] ?? '';
  return {
    method: one('method'),
    host: one('host'),
    path: one('path'),
    query: pairs('parameter')
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
    headers: [['Host', one('host')], ...pairs('header')],
    body: '',
  };
}
