import { expect, test } from 'vitest';

import { outcomeOf } from '#engine/trace.ts';

import type { RawKnobs } from '../../knob.ts';
import { readyNow } from '../../subjects/all.ts';
import { whoseDefault } from './whoseDefault.ts';

const { play, knobs } = readyNow(whoseDefault);

const TOOLS = Object.keys(knobs['tool']?.kind === 'choice' ? knobs['tool'].options : {});
const SIGNERS = Object.keys(
  knobs['credential']?.kind === 'choice' ? knobs['credential'].options : {},
);

/** What X-Amz-Expires says; undefined where the tool signed nothing. */
const expiresOf = (raw: RawKnobs): number | undefined =>
  play(raw).trace.steps.at(-1)?.world.presignedUrls['sign']?.expires;

test('the credentials never move the number', () => {
  for (const tool of TOOLS) {
    for (const asked of ['nothing', 'minutes', 'week']) {
      const found = SIGNERS.flatMap((credential) =>
        ['300', '3600'].map((left) => expiresOf({ tool, asked, credential, left })),
      );
      expect(new Set(found).size).toBe(1);
    }
  }
});

test('the tool moves it', () => {
  const found = TOOLS.map((tool) => [tool, expiresOf({ tool })]);
  expect(Object.fromEntries(found)).toEqual({
    cli: 3600,
    boto3: 3600,
    js: 900,
    go: 900,
    java: undefined,
    net: undefined,
  });
});

/** Where the settings end that no variation shows. */
const ENDS: readonly (readonly [knobs: RawKnobs, rule: string, message: RegExp])[] = [
  [{ asked: 'more' }, 'tool.lifetime-taken', /less than one week in the future$/],
  [{ tool: 'net' }, 'tool.lifetime-given', /^The Expires specified is null!$/],
  [{ tool: 'cli', asked: 'more' }, 's3.expires-in-range', /must be less than a week/],
  [{ tool: 'cli', credential: 'root', left: '300' }, 's3.token-alive', /token has expired/],
  [{ tool: 'boto3', used: '20260122T110001Z' }, 's3.url-alive', /Request has expired/],
];

test.each(ENDS)('with %j it ends at %s', (raw, rule, message) => {
  const outcome = outcomeOf(play(raw).trace);
  if (outcome.kind !== 'refused') throw new Error('The link was served');
  expect(outcome.rule).toBe(rule);
  expect(outcome.error.message).toMatch(message);
});
