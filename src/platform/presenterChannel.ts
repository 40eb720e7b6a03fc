import * as v from 'valibot';

import { openedRun } from './opened.ts';

/**
 * Two windows of one browser that show the same: the room's and the presenter's. What travels between them is what a link
 * holds, and a few switches; each message is checked before it counts.
 */

/** What the room's window and the presenter's are called. */
export const ROLES = ['room', 'presenter'] as const;
export type Role = (typeof ROLES)[number];

const hands = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)));

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What both windows show. A place travels as its link, so nothing does that a link would not hold. */
const twinState = v.strictObject({
  link: v.pipe(v.string(), v.maxLength(16_384), v.startsWith('#/')),
  /** The question in class that a presented run was opened from. */
  from: v.exactOptional(v.pipe(v.string(), v.maxLength(16_384), v.startsWith('#/'))),
  theme: v.pipe(v.string(), v.maxLength(20)),
  isPlaying: v.boolean(),
  speed: v.number(),
  isBlank: v.boolean(),
  opened: v.exactOptional(openedRun),
  scale: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(200)),
  contrast: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(200)),
  isCodeShown: v.boolean(),
  scroll: v.strictObject({ picture: share, words: share }),
  /** The question in class, where the browser keeps none: else both windows read it there. */
  asked: v.exactOptional(v.strictObject({ phase: v.string(), before: hands, after: hands })),
});
export type TwinState = Readonly<v.InferOutput<typeof twinState>>;

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]{8}$/));
const pixels = v.pipe(v.number(), v.minValue(1), v.maxValue(20_000));

const head = { version: v.literal(1), from: name, role: v.picklist(ROLES) };

const message = v.variant('kind', [
  v.strictObject({ ...head, kind: v.literal('hello') }),
  v.strictObject({
    ...head,
    kind: v.literal('here'),
    size: v.strictObject({ width: pixels, height: pixels }),
  }),
  v.strictObject({ ...head, kind: v.literal('bye') }),
  v.strictObject({
    ...head,
    kind: v.literal('state'),
    count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    state: twinState,
  }),
  v.strictObject({
    ...head,
    kind: v.literal('pointer'),
    at: v.nullable(v.strictObject({ x: share, y: share })),
  }),
]);
export type TwinMessage = Readonly<v.InferOutput<typeof message>>;

/** When a state was written, and by whom: two windows that write at once agree on which counts. */
export interface Stamp {
  readonly count: number;
  readonly from: string;
}

/** Whether one stamp is later than another. */
export const isNewer = (one: Stamp, than: Stamp): boolean =>
  one.count > than.count || (one.count === than.count && one.from > than.from);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A name that nothing else in this browser has. */
export const freshName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % 32]).join('');

export interface TwinChannel {
  readonly send: (message: TwinMessage) => void;
  readonly close: () => void;
}

/** Opens the channel of a pair of windows; what is none of our messages is not heard. */
export function openTwinChannel(
  pair: string,
  onMessage: (message: TwinMessage) => void,
): TwinChannel {
  const channel = new BroadcastChannel(`shortlived-twin-${pair}`);
  channel.addEventListener('message', ({ data }) => {
    const read = v.safeParse(message, data);
    if (read.success) onMessage(read.output);
  });
  return {
    // A channel reaches this origin only; the rule thinks of windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (sent) => channel.postMessage(sent),
    close: () => channel.close(),
  };
}
