import { feeds, signedNames } from '#engine/microscope/examine.ts';
import type { Examined } from '#engine/microscope/examine.ts';
import type { Box, BoxId } from '#engine/microscope/derivation.ts';

export const LANES = ['signer', 'verifier'] as const;
export type Lane = (typeof LANES)[number];

/** What somebody points at: a box, or a part of the request. */
export type Spot =
  | { readonly lane: Lane; readonly box: BoxId }
  | { readonly lane: Lane; readonly part: string };

/** What is lit in a lane: boxes, parts of the request by id, the secret. */
export interface Lit {
  readonly boxes: ReadonlySet<BoxId>;
  readonly parts: ReadonlySet<string>;
  readonly secret: boolean;
}

const DARK: Lit = { boxes: new Set(), parts: new Set(), secret: false };

/** What the box that somebody points at was made of; for a part, the boxes it goes into. */
export function litBy(spot: Spot | undefined, found: Examined): Readonly<Record<Lane, Lit>> {
  const lit = { signer: DARK, verifier: DARK };
  if (!spot) return lit;
  const boxes = found[spot.lane];
  const is = 'box' in spot ? madeOf(spot.box, boxes ?? [], found) : goesInto(spot.part, found);
  return { ...lit, [spot.lane]: is };
}

function madeOf(id: BoxId, boxes: readonly Box[], { parts, call }: Examined): Lit {
  const from = boxes.find((box) => box.id === id)?.from ?? [];
  const signed = signedNames(call);
  return {
    boxes: new Set(boxes.map((box) => box.id).filter((other) => from.includes(other))),
    parts: new Set(
      from.includes('request')
        ? parts.filter((part) => feeds(part, signed).includes(id)).map((part) => part.id)
        : [],
    ),
    secret: from.includes('secret'),
  };
}

function goesInto(id: string, { parts, call }: Examined): Lit {
  const part = parts.find((one) => one.id === id);
  return part ? { ...DARK, boxes: new Set(feeds(part, signedNames(call))) } : DARK;
}
