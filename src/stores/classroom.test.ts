import { beforeEach, describe, expect, test, vi } from 'vitest';

import { loadClassRuns } from '#platform/classRuns.ts';

import {
  classRun,
  clearClass,
  countHands,
  setHands,
  showPhase,
  undoHands,
  useClassroom,
} from './classroom.ts';

const Q = 'second-role';

beforeEach(() => {
  localStorage.clear();
  useClassroom.setState({ runs: {}, undo: [], isKept: true });
});

describe('a question in class', () => {
  test('hands are counted only while there is a vote, each vote for itself', () => {
    countHands(Q, 'a', 1);
    expect(classRun(Q)).toEqual({ phase: 'ask', before: {}, after: {} });
    showPhase(Q, 'vote');
    countHands(Q, 'a', 1);
    setHands(Q, 'b', 17);
    showPhase(Q, 'vote-again');
    countHands(Q, 'b', 1);
    expect(classRun(Q)).toEqual({ phase: 'vote-again', before: { a: 1, b: 17 }, after: { b: 1 } });
  });

  test('a key that slipped is taken back, but not what an earlier phase counted', () => {
    showPhase(Q, 'vote');
    countHands(Q, 'a', 1);
    countHands(Q, 'b', 1);
    undoHands(Q);
    expect(classRun(Q).before).toEqual({ a: 1, b: 0 });
    showPhase(Q, 'discuss');
    undoHands(Q);
    undoHands('another');
    expect(classRun(Q).before).toEqual({ a: 1, b: 0 });
  });

  test('everything is kept at once and read again, and what is foreign is as good as nothing', () => {
    showPhase(Q, 'vote');
    countHands(Q, 'a', 1);
    expect(loadClassRuns()).toEqual({ [Q]: { phase: 'vote', before: { a: 1 }, after: {} } });
    localStorage.setItem('shortlived.class', '{"version":1,"runs":{"x":{"phase":7}}}');
    expect(loadClassRuns()).toEqual({});
  });

  test('it says when the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    showPhase(Q, 'vote');
    expect(useClassroom.getState().isKept).toBe(false);
    expect(classRun(Q).phase).toBe('vote');
    vi.unstubAllGlobals();
  });

  test('one question is cleared, or all', () => {
    showPhase(Q, 'vote');
    showPhase('other', 'reveal');
    clearClass(Q);
    expect(Object.keys(useClassroom.getState().runs)).toEqual(['other']);
    clearClass();
    expect(loadClassRuns()).toEqual({});
  });
});

describe('in two tabs', () => {
  /** The store as a tab finds it that has just been opened. */
  async function opened() {
    vi.resetModules();
    return import('./classroom.ts');
  }
  /** Tells this tab, as a browser does, that another one has changed what is kept. */
  const tell = (): boolean => window.dispatchEvent(new StorageEvent('storage', { key: NAME }));
  const NAME = 'shortlived.class';

  test('neither overwrites the votes of the other', async () => {
    const here = await opened();
    const there = await opened();
    here.showPhase(Q, 'vote');
    here.countHands(Q, 'a', 1);
    there.showPhase('other', 'vote');
    there.setHands('other', 'b', 7);
    here.countHands(Q, 'a', 1);
    expect(loadClassRuns()).toEqual({
      [Q]: { phase: 'vote', before: { a: 2 }, after: {} },
      other: { phase: 'vote', before: { b: 7 }, after: {} },
    });
  });

  test('both count the hands of one question, and each takes back its own', async () => {
    const here = await opened();
    const there = await opened();
    here.showPhase(Q, 'vote');
    there.countHands(Q, 'a', 1);
    here.countHands(Q, 'a', 1);
    here.countHands(Q, 'b', 1);
    there.undoHands(Q);
    expect(loadClassRuns()[Q]?.before).toEqual({ a: 1, b: 1 });
    tell();
    expect(here.classRun(Q).before).toEqual({ a: 1, b: 1 });
  });

  test('what was forgotten in one comes back from none', async () => {
    const here = await opened();
    here.showPhase(Q, 'vote');
    here.setHands(Q, 'a', 12);
    here.showPhase('other', 'vote');
    localStorage.removeItem(NAME);
    here.countHands('other', 'b', 1);
    expect(loadClassRuns()).toEqual({});
    expect(here.useClassroom.getState().runs).toEqual({});
  });
});
