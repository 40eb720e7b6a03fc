import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { freshName, isNewer, openTwinChannel } from './presenterChannel.ts';
import type { TwinChannel, TwinMessage } from './presenterChannel.ts';

const HEAD = { version: 1, from: 'abcdefgh', role: 'room' } as const;
const STATE: TwinMessage = {
  ...HEAD,
  kind: 'state',
  count: 3,
  state: {
    link: '#/lab/presigned/seven-days?v=1',
    theme: 'dark',
    isPlaying: false,
    speed: 2,
    isBlank: true,
    scale: 120,
    contrast: 100,
    isCodeShown: false,
    scroll: { picture: 0.5, words: 0 },
  },
};

const opened: TwinChannel[] = [];

/** A window that hears, and a bare channel of the same name. */
function heard() {
  const pair = freshName();
  const onMessage = vi.fn<(message: TwinMessage) => void>();
  opened.push(openTwinChannel(pair, onMessage));
  const bare = new BroadcastChannel(`shortlived-twin-${pair}`);
  opened.push({ send: () => {}, close: () => bare.close() });
  const other = openTwinChannel(pair, () => {});
  opened.push(other);
  return { onMessage, bare, other };
}

afterEach(() => {
  for (const channel of opened.splice(0)) channel.close();
});

describe('the channel of two windows', () => {
  test('it brings each message as it was sent', async () => {
    const { onMessage, other } = heard();
    const all: readonly TwinMessage[] = [
      STATE,
      { ...HEAD, kind: 'hello' },
      { ...HEAD, kind: 'here', size: { width: 1024, height: 768 } },
      { ...HEAD, kind: 'pointer', at: { x: 0, y: 1 } },
      { ...HEAD, kind: 'pointer', at: null },
      { ...HEAD, kind: 'bye' },
    ];
    for (const message of all) other.send(message);
    await vi.waitFor(() => expect(onMessage).toHaveBeenCalledTimes(all.length));
    expect(onMessage.mock.calls.map(([message]) => message)).toEqual(all);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'hello'],
    ['another version', { ...STATE, version: 2 }],
    ['another kind', { ...HEAD, kind: 'run', script: 'x' }],
    ['a field of nobody', { ...STATE, state: { ...STATE.state, pasted: 'x' } }],
    ['a link to elsewhere', { ...STATE, state: { ...STATE.state, link: 'https://example.org/' } }],
    [
      'a link without end',
      { ...STATE, state: { ...STATE.state, link: `#/${'x'.repeat(20_000)}` } },
    ],
    ['a size of nothing', { ...HEAD, kind: 'here', size: { width: 0, height: 768 } }],
    ['a point outside', { ...HEAD, kind: 'pointer', at: { x: 2, y: 0 } }],
    ['letters too small to be', { ...STATE, state: { ...STATE.state, scale: 3 } }],
    ['a name that is none', { ...STATE, from: '<b>' }],
  ])('it hears nothing of %s', async (_, foreign) => {
    const { onMessage, bare, other } = heard();
    // A channel reaches this origin only; the rule thinks of windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    bare.postMessage(foreign);
    other.send({ ...HEAD, kind: 'bye' });
    await vi.waitFor(() => expect(onMessage).toHaveBeenCalled());
    expect(onMessage.mock.calls).toEqual([[{ ...HEAD, kind: 'bye' }]]);
  });
});

test('of two stamps exactly one is newer, unless they are one', () => {
  const stamps = fc.record({ count: fc.nat(3), from: fc.constantFrom('aaaaaaaa', 'bbbbbbbb') });
  fc.assert(
    fc.property(stamps, stamps, stamps, (one, two, three) => {
      const isSame = one.count === two.count && one.from === two.from;
      expect(Number(isNewer(one, two)) + Number(isNewer(two, one))).toBe(isSame ? 0 : 1);
      const isChain = isNewer(one, two) && isNewer(two, three);
      expect(!isChain || isNewer(one, three)).toBe(true);
    }),
  );
});
