import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePolicy } from '#engine/policy/parse.ts';
import type { PolicyDocument } from '#engine/policy/document.ts';
import { at, days, hours, minutes, seconds } from '#engine/time.ts';

import {
  changedKnobs,
  initialText,
  isRelevant,
  needsParser,
  NO_SUCH_KNOB,
  readKnob,
  readKnobs,
  standingText,
} from './knob.ts';
import type {
  ChoiceKnob,
  DurationKnob,
  Knob,
  MomentKnob,
  PolicyKnob,
  RawKnobs,
  ToggleKnob,
} from './knob.ts';

const START = at('2026-01-15T12:00:00Z');
const END = at('2026-01-24T12:00:00Z');

const toggle: ToggleKnob = { kind: 'toggle', label: 'Switch', hint: '', initial: true };
const choice: ChoiceKnob = {
  kind: 'choice',
  label: 'Choice',
  hint: '',
  options: { user: 'IAM user', role: 'role' },
  initial: 'role',
};
const duration: DurationKnob = {
  kind: 'duration',
  label: 'Length',
  hint: '',
  min: minutes(15),
  max: hours(12),
  initial: hours(1),
  stops: [minutes(15), hours(1), hours(12)],
};
const moment: MomentKnob = {
  kind: 'moment',
  label: 'Moment',
  hint: '',
  min: START,
  max: END,
  initial: START,
};
const document: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};
const policy: PolicyKnob = {
  kind: 'policy',
  label: 'Policy',
  hint: '',
  policyType: 'identity',
  initial: document,
};

const KNOBS = { toggle, choice, duration, moment, policy };
const materials = { parsePolicy };

/** Texts that somebody may put into a link to see what happens. */
const HOSTILE = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  '-1',
  '1e9',
  '0x10',
  '3600.5',
  '3600 ',
  '٣٦٠٠',
  '9'.repeat(400),
  '<script>alert(1)</script>',
  '{"__proto__":{}}',
  '[]',
  '{',
  '"',
  '[[[[[[[['.repeat(20_000),
  '\0',
  '\uD800',
  '20260230T120000Z',
  '99991231T235959Z',
];

describe('a knob reads its text', () => {
  const notOnOrOff = '“Switch” can only be on or off; it is back at its start.';
  const noOption = '“Choice” has no such option; it is back at its start.';
  const noNumber = '“Length” is not a whole number of seconds; it is back at its start.';
  const outOfRange = '“Length” goes from 15 min to 12 h; it stands at the nearest of them.';
  const noDate = '“Moment” is not a date of the form 20260115T130500Z; it is back at its start.';
  const outOfTime =
    '“Moment” goes from 15 Jan 12:00 to 24 Jan 12:00; it stands at the nearest of them.';

  test.each<[string, Knob, string, unknown, string | undefined]>([
    ['a switch that is on', toggle, 'on', true, undefined],
    ['a switch that is off', toggle, 'off', false, undefined],
    ['a switch that is neither', toggle, 'true', true, notOnOrOff],
    ['a switch in capitals', toggle, 'ON', true, notOnOrOff],
    ['an option', choice, 'user', 'user', undefined],
    ['no option', choice, 'root', 'role', noOption],
    ['an option that objects inherit', choice, 'toString', 'role', noOption],
    ['a length', duration, '7200', hours(2), undefined],
    ['a length between the stops', duration, '901', seconds(901), undefined],
    ['the shortest', duration, '900', minutes(15), undefined],
    ['the longest', duration, '43200', hours(12), undefined],
    ['a length that is too short', duration, '899', minutes(15), outOfRange],
    ['no length at all', duration, '0', minutes(15), outOfRange],
    ['a length that is too long', duration, '43201', hours(12), outOfRange],
    ['a number with a fraction', duration, '3600.5', hours(1), noNumber],
    ['a negative number', duration, '-900', hours(1), noNumber],
    ['a number of ten digits', duration, '1000000000', hours(1), noNumber],
    ['a moment', moment, '20260115T130500Z', at('2026-01-15T13:05:00Z'), undefined],
    ['the first moment', moment, '20260115T120000Z', START, undefined],
    ['the last moment', moment, '20260124T120000Z', END, undefined],
    ['a moment that is too early', moment, '20260115T115959Z', START, outOfTime],
    ['a moment that is too late', moment, '20270115T120000Z', END, outOfTime],
    ['a day that does not exist', moment, '20260132T120000Z', START, noDate],
    ['a date of another form', moment, '2026-01-15T13:05:00Z', START, noDate],
  ])('%s', (...[, knob, text, value, notice]) => {
    expect(readKnob(knob, text, materials)).toEqual({
      value,
      ...(notice !== undefined && { notice }),
    });
  });

  test('a policy', () => {
    const value = {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', Action: '*', Resource: '*' },
    };
    expect(readKnob(policy, JSON.stringify(value), materials)).toEqual({ value });
  });

  test('no policy: it says where', () => {
    const { value, notice } = readKnob(policy, '{\n  "Version": oops', materials);
    expect(value).toBe(document);
    expect(notice).toMatch(
      /^“Policy” cannot be read, so the run uses the policy it started with\. Line 2, column 14: .+/,
    );
  });

  test('a policy only with a parser: that is a promise of the caller', () => {
    expect(() => readKnob(policy, '{}', {})).toThrow(
      'the parser is loaded before a policy is read',
    );
  });

  test.each(Object.entries<Knob>(KNOBS))('its own first text: %s', (_, knob) => {
    expect(readKnob(knob, initialText(knob), materials)).toEqual({ value: knob.initial });
  });

  const isValueOf = (knob: Knob, value: unknown): boolean => {
    switch (knob.kind) {
      case 'toggle':
        return typeof value === 'boolean';
      case 'choice':
        return Object.keys(knob.options).includes(String(value));
      case 'duration':
      case 'moment':
        return Number.isInteger(value) && Number(value) >= knob.min && Number(value) <= knob.max;
      case 'policy':
        return typeof value === 'object' && value !== null && 'Statement' in value;
    }
  };

  test.each(Object.entries<Knob>(KNOBS))('anything, without failing: %s', (_, knob) => {
    for (const text of HOSTILE) {
      const { value, notice } = readKnob(knob, text, materials);
      expect(isValueOf(knob, value)).toBe(true);
      expect(notice).toMatch(/^“.*” .*\.$/s);
    }
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.json(), fc.integer().map(String)),
        (text) => {
          expect(isValueOf(knob, readKnob(knob, text, materials).value)).toBe(true);
        },
      ),
    );
  });

  test('every length and moment inside its range as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 900, max: 43_200 }), (count) => {
        expect(readKnob(duration, `${count}`, {})).toEqual({ value: count });
      }),
    );
  });
});

