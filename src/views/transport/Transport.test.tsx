import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { commandOf } from '../keymap.ts';
import { Transport } from './Transport.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const onMove = vi.fn<(cursor: number) => void>();
const onPlay = vi.fn<(isPlaying: boolean) => void>();
const onSpeed = vi.fn<(speed: number) => void>();
const onGoTo = vi.fn<() => void>();
const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);

function show(cursor: number, isPlaying = false): void {
  act(() =>
    root.render(
      <Transport
        count={10}
        end={10}
        speed={2}
        speeds={[4, 2, 1]}
        {...{ cursor, isPlaying, onMove, onPlay, onSpeed, onGoTo }}
      />,
    ),
  );
}

const buttons = (): readonly HTMLButtonElement[] => [...host.querySelectorAll('button')];
const button = (name: string): HTMLButtonElement | undefined =>
  buttons().find((one) => one.getAttribute('aria-label')?.startsWith(name));

beforeEach(() => {
  for (const spy of [onMove, onPlay, onSpeed, onGoTo]) spy.mockClear();
});

describe('the transport', () => {
  test('it goes to the first step, back, on, and to the last one', () => {
    show(4);
    for (const name of ['First step', 'Step back', 'Next step', 'Last step']) {
      act(() => button(name)?.click());
    }
    expect(onMove.mock.calls).toEqual([[0], [3], [5], [10]]);
  });

  test.each([
    ['at the start', 0, ['First step', 'Step back']],
    ['at the end', 10, ['Next step', 'Last step']],
  ])(
    'it says where it cannot go, keeps the focus there, and does nothing: %s',
    (_, cursor, off) => {
      show(cursor);
      const disabled = buttons().filter((one) => one.getAttribute('aria-disabled') === 'true');
      expect(disabled.map((one) => one.getAttribute('aria-label'))).toEqual(off);
      for (const one of disabled) {
        one.focus();
        act(() => one.click());
        expect([one.disabled, document.activeElement === one]).toEqual([false, true]);
      }
      expect(onMove).not.toHaveBeenCalled();
    },
  );

  test('it keeps the focus on Next, so that it can be pressed again and again', () => {
    show(4);
    button('Next step')?.focus();
    show(5);
    expect(document.activeElement).toBe(button('Next step'));
  });

  test('it plays and pauses with one button that changes its name', () => {
    show(4);
    act(() => button('Play')?.click());
    show(4, true);
    expect(button('Play')).toBeUndefined();
    act(() => button('Pause')?.click());
    expect(onPlay.mock.calls).toEqual([[true], [false]]);
  });

  test('it says where the run stands, and leads to any step', () => {
    show(4);
    const where = buttons().at(-1);
    expect(where?.textContent).toBe('Step 4 / 10: go to a step');
    act(() => where?.click());
    expect(onGoTo).toHaveBeenCalledTimes(1);
  });

  test('it changes the speed', () => {
    show(4);
    const select = host.querySelector('select');
    expect([...(select?.options ?? [])].map(({ textContent }) => textContent)).toEqual([
      '4 s a step',
      '2 s a step',
      '1 s a step',
    ]);
    act(() => {
      if (select) select.value = '1';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(onSpeed.mock.calls).toEqual([[1]]);
  });

  test('it names for each button a key that does the same', () => {
    show(4);
    const keys = buttons().map((one) => one.getAttribute('aria-keyshortcuts') ?? '');
    const press = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    expect(keys.map((key) => commandOf({ ...press, key }, 'all'))).toEqual([
      'first',
      'back',
      'play',
      'next',
      'last',
      'go-to',
    ]);
  });
});
