import { beforeEach, describe, expect, test } from 'vitest';

import { sevenDays as written } from '#content/scenarios/presigned/sevenDays.ts';
import { readyNow } from '#content/subjects/all.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { after, at, hours, minutes, seconds } from '#engine/time.ts';
import { cursorOf } from '#engine/cursor.ts';
import { goTo, setPlaying, setSpeed, useStage } from '#stores/stage.ts';
import type { LabPlace } from '#stores/stage.ts';
import { COMMANDS } from '#views/keymap.ts';
import type { Command } from '#views/keymap.ts';

import { labCommands, moveCursor, reset, setBeside, turn, turnClock } from './labActions.ts';
import type { Scene } from './useRun.ts';

const sevenDays = { ...readyNow(written), knobs: written.knobs };

const START = at('2026-01-15T12:00:00Z');
const SESSION_ENDS = after(START, hours(1));

const place = (): LabPlace => {
  const found = useStage.getState().place;
  if (found.page !== 'lab') throw new Error('the stage shows a lab');
  return found;
};

/** The scene the stage asks for: what the page would show. */
function sceneNow(): Scene {
  const { knobs, step } = place();
  const run = sevenDays.play(knobs, { parsePolicy });
  const used = sevenDays.knobs.used;
  const when = run.trace.steps.find(({ id }) => id === 'wait.clock')?.world.now ?? used.initial;
  return {
    knobs,
    scenario: sevenDays,
    run,
    notices: [],
    cursor: cursorOf(run.trace, step).cursor,
    canSign: true,
    isResting: false,
    isGated: false,
    clock: { at: when, min: used.min, max: used.max },
  };
}

const commands = () => labCommands(sceneNow(), { ...useStage.getState(), mode: place().mode });
const press = (...keys: readonly Command[]): void =>
  keys.forEach((command) => commands()[command]?.());
const cursor = (): number => sceneNow().cursor;
const LENGTH = sevenDays.play({}).trace.steps.length;

beforeEach(() => {
  useStage.setState(useStage.getInitialState(), true);
  goTo({ page: 'lab', lab: 'presigned', scenario: 'seven-days', knobs: {}, mode: 'study' });
});

describe('moving', () => {
  test('it goes on step by step to the end and no further, and back to the start and no further', () => {
    for (let count = 0; count < LENGTH + 3; count += 1) press('next');
    expect(cursor()).toBe(LENGTH);
    for (let count = 0; count < LENGTH + 3; count += 1) press('back');
    expect(cursor()).toBe(0);
    expect(Object.hasOwn(place(), 'step')).toBe(false);
  });

  test('it goes to the first and the last step, and starts again with all changes kept', () => {
    turn(sceneNow(), 'signer', 'user');
    press('last');
    expect(cursor()).toBe(sceneNow().run.trace.steps.length);
    press('restart');
    expect([cursor(), place().knobs]).toEqual([0, { signer: 'user' }]);
    press('last', 'first');
    expect(cursor()).toBe(0);
  });

  test('it goes from act to act', () => {
    const acts: (string | undefined)[] = [];
    while (cursor() < LENGTH) {
      press('next-phase');
      acts.push(sceneNow().run.trace.steps[cursor() - 1]?.act.id);
    }
    expect(acts).toEqual(['assume-role', 'sign', 'share', 'wait', 'open-url']);
    press('previous-phase', 'previous-phase');
    expect(sceneNow().run.trace.steps[cursor() - 1]?.act.id).toBe('share');
  });

  test('it holds the id of a step, which a change of the run does not move', () => {
    moveCursor(sceneNow(), 99);
    expect(place().step).toBe('open-url.answer');
    turn(sceneNow(), 'signer', 'chained');
    expect(sceneNow().run.trace.steps[cursor() - 1]?.id).toBe('open-url.answer');
  });

  test('it stops a run that plays by itself', () => {
    setPlaying(true);
    press('next');
    expect(useStage.getState().isPlaying).toBe(false);
  });
});

