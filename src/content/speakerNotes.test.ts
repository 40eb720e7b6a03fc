import { expect, test } from 'vitest';

import { RULE_FACTS } from './ruleFacts.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { speakerNotes } from './speakerNotes.ts';

const RUNS = SCENARIOS.map((scenario) => ({ scenario, trace: scenario.play({}).trace }));

test('every step of every story has something to say, and nothing twice', () => {
  for (const { scenario, trace } of RUNS) {
    for (let cursor = 0; cursor <= trace.steps.length; cursor += 1) {
      const notes = speakerNotes(scenario, trace, cursor);
      expect(notes[0]?.kind).toBe('say');
      expect(notes.every(({ text }) => text.trim() !== '')).toBe(true);
      expect(new Set(notes.map(({ kind }) => kind)).size).toBe(notes.length);
    }
  }
});

test('before a check the room is asked its question, and votes where it will fail', () => {
  for (const { scenario, trace } of RUNS) {
    for (const [cursor, step] of trace.steps.entries()) {
      if (step.row !== 'check') continue;
      const ask = speakerNotes(scenario, trace, cursor).find(({ kind }) => kind === 'ask');
      expect(ask?.text).toContain(RULE_FACTS[step.check.rule].question);
      expect(ask?.text.includes('vote')).toBe(step.check.result === 'fail');
    }
  }
});

test('the end says what to take home', () => {
  for (const { scenario, trace } of RUNS) {
    const kinds = speakerNotes(scenario, trace, trace.steps.length).map(({ kind }) => kind);
    expect(kinds.at(-1)).toBe('keep');
  }
});