describe('the knobs of a scenario', () => {
  const starts = Object.fromEntries(
    Object.entries<Knob>(KNOBS).map(([name, { initial }]) => [name, initial]),
  );

  test('they stand at their starts when no text says otherwise', () => {
    expect(readKnobs(KNOBS, {}, {})).toEqual({ values: starts, notices: [] });
  });

  test('they take the texts that fit, and say what was put right', () => {
    const { values, notices } = readKnobs(
      KNOBS,
      { toggle: 'off', choice: 'nobody', duration: '60' },
      {},
    );
    expect(values).toEqual({ ...starts, toggle: false, duration: minutes(15) });
    expect(notices).toEqual([
      '“Choice” has no such option; it is back at its start.',
      '“Length” goes from 15 min to 12 h; it stands at the nearest of them.',
    ]);
  });

  test.each<[string, RawKnobs]>([
    ['an unknown one', { colour: 'red' }],
    ['two unknown ones, said once', { colour: 'red', size: '3' }],
    ['one that objects inherit', { toString: '1' }],
    ['a prototype', JSON.parse('{"__proto__":"on"}') as RawKnobs],
  ])('they leave out %s', (_, raw) => {
    const { values, notices } = readKnobs(KNOBS, raw, {});
    expect(values).toEqual(starts);
    expect(notices).toEqual([NO_SUCH_KNOB]);
  });

  test('they are not read from what a record inherits', () => {
    const raw = Object.create({ toggle: 'off' }) as RawKnobs;
    expect(readKnobs(KNOBS, raw, {}).values).toEqual(starts);
  });

  test('they read any texts without failing', () => {
    const raws = fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(KNOBS), '__proto__', 'constructor'), fc.string()),
      fc.oneof(fc.string(), fc.constantFrom(...HOSTILE)),
    );
    fc.assert(
      fc.property(raws, (raw) => {
        const { values } = readKnobs(KNOBS, raw, materials);
        expect(Object.keys(values)).toEqual(Object.keys(KNOBS));
      }),
    );
  });

  test('they need the parser only for the text of a policy', () => {
    expect(needsParser(KNOBS, { toggle: 'off', policies: '{}' })).toBe(false);
    expect(needsParser(KNOBS, { policy: '{}' })).toBe(true);
    expect(needsParser({ toggle }, { policy: '{}' })).toBe(false);
  });
});