describe('turning', () => {
  test('it keeps only what differs from the start', () => {
    turn(sceneNow(), 'signer', 'user');
    turn(sceneNow(), 'expires', '900');
    turn(sceneNow(), 'signer', 'role');
    expect(place().knobs).toEqual({ expires: '900' });
  });

  test('it edits a policy without a knob, keeps the place while nobody can read it, and puts it back', () => {
    const edit = 'edit-ReportReaderTrust';
    const run = sevenDays.play({});
    const original = run.policies.find(({ knob }) => knob === edit)?.original ?? '';
    moveCursor(sceneNow(), LENGTH);
    turn(sceneNow(), edit, `${original} `);
    expect(place().knobs).toEqual({ [edit]: `${original} ` });
    expect(place().step).toBe(run.trace.steps.at(-1)?.id);
    turn(sceneNow(), edit, original);
    expect(place().knobs).toEqual({});
    turn(sceneNow(), edit, '{');
    turn(sceneNow(), 'expires', '900');
    reset(sceneNow(), edit);
    expect(place().knobs).toEqual({ expires: '900' });
  });

  test('it keeps a text for a knob that nobody knows', () => {
    turn(sceneNow(), 'constructor', 'x');
    expect(Object.entries(place().knobs)).toEqual([['constructor', 'x']]);
  });
});

describe('the clock', () => {
  test('it replays the run at its moment', () => {
    turnClock(sceneNow(), after(START, minutes(45)));
    expect(place().knobs).toEqual({ used: '20260115T124500Z' });
    expect(sceneNow().run.trace.outcomes['open-url']?.kind).toBe('granted');
  });

  test('it goes in ticks of five minutes', () => {
    press('clock-forward');
    expect(sceneNow().clock.at).toBe(after(SESSION_ENDS, minutes(10)));
    press('clock-back', 'clock-back', 'clock-back');
    expect(sceneNow().clock.at).toBe(after(SESSION_ENDS, minutes(-5)));
  });

  test('it goes to the last second of a life, and to the first one after it', () => {
    press('clock-previous-event');
    expect(sceneNow().clock.at).toBe(after(SESSION_ENDS, seconds(1)));
    expect(sceneNow().run.trace.outcomes['open-url']?.kind).toBe('refused');
    press('clock-previous-event');
    expect(sceneNow().clock.at).toBe(SESSION_ENDS);
    expect(sceneNow().run.trace.outcomes['open-url']?.kind).toBe('granted');
    press('clock-next-event');
    expect(sceneNow().clock.at).toBe(after(SESSION_ENDS, seconds(1)));
  });
});

describe('the rest', () => {
  test('it plays and pauses, faster and slower within what there is', () => {
    press('play');
    expect(useStage.getState().isPlaying).toBe(true);
    press('play', 'faster', 'faster', 'faster');
    expect([useStage.getState().isPlaying, useStage.getState().speed]).toEqual([false, 1]);
    press('slower', 'slower', 'slower', 'slower');
    expect(useStage.getState().speed).toBe(4);
    setSpeed(2);
  });

  test('it opens layers and presents; blanking and leaving are there only while presenting', () => {
    press('go-to');
    expect(useStage.getState().overlay).toBe('go-to');
    press('help');
    expect(useStage.getState().overlay).toBe('help');
    expect([commands().blank, commands().close]).toEqual([undefined, undefined]);
    press('present');
    expect(place().mode).toBe('present');
    press('blank');
    expect(useStage.getState().isBlank).toBe(true);
    press('close');
    expect(place().mode).toBe('study');
  });

  test('it does something on every command of the keyboard', () => {
    press('present');
    expect(Object.keys(commands()).toSorted()).toEqual([...COMMANDS].toSorted());
  });
});

describe('changing the run', () => {
  test('it keeps the last step seen that the new run has, and never shows the end', () => {
    press('next', 'next', 'next');
    turn(sceneNow(), 'signer', 'user');
    expect(cursor()).toBe(0);
    press('next', 'next');
    turn(sceneNow(), 'signer', 'role');
    expect(place().step).toBe('share.sent');
  });
});

describe('a change with the run before it beside', () => {
  const IN_TIME = { used: '20260115T124500Z' };

  test('it keeps the run as it was, and stands where the two part', () => {
    press('last');
    setBeside(sceneNow(), IN_TIME);
    expect(place()).toMatchObject({ knobs: IN_TIME, was: { knobs: {}, isEach: false } });
    expect(place().step).toBe('open-url.answer');
  });

  test('it shows the check that failed passing, where that is what was looked at', () => {
    press('next-failure');
    expect(place().step).toBe('open-url.token-alive');
    setBeside(sceneNow(), IN_TIME);
    expect(place().step).toBe('open-url.token-alive');
    const { run, cursor: now } = sceneNow();
    expect(run.trace.steps[now - 1]).toMatchObject({ check: { result: 'pass' } });
  });
});
