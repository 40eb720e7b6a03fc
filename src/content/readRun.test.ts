import { expect, test } from 'vitest';

import { heardAt } from './hear.ts';
import { readRun, runText } from './readRun.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { sevenDays as written } from './scenarios/presigned/sevenDays.ts';
import { readyNow } from './subjects/all.ts';

/** What AWS says stands in quotes, however many sentences it has. */
const unquoted = (sentence: string): string => sentence.replaceAll(/“[^”]*”/g, '“…”');

/** One sentence after the place: it ends once, and nothing follows. */
const SENTENCE = /^Step \d+ of \d+\. (?:(?!\. |[!?] ).)+[.!?”]$/;

test('every step of every story is heard, otherwise than the one before, and read as it is heard', () => {
  for (const scenario of SCENARIOS) {
    const { trace } = scenario.play({});
    const read = readRun(scenario, trace).flatMap(({ steps }) => steps);
    expect(read.map(({ id }) => id)).toEqual(trace.steps.map(({ id }) => id));
    let before = '';
    for (const { number, text } of read) {
      const heard = heardAt({ scenario, trace, cursor: number });
      expect(heard).toBe(`Step ${number} of ${trace.steps.length}. ${text}`);
      expect(unquoted(heard)).toMatch(SENTENCE);
      expect(heard).not.toBe(before);
      before = heard;
    }
  }
});

test('each act is a phase, with its words for a heading', () => {
  const scenario = readyNow(written);
  const phases = readRun(scenario, scenario.play({}).trace);
  expect(phases.map(({ heading, steps }) => `${heading}: ${steps.length}`)).toMatchInlineSnapshot(`
    [
      "The build server asks for a session: 9",
      "A link is signed, and AWS does not notice: 1",
      "The build server gives the link away: 1",
      "It is 13:05 now: 1",
      "The link holder uses the link: 13",
    ]
  `);
});

test('the text begins with the story and what was changed in it', () => {
  const scenario = readyNow(written);
  const phases = readRun(scenario, scenario.play({}).trace);
  const text = runText(scenario, ['“Who signs”: IAM user'], phases);
  expect(text.split('\n').slice(0, 6)).toMatchInlineSnapshot(`
    [
      "Seven days asked, one hour given",
      "A build server signs a link for seven days with the credentials of a role. An hour later the link is dead.",
      "Changed: “Who signs”: IAM user.",
      "",
      "The build server asks for a session (15 Jan 12:00)",
      "1. The build server calls AssumeRole for the role ReportReader and asks for 1 hour.",
    ]
  `);
  expect(text).toMatch(/\n25\. REFUSED ExpiredToken: .*\n$/);
});
