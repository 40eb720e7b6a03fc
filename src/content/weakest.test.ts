import { expect, test } from 'vitest';

import { cursorOf } from '#engine/cursor.ts';
import type { StepId } from '#engine/trace.ts';

import type { RawKnobs } from './knob.ts';
import { wholeJourney } from './scenarios/rolesanywhere/wholeJourney.ts';
import { readyNow } from './subjects/all.ts';
import { weakestAt } from './weakest.ts';
import { sentenceFaults } from './wordFaults.fixture.ts';

const journey = readyNow(wholeJourney);

function said(knobs: RawKnobs, step?: StepId): string {
  const { trace } = journey.play(knobs);
  return weakestAt(trace, step ? cursorOf(trace, step).cursor : trace.steps.length);
}

test.each<[string, RawKnobs, StepId | undefined, string]>([
  [
    'before the session',
    {},
    'create-session.request',
    'The weakest link is the certificate: it opens sessions until 12:00.',
  ],
  [
    'with the session',
    {},
    'create-session.answer',
    'The session ends at 12:30, and whatever it signs ends then at the latest. The certificate ends at 12:00, but nothing that lives asks for it.',
  ],
  [
    'with the URL',
    {},
    'sign.done',
    'The weakest link is the session: it ends at 12:30, and the URL with it. The certificate ends at 12:00, but nothing that lives asks for it.',
  ],
  [
    'after the certificate',
    { opens: '20260119T121500Z' },
    undefined,
    'The weakest link is the session: it ends at 12:30, and the URL with it. The certificate ended at 12:00: it opens no new session, and nothing that lives asks for it.',
  ],
  [
    'after the session',
    {},
    undefined,
    'The URL ended at 12:30, with its session. The certificate ended at 12:00: it opens no new session, and nothing that lives asks for it.',
  ],
  [
    'with a URL that is shorter than its session',
    { length: '43200', life: '1800', opens: '20260119T115500Z' },
    undefined,
    'The weakest link is the URL: it ends at 12:10, by its own date. The certificate ends at 12:00, but nothing that lives asks for it.',
  ],
  [
    'after a change',
    { length: '43200', meanwhile: 'permission', shown: 'quarter' },
    undefined,
    'The URL ended at 11:50, by the change that was made then. The certificate ends 1 Apr 00:00, but nothing that lives asks for it.',
  ],
  [
    'with a certificate that had ended',
    { shown: 'ended' },
    undefined,
    'The certificate ended 15 Jan 11:59:59: it opens no new session.',
  ],
])('%s it names what ends first', (_, knobs, step, says) => {
  expect(said(knobs, step)).toBe(says);
  expect(says.split(/(?<=\.) /).flatMap(sentenceFaults)).toEqual([]);
});

test('it says nothing before anything is shown', () => {
  expect(weakestAt(journey.play({}).trace, 0)).toBe('');
});
