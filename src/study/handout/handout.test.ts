import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import type { RawKnobs } from '#content/knob.ts';
import { SCENARIOS, findScenario } from '#content/scenarios/all.ts';
import type { Scenario } from '#content/scenario.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { blankCells, toldCells } from './cells.ts';
import { runFile } from './runFile.ts';
import { sheetPapers } from './sheetPapers.ts';

const materials = { parsePolicy };
const LINK = 'https://example.org/#/lab/a/b';

interface Schema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
}

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../../public/run.schema.json', import.meta.url), 'utf8'),
) as Schema;

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** What a value by itself has that a schema forbids. */
function faultOf(schema: Schema, value: unknown): string | undefined {
  if (schema.type !== undefined && typeOf(value) !== schema.type) return schema.type;
  if ('const' in schema && value !== schema.const) return 'another constant';
  return schema.enum && !schema.enum.includes(value) ? String(value) : undefined;
}

/** What of a value a schema forbids, by its place. */
function faults(schema: Schema, value: unknown, at = ''): readonly string[] {
  const fault = faultOf(schema, value);
  if (fault !== undefined) return [`${at}: ${fault}`];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => faults(schema.items ?? {}, one, `${at}/${index}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { required = [], properties = {}, additionalProperties = true } = schema;
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${at}: no ${name}`),
    ...Object.entries(value).flatMap(([name, one]) => {
      const inner = properties[name];
      if (inner) return faults(inner, one, `${at}/${name}`);
      return additionalProperties ? [] : [`${at}: ${name} is not in the schema`];
    }),
  ];
}

const evidenceOf = (step: Step | undefined) =>
  step?.row === 'check' ? step.check.evidence : undefined;

const fileOf = (scenario: Scenario, knobs: RawKnobs, trace: Trace) =>
  JSON.parse(runFile({ scenario, knobs, trace, link: LINK })) as {
    readonly steps: readonly Step[];
  };

describe('a run as a file', () => {
  test('it is what its schema says, for every story that ends badly and well', () => {
    for (const scenario of SCENARIOS) {
      for (const knobs of [{}, scenario.working]) {
        const { trace } = scenario.play(knobs, materials);
        const file = fileOf(scenario, knobs, trace);
        expect(faults(SCHEMA, file)).toEqual([]);
        expect(file.steps.map(({ id }) => id)).toEqual(trace.steps.map(({ id }) => id));
      }
    }
  });

  test('the schema is no sieve: what is renamed, left out or of another kind is a fault', () => {
    const scenario = SCENARIOS[0];
    if (!scenario) throw new Error('no scenario');
    const file = fileOf(scenario, {}, scenario.play({}).trace);
    expect(faults(SCHEMA, { ...file, version: 2 })).toEqual(['/version: another constant']);
    expect(faults(SCHEMA, { ...file, note: '' })).toEqual([': note is not in the schema']);
    const [first] = file.steps;
    const nameless = { ...first, id: undefined };
    const steps = [JSON.parse(JSON.stringify(nameless)) as Step];
    expect(faults(SCHEMA, { ...file, steps })).toEqual(['/steps/0: no id']);
  });

  test('evidence and texts go into it as they are', () => {
    const scenario = findScenario('rolesanywhere', 'dead-certificate');
    if (!scenario) throw new Error('no scenario');
    const { trace } = scenario.play({});
    const file = fileOf(scenario, {}, trace);
    for (const [index, step] of trace.steps.entries()) {
      const written = file.steps[index];
      expect(written?.artifacts).toEqual(step.artifacts);
      expect(evidenceOf(written)).toEqual(evidenceOf(step));
    }
  });

  test('it holds no step that is not in the trace it is given', () => {
    const scenario = SCENARIOS[0];
    if (!scenario) throw new Error('no scenario');
    const { trace } = scenario.play({});
    const seen = { ...trace, steps: trace.steps.slice(0, 4) };
    const text = runFile({ scenario, knobs: {}, trace: seen, link: LINK });
    expect(text).not.toContain('ExpiredToken');
    expect(text).not.toContain('REFUSED');
  });
});

describe('what is printed with a worksheet', () => {
  const sheets = SCENARIOS.map((scenario) => {
    const { trace } = scenario.play({}, materials);
    return { scenario, trace, sheet: sheetPapers(trace, scenario, {}) };
  });

  test('every request that is asked about names papers, and says when it arrives', () => {
    const wrong = sheets.filter(({ trace, sheet, scenario }) => {
      const asked = blankCells(trace, scenario)
        .filter(({ ticks }) => ticks?.includes('passes'))
        .map(({ id }) => id.split(' ')[0]);
      const calls = trace.steps.filter(({ row, act }) => row === 'call' && asked.includes(act.id));
      const said = [...sheet.beside.values()];
      return (
        calls.some(({ id }) => !sheet.beside.has(id)) ||
        said.some((words) => !/^It is .*\d\d:\d\d(?::\d\d)?\. Look at papers? [A-Z]/.test(words))
      );
    });
    expect(wrong.map(({ scenario: { id } }) => id)).toEqual([]);
  });

  test('each paper is printed once, with a letter of its own, and with nothing too long to read', () => {
    const wrong = sheets.filter(({ sheet: { papers } }) => {
      const texts = papers.map(({ pile, paper }) => JSON.stringify([pile, paper]));
      return (
        new Set(texts).size < papers.length ||
        new Set(papers.map(({ letter }) => letter)).size < papers.length ||
        texts.some((text) => /[A-Za-z0-9+/=%]{101}/.test(text))
      );
    });
    expect(wrong.map(({ scenario: { id } }) => id)).toEqual([]);
  });

  test('no key that the run issues is among them: until when it lives would tell the answer', () => {
    const [seven] = sheets.filter(({ scenario }) => scenario.id === 'seven-days');
    const keys = seven?.sheet.papers.filter(({ pile }) => pile === 'Access keys') ?? [];
    expect(keys.map(({ paper }) => paper.title.slice(0, 4))).toEqual(['AKIA']);
    expect(seven?.sheet.issuesKeys).toBe(true);
    expect([...(seven?.sheet.beside.values() ?? [])]).toEqual([
      'It is 12:00. Look at papers A to F.',
      'It is 13:05. Look at papers D, E and G to I.',
    ]);
  });
});

describe('a storyboard', () => {
  test('it has a cell for each step, with how each ended', () => {
    for (const scenario of SCENARIOS) {
      const { trace } = scenario.play({});
      const cells = toldCells(trace, scenario);
      expect(cells.map(({ id }) => id)).toEqual(trace.steps.map(({ id }) => id));
      expect(cells.every(({ ticks }) => ticks === undefined)).toBe(true);
    }
  });

  test('without answers it is the same whether a check fails or the next one does', () => {
    const scenario = findScenario('presigned', 'seven-days');
    if (!scenario) throw new Error('no scenario');
    const blank = (knobs: RawKnobs) => blankCells(scenario.play(knobs).trace, scenario);
    const refused = blank({ used: '20260115T124500Z', change: 'method' });
    const dead = blank({ used: '20260115T130500Z', change: 'method' });
    // The clock and what was sent are told: they are what one predicts from.
    const asked = (cells: typeof dead) => cells.filter(({ ticks }) => ticks);
    expect(asked(dead)).toEqual(asked(refused));
    expect(asked(dead).length).toBeGreaterThan(20);
  });

  test('without answers nothing says how a step ended', () => {
    for (const scenario of SCENARIOS) {
      const cells = blankCells(scenario.play({}).trace, scenario);
      expect(cells.filter(({ verdict, because }) => verdict ?? because)).toEqual([]);
      expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    }
  });
});
