import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { keyFile } from '#content/scenarios/rolesanywhere/keyFile.ts';
import { readyNow } from '#content/subjects/all.ts';
import { cursorOf } from '#engine/cursor.ts';
import type { StepId } from '#engine/trace.ts';

import { certificatesShown } from '#content/certificateLives.ts';
import { Timeline } from './Timeline.tsx';

const story = readyNow(keyFile);
const START = keyFile.knobs['writes'];

function draw(step: StepId, knobs: RawKnobs = {}): HTMLElement {
  const { trace } = story.play(knobs);
  if (START?.kind !== 'moment') throw new Error('the clock is a moment');
  const { initial, min, max } = START;
  return new DOMParser().parseFromString(
    renderToStaticMarkup(
      <Timeline
        scenario={story}
        trace={trace}
        cursor={cursorOf(trace, step).cursor}
        clock={{ at: initial, min, max }}
        onClock={() => undefined}
      />,
    ),
    'text/html',
  ).body;
}

const labelOf = (page: HTMLElement) => page.querySelector('[role=img]')?.getAttribute('aria-label');

test('a certificate’s validity stands beside the session that it opened', () => {
  const page = draw('create-session.answer');
  expect(labelOf(page)).toMatch(
    /^Lifetimes: .*certificate batch-07: valid from 1 Jan 00:00 until 1 Apr 00:00; .*until 15 Jan 13:00/,
  );
  expect(page.textContent).toContain('valid until 1 Apr 00:00');
});

test('one that ended before the axis begins says when', () => {
  expect(
    draw('create-session.certificate-current', { certificate: 'ended' }).textContent,
  ).toContain('ended 15 Jan 11:59:59');
});

test('none is there before it was shown', () => {
  const { trace } = story.play({});
  expect(certificatesShown(trace, 0)).toEqual([]);
  expect(certificatesShown(trace, trace.steps.length).map(({ name }) => name)).toEqual([
    'cert. batch-07',
  ]);
});
