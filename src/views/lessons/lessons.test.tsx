import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';

import type { Stop } from '#content/lessons/format.ts';
import { HALF_HOUR } from '#content/lessons/halfHour.ts';

import { GivenStop } from './GivenStop.tsx';
import { LessonBar } from './LessonBar.tsx';
import { WriteStop } from './WriteStop.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);
const onGo = vi.fn<(to: number) => void>();
const onStop = vi.fn<(stop: Stop) => void>();

beforeEach(() => {
  onGo.mockClear();
  onStop.mockClear();
});

const press = (name: string): void =>
  act(() =>
    [...host.querySelectorAll('button')]
      .find(({ textContent }) => textContent.startsWith(name))
      ?.click(),
  );

/** Writes into a field, and leaves it. */
function write(label: string, text: string): void {
  const field = [...host.querySelectorAll('label')]
    .find(({ textContent }) => textContent.startsWith(label))
    ?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (!field) throw new Error(`no field: ${label}`);
  const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  act(() => {
    property?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => {
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
}

test('a stop that is given says its words, what is asked, and what comes next', () => {
  act(() =>
    root.render(<GivenStop stops={HALF_HOUR.stops} at={3} isThere={false} {...{ onGo }} />),
  );
  const said = host.textContent;
  for (const words of [
    'Stop 3 of 12: Five past one',
    '3 minutes of 30 minutes',
    'The room is asked:',
  ]) {
    expect(said).toContain(words);
  }
  expect(said).toContain('Then: The session decides.');
  for (const name of ['Previous stop', 'Next stop', 'Back to this stop', '1. A session']) {
    press(name);
  }
  expect(onGo.mock.calls.map(([to]) => to)).toEqual([2, 4, 3, 1]);
  act(() => root.render(<GivenStop stops={HALF_HOUR.stops} at={3} isThere {...{ onGo }} />));
  expect(host.textContent).not.toContain('Then: ');
  expect(host.textContent).toContain('Then the run shows the answer.');
});

test('the bar of a lesson says where its end is', () => {
  act(() =>
    root.render(<LessonBar title="A" at={12} count={12} href="#/lesson/a" {...{ onGo }} />),
  );
  expect(host.textContent).toContain('Stop 12 of 12');
  const [, next] = host.querySelectorAll('button');
  expect(next?.getAttribute('aria-disabled')).toBe('true');
});

test('what is written into a stop counts when it is left, and nothing empties what must be there', () => {
  const stop: Stop = {
    title: 'One',
    link: '#/lab/sts/why-temporary?v=1',
    minutes: 2,
    say: [],
    ask: { question: 'Well?' },
  };
  act(() =>
    root.render(
      <WriteStop
        at={1}
        count={1}
        href="#/lesson/own/1"
        lacks={[]}
        onMove={() => {}}
        onDelete={() => {}}
        {...{ stop, onStop }}
      />,
    ),
  );
  write('Title', '  ');
  expect(onStop).not.toHaveBeenCalled();
  const written = (label: string, text: string): Stop | undefined => {
    write(label, text);
    return onStop.mock.lastCall?.[0];
  };
  expect(written('Title', 'Two ')).toEqual({ ...stop, title: 'Two' });
  expect(written('Minutes', '900')).toEqual({ ...stop, minutes: 120 });
  expect(written('Minutes', 'many')).toEqual(stop);
  expect(written('Say', 'This.\n\n  And  that. ')?.say).toEqual(['This.', 'And that.']);
  expect(written('Answers', 'Yes\nNo\nYes')?.ask).toEqual({
    question: 'Well?',
    options: ['Yes', 'No'],
  });
  expect(written('Answers', 'Yes')?.ask).toEqual({ question: 'Well?' });
  expect(written('Ask the room', '')).not.toHaveProperty('ask');
});
