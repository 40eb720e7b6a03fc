import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { narrate } from '#content/narrate.ts';
import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import { stepAt } from '#engine/cursor.ts';

import { AskRoom } from './AskRoom.tsx';
import { Slide } from './Slide.tsx';

const sevenDays = readyNow(written);

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const onMove = vi.fn<(cursor: number) => void>();
const onLeave = vi.fn<() => void>();
const host = document.createElement('div');
document.body.append(host);
const root = createRoot(host);

/** One screen of a run; the end of it unless a cursor is given. */
function show(raw: RawKnobs = {}, at?: number, isBlank = false) {
  const { trace } = sevenDays.play(raw);
  const cursor = at ?? trace.steps.length;
  const step = stepAt(trace, cursor);
  const narration = step && narrate(step, sevenDays);
  act(() =>
    root.render(
      <Slide scenario={sevenDays} {...{ trace, cursor, narration, isBlank, onMove, onLeave }}>
        <p>the diagram</p>
      </Slide>,
    ),
  );
  return { trace, narration };
}

const lives = (): readonly string[] =>
  [...host.querySelectorAll('[aria-label=Lifetimes] li')].map(({ textContent }) =>
    textContent.trim(),
  );
const clock = (): string => host.querySelector('footer strong')?.textContent ?? '';
const press = (name: string): void =>
  act(() =>
    [...host.querySelectorAll('button')]
      .find(({ textContent }) => textContent.startsWith(name))
      ?.click(),
  );

beforeEach(() => {
  onMove.mockClear();
  onLeave.mockClear();
});

describe('a slide', () => {
  test('it shows the diagram, one sentence, one cause and one verdict', () => {
    const { narration } = show();
    for (const said of [
      'the diagram',
      narration?.title,
      narration?.caption,
      narration?.because,
      'REFUSED',
      'ExpiredToken',
    ]) {
      expect(host.textContent).toContain(said);
    }
    expect(host.querySelectorAll('h1')).toHaveLength(1);
  });

  test('it begins with what the scenario is about, and no lifetimes', () => {
    show({}, 0);
    expect(host.textContent).toContain(sevenDays.summary);
    expect(lives()).toEqual([]);
    expect(clock()).toBe('12:00 UTC');
  });

  test('it says who lives until when, and who has ended', () => {
    show();
    expect(lives()).toEqual(['role session ended 13:00', 'link ended 13:00']);
    show({ used: '20260115T124500Z' });
    expect(lives()).toEqual(['role session until 13:00', 'link until 13:00']);
  });

  test('it lets nothing end before the second that S3 refuses', () => {
    show({ used: '20260115T130000Z' });
    expect(host.textContent).toContain('GRANTED');
    expect(lives()[0]).toBe('role session until 13:00');
    show({ used: '20260115T130001Z' });
    expect(host.textContent).toContain('REFUSED');
    expect(lives()[0]).toBe('role session ended 13:00');
  });

  test('it shows the day with the time when it is another one', () => {
    show({ used: '20260120T080000Z' });
    expect(clock()).toBe('20 Jan 08:00 UTC');
  });

  test('it goes on, back and away by large buttons, and says where it cannot go', () => {
    const { trace } = show({}, 3);
    press('Next');
    press('Back');
    press('Leave');
    expect(onMove.mock.calls).toEqual([[4], [2]]);
    expect(onLeave).toHaveBeenCalledTimes(1);
    show({}, trace.steps.length);
    expect(
      [...host.querySelectorAll('button')].map((button) => button.getAttribute('aria-disabled')),
    ).toEqual([null, 'false', 'true']);
  });

  test('it asks the room in place of the words, and no lifetime tells the answer', () => {
    const { trace } = sevenDays.play({});
    act(() =>
      root.render(
        <Slide
          scenario={sevenDays}
          narration={undefined}
          cursor={12}
          isBlank={false}
          asks={<AskRoom question="Does it open?" options={['Yes', 'No']} />}
          {...{ trace, onMove, onLeave }}
        >
          <p>the diagram</p>
        </Slide>,
      ),
    );
    expect(host.querySelector('[aria-label="This step"]')?.textContent).toContain('Does it open?');
    expect(
      [...host.querySelectorAll('[aria-label=Answers] li')].map(({ textContent }) => textContent),
    ).toEqual(['A Yes', 'B No']);
    expect(lives()).toEqual([]);
    expect(clock()).toBe('13:05 UTC');
  });

  test('it is blank when asked, and says so', () => {
    show({}, 3, true);
    expect(host.querySelector('[role=img][aria-label*="press B"]')).not.toBeNull();
    show({}, 3);
    expect(host.querySelector('[aria-label*="press B"]')).toBeNull();
  });
});
