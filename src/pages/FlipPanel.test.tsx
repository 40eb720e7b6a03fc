import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { findScenario } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import type { StepId } from '#engine/trace.ts';

import { FlipPanel } from './FlipPanel.tsx';

const onApply = vi.fn<(knobs: RawKnobs) => void>();
let host: HTMLElement;
let root: Root;

/** A scenario that nobody has searched yet. */
const fresh = (id: string): Scenario => {
  const found = findScenario('presigned', id);
  if (!found) throw new Error(`no scenario ${id}`);
  return { ...found };
};

const show = (scenario: Scenario, knobs: RawKnobs = {}, at?: StepId): void =>
  act(() =>
    root.render(
      <FlipPanel
        {...{ scenario, knobs, onApply }}
        run={scenario.play(knobs)}
        {...(at !== undefined && { at })}
      />,
    ),
  );

const rest = () => act(() => vi.advanceTimersByTimeAsync(2000));
const said = (): string => host.querySelector('[role=status]')?.textContent ?? '';
const button = (): HTMLButtonElement | null => host.querySelector('button');

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  onApply.mockClear();
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it says while it searches, then what it found, and one click makes the change', async () => {
  show(fresh('seven-days'));
  expect(said()).toBe('Searching…');
  expect(button()).toBeNull();
  await rest();
  expect(said()).toBe('Link is used at: 12:59:59, instead of 13:05');
  act(() => button()?.click());
  expect(onApply.mock.calls).toEqual([[{ used: '20260115T125959Z' }]]);
});

test('two changes are two lines, and one click makes both', async () => {
  show(fresh('odd-key'), { used: '20260123T190000Z' });
  await rest();
  expect(host.querySelectorAll('li')).toHaveLength(2);
  act(() => button()?.click());
  expect(onApply.mock.calls).toEqual([[{ used: '20260123T175959Z', signed: 'stored' }]]);
});

test('it says so where nothing is found', async () => {
  // Nothing can be changed, and no policy decides.
  const scenario = fresh('seven-days');
  show({ ...scenario, knobs: {}, play: () => scenario.play({}) });
  await rest();
  expect(said()).toBe('None was found with one change or two.');
  expect(button()).toBeNull();
});

test('a change of the run cancels the search and starts another', async () => {
  const scenario = fresh('seven-days');
  const play = vi.fn<Scenario['play']>(scenario.play);
  const watched = { ...scenario, play };
  show(watched);
  show(watched, { change: 'method', used: '20260115T124500Z' });
  await rest();
  expect(said()).toContain('The link holder changes: nothing');
  const cancelled = play.mock.calls.filter(([{ used }]) => used === '20260115T125959Z');
  expect(cancelled).toEqual([]);
});

test('the same run is not searched again', async () => {
  const scenario = fresh('seven-days');
  show(scenario);
  await rest();
  act(() => root.unmount());
  root = createRoot(host);
  show(scenario, {}, 'open-url.token-alive');
  expect(said()).toContain('12:59:59');
});

test.each<[string, RawKnobs, StepId | undefined]>([
  ['ends as it should', { used: '20260115T124500Z' }, undefined],
  ['was decided by another request', {}, 'assume-role.assume-role-allowed'],
])('there is nothing to turn around where a run %s', (_, knobs, at) => {
  show(fresh('seven-days'), knobs, at);
  expect(host.textContent).toBe('');
});

test('an attack that went through is stopped, not flipped', async () => {
  show(fresh('only-once'));
  expect(host.querySelector('h3')?.textContent).toBe('Smallest change that stops it');
  await rest();
  expect(said()).toBe('If-None-Match: * is signed: yes, instead of no');
});
