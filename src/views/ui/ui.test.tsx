import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';

import { Header } from './Header.tsx';
import { Layer } from './Layer.tsx';
import { Mark } from './Mark.tsx';
import type { Tone } from './Mark.tsx';
import { VerdictBar } from './VerdictBar.tsx';
import { useWidth } from './useWidth.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const pageOf = (node: React.ReactNode): HTMLElement =>
  new DOMParser().parseFromString(renderToStaticMarkup(node), 'text/html').body;

const TONES = ['good', 'bad', 'none', 'not-reached', 'work'] as const satisfies readonly Tone[];

describe('a verdict', () => {
  test('it has a shape of its own for each tone: colour is never alone', () => {
    const shapes = TONES.map((tone) =>
      pageOf(<Mark tone={tone} />).querySelectorAll('path, circle'),
    );
    const drawn = shapes.map((shape) =>
      [...shape].map((part) => part.getAttribute('d') ?? part.getAttribute('r')).join(),
    );
    expect(new Set(drawn).size).toBe(TONES.length);
  });

  test('it is a word and a code beside its shape, which is hidden from those who hear', () => {
    const page = pageOf(
      <VerdictBar verdict={{ tone: 'bad', word: 'REFUSED', code: 'ExpiredToken' }} />,
    );
    expect(page.textContent).toBe('REFUSEDExpiredToken');
    expect(page.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(page.querySelector('[data-tone=bad] [data-tone=bad]')).not.toBeNull();
    expect(
      pageOf(<VerdictBar verdict={{ tone: 'good', word: 'PASS' }} />).querySelector('code'),
    ).toBeNull();
  });
});

describe('the header', () => {
  const links = [
    { href: '#/', text: 'Start', isCurrent: false },
    { href: '#/quiz', text: 'Quiz', isCurrent: true },
  ];
  const press = vi.fn<() => void>();
  const header = (more: object = {}) =>
    pageOf(
      <Header
        links={links}
        startHref="#/"
        theme="dark"
        {...{ onTheme: press, onHelp: press, onSearch: press }}
        {...more}
      />,
    );
  const inLab = { onShare: press, onPresent: press };

  test('it leads past itself first, and marks the page that is open', () => {
    const anchors = [...header().querySelectorAll('a')];
    expect(anchors[0]?.getAttribute('href')).toBe('#main');
    expect(
      anchors
        .filter((link) => link.getAttribute('aria-current') === 'page')
        .map(({ textContent }) => textContent),
    ).toEqual(['Quiz']);
  });

  test('it offers sharing and presenting only where there is a run', () => {
    expect(header().textContent).not.toMatch(/Share|Present/);
    expect(header(inLab).textContent).toMatch(/Share.*Present/);
  });

  test('it gives every button a name', () => {
    for (const button of header(inLab).querySelectorAll('button')) {
      expect(button.getAttribute('aria-label') ?? button.textContent).not.toBe('');
      expect(button.type).toBe('button');
    }
  });
});

describe('a layer', () => {
  test('it opens over the page, and is closed when it is taken away', () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = createRoot(host);
    const onClose = vi.fn<() => void>();
    act(() =>
      root.render(
        <Layer title="Title" onClose={onClose}>
          inside
        </Layer>,
      ),
    );
    const dialog = host.querySelector('dialog');
    expect([dialog?.open, dialog?.textContent.includes('inside')]).toEqual([true, true]);
    act(() => root.render(null));
    expect(dialog?.open).toBe(false);
  });
});

describe('a width', () => {
  test('it is the given one at first, and then what the browser says, in whole pixels', () => {
    let tell: (width: number) => void = vi.fn<(width: number) => void>();
    const disconnect = vi.fn<() => void>();
    class Observer {
      constructor(listen: (entries: readonly { contentRect: { width: number } }[]) => void) {
        tell = (width) => listen([{ contentRect: { width } }]);
      }
      observe = vi.fn<() => void>();
      disconnect = disconnect;
    }
    vi.stubGlobal('ResizeObserver', Observer);
    const Measured = () => {
      const [ref, width] = useWidth<HTMLDivElement>(720);
      return <div ref={ref}>{width}</div>;
    };
    const host = document.createElement('div');
    const root = createRoot(host);
    act(() => root.render(<Measured />));
    expect(host.textContent).toBe('720');
    act(() => tell(333.4));
    expect(host.textContent).toBe('333');
    act(() => tell(0));
    expect(host.textContent).toBe('333');
    act(() => root.unmount());
    expect(disconnect).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});
