import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

import { ClassTimer } from './ClassTimer.tsx';
import { OpenByHand } from './OpenByHand.tsx';
import { Presenter } from './Presenter.tsx';
import { RoomControls } from './RoomControls.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);
const done = vi.fn<(what: string, by?: number) => void>();

beforeEach(() => done.mockClear());
// What is open over a page would hold up the keys of the files that follow.
afterAll(() => act(() => root.unmount()));

const press = (name: string): void => {
  const button = [...host.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent.startsWith(name),
  );
  if (!button) throw new Error(`no button: ${name}`);
  act(() => button.click());
};

test('it shows this step, the next one and the notes, and moves by buttons', () => {
  act(() =>
    root.render(
      <Presenter
        title="Seven days asked"
        where="Step 2 of 5"
        now="STS answers"
        next="The link is signed."
        notes={[
          { kind: 'say', text: 'One hour.' },
          { kind: 'ask', text: 'And then?' },
        ]}
        hasRoom={false}
        isPlaying={false}
        isSlide
        timer={<p>time</p>}
        picture={<p>picture</p>}
        controls={<p>controls</p>}
        onBack={() => done('back')}
        onNext={() => done('next')}
        onPlay={() => done('play')}
        onGoTo={() => done('go to')}
        onSlide={() => done('slide')}
      />,
    ),
  );
  expect(host.querySelector('h1')?.textContent).toBe('STS answers');
  expect([...host.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
    'Say',
    'Ask',
  ]);
  expect(host.querySelector('[aria-label=Next]')?.textContent).toContain('The link is signed.');
  expect(host.querySelector('[role=status]')?.textContent).toContain('press S');
  for (const name of ['Back', 'Next', 'Play', 'Go to', 'Show the whole lab']) press(name);
  expect(done.mock.calls.map(([what]) => what)).toEqual(['back', 'next', 'play', 'go to', 'slide']);
});

test('the room’s screen is changed by buttons that say how it is', () => {
  act(() =>
    root.render(
      <RoomControls
        isBlank
        isCodeShown={false}
        isPointing={false}
        scale={100}
        contrast={200}
        onBlank={() => done('blank')}
        onCode={() => done('code')}
        onPoint={() => done('point')}
        onScale={(by) => done('scale', by)}
        onContrast={(by) => done('contrast', by)}
        onScroll={(by) => done('scroll', by)}
      />,
    ),
  );
  for (const name of ['Blank', 'Code', 'Point', 'Scroll down', 'More text', 'Less contrast']) {
    press(name);
  }
  expect(done.mock.calls).toEqual([
    ['blank'],
    ['code'],
    ['point'],
    ['scroll', 0.25],
    ['scale', 10],
    ['contrast', -10],
  ]);
  expect(host.querySelector('[aria-pressed=true]')?.textContent).toContain('Blank');
  expect(host.querySelector('[aria-label="More contrast"]')?.getAttribute('aria-disabled')).toBe(
    'true',
  );
});

test('the clock says what is left, and with a plan whether it is kept', () => {
  const timer = (
    planned?: { readonly from: number; readonly until: number },
    elapsed = 600_000,
  ): string => {
    act(() =>
      root.render(
        <ClassTimer
          elapsed={elapsed}
          isRunning={elapsed > 0}
          minutes={30}
          planned={planned}
          onToggle={() => {}}
          onReset={() => {}}
          onMinutes={() => {}}
        />,
      ),
    );
    return host.textContent;
  };
  expect(timer()).toContain('20 minutes left');
  expect(timer({ from: 2, until: 5 })).toContain('5 minutes behind the plan');
  expect(timer({ from: 2, until: 5 }, 0)).not.toContain('plan');
});

test('a window that was kept shut can be opened by hand', () => {
  act(() => root.render(<OpenByHand href="#/presenter/k3x9abcd/facts" onClose={() => {}} />));
  const link = host.querySelector('a');
  expect(link?.getAttribute('href')).toBe('#/presenter/k3x9abcd/facts');
  expect(link?.target).toBe('_blank');
});