describe('the text a knob stands at', () => {
  test.each<[string, Knob, string | undefined, string]>([
    ['its first text when none is asked for', duration, undefined, '3600'],
    ['the length asked for', duration, '901', '901'],
    ['the nearest limit', duration, '60', '900'],
    ['its first length for what is no number', duration, 'long', '3600'],
    ['the moment asked for', moment, '20260116T000000Z', '20260116T000000Z'],
    ['the last moment for a later one', moment, '20270115T120000Z', '20260124T120000Z'],
    ['its first moment for what is no date', moment, 'soon', '20260115T120000Z'],
    ['the option asked for', choice, 'user', 'user'],
    ['its first option for what is none', choice, 'toString', 'role'],
    ['on, where it starts so and the text is neither', toggle, 'yes', 'on'],
    ['what was typed as a policy, right or wrong', policy, '{ oops', '{ oops'],
  ])('it is %s', (...[, knob, asked, text]) => {
    expect(standingText(knob, asked)).toBe(text);
  });

  test('it reads as the same value, with nothing left to put right', () => {
    const plain = fc.constantFrom<Knob>(toggle, choice, duration, moment);
    fc.assert(
      fc.property(plain, fc.oneof(fc.string(), fc.constantFrom(...HOSTILE)), (knob, asked) => {
        const { value } = readKnob(knob, asked, {});
        expect(readKnob(knob, standingText(knob, asked), {})).toEqual({ value });
      }),
    );
  });
});

describe('what a link has to hold', () => {
  test.each<[string, RawKnobs, RawKnobs]>([
    ['nothing, when nothing changed', {}, {}],
    [
      'nothing of a knob at its start',
      { choice: 'role', duration: '3600', moment: '20260115T120000Z', toggle: 'on' },
      {},
    ],
    ['a policy only when it differs', { policy: initialText(policy) }, {}],
    [
      'every knob that changed',
      { choice: 'user', toggle: 'off' },
      { choice: 'user', toggle: 'off' },
    ],
    [
      'no knob that there is none',
      { choice: 'user', colour: 'red', toString: 'x' },
      { choice: 'user' },
    ],
  ])('it is %s', (_, raw, changed) => {
    expect(changedKnobs(KNOBS, raw)).toEqual(changed);
  });

  test('it reads back as it was', () => {
    const raws = fc.record({
      toggle: fc.constantFrom('on', 'off'),
      choice: fc.constantFrom('user', 'role'),
      duration: fc.integer({ min: 900, max: 43_200 }).map(String),
    });
    fc.assert(
      fc.property(raws, (raw) => {
        expect(readKnobs(KNOBS, changedKnobs(KNOBS, raw), {})).toEqual(readKnobs(KNOBS, raw, {}));
      }),
    );
  });
});

describe('a knob that depends on another', () => {
  const onRole: DurationKnob = {
    ...duration,
    max: days(1),
    when: { knob: 'choice', is: ['role'] },
  };
  const onSwitch: ChoiceKnob = { ...choice, when: { knob: 'toggle', is: ['off'] } };
  const onNothing: ChoiceKnob = { ...choice, when: { knob: 'colour', is: ['red'] } };
  const knobs = { ...KNOBS, onRole, onSwitch, onNothing };

  test.each<[string, Knob, RawKnobs, boolean]>([
    ['always matters without a condition', duration, {}, true],
    ['matters at the other’s start', onRole, {}, true],
    ['matters when the other is set so', onRole, { choice: 'role' }, true],
    ['does not matter when the other is set otherwise', onRole, { choice: 'user' }, false],
    [
      'matters as the run has it, when the other’s text cannot be read',
      onRole,
      { choice: 'nobody' },
      true,
    ],
    [
      'matters as the run has it, when the text is one that objects inherit',
      onRole,
      { choice: 'toString' },
      true,
    ],
    ['does not matter at the start of a switch', onSwitch, {}, false],
    ['matters when the switch is turned', onSwitch, { toggle: 'off' }, true],
    ['does not matter when the switch’s text cannot be read', onSwitch, { toggle: 'OFF' }, false],
    ['does not matter when there is no other', onNothing, { colour: 'red' }, false],
  ])('it %s', (_, knob, raw, expected) => {
    expect(isRelevant(knobs, knob, raw)).toBe(expected);
  });
});
