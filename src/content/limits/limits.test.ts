import { expect, test, describe } from 'vitest';

import { BASES } from '#engine/basis.ts';
import type { Evidence } from '#engine/evidence.ts';
import { lifetimesOf } from '#engine/lifetimes.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { PARAMETERS, boundsOf } from '#engine/sts/parameters.ts';
import { secondsBetween } from '#engine/time.ts';
import type { Step } from '#engine/trace.ts';

import { findScenario } from '../scenarios/all.ts';
import { findListed } from '../scenarios/catalogue.ts';
import { SOURCES } from '../sources.ts';
import { LIMIT_GROUPS } from './all.ts';
import { writtenOf } from './limit.ts';
import type { Figure, Limit } from './limit.ts';
import { sayBounds, saySeconds, sayStandard } from './sayLimit.ts';

const ALL = LIMIT_GROUPS.flatMap(({ limits }) => limits);
const figuresOf = ({ bounds, standard }: Limit): readonly Figure[] =>
  [bounds, standard].filter((one) => one !== undefined);

/** The numbers of a text: `Member must have length less than or equal to 64`. */
const numbersIn = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);

/** Every number a check looked at, lengths in seconds. */
function numbersOf(evidence: Evidence): readonly number[] {
  switch (evidence.kind) {
    case 'constraints':
      return evidence.parameters.flatMap(({ constraint }) => numbersIn(constraint));
    case 'limit':
      return [evidence.asked, ...evidence.limits.map(({ value }) => value)];
    case 'range':
      return [evidence.min, evidence.max, Number(evidence.value)];
    case 'window': {
      const { at, from = at, until = at } = evidence;
      // A window on both sides of a moment is twice the tolerance.
      const wide = secondsBetween(from, until);
      return [wide, wide / 2];
    }
    default:
      return [];
  }
}

/** The numbers a step shows: those of its check, else how long what lives then was made to live. */
function numbersAt(step: Step): readonly number[] {
  if (step.row === 'check') {
    const { evidence } = step.check;
    // How far ahead a URL may be dated hangs on the date that was signed.
    const dates = Object.values(step.world.presignedUrls).map(({ date }) => date);
    const from = evidence.kind === 'window' ? (evidence.from ?? step.world.now) : step.world.now;
    return [...numbersOf(evidence), ...dates.map((date) => secondsBetween(from, date))];
  }
  return lifetimesOf(step.world).map(({ from, until }) => secondsBetween(from, until));
}

describe('the cheat sheet', () => {
  test('it has each limit once, with a source and a basis', () => {
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    for (const limit of ALL) {
      const { source, basis } = writtenOf(limit);
      expect(Object.keys(SOURCES)).toContain(source);
      expect(BASES).toContain(basis);
      const { length } = figuresOf(limit);
      const whole = figuresOf(limit).filter(({ min = 0, max = 0 }) => max > 0 && max >= min);
      expect([limit.id, length > 0, whole.length]).toEqual([limit.id, true, length]);
    }
  });

  const shown = ALL.flatMap((limit) =>
    figuresOf(limit).flatMap((figure) =>
      figure.shown ? [[`${limit.id} in ${figure.shown.scenario}`, limit, figure] as const] : [],
    ),
  );

  test.each(shown)(
    '%s: the step is there, is about this limit and has its number',
    (_, limit, figure) => {
      const { lab, scenario, step, knobs } = figure.shown ?? {
        lab: '',
        scenario: '',
        step: '',
        knobs: {},
      };
      expect(findListed(lab, scenario)).toBeDefined();
      const rule = figure.by ?? limit.rule;
      const run = findScenario(lab, scenario)?.play(knobs, { parsePolicy });
      expect(run?.notices).toEqual([]);
      const found = run?.trace.steps.find(({ id }) => id === step);
      if (!found) throw new Error(`${scenario} has no step ${step}`);
      const isCheck = found.row === 'check';
      expect(isCheck ? found.check.rule : found.row).toBe(isCheck ? rule : 'answer');
      expect(numbersAt(found)).toContain(figure.max);
    },
  );

  test('most limits can be seen in a run; the others say that none shows them', () => {
    const unseen = ALL.filter((limit) => figuresOf(limit).every((figure) => !figure.shown));
    expect(unseen.length).toBeLessThan(ALL.length / 2.5);
  });

  test('it types no number in: all of them are the engine’s, or stand with what is published', () => {
    const files: Record<string, string> = import.meta.glob('./*Limits.ts', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    expect(Object.keys(files)).toHaveLength(6);
    for (const [file, text] of Object.entries(files)) {
      // Ids, words and knobs are texts; what is left is code.
      const code = text.replace(/'[^'\n]*'|\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/\?\? 0/g, '');
      expect([file, ...(code.match(/(?<![\w$])\d[\d_.]*/g) ?? [])]).toEqual([file]);
    }
    // Words have no numbers either, but for the one that is read from the engine.
    const words = ALL.map(({ name, note = '' }) =>
      `${name} ${note}`.replace(/the API takes \d+/, ''),
    );
    expect(words.filter((text) => /\d/.test(text.replace(/EC2|S3|boto3/g, '')))).toEqual([]);
  });

  test('it says every number as a student reads it', () => {
    const said = ({ bounds, standard, unit }: Limit) =>
      [
        bounds && sayBounds(bounds, unit),
        bounds && saySeconds(bounds, unit),
        standard && sayStandard(standard, unit),
      ].filter((one) => one !== undefined);
    const of = (id: string) => ALL.filter((limit) => limit.id === id).flatMap(said);
    expect(of('role-session')).toEqual(['15 min to 12 h', '900 to 43,200 s', '1 h']);
    expect(of('session-token')).toEqual(['15 min to 36 h', '900 to 129,600 s', '12 h']);
    expect(of('expires')).toEqual(['at most 7 d', '604,800 s']);
    expect(of('external-id')).toEqual(['2 to 1,224 characters']);
    expect(of('mfa-code')).toEqual(['6 characters']);
    expect(of('upload')).toEqual(['at most 5 GB']);
    expect(of('policy-bucket')).toEqual(['at most 20 KB']);
    expect(of('packed-size')).toEqual(['at most 100 %']);
  });
});

describe('the bounds of the API model', () => {
  test('they are those its constraints keep', () => {
    const kept = Object.values(PARAMETERS)
      .flat()
      .flatMap(({ constraints }) => constraints)
      .flatMap(({ says, isMet, bound }) => {
        const number = bound?.max ?? bound?.min ?? 0;
        const outside = bound?.max === undefined ? number - 1 : number + 1;
        const text = (count: number) =>
          says.includes('value') ? `${count}` : 'a'.repeat(Math.max(0, count));
        return bound
          ? [[numbersIn(says), isMet(text(number)), outside < 0 || !isMet(text(outside))]]
          : [];
      });
    expect(kept.length).toBeGreaterThan(60);
    expect(kept.filter(([, inside, outside]) => inside !== true || outside !== true)).toEqual([]);
  });

  test('a parameter that there is not is a bug', () => {
    expect(() => boundsOf('sts:AssumeRole', 'Colour')).toThrow('Broken promise');
  });
});
