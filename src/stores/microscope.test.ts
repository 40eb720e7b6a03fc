import { describe, expect, test } from 'vitest';

import { MICROSCOPE_PRESETS } from '#content/microscope/presets.ts';
import { promised } from '#engine/never.ts';

import {
  asSigned,
  openedFrom,
  withNew,
  withNewAs,
  withoutChange,
  withPart,
  withSecret,
} from './microscope.ts';

const { table } = promised(MICROSCOPE_PRESETS[0], 'there is a preset');
const NOTE = { kind: 'header', name: 'x-note', value: 'hello' } as const;

describe('what lies on the table', () => {
  test('a part is changed, dropped and put back', () => {
    const changed = withPart(table, 'path', '/other.txt');
    expect(changed.tampering.changed).toEqual({ path: '/other.txt' });
    const dropped = withPart(changed, 'path', undefined);
    expect(Object.entries(dropped.tampering.changed)).toEqual([['path', undefined]]);
    expect(withoutChange(dropped, 'path')).toEqual(table);
  });

  test('parts that are added have names of their own, and can be changed and taken away', () => {
    const two = withNew(withNew(table, NOTE), NOTE);
    expect(two.tampering.added.map(({ id }) => id)).toEqual(['added:1', 'added:2']);
    const renamed = withNewAs(two, 'added:2', { name: 'x-other' });
    expect(renamed.tampering.added.map(({ name }) => name)).toEqual(['x-note', 'x-other']);
    const left = withoutChange(renamed, 'added:1');
    expect(withNew(left, NOTE).tampering.added.map(({ id }) => id)).toEqual(['added:2', 'added:3']);
  });

  test('the signer’s own secret is no other one', () => {
    const other = withSecret(table, 'another');
    expect(other.knownSecret).toBe('another');
    expect(withSecret(other, table.inputs.secretAccessKey)).toEqual(table);
  });

  test('everything that happened after signing is undone at once, and what is signed stays', () => {
    const inputs = { ...table.inputs, path: '/mine.txt' };
    const late = { ...withSecret(withNew(table, NOTE), 'another'), inputs, arrives: 'never' };
    expect(asSigned(late, table)).toEqual({ ...table, inputs });
  });
});

test('places that lay out different requests are told apart', () => {
  const run = { lab: 'presigned', scenario: 'a', step: 'a.b', knobs: { used: 'x' } } as const;
  const places = [
    {},
    { preset: 'put' },
    { preset: 'put', tamper: 'host' },
    { run },
    { run: { ...run, knobs: {} } },
  ].map((place) => openedFrom({ page: 'microscope', ...place }));
  expect(new Set(places).size).toBe(places.length);
});
