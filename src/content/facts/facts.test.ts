import { describe, expect, test } from 'vitest';

import { BASES } from '#engine/basis.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { SIGNERS, urlLife } from '#engine/s3/urlLife.ts';
import { writtenLifetime } from '#engine/tool/signingTool.ts';
import { seconds } from '#engine/time.ts';

import { findScenario } from '../scenarios/all.ts';
import { findListed } from '../scenarios/catalogue.ts';
import { SIGNING_TOOLS } from '../signingTools.ts';
import { SOURCES } from '../sources.ts';
import { TOOL_IDS } from '../toolIds.ts';
import { labelFaults, sentenceFaults } from '../wordFaults.fixture.ts';
import { FACTS_CHOICES, FIRST_FACTS, TRIED } from './choices.ts';
import { CORRECTIONS } from './corrections.ts';
import { SIGNER_FACTS, inputsOf, signerRows } from './signers.ts';
import { TOOL_FACTS } from './tools.ts';
import type { Written } from './tools.ts';
import { toolRows, whatMoved } from './toolRows.ts';

const sentences = (text: string): readonly string[] => text.split(/(?<=\.) (?=[A-Z])/);
const ROWS = CORRECTIONS.flatMap(({ rows }) => rows);

/** Every fact of the page, by what it is about. */
const FACTS: readonly (readonly [string, Written])[] = [
  ...ROWS.map((row) => [row.id, row] as const),
  ...Object.entries(SIGNER_FACTS),
  ...Object.entries(TOOL_FACTS),
  ...Object.entries(TOOL_FACTS).flatMap(([id, { places }]) =>
    places ? [[`${id} places`, places] as const] : [],
  ),
];

test.each(FACTS)('%s says where it is written and how sure we are', (_, { source, basis }) => {
  expect(Object.keys(SOURCES)).toContain(source);
  expect(BASES).toContain(basis);
});

describe('the corrections', () => {
  test('they are the whole list of what notes get wrong on presigned URLs, and more', () => {
    const about = CORRECTIONS.filter(({ id }) => !['sessions', 'anywhere'].includes(id));
    expect(about.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(28);
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
    expect(new Set(ROWS.map(({ often }) => often)).size).toBe(ROWS.length);
  });

  test.each(ROWS.map((row) => [row.id, row] as const))(
    '%s is told in whole sentences',
    (_, { often, does }) => {
      const named = often.replace(/^s3:/, 'S3:');
      expect([...sentences(named), ...sentences(does)].flatMap(sentenceFaults)).toEqual([]);
      expect(often.length).toBeLessThan(120);
      expect(does.length).toBeLessThan(260);
    },
  );

  const shown = ROWS.flatMap(({ id, shown: step }) => (step ? [[id, step] as const] : []));

  // No run signs with Version 2, with CloudFront’s keys or for a thing of AWS IoT, or takes permissions away by a role.
  test('all but four can be seen in a run', () => {
    const untold = ROWS.filter((row) => row.shown === undefined).map(({ id }) => id);
    expect(untold).toEqual(['seven-days-absolute', 'cloudfront', 'role-adds', 'iot-certificates']);
  });

  test.each(shown)('%s leads to a step that there is', (_, { lab, scenario, step, knobs }) => {
    expect(findListed(lab, scenario)).toBeDefined();
    const run = findScenario(lab, scenario)?.play(knobs, { parsePolicy });
    expect(run?.notices).toEqual([]);
    expect(run?.trace.steps.map(({ id }) => id)).toContain(step);
  });
});

describe('the lives by signer', () => {
  const { asked, maximum, age, expires } = FACTS_CHOICES;
  const settings = asked.flatMap((a) =>
    maximum.flatMap((m) =>
      age.flatMap((g) =>
        expires.map((e) => ({ ...FIRST_FACTS, asked: a, maximum: m, age: g, expires: e })),
      ),
    ),
  );

  test('each signer is told in whole sentences, with every choice', () => {
    const faults = settings.flatMap((choices) =>
      signerRows(choices).flatMap(({ dies, because }) => [
        ...labelFaults(dies),
        ...sentenceFaults(because),
      ]),
    );
    expect([...new Set(faults)]).toEqual([]);
    const caps = Object.values(SIGNER_FACTS).flatMap(({ cap }) => sentences(cap));
    expect(caps.flatMap(sentenceFaults)).toEqual([]);
  });

  test('they stand in the order that was chosen', () => {
    const first = (order: 'longest' | 'shortest' | 'listed') =>
      signerRows({ ...FIRST_FACTS, order }).map(({ signer }) => signer);
    expect(first('listed')).toEqual(SIGNERS);
    expect(first('longest')[0]).toBe('user');
    expect(first('shortest').at(-1)).not.toBe('console');
  });

  test.each(SIGNERS)('%s reads the inputs it is said to read, and no others', (signer) => {
    const moving = (['asked', 'maximum', 'age'] as const).filter((name) =>
      settings.some((choices) => {
        const now = urlLife(signer, inputsOf(choices));
        const then = urlLife(signer, inputsOf({ ...choices, [name]: FIRST_FACTS[name] }));
        return JSON.stringify(now) !== JSON.stringify(then);
      }),
    );
    expect(moving).toEqual(SIGNER_FACTS[signer].reads);
  });
});

describe('the defaults by tool', () => {
  test('they are the numbers of the tools’ own code', () => {
    const found = Object.entries(SIGNING_TOOLS).map(([id, tool]) => {
      const written = writtenLifetime(tool, undefined);
      return [id, written.kind === 'written' ? written.expires : undefined];
    });
    expect(Object.fromEntries(found)).toEqual({
      cli: 3600,
      boto3: 3600,
      'boto3-post': 3600,
      'boto3-express': 3600,
      js: 900,
      'js-signer': 3600,
      'js-post': 3600,
      'js-v2': 900,
      'js-v2-post': 3600,
      go: 900,
      ruby: 900,
      java: undefined,
      'java-v1': 900,
      net: undefined,
      php: undefined,
      rust: undefined,
      cpp: 604_800,
      rclone: 604_800,
      s3cmd: undefined,
      console: undefined,
    });
  });

  test('who signs moves none of them, but what a session has left moves Ruby’s', () => {
    const moved = toolRows().filter(({ numbers }) => new Set(Object.values(numbers)).size > 1);
    expect(moved.map(({ id, numbers }) => [id, numbers])).toEqual([
      [
        'ruby',
        { user: seconds(900), role: seconds(900), ending: seconds(600), root: seconds(900) },
      ],
    ]);
  });

  test.each(TOOL_IDS)('%s says what moves its number', (tool) => {
    for (const tried of TRIED) {
      expect(whatMoved(tool, tried).flatMap(sentenceFaults)).toEqual([]);
    }
    const { check, note = 'None.', title } = TOOL_FACTS[tool];
    expect(
      [
        ...sentences(check),
        ...sentences(note.replace(/^(?:expires_in|signatureDuration)/, 'It')),
      ].flatMap(sentenceFaults),
    ).toEqual([]);
    expect(title).toMatch(/^[A-Z.b]|^(?:rclone|s3cmd)$/);
  });
});
