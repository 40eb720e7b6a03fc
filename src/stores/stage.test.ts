import { beforeEach, describe, expect, test } from 'vitest';

import {
  SPEEDS,
  addNotice,
  dismissNotices,
  goTo,
  isPresented,
  leavePresenting,
  lookAt,
  moveTo,
  openTab,
  presentFrom,
  setKnobs,
  setMode,
  setOverlay,
  setPlaying,
  setSpeed,
  toggleBlank,
  useStage,
} from './stage.ts';
import type { LabPlace, Place } from './stage.ts';

const LAB: LabPlace = {
  page: 'lab',
  lab: 'presigned',
  scenario: 'seven-days',
  knobs: {},
  mode: 'study',
};
const START = useStage.getInitialState();

const stage = () => useStage.getState();

beforeEach(() => {
  useStage.setState(START, true);
  goTo(LAB);
});

describe('the stage', () => {
  test('it begins at the start page, with nothing playing', () => {
    expect(START).toEqual({
      place: { page: 'start' },
      notices: [],
      isPlaying: false,
      speed: 2,
      isBlank: false,
    });
    expect(SPEEDS).toContain(START.speed);
  });

  test('what one looks at stays with its step, and no longer', () => {
    moveTo('create-session.path-trusted');
    lookAt({ at: 1, part: 'bytes' });
    setKnobs({ chain: 'nothing' });
    moveTo('create-session.path-trusted');
    expect(stage().place).toMatchObject({ trial: { at: 1, part: 'bytes' } });
    moveTo('create-session.not-revoked');
    expect(stage().place).not.toHaveProperty('trial');
  });

  test('it holds nothing but what is on stage: no run, no trace, no scenario', () => {
    moveTo('sign.done');
    setKnobs({ signer: 'user' });
    openTab('url');
    setMode('present');
    setOverlay('share');
    addNotice('Said.');
    setPlaying(true);
    toggleBlank();
    expect(Object.keys(stage()).toSorted()).toEqual([
      'isBlank',
      'isPlaying',
      'notices',
      'overlay',
      'place',
      'speed',
    ]);
    expect(Object.keys(stage().place).toSorted()).toEqual([
      'knobs',
      'lab',
      'mode',
      'page',
      'scenario',
      'step',
      'tab',
    ]);
  });

  test('it can be written down and read again', () => {
    moveTo('sign.done');
    setKnobs({ used: '20260115T124500Z' });
    expect(JSON.parse(JSON.stringify(stage()))).toEqual(stage());
    expect(JSON.stringify(stage()).length).toBeLessThan(400);
  });
});

describe('a place', () => {
  test('it is shown with its notices; what was playing or open is over', () => {
    setPlaying(true);
    setOverlay('go-to');
    goTo({ page: 'quiz', question: 'one' }, ['Put right.']);
    expect(stage()).toEqual({
      ...START,
      place: { page: 'quiz', question: 'one' },
      notices: ['Put right.'],
    });
    goTo({ page: 'start' });
    expect(stage().notices).toEqual([]);
  });

  test('it keeps the theme of its link', () => {
    useStage.setState({ linkTheme: 'dark' });
    goTo({ page: 'quiz' });
    expect(stage().linkTheme).toBe('dark');
  });

  test.each<Place>([{ page: 'start' }, { page: 'quiz' }, { page: 'missing', asked: '/x' }])(
    'it is left alone by what only a lab has: $page',
    (place) => {
      goTo(place);
      moveTo('sign.done');
      setKnobs({ signer: 'user' });
      openTab('url');
      setMode('present');
      expect(stage().place).toBe(place);
    },
  );
});

describe('a lab’s place', () => {
  test('it moves to a step, and back to the start', () => {
    moveTo('sign.done');
    expect(stage().place).toEqual({ ...LAB, step: 'sign.done' });
    moveTo(undefined);
    expect(stage().place).toEqual(LAB);
    expect(Object.hasOwn(stage().place, 'step')).toBe(false);
  });

  test('it takes all knobs at once', () => {
    setKnobs({ signer: 'user', used: 'x' });
    expect(stage().place).toEqual({ ...LAB, knobs: { signer: 'user', used: 'x' } });
    setKnobs({});
    expect(stage().place).toEqual(LAB);
  });

  test('it takes a knob by any name for a knob', () => {
    setKnobs(Object.fromEntries(['__proto__', 'constructor'].map((name) => [name, 'x'])));
    expect({}).not.toHaveProperty('x');
    expect(stage().place).toMatchObject({ scenario: 'seven-days' });
  });

  test('it keeps its step when a knob is turned: the run finds the nearest one', () => {
    moveTo('open-url.answer');
    setKnobs({ signer: 'user' });
    expect(stage().place).toMatchObject({ step: 'open-url.answer' });
  });

  test('it opens a tab and changes between study and projector', () => {
    openTab('url');
    setMode('present');
    expect(stage().place).toEqual({ ...LAB, tab: 'url', mode: 'present' });
    setMode('study');
    expect(stage().place).toEqual({ ...LAB, tab: 'url' });
  });

  test('it is another value after each change, and the old one stays as it was', () => {
    const { place } = stage();
    setKnobs({ signer: 'user' });
    expect(stage().place).not.toBe(place);
    expect(place).toEqual(LAB);
  });
});

describe('what surrounds a place', () => {
  test('it plays, pauses and changes speed', () => {
    setPlaying(true);
    setSpeed(4);
    expect(stage()).toMatchObject({ isPlaying: true, speed: 4 });
    setPlaying(false);
    expect(stage().isPlaying).toBe(false);
  });

  test('it opens one layer at a time, and closes it', () => {
    setOverlay('help');
    setOverlay('share');
    expect(stage().overlay).toBe('share');
    setOverlay(undefined);
    expect(Object.hasOwn(stage(), 'overlay')).toBe(false);
  });

  test('a run that a class opened leads back to it, any other one to studying', () => {
    const place = { page: 'quiz', view: 'class', question: 'second-role' } as const;
    presentFrom(place, { lab: 'sts', scenario: 'one-hour-chained', knobs: {} });
    expect(stage().place).toMatchObject({ page: 'lab', mode: 'present' });
    expect(isPresented(stage().place)).toBe(true);
    leavePresenting();
    expect(stage().place).toEqual(place);
    expect(isPresented(place)).toBe(true);
    expect(isPresented({ page: 'quiz', view: 'class' })).toBe(false);
    goTo({ ...LAB, mode: 'present' });
    leavePresenting();
    expect(stage().place).toMatchObject({ page: 'lab', mode: 'study' });
  });

  test('it blanks the screen and shows it again', () => {
    toggleBlank();
    expect(stage().isBlank).toBe(true);
    toggleBlank();
    expect(stage().isBlank).toBe(false);
  });

  test('it says each thing once, until it was read', () => {
    goTo(LAB, ['One.']);
    addNotice('Two.');
    addNotice('One.');
    expect(stage().notices).toEqual(['One.', 'Two.']);
    dismissNotices();
    expect(stage().notices).toEqual([]);
  });
});
